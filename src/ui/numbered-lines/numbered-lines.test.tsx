import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { rendered } from '../rendered.ts';
import { type PrintedRun, brokenLines, widthOf } from './break-lines.ts';
import { exampleParagraphs } from './examples.tsx';
import { NumberedLines } from './numbered-lines.tsx';

const textsOf = (lines: readonly (readonly PrintedRun[])[]): string[] =>
  lines.map((line) => line.map(({ text }) => text).join(''));
const broken = (text: string, measure: number, language = 'en') =>
  textsOf(brokenLines([{ text }], language, measure));

describe('words are broken into lines', () => {
  it('between words, and where a line ends in the text itself', () => {
    expect(broken('Members shall report every year.', 16)).toEqual([
      'Members shall ',
      'report every ',
      'year.',
    ]);
    expect(broken('One\nTwo', 16)).toEqual(['One', 'Two']);
  });

  it('up to the measure, at it, and no further', () => {
    expect(broken('ab cd', 5)).toEqual(['ab cd']);
    expect(broken('ab cd', 4)).toEqual(['ab ', 'cd']);
    expect(broken('Ungleichbehandlung', 4)).toEqual(['Ungleichbehandlung']);
  });

  it('between signs of Chinese, which are wide, but not before what closes', () => {
    expect(widthOf('缔约方')).toBe(6);
    expect(broken('缔约方应当报告。', 6, 'zh').every((line) => !line.startsWith('。'))).toBe(true);
    expect(broken('缔约方应当报告', 6, 'zh').length).toBeGreaterThan(1);
  });

  it('without losing a letter or whether it is struck', () => {
    const run = fc.record({
      text: fc.stringMatching(/^[a-z缔约 ]{0,12}$/u),
      as: fc.constantFrom('old' as const, 'new' as const, undefined),
    });
    fc.assert(
      fc.property(
        fc.array(run, { maxLength: 8 }),
        fc.integer({ min: 1, max: 20 }),
        (runs, width) => {
          const letters = (of: readonly PrintedRun[]) =>
            of.flatMap(({ as, text }) => text.split('').map((letter) => `${letter} ${as ?? ''}`));
          expect(letters(brokenLines(runs, 'en', width).flat())).toEqual(letters(runs));
        },
      ),
      { numRuns: 100 },
    );
  });
});

test('every fifth line has its number, through all paragraphs', async () => {
  const shown = await rendered(
    <NumberedLines language="en" paragraphs={exampleParagraphs} measure={36} />,
  );
  expect([...shown.matchAll(/data-line="(\d+)"/g)].map((found) => found[1])).toEqual(['5']);
  expect(shown).toContain('<ins>shall</ins><sup>1</sup>');
  expect(shown).toContain('<del>should</del>');
});
