/** What a search looks up at every step, made once: what those that remain could give at most. */
import type { Amounts, Scaled } from './amounts.ts';
import type { Cut } from './cuts.ts';
import { type Demand, type Formula, holds } from './formula.ts';
import type { Group } from './groups.ts';

export interface Grounds {
  readonly groups: readonly Group[];
  readonly demands: readonly Demand[];
  readonly scaled: Scaled;
  /** Numbered after the demands. */
  readonly cuts: readonly Cut[];
}

/** For each group: what the first n of those from it on give together. */
type SumsFrom = readonly Float64Array[];

export interface Frame {
  readonly grounds: Grounds;
  /** Positions of the groups in the order of the search, to which all else is aligned. */
  readonly order: readonly number[];
  readonly sizes: readonly number[];
  readonly amounts: readonly Amounts[];
  /** By demand: sums of those that give most. */
  readonly most: readonly SumsFrom[];
  /** How many candidates there are from each group on. */
  readonly left: readonly number[];
  /** By demand: the groups, those that give most to it first. */
  readonly ranked: readonly (readonly number[])[];
  /** Groups after each that give at most as much to every demand. */
  readonly dominated: readonly (readonly number[])[];
  /** Whether nobody's consent takes anything away, as a negative figure would. */
  readonly onlyMore: boolean;
}

/** Puts a value into sorted ones as often as asked, and keeps the first of them. */
function withValue(
  sorted: Float64Array,
  value: number,
  size: number,
  keptMax: number,
  greatest: boolean,
): Float64Array {
  const before = (one: number): boolean => (greatest ? one >= value : one <= value);
  let at = 0;
  while (at < sorted.length && before(sorted[at] ?? 0)) at += 1;
  const next = new Float64Array(Math.min(keptMax, sorted.length + size));
  next.set(sorted.subarray(0, Math.min(at, next.length)));
  next.fill(value, Math.min(at, next.length), Math.min(at + size, next.length));
  if (at + size < next.length) {
    next.set(sorted.subarray(at, next.length - size), at + size);
  }
  return next;
}

function runningSums(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let at = 0; at < values.length; at += 1) {
    sums[at + 1] = (sums[at] ?? 0) + (values[at] ?? 0);
  }
  return sums;
}

/** Sums of those that give most, or least, from each group on, for up to so many. */
export function sumsFrom(
  gives: readonly number[],
  sizes: readonly number[],
  numberMax: number,
  greatest: boolean,
): Float64Array[] {
  let sorted: Float64Array = new Float64Array(0);
  const sums = [runningSums(sorted)];
  for (let group = gives.length - 1; group >= 0; group -= 1) {
    sorted = withValue(sorted, gives[group] ?? 0, sizes[group] ?? 0, numberMax, greatest);
    sums.push(runningSums(sorted));
  }
  return sums.reverse();
}

function dominatedBy(at: number, order: readonly number[], groups: readonly Group[]): number[] {
  const own = groups[order[at] ?? -1]?.gives ?? [];
  return order.flatMap((group, after) => {
    const gives = groups[group]?.gives ?? [];
    const isLess = after > at && own.every((one, demand) => one >= (gives[demand] ?? 0n));
    return isLess ? [after] : [];
  });
}

function rankedBy(gives: readonly number[]): number[] {
  const positions = gives.map((_, at) => at);
  return positions.sort((one, other) => (gives[other] ?? 0) - (gives[one] ?? 0) || one - other);
}

/** The frame of a search for up to `numberMax`, over the groups in an order. */
export function frameOf(grounds: Grounds, order: readonly number[], numberMax: number): Frame {
  const { groups, scaled, cuts } = grounds;
  const sizes = order.map((group) => groups[group]?.members.length ?? 0);
  const amounts = [...scaled.amounts, ...cuts].map(({ lacks, gives }) => {
    return { lacks, gives: order.map((group) => gives[group] ?? 0) };
  });
  const left = [0];
  for (const size of sizes.toReversed()) left.push((left.at(-1) ?? 0) + size);
  return {
    grounds,
    order,
    sizes,
    amounts,
    most: amounts.map(({ gives }) => sumsFrom(gives, sizes, numberMax, true)),
    left: left.reverse(),
    ranked: amounts.map(({ gives }) => rankedBy(gives)),
    dominated: order.map((_, at) => dominatedBy(at, order, groups)),
    onlyMore: groups.every(({ gives }) => gives.every((one) => one >= 0n)),
  };
}

/** The smallest number for which those that give most to each demand could suffice; else null. */
export function leastHopeful(grounds: Grounds, formula: Formula): number | null {
  const sizes = grounds.groups.map(({ members }) => members.length);
  const all = sizes.reduce((sum, one) => sum + one, 0);
  const amounts = [...grounds.scaled.amounts, ...grounds.cuts];
  const sums = amounts.map(({ gives }) => sumsFrom(gives, sizes, all, true)[0]);
  for (let number = 0; number <= all; number += 1) {
    const isHopeful = holds(
      formula,
      (demand) => (amounts[demand]?.lacks ?? 0) <= (sums[demand]?.[number] ?? 0),
    );
    if (isHopeful) return number;
  }
  return null;
}

/** Whether a choice, in the frame's order, suffices by the exact amounts. */
export function chosenSuffice(frame: Frame, formula: Formula, used: readonly number[]): boolean {
  const { demands, groups } = frame.grounds;
  return holds(formula, (demand) => {
    const exact = demands[demand];
    // A cut follows from demands that are asked for beside it.
    if (exact === undefined) return true;
    const given = frame.order.reduce((sum, group, at) => {
      return sum + (groups[group]?.gives[demand] ?? 0n) * BigInt(used[at] ?? 0);
    }, 0n);
    return given >= exact.lacks;
  });
}
