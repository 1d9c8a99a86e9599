/**
 * Where a vote stands by the rule that the page holds: whole numbers only. The server reckons the
 * same; a test holds the two to one another.
 */
import { own } from '../own.ts';

export type Choice = 'yes' | 'no' | 'abstain';
export type Formula =
  | boolean
  | { readonly demand: number }
  | { readonly all: readonly Formula[] }
  | { readonly any: readonly Formula[] };

export interface Leaf {
  readonly of: string;
  readonly base: string | null;
  readonly scheme: string | null;
  readonly weights: readonly string[];
  readonly counts: readonly boolean[];
  readonly scale: string;
  readonly fixed: { readonly amount: string; readonly members: number };
  readonly total: string | null;
  readonly numerator: string;
  readonly denominator: string;
  readonly more: boolean;
  readonly blockingMembersMin: number | null;
}

export interface Board {
  readonly leaves: readonly Leaf[];
  readonly adopted: Formula;
  readonly blocked: readonly Formula[];
  readonly postponed: readonly Formula[];
  readonly quorum: Formula;
}

export interface Stand {
  readonly isMet: boolean;
  /** As it is shown, in hundredths of a percent where it is a share of weights. */
  readonly have: bigint;
  readonly need: bigint;
  readonly unit: 'count' | 'percent';
}

const COUNTS: Readonly<Record<string, readonly Choice[]>> = {
  yes: ['yes'],
  no: ['no'],
  abstain: ['abstain'],
  voting: ['yes', 'no'],
  cast: ['yes', 'no', 'abstain'],
  present: ['yes', 'no', 'abstain'],
  'not-in-favour': ['no', 'abstain'],
};

/** Hundredths of a percent in one. */
const SHARE = 10_000n;

function sum(leaf: Leaf, choices: readonly Choice[], isIt: (choice: Choice) => boolean): bigint {
  return choices.reduce(
    (all, choice, at) => (isIt(choice) ? all + BigInt(leaf.weights[at] ?? 0) : all),
    0n,
  );
}

const rounded = (part: bigint, whole: bigint): bigint =>
  whole === 0n ? 0n : (2n * part * SHARE + whole) / (2n * whole);

function isDeemed(leaf: Leaf, choices: readonly Choice[], isBase: (one: Choice) => boolean) {
  const isCounted = (one: Choice): boolean => own(COUNTS, leaf.of)?.includes(one) === true;
  const of = choices.filter((_, at) => leaf.counts[at] === true);
  const against = of.filter((one) => isBase(one) && !isCounted(one)).length + leaf.fixed.members;
  return of.some(isCounted) && against < (leaf.blockingMembersMin ?? 0);
}

function shown(leaf: Leaf, counted: bigint, base: bigint | null): Omit<Stand, 'isMet'> {
  const [scale, above, below] = [leaf.scale, leaf.numerator, leaf.denominator].map(BigInt) as [
    bigint,
    bigint,
    bigint,
  ]; // As many as were given.
  if (base === null) return { have: counted / scale, need: above / below / scale, unit: 'count' };
  if (leaf.scheme !== null) {
    return { have: rounded(counted, base), need: rounded(above, below), unit: 'percent' };
  }
  const exact = above * base;
  const isEnough = exact % below === 0n && !leaf.more;
  return { have: counted, need: exact / below + (isEnough ? 0n : 1n), unit: 'count' };
}

/** One condition, if all have chosen so. */
export function standOf(leaf: Leaf, choices: readonly Choice[]): Stand {
  const isCounted = (one: Choice): boolean => own(COUNTS, leaf.of)?.includes(one) === true;
  const isBase = (one: Choice): boolean => leaf.base !== 'present-and-voting' || one !== 'abstain';
  const counted = sum(leaf, choices, isCounted);
  const followed =
    leaf.base === null ? null : BigInt(leaf.fixed.amount) + sum(leaf, choices, isBase);
  const base = leaf.total === null ? followed : BigInt(leaf.total);
  const lead = counted * BigInt(leaf.denominator) - BigInt(leaf.numerator) * (base ?? 1n);
  const isReached = (leaf.more ? lead > 0n : lead >= 0n) && base !== 0n;
  const isMet = isReached || (leaf.base !== null && isDeemed(leaf, choices, isBase));
  return { isMet, ...shown(leaf, counted, base) };
}

function holds(formula: Formula, stands: readonly Stand[]): boolean {
  if (typeof formula === 'boolean') return formula;
  if ('all' in formula) return formula.all.every((one) => holds(one, stands));
  if ('any' in formula) return formula.any.some((one) => holds(one, stands));
  return stands[formula.demand]?.isMet === true;
}

/** The outcome, by the key under which the page has a word for it. */
export function outcomeOf(board: Board, stands: readonly Stand[]): string {
  const isAny = (formulas: readonly Formula[]): boolean =>
    formulas.some((one) => holds(one, stands));
  if (!holds(board.quorum, stands)) return 'no-quorum';
  if (isAny(board.postponed)) return 'postponed';
  if (!holds(board.adopted, stands)) return 'rejected';
  return isAny(board.blocked) ? 'blocked' : 'adopted';
}
