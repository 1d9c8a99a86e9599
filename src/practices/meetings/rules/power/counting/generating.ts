/**
 * Counts light sets by a generating function over weights, and sizes where they matter. To take a
 * player out again, the recurrence is run from the light end, where nothing is cut off, and only
 * where it is asked for: what lies below a limit without it is an alternating sum of what lies
 * below that limit, lowered by its weight again and again. Mann and Shapley 1962; Uno 2012.
 */
import { type Light, type LightSets, reachOf } from './light-sets.ts';
import { ADDITIONS_MAX, moduliFor, togetherFrom } from './residues.ts';
import { choicesOf } from './winning.ts';

/** How many additions it takes. */
export function stepsToGenerate(light: Light, bySize: boolean): number {
  const { length } = light.weights;
  const sizes = bySize ? (length + 1) / 2 : 1;
  return moduliFor(length).length * reachOf(light) * sizes * length;
}

/** A polynomial: its coefficients by size, and below the reach by weight. */
type Rows = readonly Float64Array[];

interface Space {
  readonly bySize: boolean;
  readonly reach: number;
  readonly modulus: number;
}

/** Adds without looking whether a sum has outgrown the modulus: that is done now and then. */
function addTo(into: Float64Array, from: Float64Array, weight: number): void {
  for (let at = into.length - 1; at >= weight; at -= 1) {
    // Both places are within the arrays, which are equally long.
    (into[at] as number) += from[at - weight] as number;
  }
}

/** Brings all to within twice the modulus of nothing, which is as good as below it. */
function reduce(rows: Rows, modulus: number): void {
  const share = 1 / modulus;
  for (const row of rows) {
    for (let at = 0; at < row.length; at += 1) {
      const value = row[at] as number; // Within the array.
      row[at] = value - Math.floor(value * share) * modulus;
    }
  }
}

/** One more player: with it, each set is one larger, where sizes are told apart. */
function addPlayer(rows: Rows, weight: number, bySize: boolean): void {
  const step = bySize ? 1 : 0;
  for (let size = rows.length - 1; size >= step; size -= 1) {
    const [into, from] = [rows[size], rows[size - step]];
    if (into && from) addTo(into, from, weight);
  }
}

/** The product over all players of one plus what each adds. */
function product(weights: readonly number[], { bySize, reach, modulus }: Space): Rows {
  const sizes = bySize ? weights.length + 1 : 1;
  const rows = Array.from({ length: sizes }, () => new Float64Array(reach));
  if (rows[0]) rows[0][0] = 1;
  for (const [number, weight] of weights.entries()) {
    addPlayer(bySize ? rows.slice(0, number + 2) : rows, weight, bySize);
    if ((number + 1) % ADDITIONS_MAX === 0) reduce(rows, modulus);
  }
  reduce(rows, modulus);
  return rows;
}

/** Of each row, the sums of all before each place. */
function sumsBelow(rows: Rows, modulus: number): Rows {
  return rows.map((row) => {
    const sums = new Float64Array(row.length + 1);
    for (let at = 0; at < row.length; at += 1) {
      sums[at + 1] = ((sums[at] ?? 0) + (row[at] ?? 0)) % modulus;
    }
    return sums;
  });
}

/** How many sets lie below the limit without a player of this weight, as a remainder. */
function without(
  sums: Rows,
  size: number,
  limit: number,
  weight: number,
  { bySize, modulus }: Space,
) {
  let left = 0;
  let sign = 1;
  let end = Math.min(limit, (sums[0]?.length ?? 1) - 1);
  for (let row = size; row >= 0 && end > 0; row -= bySize ? 1 : 0) {
    left = (left + sign * (sums[row]?.[end] ?? 0)) % modulus;
    sign = -sign;
    end -= weight;
  }
  return left;
}

/** For one modulus: all, and without a player of each weight. */
function countedBy(weights: readonly number[], limits: readonly number[], space: Space) {
  const sums = sumsBelow(product(weights, space), space.modulus);
  const limitOf = (size: number): number => Math.min(space.reach, limits[size] ?? 0);
  const kinds = new Map<number, number[]>();
  for (const weight of new Set(weights)) {
    kinds.set(
      weight,
      sums.map((_, size) => without(sums, size, limitOf(size), weight, space)),
    );
  }
  return { all: sums.map((row, size) => row[limitOf(size)] ?? 0), kinds };
}

/** Sets of which nothing is asked: all of the sizes whose limit is infinite. */
function unlimited(counts: readonly bigint[], limits: readonly number[], players: number) {
  const every = choicesOf(players);
  return counts.map((one, size) => (limits[size] === Infinity ? (every[size] ?? 0n) : one));
}

/** Of players that weigh nothing half of all sets have each; they are left out of the sums. */
function countedPlain({ weights, limits }: Light): LightSets {
  const heavy = weights.filter((one) => one > 0);
  const light = { weights: heavy, limits, isPlain: true };
  const { all, kinds } = counted(light, false);
  const times = 2n ** BigInt(weights.length - heavy.length);
  const total = (all[0] ?? 0n) * times;
  const containing = weights.map((weight) => [
    weight === 0 ? total / 2n : total - (kinds.get(weight)?.[0] ?? 0n) * times,
  ]);
  return { all: [total], containing };
}

function counted(light: Light, bySize: boolean) {
  const { weights, limits } = light;
  const moduli = moduliFor(weights.length);
  const together = togetherFrom(moduli);
  const reach = reachOf(light);
  const counts = moduli.map((modulus) => countedBy(weights, limits, { bySize, reach, modulus }));
  const put = (of: (at: number) => readonly number[] | undefined): bigint[] =>
    (of(0) ?? []).map((_, size) => together(moduli.map((__, at) => of(at)?.[size] ?? 0)));
  return {
    all: put((at) => counts[at]?.all),
    kinds: new Map(
      [...new Set(weights)].map((one) => [one, put((at) => counts[at]?.kinds.get(one))]),
    ),
  };
}

/** Counts light sets; sizes are told apart where that is asked for or matters. */
export function lightByGenerating(light: Light, bySize: boolean): LightSets {
  const { weights, limits, isPlain } = light;
  if (isPlain && !bySize) return countedPlain(light);
  const { all: found, kinds } = counted(light, true);
  const all = unlimited(found, limits, weights.length);
  const containingOf = (weight: number): bigint[] => {
    const others = unlimited(kinds.get(weight) ?? [], limits, weights.length - 1);
    return all.map((one, size) => one - (others[size] ?? 0n));
  };
  const known = new Map([...kinds.keys()].map((weight) => [weight, containingOf(weight)]));
  return { all, containing: weights.map((weight) => known.get(weight) ?? []) };
}
