/**
 * Where a vote stands if these have chosen so: each condition with its numbers, and the outcome.
 * It says what the engine of decisions says, over whole numbers, so that it can be asked for every
 * change of a vote.
 */
import { type Formula, holds } from '../../../../kernel/covering/formula.ts';
import type { Choice } from '../../payloads/decision-rule.ts';
import type { Arithmetic, Leaf } from './arithmetic.ts';
import { type Choices, isCounted, isInBase } from './linear.ts';

/** A condition as it stands, in units of the leaf. */
export interface Stand {
  readonly counted: bigint;
  /** Null where it is a number and no share. */
  readonly base: bigint | null;
  readonly isMet: boolean;
  /** Met only because too few stand against it to block. */
  readonly isDeemedMet: boolean;
}

export type Outcome = 'adopted' | 'rejected' | 'blocked' | 'postponed' | 'no-quorum';

export interface Standing {
  readonly stands: readonly Stand[];
  readonly outcome: Outcome;
}

function sumWhere(leaf: Leaf, choices: Choices, isIt: (choice: Choice) => boolean): bigint {
  return choices.reduce((sum, choice, player) => {
    return choice !== null && isIt(choice) ? sum + (leaf.weights[player] ?? 0n) : sum;
  }, 0n);
}

function numberWhere(leaf: Leaf, choices: Choices, isIt: (choice: Choice) => boolean): number {
  return choices.filter(
    (choice, player) => choice !== null && leaf.counts[player] === true && isIt(choice),
  ).length;
}

function cannotBlock(leaf: Leaf, choices: Choices): boolean {
  const { base, blockingMembersMin: least, of, fixed } = leaf;
  if (base === null || least === null) return false;
  const against = numberWhere(leaf, choices, (one) => isInBase(base, one) && !isCounted(of, one));
  const inFavour = numberWhere(leaf, choices, (one) => isCounted(of, one));
  return inFavour > 0 && against + fixed.members < least;
}

function baseOf(leaf: Leaf, choices: Choices): bigint | null {
  const { base, total, fixed } = leaf;
  if (base === null || total !== null) return total;
  return fixed.amount + sumWhere(leaf, choices, (one) => isInBase(base, one));
}

function standOf(leaf: Leaf, choices: Choices): Stand {
  const counted = sumWhere(leaf, choices, (one) => isCounted(leaf.of, one));
  const base = baseOf(leaf, choices);
  const lead = counted * leaf.denominator - leaf.numerator * (base ?? 1n);
  const isReached = (leaf.more ? lead > 0n : lead >= 0n) && (base === null || base > 0n);
  const isDeemedMet = !isReached && cannotBlock(leaf, choices);
  return { counted, base, isMet: isReached || isDeemedMet, isDeemedMet };
}

function outcomeOf(arithmetic: Arithmetic, isMet: (formula: Formula) => boolean): Outcome {
  if (!isMet(arithmetic.quorum)) return 'no-quorum';
  if (arithmetic.postponed.some(isMet)) return 'postponed';
  if (!isMet(arithmetic.adopted)) return 'rejected';
  return arithmetic.blocked.some(isMet) ? 'blocked' : 'adopted';
}

/** Where it stands once all have chosen. */
export function standingOf(arithmetic: Arithmetic, choices: Choices): Standing {
  const stands = arithmetic.leaves.map((leaf) => standOf(leaf, choices));
  const isMet = (formula: Formula): boolean =>
    holds(formula, (leaf) => stands[leaf]?.isMet === true);
  return { stands, outcome: outcomeOf(arithmetic, isMet) };
}

/** Members whose choice alone decides, as all others have chosen: yes adopts, and no does not. */
export function decisiveAmong(arithmetic: Arithmetic, choices: Choices): readonly boolean[] {
  const adopts = (player: number, choice: Choice): boolean =>
    standingOf(arithmetic, choices.with(player, choice)).outcome === 'adopted';
  return choices.map((_, player) => adopts(player, 'yes') && !adopts(player, 'no'));
}
