/**
 * Counts light sets by meeting in the middle: all sets of either half, sorted by weight for each
 * size, so that those that are light together are found by two hands that walk towards each other.
 * Horowitz and Sahni 1974.
 */
import type { Light, LightSets } from './light-sets.ts';
import { choicesOf } from './winning.ts';

/** More players than these have too many sets in either half. */
export const MEETING_MAX = 36;

/** Sets of one size, the lightest first. */
interface Sorted {
  readonly sums: Float64Array;
  readonly masks: Int32Array;
}

const sorted = (length: number): Sorted => ({
  sums: new Float64Array(length),
  masks: new Int32Array(length),
});

/** The sets of a size without a player, and those with it, as one list. */
function merged(without: Sorted, before: Sorted, weight: number, bit: number): Sorted {
  const into = sorted(without.sums.length + before.sums.length);
  let [one, other] = [0, 0];
  for (let at = 0; at < into.sums.length; at += 1) {
    const plain = without.sums[one] ?? Infinity;
    const heavier = (before.sums[other] ?? Infinity) + weight;
    if (plain <= heavier) {
      into.sums[at] = plain;
      into.masks[at] = without.masks[one] ?? 0;
      one += 1;
    } else {
      into.sums[at] = heavier;
      into.masks[at] = (before.masks[other] ?? 0) + bit;
      other += 1;
    }
  }
  return into;
}

/** All sets of the players by their size. */
function setsOf(weights: readonly number[]): Sorted[] {
  const nobody = sorted(0);
  let lists: Sorted[] = [sorted(1)];
  for (const [at, weight] of weights.entries()) {
    lists = [...lists, nobody].map((list, size) =>
      merged(list, lists[size - 1] ?? nobody, weight, 2 ** at),
    );
  }
  return lists;
}

interface Sums {
  /** By size of the whole set. */
  readonly all: Float64Array;
  /** Of each player of the half that is walked. */
  readonly containing: readonly Float64Array[];
}

/** Adds a number to each player of the mask. */
function addToEach(containing: Sums['containing'], players: number, size: number, count: number) {
  for (let mask = players; mask !== 0; mask &= mask - 1) {
    const held = containing[31 - Math.clz32(mask & -mask)];
    if (held) held[size] = (held[size] ?? 0) + count;
  }
}

/** For each set of one list, how many of the other are light with it. */
function walk(own: Sorted, other: Sorted, limit: number, size: number, into: Sums): void {
  let count = other.sums.length;
  for (const [at, sum] of own.sums.entries()) {
    while (count > 0 && (other.sums[count - 1] ?? 0) >= limit - sum) count -= 1;
    if (count === 0) return;
    into.all[size] = (into.all[size] ?? 0) + count;
    addToEach(into.containing, own.masks[at] ?? 0, size, count);
  }
}

function halfOf(own: Sorted[], other: Sorted[], limits: readonly number[]): Sums {
  const empty = (): Float64Array => new Float64Array(limits.length);
  const into = { all: empty(), containing: own.slice(1).map(empty) };
  for (const [size, list] of own.entries()) {
    for (const [more, beside] of other.entries()) {
      const limit = limits[size + more] ?? 0;
      if (limit > 0 && limit !== Infinity) walk(list, beside, limit, size + more, into);
    }
  }
  return into;
}

/** Counts sets that are lighter than the limit of their size; fewer than 2^53 in all. */
export function lightByMeeting({ weights, limits }: Light): LightSets {
  const middle = Math.floor(weights.length / 2);
  const [first, second] = [setsOf(weights.slice(0, middle)), setsOf(weights.slice(middle))];
  const left = halfOf(first, second, limits);
  const right = halfOf(second, first, limits);
  const [every, others] = [choicesOf(weights.length), choicesOf(weights.length - 1)];
  const exact = (counts: Float64Array, free: readonly bigint[], chosen: number): bigint[] =>
    limits.map((limit, size) =>
      limit === Infinity ? (free[size - chosen] ?? 0n) : BigInt(counts[size] ?? 0),
    );
  return {
    all: exact(left.all, every, 0),
    containing: [...left.containing, ...right.containing].map((one) => exact(one, others, 1)),
  };
}

/** Players of a mask, numbered from the first one on. */
function membersOf(mask: number, first: number): number[] {
  const members: number[] = [];
  for (let left = mask; left !== 0; left &= left - 1) {
    members.push(first + 31 - Math.clz32(left & -left));
  }
  return members;
}

interface Pair {
  readonly weight: number;
  /** The masks of its two halves. */
  readonly masks: readonly [number, number];
}

const sumAt = ({ sums }: Sorted, at: number): number => sums[at] ?? Infinity;
const maskAt = ({ masks }: Sorted, at: number): number => masks[at] ?? 0;

/** The lightest pair of the two lists that reaches `least`; else the one known before. */
function lightestPair(one: Sorted, other: Sorted, least: number, known: Pair | null): Pair | null {
  let best = known ?? { weight: Infinity, masks: [0, 0] };
  let beside = other.sums.length - 1;
  for (const [at, sum] of one.sums.entries()) {
    while (beside > 0 && sumAt(other, beside - 1) + sum >= least) beside -= 1;
    const weight = sum + sumAt(other, beside);
    if (weight < least || weight >= best.weight) continue;
    best = { weight, masks: [maskAt(one, at), maskAt(other, beside)] };
  }
  return best.weight === Infinity ? null : best;
}

/** A lightest set of so many that weighs at least so much; null where there is none. */
export function lightestSet(
  weights: readonly number[],
  size: number,
  least: number,
): readonly number[] | null {
  const middle = Math.floor(weights.length / 2);
  const [first, second] = [setsOf(weights.slice(0, middle)), setsOf(weights.slice(middle))];
  let best: Pair | null = null;
  for (const [some, list] of first.entries()) {
    best = lightestPair(list, second[size - some] ?? sorted(0), least, best);
  }
  if (best === null) return null;
  const [own, theirs] = best.masks;
  return [...membersOf(own, 0), ...membersOf(theirs, middle)];
}

/** How many steps it takes, about. */
export const stepsToMeet = (players: number): number =>
  players > MEETING_MAX ? Infinity : 2 ** Math.ceil(players / 2) * players * players;
