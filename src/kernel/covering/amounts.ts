/**
 * The amounts of demands as whole numbers that a processor adds without loss. Where they are too
 * large for that, what is given is rounded up and what is lacking divided alike: a set that falls
 * short of these falls short of the exact ones, so that bounds stay safe, and a set that reaches
 * them is tried against the exact ones.
 */
import type { Demand } from './formula.ts';
import type { Group } from './groups.ts';

/** What one linear demand lacks, and what a member of each group gives to it. */
export interface Amounts {
  readonly lacks: number;
  readonly gives: readonly number[];
}

export interface Scaled {
  readonly amounts: readonly Amounts[];
  /** Whether nothing was rounded. */
  readonly exact: boolean;
}

/** Sums up to here, and twice as much, are exact. */
const SUM_MAX = 2n ** 51n;

const magnitude = (one: bigint): bigint => (one < 0n ? -one : one);

function divisorOf(one: bigint, other: bigint): bigint {
  let [a, b] = [magnitude(one), magnitude(other)];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** The smallest whole number not below the quotient; the divisor is positive. */
export function dividedUp(one: bigint, divisor: bigint): bigint {
  const quotient = one / divisor;
  return one > 0n && quotient * divisor !== one ? quotient + 1n : quotient;
}

function scaled(demand: Demand, groups: readonly Group[], at: number): Scaled {
  const given = groups.map(({ gives }) => gives[at] ?? 0n);
  const common = given.reduce(divisorOf, 0n) || 1n;
  const most = groups.reduce(
    (sum, group) => sum + magnitude(group.gives[at] ?? 0n) * BigInt(group.members.length),
    magnitude(demand.lacks),
  );
  const excess = most / common / SUM_MAX;
  const divisor = common * (excess + 1n);
  const amounts = {
    lacks: Number(dividedUp(demand.lacks, divisor)),
    gives: given.map((one) => Number(dividedUp(one, divisor))),
  };
  return { amounts: [amounts], exact: excess === 0n };
}

/** The demands over the groups in numbers. */
export function scaledAmounts(demands: readonly Demand[], groups: readonly Group[]): Scaled {
  const all = demands.map((demand, at) => scaled(demand, groups, at));
  return {
    amounts: all.flatMap((one) => one.amounts),
    exact: all.every((one) => one.exact),
  };
}
