import { describe, expect, it } from 'vitest';
import { ProvisionId, articleOf, citationOf, isWithinProvision } from './provision.ts';

describe('addresses of provisions', () => {
  it.each([
    ['art_11', 'Art. 11'],
    ['art_11__para_1', 'Art. 11(1)'],
    ['art_11__para_1__list_b', 'Art. 11(1)(b)'],
    ['part_XI__art_133', 'Part XI, Art. 133'],
    ['annex_II__art_3', 'Annex II, Art. 3'],
    ['preamble', 'Preamble'],
  ])('%s is cited as %s', (id, cited) => {
    expect(citationOf(ProvisionId.parse(id))).toBe(cited);
  });

  it.each(['', 'article 11', 'art_', 'art_11__', '__art_1', 'art_1 ', 'verse_3'])(
    '%j is none',
    (id) => {
      expect(ProvisionId.safeParse(id).success).toBe(false);
    },
  );

  it('a paragraph lies in its article, and article 11 not in article 1', () => {
    expect(isWithinProvision('art_11__para_1', 'art_11')).toBe(true);
    expect(isWithinProvision('art_11', 'art_11')).toBe(true);
    expect(isWithinProvision('art_11', 'art_1')).toBe(false);
    expect(isWithinProvision('art_11', 'art_11__para_1')).toBe(false);
  });

  it('a paragraph belongs to its article, wherever the article stands', () => {
    expect(articleOf('part_XI__art_133__para_2')).toBe('part_XI__art_133');
    expect(articleOf('annex_II__art_3__para_1')).toBe('annex_II__art_3');
    expect(articleOf('part_XI')).toBe('part_XI');
  });
});
