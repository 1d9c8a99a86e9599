/**
 * Further demands that follow from several together, by which a search sees early that it cannot
 * succeed: whoever meets each of them meets any sum of them, weighted by what is not negative
 * (surrogate constraints; Glover 1968). How they are weighted decides how early, never what is
 * found.
 */
import type { Amounts } from './amounts.ts';
import { dividedUp } from './amounts.ts';
import type { Demand, Formula } from './formula.ts';
import type { Group } from './groups.ts';

/** A demand that follows from others, by their numbers. */
export interface Cut extends Amounts {
  readonly from: readonly number[];
}

/** More alternatives than these are left as they are. */
const ALTERNATIVES_MAX = 16;
/** What each demand lacks is brought to this, so that they can be added. */
const UNIT = 2n ** 22n;
const WEIGHT_MAX = 2 ** 16;
const WEIGHT_AT_FIRST = 2 ** 12;

type Alternatives = readonly (readonly number[])[];

/** Sets of demands of which one has to be met; null where there are too many. */
export function alternativesOf(formula: Formula): Alternatives | null {
  if (typeof formula === 'boolean') return formula ? [[]] : [];
  if ('demand' in formula) return [[formula.demand]];
  const parts = ('all' in formula ? formula.all : formula.any).map(alternativesOf);
  let found: Alternatives = 'all' in formula ? [[]] : [];
  for (const part of parts) {
    if (part === null) return null;
    found =
      'all' in formula
        ? found.flatMap((one) => part.map((other) => [...new Set([...one, ...other])]))
        : [...found, ...part];
    if (found.length > ALTERNATIVES_MAX) return null;
  }
  return found;
}

interface Normal {
  readonly at: number;
  readonly gives: readonly number[];
}

/** What each gives as a share of what is lacking, no more than all of it. */
function normal(at: number, demand: Demand, groups: readonly Group[]): Normal {
  const gives = groups.map((group) => {
    const one = group.gives[at] ?? 0n;
    return Number(one >= demand.lacks ? UNIT : dividedUp(one * UNIT, demand.lacks));
  });
  return { at, gives };
}

const combined = (normals: readonly Normal[], weights: readonly number[], group: number): number =>
  normals.reduce((sum, { gives }, at) => sum + (gives[group] ?? 0) * (weights[at] ?? 0), 0);

/** How many it takes of those that give most to the weighted sum, parts of one included. */
function reach(normals: readonly Normal[], weights: readonly number[], sizes: readonly number[]) {
  const all = new Float64Array(sizes.reduce((sum, one) => sum + one, 0));
  let filled = 0;
  for (const [group, size] of sizes.entries()) {
    all.fill(combined(normals, weights, group), filled, filled + size);
    filled += size;
  }
  all.sort();
  let lacks = weights.reduce((sum, one) => sum + one, 0) * Number(UNIT);
  for (let at = all.length - 1; at >= 0; at -= 1) {
    const gives = all[at] ?? 0;
    if (gives >= lacks) return all.length - 1 - at + lacks / gives;
    lacks -= gives;
  }
  return Number.POSITIVE_INFINITY;
}

const STEPS = [3, 1 / 3, 1.4, 0.7, 1.1, 0.9, 1.02, 0.98, 1.004, 0.996];
const ROUNDS_MAX = 5;

/** Weights under which the sum asks for as many as can be, found by trying one after another. */
function strictest(normals: readonly Normal[], sizes: readonly number[]): number[] {
  let weights = normals.map(() => WEIGHT_AT_FIRST);
  let best = reach(normals, weights, sizes);
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const before = best;
    for (const at of normals.keys()) {
      for (const step of STEPS) {
        const tried = Math.min(WEIGHT_MAX, Math.max(0, Math.round((weights[at] ?? 0) * step)));
        const next = weights.with(at, tried);
        const found = next.some((one) => one > 0) ? reach(normals, next, sizes) : 0;
        if (found > best) [weights, best] = [next, found];
      }
    }
    if (best === before) break;
  }
  return weights;
}

/** The cut for demands that all have to be met; null where their sum says nothing more. */
export function cutOf(
  alternative: readonly number[],
  demands: readonly Demand[],
  groups: readonly Group[],
): Cut | null {
  const normals = alternative.flatMap((at) => {
    const demand = demands[at];
    if (demand === undefined || demand.lacks <= 0n) return [];
    const isOnlyMore = groups.every((group) => (group.gives[at] ?? 0n) >= 0n);
    return isOnlyMore ? [normal(at, demand, groups)] : [];
  });
  if (normals.length < 2) return null;
  const sizes = groups.map(({ members }) => members.length);
  const weights = strictest(normals, sizes);
  return {
    from: normals.flatMap(({ at }, one) => ((weights[one] ?? 0) > 0 ? [at] : [])),
    lacks: weights.reduce((sum, one) => sum + one, 0) * Number(UNIT),
    gives: groups.map((_, group) => combined(normals, weights, group)),
  };
}
