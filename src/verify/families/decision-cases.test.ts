import { expect, test } from 'vitest';
import { knownOf } from '../decisions/case-shape.ts';
import { textsIn } from '../decisions/council-drafts.ts';
import type { TruthFolder } from '../family.ts';
import type { VerifyNode } from '../node.ts';
import { decisionCases } from './decision-cases.ts';

const CASES = [
  { body: 'Board', rule: { threshold: '2/3' }, yes: 2, no: 1, outcome: 'adopted' },
  { body: 'Board', rule: { threshold: '2/3' }, yes: 2, no: 1, outcome: 'not adopted' },
  {
    body: 'UNSC',
    matter: 'substantive',
    ref: 'S/1',
    yes: 9,
    no: 1,
    no_by: ['FR'],
    outcome: 'maybe',
  },
  {
    body: 'UNSC',
    matter: 'substantive',
    ref: 'S/2',
    yes: 9,
    no: 1,
    no_by: ['FR'],
    outcome: 'not adopted (veto)',
  },
  {
    body: 'Union',
    rule: { threshold: '2/3', base: 'eligible members' },
    yes: 4,
    no: 1,
    members: 7,
    outcome: 'not adopted',
  },
  { body: 'Board', rule: { threshold: 'most' }, yes: 2, no: 1, outcome: 'adopted' },
];

const folder: TruthFolder = {
  has: () => true,
  read: (path) => (path.endsWith('.json') ? Buffer.from(JSON.stringify({ cases: CASES })) : null),
  list: () => [],
};
// The family asks no node anything.
const noNode = {} as VerifyNode;

test('cases are held against their outcome, and what cannot be read is not compared', async () => {
  const [own] = await decisionCases.run(folder, noNode);
  expect(own?.outcomes.map(({ outcome }) => outcome)).toEqual([
    'reproduced',
    'missed',
    'not-at-hand',
    'reproduced',
    'reproduced',
    'not-at-hand',
  ]);
});

test('outcomes are read from words', () => {
  expect(knownOf('not adopted (short of 9; not a veto)')).toEqual({
    isAdopted: false,
    kind: 'rejected',
  });
  expect(knownOf('motion rejected, draft then adopted')?.isAdopted).toBe(false);
  expect(knownOf('adopted; reservations recorded')?.isAdopted).toBe(true);
  expect(knownOf('postponed')?.kind).toBe('postponed');
  expect(knownOf('nobody knows')).toBeNull();
});

test('a written list may quote either way', () => {
  expect(textsIn(`['Poland', "Côte d'Ivoire"]`)).toEqual(['Poland', "Côte d'Ivoire"]);
  expect(textsIn('[]')).toEqual([]);
});
