import { describe, expect, it } from 'vitest';
import { WORDS_MAX, pairsIn } from './pair.ts';

describe('two names in one search', () => {
  it('are parted at every word', () => {
    expect(pairsIn('Kenya Norway')).toEqual([['Kenya', 'Norway']]);
    expect(pairsIn('Kenya New Zealand')).toEqual([
      ['Kenya', 'New Zealand'],
      ['Kenya New', 'Zealand'],
    ]);
  });

  it('leave out what stands between them', () => {
    for (const text of ['Kenya and Norway', 'Kenya, Norway', 'Kenya / Norway', 'Kenya – Norway']) {
      expect(pairsIn(text)).toContainEqual(['Kenya', 'Norway']);
    }
    expect(pairsIn('كينيا و النرويج')).toContainEqual(['كينيا', 'النرويج']);
  });

  it('keep a word that belongs to a name', () => {
    expect(pairsIn('Trinidad and Tobago')).not.toContainEqual(['Trinidad', 'and Tobago']);
  });

  it('are none in a single word, and bounded in a long text', () => {
    expect(pairsIn('Kenya')).toEqual([]);
    expect(pairsIn(' ')).toEqual([]);
    expect(pairsIn('a '.repeat(WORDS_MAX)).length).toBeLessThan(WORDS_MAX);
    expect(pairsIn('a '.repeat(WORDS_MAX + 90)).length).toBeLessThan(WORDS_MAX);
  });
});
