/**
 * A condition as whole numbers: what each single condition still lacks, and what each candidate
 * would give to it. Exact: fractions are brought to a common denominator, and "more than" becomes
 * "at least one more".
 */
import { type Fraction, add, fraction, multiply } from '../../../../kernel/fraction.ts';
import type { Condition } from '../../clauses.ts';
import { type Scene, belongs } from '../classes.ts';
import { type Ballot, type Single, isEnough, progressOf } from '../conditions.ts';
import type { Candidate } from './candidates.ts';

/** One thing of which there is too little: the chosen have to give at least `lacks` together. */
export interface Demand {
  readonly single: Single;
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

export interface Problem {
  readonly candidates: readonly Candidate[];
  readonly demands: readonly Demand[];
  readonly formula: Formula;
  /** Single conditions that all candidates together could not meet. */
  readonly hopeless: readonly Single[];
}

function giver(single: Single, { day }: Ballot, scene: Scene): (one: Candidate) => Fraction {
  const zero = fraction(0n);
  const one = fraction(1n);
  if ('named' in single) {
    const persons = new Set(single.named.map((actor) => scene.facts.personOf(actor)));
    return ({ person }) => (persons.has(person) ? one : zero);
  }
  if (!('of' in single)) return () => zero;
  const { of } = single;
  if (!('weight' in single)) {
    return ({ actor }) => (belongs(of, actor, day, scene) ? one : zero);
  }
  const { attribute } = single;
  return ({ actor }) => {
    const isOfClass = belongs(of, actor, day, scene);
    return (isOfClass ? scene.facts.attribute(attribute, actor, day) : null) ?? zero;
  };
}

function leastCommonMultiple(fractions: Iterable<Fraction>): bigint {
  let common = 1n;
  for (const { denominator } of fractions) {
    if (common % denominator !== 0n) common *= fraction(denominator, common).numerator;
  }
  return common;
}

/** The demand of a single condition; null where there is enough, whoever consents besides. */
function demandOf(
  single: Single,
  candidates: readonly Candidate[],
  ballot: Ballot,
  scene: Scene,
): Demand | null {
  const progress = progressOf(single, ballot, scene);
  const gap = add(progress.need, multiply(progress.have, fraction(-1n)));
  const given = candidates.map(giver(single, ballot, scene));
  const isOnlyMore = given.every((one) => one.numerator >= 0n);
  if (isEnough(progress) && isOnlyMore) return null;
  const scale = leastCommonMultiple([gap, ...given]);
  const whole = ({ numerator, denominator }: Fraction): bigint => (numerator * scale) / denominator;
  return {
    single,
    lacks: whole(gap) + (progress.more ? 1n : 0n),
    gives: given.map(whole),
  };
}

/** All of these, or any of these, without what is decided already. */
function joined(kind: 'all' | 'any', parts: readonly Formula[]): Formula {
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

/** Events, days and silence: no consent brings them about. */
export const isOutside = (single: Single): boolean =>
  'event' in single || 'on' in single || 'silence' in single;

/**
 * The condition over the candidates. `awaited`: whether events and days that have yet to come are
 * taken as come.
 */
export function problemOf(
  condition: Condition,
  candidates: readonly Candidate[],
  ballot: Ballot,
  scene: Scene,
  awaited: boolean,
): Problem {
  const demands: Demand[] = [];
  const hopeless: Single[] = [];
  const ofSingle = (single: Single): Formula => {
    if (isOutside(single)) return awaited || isEnough(progressOf(single, ballot, scene));
    const demand = demandOf(single, candidates, ballot, scene);
    if (demand === null) return true;
    const most = demand.gives.reduce((sum, one) => (one > 0n ? sum + one : sum), 0n);
    if (most < demand.lacks) {
      hopeless.push(single);
      return false;
    }
    return { demand: demands.push(demand) - 1 };
  };
  const formulaOf = (one: Condition): Formula => {
    if ('all' in one) return joined('all', one.all.map(formulaOf));
    if ('any' in one) return joined('any', one.any.map(formulaOf));
    return ofSingle(one);
  };
  const formula = formulaOf(condition);
  return { candidates, demands, formula, hopeless };
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
