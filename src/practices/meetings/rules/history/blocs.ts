/**
 * Blocs: actors that vote alike, found by joining, again and again, the two groups whose members
 * agree most with each other on average, until no two reach the threshold (average linkage; R. R.
 * Sokal and C. D. Michener, 1958). Of equal ones the first by name are joined, so that the same
 * votes give the same blocs.
 */
import { type Measure, type Pairs, measured } from './agreement.ts';

export interface Blocs {
  /** Positions of actors in the pairs, the largest bloc first; who is in none stands alone. */
  readonly blocs: readonly (readonly number[])[];
  /** All positions, so that those who agree stand beside each other. */
  readonly order: readonly number[];
}

interface Group {
  readonly members: readonly number[];
}

/** Sums of agreement between groups, and over how many pairs: an average is their quotient. */
class Sums {
  readonly #size: number;
  readonly #sum: Float64Array;
  readonly #count: Float64Array;

  constructor(pairs: Pairs, measure: Measure) {
    this.#size = pairs.actors.length;
    this.#sum = new Float64Array(this.#size * this.#size);
    this.#count = new Float64Array(this.#size * this.#size);
    for (let one = 0; one < this.#size; one += 1) {
      for (let other = 0; other < one; other += 1) {
        const { part, whole } = measured(pairs.between(one, other), measure);
        // Two that never met say nothing about their groups.
        if (whole > 0) this.#put(one, other, part / whole, 1);
      }
    }
  }

  #put(one: number, other: number, sum: number, count: number): void {
    for (const at of [one * this.#size + other, other * this.#size + one]) {
      this.#sum[at] = sum;
      this.#count[at] = count;
    }
  }

  average(one: number, other: number): number {
    const at = one * this.#size + other;
    const count = this.#count[at] ?? 0;
    return count === 0 ? -1 : (this.#sum[at] ?? 0) / count;
  }

  /** Adds what the second has with each of the others to what the first has. */
  join(one: number, other: number, others: Iterable<number>): void {
    for (const third of others) {
      const [at, from] = [one * this.#size + third, other * this.#size + third];
      const sum = (this.#sum[at] ?? 0) + (this.#sum[from] ?? 0);
      this.#put(one, third, sum, (this.#count[at] ?? 0) + (this.#count[from] ?? 0));
    }
  }
}

interface Best {
  readonly one: number;
  readonly other: number;
  readonly average: number;
}

/** The two groups whose members agree most on average; null where no two have met. */
function closest(living: readonly number[], sums: Sums): Best | null {
  let best: Best | null = null;
  for (const [at, one] of living.entries()) {
    for (const other of living.slice(at + 1)) {
      const average = sums.average(one, other);
      if (average >= 0 && average > (best?.average ?? -1)) best = { one, other, average };
    }
  }
  return best;
}

/** Blocs whose members agree on average by at least the threshold, in thousandths. */
export function blocsOf(pairs: Pairs, measure: Measure, thresholdPerMille: number): Blocs {
  const sums = new Sums(pairs, measure);
  const groups = new Map<number, Group>(
    pairs.actors.map((_, at) => [at, { members: [at] }] as const),
  );
  let blocs: readonly (readonly number[])[] | null = null;
  const standing = (): readonly (readonly number[])[] =>
    [...groups.values()].map(({ members }) => members);
  for (;;) {
    const best = closest([...groups.keys()], sums);
    // Joining goes on to the end, for the order; the blocs are those of before.
    if (blocs === null && (best === null || best.average * 1000 < thresholdPerMille)) {
      blocs = standing();
    }
    if (best === null) break;
    const [one, other] = [groups.get(best.one), groups.get(best.other)];
    if (one === undefined || other === undefined) throw new Error('a group is gone');
    groups.delete(best.other);
    sums.join(
      best.one,
      best.other,
      [...groups.keys()].filter((third) => third !== best.one),
    );
    groups.set(best.one, { members: [...one.members, ...other.members] });
  }
  const bySize = (one: readonly number[], other: readonly number[]): number =>
    other.length - one.length || (one[0] ?? 0) - (other[0] ?? 0);
  return { blocs: [...(blocs ?? standing())].sort(bySize), order: standing().flat() };
}
