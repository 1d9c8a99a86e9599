/** The simulator on some hundred seeds; `npm run simulate` takes any number. */
import { describe, expect, it } from 'vitest';
import { simulate } from './run.ts';

const SEEDS_SMALL = 100;
const SEEDS_ANY = 12;

describe('nodes that crash, lie and lose messages', () => {
  it('keep every invariant, in small worlds', { timeout: 120_000 }, async () => {
    const totals = { acts: 0, forks: 0 };
    for (let seed = 1; seed <= SEEDS_SMALL; seed++) {
      const { faults, acts, forks } = await simulate(seed, { size: 'small' });
      totals.acts += acts;
      totals.forks += forks;
      expect({ seed, faults }).toEqual({ seed, faults: [] });
    }
    // What finds nothing to do or nobody who lies tells nothing.
    expect(totals.acts).toBeGreaterThan(100 * SEEDS_SMALL);
    expect(totals.forks).toBeGreaterThan(5);
  });

  it('keep every invariant, in larger ones', { timeout: 120_000 }, async () => {
    for (let seed = 1; seed <= SEEDS_ANY; seed++) {
      const { faults } = await simulate(seed);
      expect({ seed, faults }).toEqual({ seed, faults: [] });
    }
  });

  it('are the same from the same seed, to the last line', { timeout: 60_000 }, async () => {
    for (const seed of [3, 28, 39]) {
      const [one, other] = [await simulate(seed), await simulate(seed)];
      expect(one.trace.length).toBeGreaterThan(10);
      expect(other).toEqual(one);
    }
  });
});
