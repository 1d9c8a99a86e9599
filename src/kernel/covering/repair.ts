/**
 * Brings a choice nearer to what is needed by exchanging one member for another, for as long as
 * that helps. It finds sets sooner than a search does, and shows nothing where it finds none.
 */
import type { Formula } from './formula.ts';
import { type Frame, chosenSuffice } from './frame.ts';

/** By how much the lacking amounts fall short, in shares of what was lacking at first. */
function shortfall(formula: Formula, missing: (demand: number) => number): number {
  if (typeof formula === 'boolean') return formula ? 0 : Number.POSITIVE_INFINITY;
  if ('demand' in formula) return missing(formula.demand);
  if ('all' in formula) {
    return formula.all.reduce((sum, part) => sum + shortfall(part, missing), 0);
  }
  return Math.min(...formula.any.map((part) => shortfall(part, missing)));
}

export interface Repair {
  readonly formula: Formula;
  /** How many of each group may be chosen, in the frame's order. */
  readonly sizes: readonly number[];
}

class Bench {
  readonly #frame: Frame;
  readonly #repair: Repair;
  readonly used: number[];
  readonly #lacks: number[];

  constructor(frame: Frame, repair: Repair, start: readonly number[]) {
    this.#frame = frame;
    this.#repair = repair;
    this.used = [...start];
    this.#lacks = frame.amounts.map(({ lacks, gives }) =>
      start.reduce((sum, count, group) => sum - count * (gives[group] ?? 0), lacks),
    );
  }

  /** The shortfall if one group gave one up to another. */
  shortfallAfter(from: number, to: number): number {
    return shortfall(this.#repair.formula, (demand) => {
      const amounts = this.#frame.amounts[demand];
      const lost = (amounts?.gives[from] ?? 0) - (amounts?.gives[to] ?? 0);
      const lacks = (this.#lacks[demand] ?? 0) + lost;
      return Math.max(0, lacks) / Math.max(1, amounts?.lacks ?? 1);
    });
  }

  exchange(from: number, to: number): void {
    this.used[from] = (this.used[from] ?? 0) - 1;
    this.used[to] = (this.used[to] ?? 0) + 1;
    for (const [demand, { gives }] of this.#frame.amounts.entries()) {
      this.#lacks[demand] = (this.#lacks[demand] ?? 0) + (gives[from] ?? 0) - (gives[to] ?? 0);
    }
  }

  /** The group to which giving one up helps most; null where none has room. */
  bestFor(from: number): { readonly to: number; readonly shortfall: number } | null {
    let best: { to: number; shortfall: number } | null = null;
    for (const [to, size] of this.#repair.sizes.entries()) {
      if (to === from || (this.used[to] ?? 0) >= size) continue;
      const after = this.shortfallAfter(from, to);
      if (best === null || after < best.shortfall) best = { to, shortfall: after };
      if (after === 0) break;
    }
    return best;
  }
}

/** Exchanges are tried of each group in turn, until a whole round brings nothing. */
function improve(bench: Bench, start: number): number {
  let best = start;
  let idle = 0;
  const groups = bench.used.length;
  for (let from = 0; best > 0 && idle < groups; from = (from + 1) % groups) {
    idle += 1;
    if ((bench.used[from] ?? 0) === 0) continue;
    const found = bench.bestFor(from);
    if (found === null || found.shortfall >= best) continue;
    bench.exchange(from, found.to);
    best = found.shortfall;
    idle = 0;
  }
  return best;
}

/** A choice that suffices, as many as those of the start; null where it was not found this way. */
export function repaired(
  frame: Frame,
  repair: Repair,
  start: readonly number[],
): readonly number[] | null {
  const bench = new Bench(frame, repair, start);
  const rest = improve(bench, bench.shortfallAfter(0, 0));
  return rest === 0 && chosenSuffice(frame, repair.formula, bench.used) ? bench.used : null;
}
