/**
 * Blocking coalitions of which nobody can be spared, the smallest first: told by how many of
 * members that stand for each other, so that one line says what five permanent members can do each.
 */
import { holds } from '../../../../kernel/covering/formula.ts';
import { type Group, groupsOf } from '../../../../kernel/covering/groups.ts';
import { waysOf } from '../../../../kernel/covering/search.ts';
import { smallestSet } from '../../../../kernel/covering/smallest.ts';
import type { Arithmetic } from './arithmetic.ts';
import { type Weighed, blockingProblem } from './coalitions.ts';
import type { Choices } from './linear.ts';

/** More kinds than these are not listed, nor looked for in more steps than these. */
export const KINDS_MAX = 12;
export const STEPS_MAX = 60_000;

/** So many of some members that stand for each other. */
export interface Some {
  readonly number: number;
  /** Players by their numbers. */
  readonly of: readonly number[];
}

export interface BlockingKind {
  readonly size: number;
  readonly parts: readonly Some[];
  /** How many coalitions of the kind there are. */
  readonly coalitions: bigint;
}

export interface Blocking {
  /** The least number of members that block; null: nobody can; zero: it is prevented already. */
  readonly number: number | null;
  readonly fewestPossible: number;
  readonly kinds: readonly BlockingKind[];
  /** Whether all kinds were listed. */
  readonly complete: boolean;
}

class Listing {
  readonly #problem: Weighed;
  readonly #groups: readonly Group[];
  readonly #chosen: number[];
  readonly kinds: BlockingKind[] = [];
  #steps = 0;

  constructor(problem: Weighed, groups: readonly Group[]) {
    this.#problem = problem;
    this.#groups = groups;
    this.#chosen = groups.map(() => 0);
  }

  isOver(): boolean {
    return this.#steps > STEPS_MAX || this.kinds.length >= KINDS_MAX;
  }

  #blocks(): boolean {
    const { formula, demands } = this.#problem;
    return holds(formula, (demand) => {
      const given = this.#groups.reduce(
        (sum, { gives }, at) => sum + (gives[demand] ?? 0n) * BigInt(this.#chosen[at] ?? 0),
        0n,
      );
      return given >= (demands[demand]?.lacks ?? 0n);
    });
  }

  /** Whether one less of any group would not do. */
  #isMinimal(): boolean {
    return this.#chosen.every((number, at) => {
      if (number === 0) return true;
      this.#chosen[at] = number - 1;
      const still = this.#blocks();
      this.#chosen[at] = number;
      return !still;
    });
  }

  #keep(size: number): void {
    const { candidates } = this.#problem;
    const parts = this.#groups.flatMap(({ members }, at) => {
      const number = this.#chosen[at] ?? 0;
      const of = members.flatMap((member) => candidates.slice(member, member + 1));
      return number === 0 ? [] : [{ number, of }];
    });
    const coalitions = parts.reduce((ways, one) => ways * waysOf(one.of.length, one.number), 1n);
    this.kinds.push({ size, parts, coalitions });
  }

  /** All that hold so many more members, of the groups from this one on. */
  visit(at: number, left: number, size: number): void {
    this.#steps += 1;
    if (this.isOver()) return;
    if (left === 0) {
      if (this.#blocks() && this.#isMinimal()) this.#keep(size);
      return;
    }
    const group = this.#groups[at];
    if (group === undefined) return;
    for (let number = Math.min(left, group.members.length); number >= 0; number -= 1) {
      this.#chosen[at] = number;
      // What blocks with fewer is no part of a larger one in which nobody can be spared.
      if (number === left || number === 0 || !this.#blocks())
        this.visit(at + 1, left - number, size);
    }
  }
}

/** Who can prevent adoption by voting against, if all others that have yet to choose say yes. */
export function blockingOf(arithmetic: Arithmetic, choices: Choices): Blocking {
  const problem = blockingProblem(arithmetic, choices);
  const least = smallestSet(problem);
  if (!least) return { number: null, fewestPossible: 0, kinds: [], complete: true };
  const { members, fewestPossible } = least;
  const number = members.length;
  if (number === 0) return { number, fewestPossible, kinds: [], complete: true };
  const listing = new Listing(problem, groupsOf(problem));
  for (let size = fewestPossible; size <= problem.candidates.length; size += 1) {
    if (!listing.isOver()) listing.visit(0, size, size);
  }
  return { number, fewestPossible, kinds: listing.kinds, complete: !listing.isOver() };
}
