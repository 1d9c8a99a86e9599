import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Inline } from './bracketed-text.ts';
import { anyWords } from './drafts-for-tests.ts';
import { BRACKETS_NESTED_MAX, type NameActor, readWords } from './read-words.ts';
import { writeWords } from './write-words.ts';

const NAMES: Readonly<Record<string, string>> = { G77: 'g77', Norway: 'NOR', EU: 'eu' };
const known: NameActor = (name) => NAMES[name] ?? (/^[A-Z]{3}$/.test(name) ? name : null);
const read = (text: string): readonly Inline[] => {
  const found = readWords(text, known);
  if ('fault' in found) throw new Error(found.fault.what);
  return found.words;
};
const faultOf = (text: string) => {
  const found = readWords(text, known);
  return 'fault' in found ? found.fault : null;
};

describe('words with brackets', () => {
  test.each<[string, readonly Inline[]]>([
    ['Parties report', ['Parties report']],
    ['We [shall] act', ['We ', { alternatives: [['shall']] }, ' act']],
    ['[shall][should]', [{ alternatives: [['shall'], ['should']] }]],
    ['[shall / should / may]', [{ alternatives: [['shall'], ['should'], ['may']] }]],
    ['[shall] [should]', [{ alternatives: [['shall']] }, ' ', { alternatives: [['should']] }]],
    [
      '[a [b [c]] d]',
      [{ alternatives: [['a ', { alternatives: [['b ', { alternatives: [['c']] }]] }, ' d']] }],
    ],
    ['[and/or]', [{ alternatives: [['and/or']] }]],
    ['a / b', ['a / b']],
    ['[shall][]', [{ alternatives: [['shall'], []] }]],
    ['[G77: new]', [{ alternatives: [{ words: ['new'], by: ['g77'] }] }]],
    ['[by 2030 (KEN, FRA)]', [{ alternatives: [{ words: ['by 2030'], by: ['KEN', 'FRA'] }] }]],
    [
      '[EU: shall (Norway and CHE; opposed by USA)][G77: may]',
      [
        {
          alternatives: [
            { words: ['shall'], by: ['eu'], supportedBy: ['NOR', 'CHE'], opposedBy: ['USA'] },
            { words: ['may'], by: ['g77'] },
          ],
        },
      ],
    ],
    ['[Note: nobody is called so]', [{ alternatives: [['Note: nobody is called so']] }]],
    ['[in part (as far as may be)]', [{ alternatives: [['in part (as far as may be)']] }]],
    [
      'by [X] or [...] or [… date]',
      [
        'by ',
        { placeholder: 'X' },
        ' or ',
        { placeholder: '...' },
        ' or ',
        { placeholder: 'date' },
      ],
    ],
    ['[5][X]', [{ alternatives: [['5'], [{ placeholder: 'X' }]] }]],
    ['as said[^12] \\[sic\\]', ['as said[^12] [sic]']],
    ['[a]\\&[b]', [{ alternatives: [['a']] }, { alternatives: [['b']] }]],
  ])('%s', (text, words) => {
    expect(read(text)).toEqual(words);
  });

  test('a bracket that does not end, or that none began, is refused with its place', () => {
    expect(faultOf('We [shall [act] now')).toEqual({
      at: 3,
      what: 'a bracket begins that does not end',
    });
    expect(faultOf('We shall] act')).toEqual({ at: 8, what: 'a bracket ends that none began' });
    expect(faultOf('\\[ and \\]')).toBeNull();
  });

  test('brackets nest so deep and no deeper', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(faultOf(nested(BRACKETS_NESTED_MAX))).toBeNull();
    expect(faultOf(nested(BRACKETS_NESTED_MAX + 1))?.at).toBe(BRACKETS_NESTED_MAX);
  });
});

test('what was written is read again as it was, whatever the words', () => {
  fc.assert(
    fc.property(anyWords, (words) => {
      expect(readWords(writeWords(words))).toEqual({ words });
    }),
    { numRuns: 300 },
  );
});
