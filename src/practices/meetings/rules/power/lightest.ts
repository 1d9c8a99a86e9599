/** Of the smallest sets that suffice, one that weighs least. */
import { type Formula, type Problem, joined } from '../../../../kernel/covering/formula.ts';
import { type Smallest, smallestSet } from '../../../../kernel/covering/smallest.ts';
import { MEETING_MAX, lightestSet } from './counting/meeting.ts';
import { oneWeightingOf } from './counting/one-weighting.ts';
import type { Demand } from './linear.ts';

export interface Lightest {
  readonly members: readonly number[];
  /** In units of the condition that weighs. */
  readonly weight: bigint;
  /** Whether none of as few weighs less; else none was found that does. */
  readonly proven: boolean;
}

type Weighed = Problem<number, Demand>;

/** So many searches halve the distance between two weights until there is nothing between. */
const HALVINGS_MAX = 64;

const weightOf = (members: readonly number[], weights: readonly bigint[]): bigint =>
  members.reduce((sum, player) => sum + (weights[player] ?? 0n), 0n);

/** As before, and no heavier than so much. */
function within(problem: Weighed, weights: readonly bigint[], most: bigint): Weighed {
  const gives = problem.candidates.map((player) => -(weights[player] ?? 0n));
  const demands = [...problem.demands, { leaf: -1, lacks: -most, gives }];
  const formula: Formula = joined('all', [problem.formula, { demand: demands.length - 1 }]);
  return { ...problem, demands, formula };
}

/**
 * One no heavier than so much; null: there is none; undefined: the search was not ended, and there
 * may be one.
 */
function noHeavier(problem: Weighed, number: number, weights: readonly bigint[], most: bigint) {
  // With more members it would weigh more, and be no smallest set.
  const tried = smallestSet(within(problem, weights, most), number);
  return tried ? tried.members : tried;
}

/** Halves the distance to what is proven, as long as each search is ended. */
function byHalving(
  problem: Weighed,
  { number, sets, proven }: Smallest<number>,
  weights: readonly bigint[],
): Lightest {
  let best = sets[0]?.members ?? [];
  if (!proven || number === null) return { members: best, weight: weightOf(best, weights), proven };
  let [low, high] = [0n, weightOf(best, weights)];
  for (let step = 0; low < high && step < HALVINGS_MAX; step += 1) {
    const middle = (low + high) / 2n;
    const lighter = noHeavier(problem, number, weights, middle);
    if (lighter === undefined) break;
    if (lighter === null) low = middle + 1n;
    else [best, high] = [lighter, weightOf(lighter, weights)];
  }
  return { members: best, weight: high, proven: low >= high };
}

/** Whether two lists are the same but for a factor. */
function areProportional(one: readonly number[], other: readonly bigint[]): boolean {
  const at = one.findIndex((weight) => weight !== 0);
  if (at === -1) return false;
  const [unit, own] = [BigInt(one[at] ?? 0), other[at] ?? 0n];
  return one.every((weight, player) => BigInt(weight) * own === (other[player] ?? 0n) * unit);
}

/** The lightest so many, where any so many suffice. */
function lightestFew(candidates: readonly number[], size: number, own: readonly bigint[]) {
  const order = own.map((_, at) => at);
  order.sort((one, other) => ((own[one] ?? 0n) < (own[other] ?? 0n) ? -1 : 1));
  return order.slice(0, size).flatMap((at) => candidates.slice(at, at + 1));
}

/** By halves that meet, where the rule asks for these weights and for numbers; else null. */
function byMeeting(problem: Weighed, size: number, weights: readonly bigint[]): number[] | null {
  const { candidates, demands, formula } = problem;
  const players = candidates.length;
  if (players > MEETING_MAX || demands.some(({ gives }) => gives.some((one) => one < 0n))) {
    return null;
  }
  const tests = demands.map(({ lacks, gives }) => ({ quota: lacks, weights: gives }));
  const weighting = oneWeightingOf({ players, tests, formula });
  const own = candidates.map((player) => weights[player] ?? 0n);
  if (weighting?.quotas[size] === -Infinity) return lightestFew(candidates, size, own);
  if (weighting === null || !areProportional(weighting.weights, own)) return null;
  const found = lightestSet(weighting.weights, size, weighting.quotas[size] ?? Infinity);
  return found?.flatMap((at) => candidates.slice(at, at + 1)) ?? null;
}

/** One of the smallest sets that weighs least by these weights, proven where it says so. */
export function lightestOf(
  problem: Weighed,
  found: Smallest<number>,
  weights: readonly bigint[],
): Lightest {
  const met = found.proven ? byMeeting(problem, found.number ?? 0, weights) : null;
  return met === null
    ? byHalving(problem, found, weights)
    : { members: met, weight: weightOf(met, weights), proven: true };
}
