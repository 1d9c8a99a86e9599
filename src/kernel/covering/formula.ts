/**
 * What has to be covered, as whole numbers: demands that lack something, what each candidate would
 * give to them, and which of them have to be met. Exact: what makes it of clauses and rules brings
 * fractions to a common denominator, and "more than" becomes "at least one more".
 */
import { type Fraction, fraction } from '../fraction.ts';

/** One thing of which there is too little: the chosen have to give at least `lacks` together. */
export interface Demand {
  readonly lacks: bigint;
  /** What each candidate would give, in their order. */
  readonly gives: readonly bigint[];
}

/** What has to hold, over demands by their numbers. */
export type Formula =
  | { readonly all: readonly Formula[] }
  | { readonly any: readonly Formula[] }
  | { readonly demand: number }
  | boolean;

/** Candidates of whom as few as possible shall be chosen, so that the formula holds. */
export interface Problem<Candidate, Own extends Demand = Demand> {
  readonly candidates: readonly Candidate[];
  readonly demands: readonly Own[];
  readonly formula: Formula;
  /** Who is shown first among equals. */
  isPreferred(candidate: Candidate): boolean;
  /** Whether those that give most to this demand are shown before those that give less. */
  isWeight(demand: Own): boolean;
}

/** All of these, or any of these, without what is decided already. */
export function joined(kind: 'all' | 'any', parts: readonly Formula[]): Formula {
  const deciding = kind === 'any';
  if (parts.includes(deciding)) return deciding;
  const open = parts
    .filter((part) => typeof part !== 'boolean')
    .flatMap((part) => {
      if (kind === 'all') return 'all' in part ? part.all : [part];
      return 'any' in part ? part.any : [part];
    });
  if (open.length < 2) return open[0] ?? !deciding;
  return kind === 'all' ? { all: open } : { any: open };
}

/** Whether demands that lack these amounts are met as the formula asks. */
export function holds(formula: Formula, isMet: (demand: number) => boolean): boolean {
  if (typeof formula === 'boolean') return formula;
  if ('all' in formula) return formula.all.every((part) => holds(part, isMet));
  if ('any' in formula) return formula.any.some((part) => holds(part, isMet));
  return isMet(formula.demand);
}

/** The formula as if a demand were met. */
export function without(formula: Formula, demand: number): Formula {
  if (typeof formula === 'boolean') return formula;
  if ('all' in formula)
    return joined(
      'all',
      formula.all.map((part) => without(part, demand)),
    );
  if ('any' in formula)
    return joined(
      'any',
      formula.any.map((part) => without(part, demand)),
    );
  return formula.demand === demand ? true : formula;
}

/** The fewest that meet a demand alone, those that give most first; null: all are too few. */
export function aloneFor({ gives, lacks }: Demand): number | null {
  const most = gives.toSorted((one, other) => (one < other ? 1 : one > other ? -1 : 0));
  let sum = 0n;
  for (let number = 0; number <= most.length; number += 1) {
    if (sum >= lacks) return number;
    sum += most[number] ?? 0n;
  }
  return null;
}

/** The smallest whole number by which all of these fractions become whole. */
export function leastCommonMultiple(fractions: Iterable<Fraction>): bigint {
  let common = 1n;
  for (const { denominator } of fractions) {
    if (common % denominator !== 0n) common *= fraction(denominator, common).numerator;
  }
  return common;
}
