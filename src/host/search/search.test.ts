/** What words find, and how they are compared. */
import { describe, expect, it } from 'vitest';
import { excerptOf } from './excerpt.ts';
import { isThere } from './open-shelves.ts';
import { keyOf } from './fold.ts';
import { rank } from './ranking.ts';
import { namedDay } from './reading/dates.ts';
import { spellingsOf } from './spelling.ts';
import { worldShelves } from './test-shelves.ts';

const shelves = await worldShelves();
const first = (query: string): string => rank(shelves, query)[0]?.thing.id ?? '';

describe('names are the same', () => {
  it('without case, accents and articles', () => {
    expect(keyOf('The Côte d’Ivoire')).toBe(keyOf('COTE D IVOIRE'));
    expect(keyOf('l’Accord de Paris')).toBe(keyOf('accord paris'));
  });

  it('in every form of an Arabic letter, with and without vowel signs', () => {
    expect(keyOf('الإِتِّفاقيّة')).toBe(keyOf('اتفاقية'));
    expect(keyOf('والبرازيل')).toBe(keyOf('البرازيل'));
  });

  it('however Russian declines them', () => {
    expect(keyOf('Кенией')).toBe(keyOf('Кения'));
    expect(keyOf('Совета Безопасности')).toBe(keyOf('Совет Безопасности'));
  });
});

describe('words find', () => {
  it.each([
    ['kenya', 'KEN'],
    ['Cote dIvoire', 'CIV'],
    ['norwey', 'NOR'],
    ['ctbt', 'comprehensive-test-ban-treaty'],
    ['traité sur la non-prolifération', 'non-proliferation-treaty'],
    ['запрещение ядерных испытаний', 'comprehensive-test-ban-treaty'],
    ['核武器条约', 'non-proliferation-treaty'],
    ['النرويج', 'NOR'],
    ['security council', 'un-security-council'],
  ])('%s first', (query, id) => {
    const best = rank(shelves, query).slice(0, 3);
    expect(best.map(({ thing }) => thing.id)).toContain(id);
  });

  it('nothing where nothing bears them, and then what is near', () => {
    expect(first('xqzzqx')).toBe('');
    expect(spellingsOf('norwxy', shelves)).toContain('Norway');
  });

  it('and show the place that answered', () => {
    const [hit] = rank(shelves, 'CTBT');
    expect(hit && excerptOf(hit)).toEqual([{ words: 'CTBT', match: true }]);
  });
});

describe('a day in words', () => {
  it.each([
    ['on 5 October 2016', '2016-10-05'],
    ['in February 2024', '2024-02-29'],
    ['1999', '1999-12-31'],
    ['le 1er mars 2001', '2001-03-01'],
    ['5 октября 2016 года', '2016-10-05'],
    ['2016年10月', '2016-10-31'],
    ['٢٠١٦', '2016-12-31'],
  ])('%s', (words, on) => {
    expect(namedDay(words)?.on).toBe(on);
  });

  it.each(['A/RES/2016/1', '12345', 'kenya'])('is none in %s', (words) => {
    expect(namedDay(words)).toBeNull();
  });
});

describe('what is found', () => {
  const thing = {
    kind: 'vote',
    id: '1',
    href: '/',
    title: { en: 'a' },
    from: '2020-01-02',
    recordedAt: '2026-01-01T00:00:00.000Z',
  };

  it('was there on the day asked for', () => {
    expect(isThere(thing, { asOf: '2020-01-01', knownAt: null })).toBe(false);
    expect(isThere(thing, { asOf: '2020-01-02', knownAt: null })).toBe(true);
  });

  it('was known at the instant asked for', () => {
    const asOf = '2026-02-01';
    expect(isThere(thing, { asOf, knownAt: '2025-12-31T23:59:59.999Z' })).toBe(false);
    expect(isThere(thing, { asOf, knownAt: '2026-01-01T00:00:00.000Z' })).toBe(true);
  });
});
