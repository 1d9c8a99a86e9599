/**
 * The nearest winning coalition of those that have yet to choose, and the smallest sets of them
 * that prevent adoption: found by the search that finds what an agreement still takes.
 */
import type { Problem } from '../../../../kernel/covering/formula.ts';
import { type Smallest, smallestSets } from '../../../../kernel/covering/smallest.ts';
import type { Arithmetic } from './arithmetic.ts';
import { type Lightest, lightestOf } from './lightest.ts';
import { type Choices, type Demand, type Linear, linearOf } from './linear.ts';

/** Sets of players by their numbers. */
export interface Nearest extends Smallest<number> {
  /** Of the sets with the fewest, one with the least weight; null where nothing is weighed. */
  readonly lightest: Lightest | null;
}

/** Players by their numbers, of whom as few as possible shall join. */
export type Weighed = Problem<number, Demand>;

/** Those that have yet to choose, as the candidates of a search. */
export function problemOf({ open, demands, formula }: Linear): Weighed {
  return {
    candidates: open,
    demands,
    formula,
    isPreferred: () => false,
    isWeight: ({ gives }) => new Set(gives).size > 2,
  };
}

/** The weights by which sets of as many are told apart: of the first condition that weighs. */
export function weightsOf({ leaves }: Arithmetic): readonly bigint[] | null {
  return leaves.find(({ scheme }) => scheme !== null)?.weights ?? null;
}

/**
 * The fewest further votes in favour that adopt, and of those sets one with the least weight, if
 * all others that have yet to choose abstain, or vote against.
 */
export function nearestWinning(
  arithmetic: Arithmetic,
  choices: Choices,
  others: 'abstain' | 'no',
): Nearest {
  const weights = weightsOf(arithmetic);
  const problem = problemOf(linearOf(arithmetic, { choices, joining: 'yes', others }));
  const found = smallestSets(problem);
  const isWeighed = weights !== null && found.number !== null && found.number > 0;
  return { ...found, lightest: isWeighed ? lightestOf(problem, found, weights) : null };
}

/** The problem of preventing adoption by voting against, if all others vote in favour. */
export function blockingProblem(arithmetic: Arithmetic, choices: Choices): Weighed {
  const situation = { choices, joining: 'no', others: 'yes' } as const;
  return problemOf(linearOf(arithmetic, situation, 'prevented'));
}
