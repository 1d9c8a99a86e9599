/**
 * Counts winning coalitions by how many of each class they hold: few cases where there are few
 * kinds of members, as with permanent and elected ones.
 */
import { holds } from '../../../../../kernel/covering/formula.ts';
import type { Game } from '../game.ts';
import { type PlayerClass, classesOf } from './classes.ts';
import { type Winning, choicesOf } from './winning.ts';

/** How many cases there are to look at. */
export function casesOf(game: Game): number {
  return classesOf(game).reduce((cases, { members }) => cases * (members.length + 1), 1);
}

class Tally {
  readonly #game: Game;
  readonly #classes: readonly PlayerClass[];
  readonly #ways: readonly (readonly bigint[])[];
  readonly #chosen: number[];
  readonly all: bigint[];
  /** By class: sums of how many of its members winning coalitions hold. */
  readonly held: bigint[][];

  constructor(game: Game, classes: readonly PlayerClass[]) {
    this.#game = game;
    this.#classes = classes;
    this.#ways = classes.map(({ members }) => choicesOf(members.length));
    this.#chosen = classes.map(() => 0);
    this.all = Array.from({ length: game.players + 1 }, () => 0n);
    this.held = classes.map(() => [...this.all]);
  }

  #count(sums: readonly bigint[], ways: bigint): void {
    const { tests, formula } = this.#game;
    if (!holds(formula, (test) => (sums[test] ?? 0n) >= (tests[test]?.quota ?? 0n))) return;
    const size = this.#chosen.reduce((sum, one) => sum + one, 0);
    this.all[size] = (this.all[size] ?? 0n) + ways;
    for (const [at, held] of this.held.entries()) {
      held[size] = (held[size] ?? 0n) + ways * BigInt(this.#chosen[at] ?? 0);
    }
  }

  visit(at: number, sums: readonly bigint[], ways: bigint): void {
    const one = this.#classes[at];
    if (one === undefined) return this.#count(sums, ways);
    let given = sums;
    for (let number = 0; number <= one.members.length; number += 1) {
      this.#chosen[at] = number;
      this.visit(at + 1, given, ways * (this.#ways[at]?.[number] ?? 0n));
      given = given.map((sum, test) => sum + (one.gives[test] ?? 0n));
    }
  }
}

/** Counts exactly, for any tests however they are joined. */
export function winningByClasses(game: Game): Winning {
  const classes = classesOf(game);
  const tally = new Tally(game, classes);
  tally.visit(
    0,
    game.tests.map(() => 0n),
    1n,
  );
  const containing: bigint[][] = Array.from({ length: game.players }, () => []);
  for (const [at, { members }] of classes.entries()) {
    const own = (tally.held[at] ?? []).map((sum) => sum / BigInt(members.length));
    for (const player of members) containing[player] = own;
  }
  return { all: tally.all, containing };
}
