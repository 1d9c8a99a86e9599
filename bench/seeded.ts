/** Numbers that look random and are the same at every run, so that runs can be compared. */

export interface Seeded {
  /** A whole number from 0 to below `bound`. */
  below(bound: number): number;
  /** True in `percent` of a hundred cases. */
  inPercent(percent: number): boolean;
  pick<Value>(values: readonly Value[]): Value;
}

/** A generator after Steele, Lea and Flood, "Fast splittable pseudorandom number generators". */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  const below = (bound: number): number => next() % bound;
  return {
    below,
    inPercent: (percent) => below(100) < percent,
    pick: (values) => {
      const value = values[below(values.length)];
      if (value === undefined) throw new Error('nothing to pick from');
      return value;
    },
  };
}
