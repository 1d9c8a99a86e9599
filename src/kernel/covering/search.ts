/**
 * Searches how many of each group are chosen. Branch and bound: a branch is left as soon as those
 * that give most of what remains would still fall short. Bounds are whole numbers and safe, so that
 * what is found is exact; only where a search takes more steps than it may, it says that it was not
 * ended.
 */
import { type Formula, holds } from './formula.ts';
import { type Frame, chosenSuffice, sumsFrom } from './frame.ts';

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

/** A choice in the order of a frame, in that of the groups. */
export function inGroups(frame: Frame, used: readonly number[]): Choice {
  const choice = used.map(() => 0);
  for (const [at, group] of frame.order.entries()) choice[group] = used[at] ?? 0;
  return choice;
}

class Walk {
  readonly frame: Frame;
  readonly #limits: Limits;
  readonly #sizes: readonly number[];
  readonly used: number[];
  readonly #lacks: Float64Array;
  /** How many of the groups that dominate each were not taken whole. */
  readonly #barred: Int32Array;
  #steps = 0;

  constructor(frame: Frame, limits: Limits) {
    this.frame = frame;
    this.#limits = limits;
    this.#sizes = limits.sizes ?? frame.sizes;
    this.used = frame.sizes.map(() => 0);
    this.#lacks = Float64Array.from(frame.amounts, ({ lacks }) => lacks);
    this.#barred = new Int32Array(frame.sizes.length);
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
  isSure(group: number, number: number, least: readonly (readonly Float64Array[])[]): boolean {
    if (!this.frame.grounds.scaled.exact) return false;
    return holds(this.#limits.formula, (demand) => {
      return (this.#lacks[demand] ?? 0) <= (least[demand]?.[group]?.[number] ?? 0);
    });
  }

  /** Whether what was taken suffices, by the exact amounts. */
  suffices(): boolean {
    const { formula } = this.#limits;
    return this.frame.grounds.scaled.exact
      ? holds(formula, (demand) => (this.#lacks[demand] ?? 0) <= 0)
      : chosenSuffice(this.frame, formula, this.used);
  }

  /** How many of a group may be taken, where whoever gives more is taken first. */
  mostOf(group: number, number: number): number {
    return this.#isBarred(group) ? 0 : this.sizeOf(group, number);
  }

  /** Whether not all of a group are taken where it holds so many. */
  isPart(group: number, count: number): boolean {
    return count < (this.#sizes[group] ?? 0);
  }

  /** Those whom a group dominates are barred while it is not taken whole; `by`: 1 or -1. */
  bar(group: number, by: number): void {
    for (const one of this.frame.dominated[group] ?? []) {
      this.#barred[one] = (this.#barred[one] ?? 0) + by;
    }
  }

  /** As `hopes`, of those only that are not barred: dearer, and told apart more sharply. */
  hopesOfFree(group: number, number: number): boolean {
    return holds(this.#limits.formula, (demand) => this.#isInReach(demand, group, number));
  }

  #isInReach(demand: number, group: number, number: number): boolean {
    const { gives = [] } = this.frame.amounts[demand] ?? {};
    let lacks = this.#lacks[demand] ?? 0;
    let left = number;
    for (const one of this.frame.ranked[demand] ?? []) {
      if (one < group || this.#isBarred(one)) continue;
      const taken = this.sizeOf(one, left);
      lacks -= taken * (gives[one] ?? 0);
      left -= taken;
      if (left === 0) return lacks <= 0;
    }
    return false;
  }

  #isBarred(group: number): boolean {
    return (this.#barred[group] ?? 0) > 0;
  }

  /** How many of a group there are to take at most. */
  sizeOf(group: number, number: number): number {
    return Math.min(number, this.#sizes[group] ?? 0);
  }

  choice(): Choice {
    return inGroups(this.frame, this.used);
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
      if (tried(group, count, number - count)) return true;
    }
    return false;
  };
  const tried = (group: number, count: number, left: number): boolean => {
    const isPart = walk.isPart(group, count);
    walk.take(group, count);
    if (isPart) walk.bar(group, 1);
    const isHopeful = left === 0 || !isPart || walk.hopesOfFree(group + 1, left);
    if (isHopeful && visit(group + 1, left)) return true;
    if (isPart) walk.bar(group, -1);
    walk.take(group, -count);
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

class Counting {
  readonly #walk: Walk;
  readonly #least: readonly (readonly Float64Array[])[];
  readonly #known = new Map<string, bigint>();
  /** What was counted so far. */
  counted = 0n;

  constructor(frame: Frame, limits: Limits) {
    this.#walk = new Walk(frame, limits);
    this.#least = frame.amounts.map(({ gives }) =>
      sumsFrom(gives, frame.sizes, limits.number, false),
    );
  }

  /** How many sets there are where it shows without going further; null where it does not. */
  #atOnce(group: number, number: number): bigint | null {
    const walk = this.#walk;
    if (number === 0) return walk.suffices() ? 1n : 0n;
    if (!walk.hopes(group, number)) return 0n;
    return walk.isSure(group, number, this.#least)
      ? waysOf(walk.frame.left[group] ?? 0, number)
      : (this.#known.get(walk.state(group, number)) ?? null);
  }

  #furtherOn(group: number, number: number, alike: bigint): bigint {
    const walk = this.#walk;
    let sets = 0n;
    for (let some = walk.sizeOf(group, number); some >= 0; some -= 1) {
      const ways = waysOf(walk.frame.sizes[group] ?? 0, some);
      walk.take(group, some);
      sets += ways * this.visit(group + 1, number - some, alike * ways);
      walk.take(group, -some);
    }
    return sets;
  }

  /** How many sets there are from the group on; each stands for so many that are alike before. */
  visit(group: number, number: number, alike: bigint): bigint {
    this.#walk.step();
    const told = this.#atOnce(group, number);
    if (told !== null) {
      this.counted += told * alike;
      return told;
    }
    const sets = this.#furtherOn(group, number, alike);
    // Rounded amounts may be the same where the exact ones are not.
    const { exact } = this.#walk.frame.grounds.scaled;
    if (exact) this.#known.set(this.#walk.state(group, number), sets);
    return sets;
  }
}

/** How many sets suffice; where it takes too long, how many were counted until then. */
export function count(
  frame: Frame,
  limits: Limits,
): { readonly number: bigint; readonly exact: boolean } {
  const counting = new Counting(frame, limits);
  const all = attempt(() => counting.visit(0, limits.number, 1n));
  return all === undefined
    ? { number: counting.counted, exact: false }
    : { number: all, exact: true };
}
