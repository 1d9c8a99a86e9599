/**
 * Games that ask for one weighting and for numbers of members: what a coalition has to weigh then
 * follows from its size. A double majority of States and population is one; so is a plain quota.
 */
import type { Formula } from '../../../../../kernel/covering/formula.ts';
import type { Game, Test } from '../game.ts';

export interface OneWeighting {
  /** Of each player, as whole numbers that a processor adds without loss. */
  readonly weights: readonly number[];
  readonly total: number;
  /** By size: what a coalition of it has to weigh; infinite where all of it win, or none. */
  readonly quotas: readonly number[];
  /** Whether the size does not matter: one quota for all. */
  readonly isPlain: boolean;
}

const EVERY = Number.NEGATIVE_INFINITY;
const NONE = Number.POSITIVE_INFINITY;

function commonDivisor(weights: readonly bigint[]): bigint {
  return weights.reduce((one, other) => {
    let [a, b] = [one, other];
    while (b !== 0n) [a, b] = [b, a % b];
    return a;
  }, 0n);
}

/** The same test in the smallest whole numbers. */
function reduced({ weights, quota }: Test): Test {
  const divisor = commonDivisor(weights) || 1n;
  const up = quota > 0n ? (quota + divisor - 1n) / divisor : 0n;
  return { weights: weights.map((one) => one / divisor), quota: up };
}

const isOfSize = ({ weights }: Test): boolean => weights.every((one) => one === weights[0]);

/** What a coalition of this size has to weigh; `sizes`: the tests that ask for its size. */
function quotaAt(formula: Formula, size: number, tests: readonly Test[]): number {
  if (typeof formula === 'boolean') return formula ? EVERY : NONE;
  if ('all' in formula) return Math.max(...formula.all.map((one) => quotaAt(one, size, tests)));
  if ('any' in formula) return Math.min(...formula.any.map((one) => quotaAt(one, size, tests)));
  const test = tests[formula.demand];
  if (test === undefined) return NONE;
  if (!isOfSize(test)) return Number(test.quota);
  return BigInt(size) * (test.weights[0] ?? 0n) >= test.quota ? EVERY : NONE;
}

/** The game in that form; null where it asks for several weightings, or for too fine a one. */
export function oneWeightingOf({ players, tests, formula }: Game): OneWeighting | null {
  const all = tests.map(reduced);
  const weighted = all.filter((test) => !isOfSize(test));
  if (new Set(weighted.map(({ weights }) => weights.join(' '))).size > 1) return null;
  const weights = weighted[0]?.weights ?? Array.from({ length: players }, () => 0n);
  const total = weights.reduce((sum, one) => sum + one, 0n);
  const quotas = Array.from({ length: players + 1 }, (_, size) => quotaAt(formula, size, all));
  const highest = weighted.reduce((most, { quota }) => (quota > most ? quota : most), total);
  if (highest >= BigInt(Number.MAX_SAFE_INTEGER) / 2n) return null;
  const isPlain = Number.isFinite(quotas[0]) && quotas.every((quota) => quota === quotas[0]);
  return { weights: weights.map(Number), total: Number(total), quotas, isPlain };
}
