import { describe, expect, it } from 'vitest';
import { INITIALS, searchTitles, titleScore } from './title-search.ts';

const all = [
  { agreement: 'test-ban', titles: ['Comprehensive Nuclear-Test-Ban Treaty', 'CTBT'] },
  { agreement: 'child', titles: ['Convention on the Rights of the Child', 'اتفاقية حقوق الطفل'] },
  { agreement: 'torture', titles: ['Convention against Torture', 'CAT'] },
];
const found = (text: string) => searchTitles(all, text, 10).map((match) => match.agreement);

describe('searching titles', () => {
  it('finds a short title in any case, before anything else', () => {
    expect(found('ctbt')).toEqual(['test-ban']);
    expect(found('CAT')[0]).toBe('torture');
  });

  it('finds initials, small words passed over, from three letters on', () => {
    expect(titleScore('crc', 'Convention on the Rights of the Child')).toBe(INITIALS);
    expect(titleScore('ct', 'Convention against Torture')).toBe(0);
    expect(titleScore('cat', 'Convention against Torture')).toBe(INITIALS);
  });

  it('finds words in another order, parts, and words with a slip', () => {
    expect(found('ban nuclear test')).toEqual(['test-ban']);
    expect(found('tortrue')).toEqual(['torture']);
    expect(found('rights child')).toEqual(['child']);
  });

  it('finds a title in another script', () => {
    expect(found('حقوق الطفل')).toEqual(['child']);
  });

  it('finds nothing for nothing, and no more than was asked for', () => {
    expect(found('  ')).toEqual([]);
    expect(found('zzzz')).toEqual([]);
    expect(searchTitles(all, 'convention', 1)).toHaveLength(1);
  });
});
