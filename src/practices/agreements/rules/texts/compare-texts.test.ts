import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Provision } from '../../payloads/texts.ts';
import {
  EDITS_MAX,
  alignLanguages,
  compareVersions,
  compareWords,
  wordsOf,
} from './compare-texts.ts';

const article = (number: string, text: string): Provision => ({
  id: `art_${number}`,
  kind: 'art',
  text,
});

const side = (which: 'from' | 'to', stretches: ReturnType<typeof compareWords>): string =>
  stretches
    .filter((stretch) => stretch.in !== (which === 'from' ? 'to' : 'from'))
    .map(({ text }) => text)
    .join('');

describe('two versions of words', () => {
  it('differ by words, and keep what they share', () => {
    expect(compareWords('The river is shared.', 'The lake is shared.', 'en')).toEqual([
      { in: 'both', text: 'The ' },
      { in: 'from', text: 'river' },
      { in: 'to', text: 'lake' },
      { in: 'both', text: ' is shared.' },
    ]);
  });

  it('differ by words in Chinese, which has no spaces', () => {
    const changed = compareWords('缔约方应当保护河流。', '缔约方应当保护湖泊。', 'zh');
    expect(changed[0]).toEqual({ in: 'both', text: '缔约方应当保护' });
  });

  it('can both be read from what differs', () => {
    const words = fc
      .array(fc.constantFrom('the ', 'river ', 'الأطراف ', '缔约方', '. '), { maxLength: 30 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(words, words, (from, to) => {
        const stretches = compareWords(from, to, 'en');
        expect([side('from', stretches), side('to', stretches)]).toEqual([from, to]);
      }),
    );
  });

  it('that have nothing in common and are long are told as two', () => {
    const long = (word: string): string => `${word} `.repeat(EDITS_MAX * 4);
    expect(compareWords(long('one'), long('two'), 'en')).toEqual([
      { in: 'from', text: long('one') },
      { in: 'to', text: long('two') },
    ]);
  });
});

describe('two versions of a text', () => {
  const from = [article('1', 'a'), article('2', 'b'), article('3', 'c')];

  it('are told apart provision by provision, in an order that fits both', () => {
    const to = [article('1', 'a'), article('1bis', 'new'), article('3', 'c and d')];
    const rows = compareVersions(from, to, 'en').map(({ id, fate }) => [id, fate]);
    expect(rows).toEqual([
      ['art_1', 'same'],
      ['art_2', 'removed'],
      ['art_1bis', 'added'],
      ['art_3', 'changed'],
    ]);
  });

  it('show what moved as removed and added', () => {
    const to = [article('2', 'b'), article('1', 'a'), article('3', 'c')];
    const fates = compareVersions(from, to, 'en').map(({ id, fate }) => `${id} ${fate}`);
    expect(fates).toHaveLength(4);
    expect(
      fates.filter((fate) => !fate.endsWith('same')).map((fate) => fate.split(' ')[0]),
    ).toEqual(expect.arrayContaining(['art_1']));
  });

  it('differ by number and heading too', () => {
    const [row] = compareVersions(
      [{ ...article('1', 'a'), heading: 'Aim' }],
      [{ ...article('1', 'a'), heading: 'Purpose' }],
      'en',
    );
    expect(row?.fate).toBe('changed');
    expect(wordsOf({ ...article('1', 'a'), number: 'Article 1', heading: 'Aim' })).toBe(
      'Article 1\nAim\na',
    );
  });
});

it('two languages stand side by side, and what one lacks is empty there', () => {
  const rows = alignLanguages(
    [article('1', 'one'), article('2', 'two')],
    [article('1', 'un'), article('3', 'trois')],
  );
  expect(rows.map(({ id, one, other }) => [id, one?.text ?? null, other?.text ?? null])).toEqual([
    ['art_1', 'one', 'un'],
    ['art_2', 'two', null],
    ['art_3', null, 'trois'],
  ]);
});
