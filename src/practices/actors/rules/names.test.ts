import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bearer, nameIndex } from './name-index.ts';
import { nameKey, nameKeys } from './name-key.ts';
import {
  EXACT,
  scoreOf,
  searchNames,
  searchableNames,
  slipsAllowed,
  slipsBetween,
} from './name-search.ts';
import { ALWAYS } from './period.ts';

const bearer = (actor: string, name: string, more: Partial<Bearer> = {}): Bearer => {
  return { actor, name, ...ALWAYS, ...more };
};
const index = nameIndex(
  [
    bearer('NLD', 'Netherlands'),
    bearer('NLD', 'Kingdom of the Netherlands'),
    bearer('PRK', "Democratic People's Republic of Korea"),
    bearer('KOR', 'Republic of Korea'),
    bearer('COG', 'Congo'),
    bearer('COD', 'Democratic Republic of the Congo'),
    bearer('CIV', "Côte d'Ivoire"),
    bearer('GMB', 'Gambia'),
    bearer('BOL', 'Bolivia (Plurinational State of)'),
    bearer('YUG', 'Yugoslavia'),
    bearer('SCG', 'Yugoslavia', { from: '1992-04-27', to: '2003-02-04' }),
    bearer('VGB', 'Virgin Islands (British)'),
    bearer('LCA', 'Saint Lucia'),
    bearer('STP', 'Sao Tome & Principe'),
  ],
  (actor) => (/^[A-Z]{3}$/.test(actor) && actor !== 'ZZZ' ? existence(actor) : null),
);

function existence(actor: string) {
  return actor === 'YUG' ? { from: '1918-12-01', to: '1992-04-27' } : ALWAYS;
}

describe('a name is resolved', () => {
  it.each([
    ['NLD', 'NLD'],
    ['the netherlands', 'NLD'],
    ['Netherlands (the)', 'NLD'],
    ['Netherlands (Kingdom of the)', 'NLD'],
    ['NETHERLANDS, KINGDOM OF THE', 'NLD'],
    ['Korea, Republic of', 'KOR'],
    ['Korea (Democratic People’s Republic of)', 'PRK'],
    ['Congo (Democratic Republic of the)', 'COD'],
    ['Cote dIvoire', 'CIV'],
    ['Bolivia', 'BOL'],
    ['The Gambia', 'GMB'],
    ['St. Lucia', 'LCA'],
    ['São Tomé and Príncipe', 'STP'],
  ])('%s: %s', (name, actor) => {
    expect(index.resolve(name)).toBe(actor);
  });

  it.each(['Korea', 'Virgin Islands', 'Congo (Kinshasa)', 'Netherland', 'ZZZ', '', '()', 'the'])(
    'and not guessed: “%s”',
    (name) => {
      expect(index.resolve(name)).toBeNull();
    },
  );

  it('to the one that bore it on the day, and to none where several did', () => {
    expect(index.resolve('Yugoslavia')).toBeNull();
    expect(index.resolve('Yugoslavia', '1970-01-01')).toBe('YUG');
    expect(index.resolve('Yugoslavia', '1992-04-26')).toBe('YUG');
    expect(index.resolve('Yugoslavia', '1992-04-27')).toBe('SCG');
    expect(index.resolve('Gambia', '1066-10-14')).toBe('GMB');
  });
});

describe('the key of a name', () => {
  it('is its own key, and the same in capitals', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(nameKey(nameKey(name))).toBe(nameKey(name));
      }),
    );
  });

  it('is never empty', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(nameKeys(name)).not.toContain('');
      }),
    );
  });
});

describe('the search', () => {
  const names = searchableNames(
    [],
    [
      { actor: 'DEU', name: 'Germany' },
      { actor: 'GUY', name: 'Guyana' },
      { actor: 'GBR', name: 'United Kingdom' },
      { actor: 'ARE', name: 'United Arab Emirates' },
      { actor: 'JPN', name: '日本' },
    ],
  );
  const first = (text: string) => searchNames(names, text, 5)[0]?.actor;

  it.each([
    ['germany', 'DEU'],
    ['Grmany', 'DEU'],
    ['Gemrany', 'DEU'],
    ['germ', 'DEU'],
    ['kingdom united', 'GBR'],
    ['emirats', 'ARE'],
    ['日', 'JPN'],
    ['gbr', 'GBR'],
  ])('finds by “%s”: %s', (text, actor) => {
    expect(first(text)).toBe(actor);
  });

  it.each(['', ' ', 'xyz', 'Guy Fawkes of nowhere'])('finds nothing by “%s”', (text) => {
    expect(first(text)).toBeUndefined();
  });

  it('puts the exact name before its beginning', () => {
    expect(scoreOf('guyana', { key: 'guyana', words: ['guyana'] })).toBe(EXACT);
    expect(scoreOf('guy', { key: 'guyana', words: ['guyana'] })).toBeLessThan(EXACT);
  });

  it('gives no more than it is asked for', () => {
    expect(searchNames(names, 'united', 1)).toHaveLength(1);
  });

  it('forgives one slip from four letters, two from eight', () => {
    expect(['abc', 'abcd', 'abcdefg', 'abcdefgh'].map(slipsAllowed)).toEqual([0, 1, 1, 2]);
  });

  it('counts slips the same in both directions, and none for the same word', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(slipsBetween(one, other, 6)).toBe(slipsBetween(other, one, 6));
        expect(slipsBetween(one, other, 6) === 0).toBe(one === other);
      }),
    );
  });

  it('says one more than the most where there are more', () => {
    expect(slipsBetween('abcdef', 'uvwxyz', 2)).toBe(3);
  });
});
