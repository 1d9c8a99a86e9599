import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PART_ISSUES_MAX, PART_PROVISIONS_MAX, cutIntoParts } from './text-parts.ts';

const provisions = (count: number, depth = 0) =>
  Array.from({ length: count }, (_, at) => ({ id: `op-${at}`, depth: at === 0 ? 0 : depth }));
const sizes = (count: number, open = 0, depth = 0) =>
  cutIntoParts(provisions(count, depth), () => open).map((part) => part.length);

describe('a text is one part', () => {
  it.each([
    [PART_PROVISIONS_MAX - 1, [PART_PROVISIONS_MAX - 1]],
    [PART_PROVISIONS_MAX, [PART_PROVISIONS_MAX]],
    [PART_PROVISIONS_MAX + 1, [PART_PROVISIONS_MAX, 1]],
  ])('up to so many provisions: of %i', (count, expected) => {
    expect(sizes(count)).toEqual(expected);
  });

  it.each([
    [PART_ISSUES_MAX / 10 - 1, [PART_ISSUES_MAX / 10 - 1]],
    [PART_ISSUES_MAX / 10, [PART_ISSUES_MAX / 10]],
    [PART_ISSUES_MAX / 10 + 1, [PART_ISSUES_MAX / 10, 1]],
  ])('up to so many open issues: of %i provisions with ten each', (count, expected) => {
    expect(sizes(count, 10)).toEqual(expected);
  });

  it('where it is empty, is none', () => {
    expect(sizes(0)).toEqual([]);
  });

  it('for as long as its provisions stand under one, up to twice as many', () => {
    expect(sizes(2 * PART_PROVISIONS_MAX, 0, 1)).toEqual([2 * PART_PROVISIONS_MAX]);
    expect(sizes(2 * PART_PROVISIONS_MAX + 1, 0, 1)).toEqual([2 * PART_PROVISIONS_MAX, 1]);
  });
});

it('the parts of a text are all of it, in its order', () => {
  const provision = fc.record({ depth: fc.nat(3), open: fc.nat(500) });
  fc.assert(
    fc.property(fc.array(provision, { maxLength: 400 }), (given) => {
      const all = given.map((one, at) => ({ ...one, id: String(at) }));
      const parts = cutIntoParts(all, (id) => all[Number(id)]?.open ?? 0);
      expect(parts.flat()).toEqual(all);
      expect(parts.every((part) => part.length > 0)).toBe(true);
    }),
  );
});
