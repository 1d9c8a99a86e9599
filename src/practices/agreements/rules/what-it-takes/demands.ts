/**
 * A condition as whole numbers: what each single condition still lacks, and what each candidate
 * would give to it. Exact: fractions are brought to a common denominator, and "more than" becomes
 * "at least one more".
 */
import {
  type Demand as Covered,
  type Formula,
  type Problem as Covering,
  joined,
  leastCommonMultiple,
} from '../../../../kernel/covering/formula.ts';
import { type Fraction, add, fraction, multiply } from '../../../../kernel/fraction.ts';
import type { Condition } from '../../clauses.ts';
import { type Scene, belongs } from '../classes.ts';
import { type Ballot, type Single, isEnough, progressOf } from '../conditions.ts';
import type { Candidate } from './candidates.ts';

/** A single condition of which there is too little. */
export interface Demand extends Covered {
  readonly single: Single;
}

export interface Problem extends Covering<Candidate, Demand> {
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
  return {
    candidates,
    demands,
    formula,
    hopeless,
    isPreferred: ({ signedOn }) => signedOn !== null,
    isWeight: ({ single }) => 'weight' in single,
  };
}
