import fc from 'fast-check';
import { expect, test } from 'vitest';
import { english, rendered } from '../rendered.ts';
import { Pagination, pagesShown } from './pagination.tsx';

test('first, last and neighbours are shown, gaps where more than one page is left out', () => {
  expect(pagesShown(1, 1)).toEqual([1]);
  expect(pagesShown(1, 3)).toEqual([1, 2, 3]);
  expect(pagesShown(4, 9)).toEqual([1, 2, 3, 4, 5, 0, 9]);
  expect(pagesShown(7, 1204)).toEqual([1, 0, 6, 7, 8, 0, 1204]);
});

test('never more than seven places, and the present page always among them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), (pages, seed) => {
      const page = 1 + (seed % pages);
      const shown = pagesShown(page, pages);
      expect(shown.length).toBeLessThanOrEqual(7);
      expect(shown).toContain(page);
    }),
  );
});

test('one page needs no links', async () => {
  const hrefOf = () => '/';
  expect(await rendered(<Pagination text={english} page={1} pages={1} hrefOf={hrefOf} />)).toBe('');
});
