import { expect, test } from 'vitest';
import type { VerifyNode } from '../node.ts';
import { resolutions } from './resolutions.ts';

const PATH = 'meetings/ga-resolutions-80';
const FILES: Readonly<Record<string, string>> = {
  'good.md': 'The Conference,\n\n1. Decides [to meet];\n\n(a) Once;\n\n2. Decides to report.',
  'gap.md': '1. Decides;\n\n3. Decides.',
  'torn.md': '1. Decides [to meet.',
};
const folder = {
  has: () => true,
  read: (path: string) => Buffer.from(FILES[path.slice(PATH.length + 1)] ?? ''),
  list: () => Object.keys(FILES),
};

// The family asks no node anything.
const noNode = {} as VerifyNode;

test('resolutions are held against their own numbers, and each miss has its reason', async () => {
  const [counted, written] = await resolutions.run(folder, noNode);
  expect(counted?.outcomes).toEqual([
    { case: 'good.md', outcome: 'reproduced' },
    { case: 'gap.md', outcome: 'missed', reason: '1. 3., known is 1. 2. 3.' },
    {
      case: 'torn.md',
      outcome: 'missed',
      reason: 'line 1: a bracket begins that does not end',
    },
  ]);
  expect(counted?.remarks).toEqual(['paragraphs: 1 preambular, 4 operative, 1 subparagraph']);
  expect(written?.outcomes.map(({ outcome }) => outcome)).toEqual(
    Array.from({ length: 4 }, () => 'reproduced'),
  );
});
