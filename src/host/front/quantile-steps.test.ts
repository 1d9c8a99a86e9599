import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantileSteps } from './quantile-steps.ts';

describe('steps of a quantity', () => {
  it('hold about equally many each, largest first', () => {
    expect(quantileSteps([1, 2, 3, 4, 5, 6, 7, 8], 4)).toEqual([
      { from: 7, to: 8 },
      { from: 5, to: 6 },
      { from: 3, to: 4 },
      { from: 1, to: 2 },
    ]);
  });

  it('are fewer where many counts are equal, and none where nothing is counted', () => {
    expect(quantileSteps([5, 5, 5, 9], 4)).toEqual([
      { from: 9, to: 9 },
      { from: 5, to: 5 },
    ]);
    expect(quantileSteps([], 4)).toEqual([]);
  });

  it('take in every count exactly once', () => {
    const counts = fc.array(fc.nat(200), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 6 }), (given, wanted) => {
        const steps = quantileSteps(given, wanted);
        const holding = given.map(
          (count) => steps.filter(({ from, to }) => from <= count && count <= to).length,
        );
        expect(steps.length).toBeLessThanOrEqual(wanted);
        expect(holding.every((number) => number === 1)).toBe(true);
      }),
    );
  });
});
