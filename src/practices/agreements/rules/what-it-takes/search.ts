/**
 * Searches how many of each group consent. Branch and bound: a branch is left as soon as those that
 * give most of what remains would still fall short. Bounds are whole numbers and safe, so that what
 * is found is exact; only where a search takes more steps than it may, it says that it was not
 * ended.
 */
import { type Formula, holds } from './demands.ts';
import { type Frame, sumsFrom } from './frame.ts';

/** How many of each group, in the groups' own order. */
export type Choice = readonly number[];

export interface Limits {
  readonly formula: Formula;
  /** How many are chosen. */
  readonly number: number;
  readonly stepsMax: number;
  /** How many of each group may be chosen, in the frame's order; absent: all. */
  readonly sizes?: readonly number[];
}

/** A search that took all steps that it may. */
class TooLong extends Error {}

/** What the work comes to; undefined where it takes too long. */
function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof TooLong) return undefined;
    throw error;
  }
}

/** In how many ways a number is chosen of so many. */
export function waysOf(size: number, chosen: number): bigint {
  if (chosen > size) return 0n;
  const number = Math.min(chosen, size - chosen);
  let ways = 1n;
  for (let at = 1; at <= number; at += 1) ways = (ways * BigInt(size - number + at)) / BigInt(at);
  return ways;
}

class Walk {
  readonly frame: Frame;
  readonly #limits: Limits;
  readonly #sizes: readonly number[];
  readonly used: number[];
  readonly #lacks: Float64Array;
  #steps = 0;

  constructor(frame: Frame, limits: Limits) {
    this.frame = frame;
    this.#limits = limits;
    this.#sizes = limits.sizes ?? frame.sizes;
    this.used = frame.sizes.map(() => 0);
    this.#lacks = Float64Array.from(frame.amounts, ({ lacks }) => lacks);
  }

  step(): void {
    this.#steps += 1;
    if (this.#steps > this.#limits.stepsMax) throw new TooLong('more steps than allowed');
  }

  take(group: number, count: number): void {
    if (count === 0) return;
    this.used[group] = (this.used[group] ?? 0) + count;
    const { amounts } = this.frame;
    for (let at = 0; at < amounts.length; at += 1) {
      const gives = amounts[at]?.gives[group] ?? 0;
      this.#lacks[at] = (this.#lacks[at] ?? 0) - gives * count;
    }
  }

  /** Whether those that give most of what remains from the group on could suffice. */
  hopes(group: number, number: number): boolean {
    if ((this.frame.left[group] ?? 0) < number) return false;
    return holds(this.#limits.formula, (demand) => {
      const most = this.frame.most[demand]?.[group];
      return (this.#lacks[demand] ?? 0) <= (most?.[number] ?? 0);
    });
  }

  /** Whether the number suffices, whoever they are: even those that give least. */
  isSure(group: number, number: number, least: readonly Float64Array[][]): boolean {
    if (!this.frame.grounds.scaled.exact) return false;
    return holds(this.#limits.formula, (demand) => {
      return (this.#lacks[demand] ?? 0) <= (least[demand]?.[group]?.[number] ?? 0);
    });
  }

  /** Whether what was taken suffices, by the exact amounts. */
  suffices(): boolean {
    const { demands, groups, scaled } = this.frame.grounds;
    const isMet = (demand: number): boolean => {
      const exact = demands[demand];
      if (scaled.exact || exact === undefined) return (this.#lacks[demand] ?? 0) <= 0;
      const given = this.frame.order.reduce((sum, group, at) => {
        return sum + (groups[group]?.gives[demand] ?? 0n) * BigInt(this.used[at] ?? 0);
      }, 0n);
      return given >= exact.lacks;
    };
    return holds(this.#limits.formula, isMet);
  }

  /** How many of a group may be taken, where whoever gives more is taken first. */
  mostOf(group: number, number: number): number {
    const size = Math.min(number, this.#sizes[group] ?? 0);
    const isFull = (one: number): boolean => this.used[one] === this.#sizes[one];
    return this.frame.dominators[group]?.every(isFull) === false ? 0 : size;
  }

  /** How many of a group there are to take at most. */
  sizeOf(group: number, number: number): number {
    return Math.min(number, this.#sizes[group] ?? 0);
  }

  choice(): Choice {
    const choice = this.used.map(() => 0);
    for (const [at, group] of this.frame.order.entries()) choice[group] = this.used[at] ?? 0;
    return choice;
  }

  /** What still lacks, where more than enough is the same as enough. */
  state(group: number, number: number): string {
    const { grounds, onlyMore } = this.frame;
    // Cuts follow from the demands, so that they tell no states apart.
    const lacks = this.#lacks.subarray(0, grounds.demands.length);
    const left = onlyMore ? lacks.map((one) => Math.max(0, one)) : lacks;
    return `${group} ${number} ${left.join(' ')}`;
  }
}

/**
 * A choice that suffices; null: there is none; undefined: it takes too long to tell. Whoever gives
 * at least as much to every demand is taken first: by exchange, where there is any choice, there is
 * one such.
 */
export function find(frame: Frame, limits: Limits): Choice | null | undefined {
  const walk = new Walk(frame, limits);
  const visit = (group: number, number: number): boolean => {
    walk.step();
    if (number === 0) return walk.suffices();
    if (!walk.hopes(group, number)) return false;
    for (let count = walk.mostOf(group, number); count >= 0; count -= 1) {
      walk.take(group, count);
      if (visit(group + 1, number - count)) return true;
      walk.take(group, -count);
    }
    return false;
  };
  return attempt(() => (visit(0, limits.number) ? walk.choice() : null));
}

/** The first choices that suffice in the order of the frame; not all where it takes too long. */
export function list(frame: Frame, limits: Limits, choicesMax: number): Choice[] {
  const walk = new Walk(frame, limits);
  const found: Choice[] = [];
  const visit = (group: number, number: number): void => {
    walk.step();
    if (number === 0) {
      if (walk.suffices()) found.push(walk.choice());
      return;
    }
    if (!walk.hopes(group, number)) return;
    for (let count = walk.sizeOf(group, number); count >= 0; count -= 1) {
      if (found.length === choicesMax) return;
      walk.take(group, count);
      visit(group + 1, number - count);
      walk.take(group, -count);
    }
  };
  attempt(() => visit(0, limits.number));
  return found;
}

/** How many sets suffice; where it takes too long, how many were counted until then. */
export function count(
  frame: Frame,
  limits: Limits,
): { readonly number: bigint; readonly exact: boolean } {
  const walk = new Walk(frame, limits);
  const { amounts, sizes, left } = frame;
  const least = amounts.map(({ gives }) => sumsFrom(gives, sizes, limits.number, false));
  const known = new Map<string, bigint>();
  let counted = 0n;
  const reached = (sets: bigint, alike: bigint): bigint => {
    counted += sets * alike;
    return sets;
  };
  const visit = (group: number, number: number, alike: bigint): bigint => {
    walk.step();
    if (number === 0) return reached(walk.suffices() ? 1n : 0n, alike);
    if (!walk.hopes(group, number)) return 0n;
    if (walk.isSure(group, number, least)) return reached(waysOf(left[group] ?? 0, number), alike);
    const state = walk.state(group, number);
    const before = known.get(state);
    if (before !== undefined) return reached(before, alike);
    let sets = 0n;
    for (let some = walk.sizeOf(group, number); some >= 0; some -= 1) {
      const ways = waysOf(sizes[group] ?? 0, some);
      walk.take(group, some);
      sets += ways * visit(group + 1, number - some, alike * ways);
      walk.take(group, -some);
    }
    known.set(state, sets);
    return sets;
  };
  const all = attempt(() => visit(0, limits.number, 1n));
  return all === undefined ? { number: counted, exact: false } : { number: all, exact: true };
}
