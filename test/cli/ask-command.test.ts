import { expect, test } from 'vitest';
import { foundText } from '../../src/cli/ask-command.ts';

const rows = [{ kind: 'agreement', title: 'A\u001B[2J treaty', href: '/agreements/one' }];
const answer = {
  text: 'The treaty is not in force.',
  reasons: ['Eight are missing.'],
  href: '/agreements/one',
  rule: { citation: 'Article 14' },
  asOf: '2026-11-22',
};

test('an answer in words comes with its reasons, its day and its citation', () => {
  expect(foundText({ answers: [answer], rows, spellings: [] })).toBe(
    'The treaty is not in force.\n  - Eight are missing.\n' +
      '  as of 2026-11-22; Article 14; /agreements/one',
  );
});

test('without an answer there is what was found, harmless to a terminal', () => {
  expect(foundText({ answers: [], rows, spellings: [] })).toBe(
    'A [2J treaty (agreement): /agreements/one',
  );
});
