/**
 * Which sets of issues are worth most to oneself while nobody's red line is crossed and nobody
 * loses: a search that is exact within its bound, and says so where it met it.
 */

import { own } from '../own.ts';

export type Stance = 'red-line' | 'opposed' | 'flexible' | 'favours' | 'silent';

export interface Issue {
  readonly key: string;
  /** What it is worth to oneself that the issue is in the package; it may be less than nothing. */
  readonly worth: number;
  /** Of the others. */
  readonly stances: Readonly<Record<string, Stance>>;
}

export interface Package {
  readonly issues: readonly string[];
  readonly worth: number;
  /** Of each of the others: issues that it favours, less those that it opposes. */
  readonly balance: Readonly<Record<string, number>>;
}

export interface Found {
  readonly packages: readonly Package[];
  /** False where the search ended at its bound: there may be better ones. */
  readonly isProven: boolean;
}

/** Looked at before the search gives up: some tenths of a second in a browser. */
export const STEPS_MAX = 400_000;

const GAIN: Readonly<Record<Stance, number>> = {
  'red-line': 0,
  opposed: -1,
  flexible: 0,
  favours: 1,
  silent: 0,
};

/** What an actor gains by an issue; nothing where it took no stance on it. */
const gainOf = (stances: Issue['stances'], actor: string): number =>
  GAIN[own(stances, actor) ?? 'silent'];

class Search {
  readonly #issues: readonly Issue[];
  readonly #actors: readonly string[];
  readonly #count: number;
  /** What the issues from each place on can still add to the worth. */
  readonly #restWorth: number[];
  /** What they can still add to the balance of each actor. */
  readonly #restGain: number[][];
  #steps = 0;
  best: { chosen: readonly number[]; worth: number }[] = [];

  constructor(issues: readonly Issue[], actors: readonly string[], count: number) {
    this.#issues = issues;
    this.#actors = actors;
    this.#count = count;
    this.#restWorth = [0];
    this.#restGain = [actors.map(() => 0)];
    for (const issue of issues.toReversed()) {
      this.#restWorth.unshift((this.#restWorth[0] ?? 0) + Math.max(0, issue.worth));
      const after = this.#restGain[0] ?? [];
      this.#restGain.unshift(
        actors.map((actor, at) => (after[at] ?? 0) + Math.max(0, this.#gain(issue, actor))),
      );
    }
  }

  get isProven(): boolean {
    return this.#steps < STEPS_MAX;
  }

  #gain({ stances }: Issue, actor: string): number {
    return gainOf(stances, actor);
  }

  run(): void {
    this.#from(
      0,
      [],
      0,
      this.#actors.map(() => 0),
    );
  }

  #isHopeless(at: number, worth: number, balance: readonly number[]): boolean {
    const last = this.best[this.#count - 1];
    if (last && worth + (this.#restWorth[at] ?? 0) <= last.worth) return true;
    const rest = this.#restGain[at] ?? [];
    return balance.some((own, actor) => own + (rest[actor] ?? 0) < 0);
  }

  #from(at: number, chosen: readonly number[], worth: number, balance: readonly number[]): void {
    this.#steps += 1;
    if (this.#steps >= STEPS_MAX || this.#isHopeless(at, worth, balance)) return;
    const issue = this.#issues[at];
    if (!issue) return this.#keep(chosen, worth);
    const next = balance.map((own, actor) => own + this.#gain(issue, this.#actors[actor] ?? ''));
    this.#from(at + 1, [...chosen, at], worth + issue.worth, next);
    this.#from(at + 1, chosen, worth, balance);
  }

  #keep(chosen: readonly number[], worth: number): void {
    if (chosen.length === 0 || worth <= 0) return;
    this.best.push({ chosen, worth });
    this.best.sort((one, other) => other.worth - one.worth);
    this.best.length = Math.min(this.best.length, this.#count);
  }
}

/** The best packages, the most worth first; no more than `count`. */
export function bestPackages(all: readonly Issue[], count = 5): Found {
  const open = all.filter(({ stances }) => !Object.values(stances).includes('red-line'));
  const actors = [...new Set(open.flatMap(({ stances }) => Object.keys(stances)))].sort();
  // What is worth most is tried first, so that what cannot be better is given up early.
  const issues = open.toSorted((one, other) => other.worth - one.worth);
  const search = new Search(issues, actors, count);
  search.run();
  const packages = search.best.map(({ chosen, worth }) => {
    const own = chosen.flatMap((at) => issues[at] ?? []);
    const balanceOf = (actor: string): number =>
      own.reduce((sum, { stances }) => sum + gainOf(stances, actor), 0);
    return {
      issues: own.map(({ key }) => key),
      worth,
      balance: Object.fromEntries(actors.map((actor) => [actor, balanceOf(actor)])),
    };
  });
  return { packages, isProven: search.isProven };
}
