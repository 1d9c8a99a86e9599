import { expect, test } from 'vitest';
import type { TruthFolder } from '../family.ts';
import type { VerifyNode } from '../node.ts';
import { capAlerts } from './cap.ts';

const head =
  '<identifier>A-1</identifier><sender>duty@example.org</sender>' +
  '<sent>2026-01-17T09:30:00-00:00</sent><status>Test</status><msgType>Alert</msgType>';
const alert = (inside: string): string =>
  `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">${head}${inside}</alert>`;

const FILES: Readonly<Record<string, string>> = {
  'notices/cap/storm.cap': alert('<scope>Public</scope>'),
  'notices/cap/no_scope.cap': alert(''),
  'notices/cap/set/invalid.cap': alert(''),
  'notices/cap/set/errors.cap': alert('<scope>Public</scope>'),
  'notices/cap/empty.atom': '<feed xmlns="http://www.w3.org/2005/Atom"/>',
};

const folder: TruthFolder = {
  has: (path) => Object.keys(FILES).some((file) => file.startsWith(path)),
  read: (path) => (path in FILES ? Buffer.from(FILES[path] ?? '') : null),
  list: (path) => [
    ...new Set(
      Object.keys(FILES)
        .filter((file) => file.startsWith(`${path}/`))
        .map((file) => file.slice(path.length + 1).split('/')[0] ?? ''),
    ),
  ],
};

// The family asks no node anything.
const noNode = {} as VerifyNode;

test('alerts are held against what their names say, and each miss has its reason', async () => {
  const tallies = await capAlerts.run(folder, noNode);
  const told = tallies.map(({ outcomes }) =>
    outcomes.map((one) => [one.case, one.outcome, 'reason' in one ? one.reason : '']),
  );
  expect(told[0]).toEqual([
    ['storm.cap', 'reproduced', ''],
    [
      'no_scope.cap',
      'missed',
      'invalid, known is valid; alert (line 1): it lacks scope [cap.missing, CAP 1.2, 3.4]',
    ],
    ['empty.atom', 'not-at-hand', 'it carries no alert'],
  ]);
  expect(told[1]).toEqual([
    ['set/invalid.cap', 'reproduced', ''],
    ['set/errors.cap', 'missed', 'valid, known is invalid'],
  ]);
  expect(told[2]).toHaveLength(2);
});
