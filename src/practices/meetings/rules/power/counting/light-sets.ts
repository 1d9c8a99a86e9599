/**
 * Coalitions that are too light, counted in place of those that win; or their complements, which
 * are light where they win: whichever is the shorter way to the end of what has to be summed.
 */
import type { OneWeighting } from './one-weighting.ts';
import { type Winning, choicesOf } from './winning.ts';

/** Sets are counted that weigh less than the limit of their size. */
export interface Light {
  readonly weights: readonly number[];
  /** By size; infinite: all of that size. */
  readonly limits: readonly number[];
  /** Whether the limit is the same for all sizes, so that they need not be told apart. */
  readonly isPlain: boolean;
}

/** By size, or in one number where sizes were not told apart. */
export interface LightSets {
  readonly all: readonly bigint[];
  readonly containing: readonly (readonly bigint[])[];
}

/** One above the heaviest set that has to be looked at. */
export function reachOf({ limits }: Light): number {
  return limits.reduce((most, one) => (Number.isFinite(one) ? Math.max(most, one) : most), 1);
}

/** What loses is light. */
export function losing({ weights, quotas, isPlain }: OneWeighting): Light {
  return { weights, limits: quotas.map((quota) => Math.max(0, quota)), isPlain };
}

/** The complement of what wins is light. */
export function complements({ weights, quotas, total, isPlain }: OneWeighting): Light {
  const limits = quotas.map((quota) => Math.max(0, total - quota + 1));
  return { weights, limits: limits.reverse(), isPlain };
}

/** What wins, where what loses was counted. */
export function exceptLosing(light: LightSets, players: number): Winning {
  const [every, others] = [choicesOf(players), choicesOf(players - 1)];
  const isOne = light.all.length === 1;
  const count = (all: readonly bigint[], size: number): bigint =>
    isOne ? all.reduce((sum, one) => sum + one, 0n) : (all[size] ?? 0n);
  const allOf = light.all.map((one, size) => count(every, size) - one);
  return {
    all: allOf,
    containing: light.containing.map((own) =>
      own.map((one, size) => count(others, size - 1) - one),
    ),
  };
}

/** What wins, where its complements were counted. */
export function ofComplements(light: LightSets): Winning {
  return {
    all: light.all.toReversed(),
    containing: light.containing.map((own) =>
      own.map((one, size) => (light.all[size] ?? 0n) - one).reverse(),
    ),
  };
}
