/** By which rules and weights a body decides on a day, and how long one may speak. */
import type { ActId } from '../../../../kernel/act.ts';
import type { PlainDateText } from '../../../../kernel/dates.ts';
import { type Fraction, parseFraction } from '../../../../kernel/fraction.ts';
import type { SetWeights, SpeakingLimit } from '../../payloads/body.ts';
import type { DecisionRule, Share } from '../../payloads/decision-rule.ts';
import type { Fact } from '../facts.ts';
import type { BodyState } from './body-state.ts';

/** A rule in force, since when, and the act and rules of procedure that it came with. */
export interface RuleInForce {
  readonly rule: DecisionRule;
  readonly from: PlainDateText;
  readonly act: ActId;
  readonly citation: string;
}

/** The rules in force on the day, each with the act that adopted it, in the order of adoption. */
export function rulesInForceOn(body: BodyState, day: PlainDateText): readonly RuleInForce[] {
  const inForce = new Map<string, RuleInForce>();
  for (const { act, payload } of body.rules) {
    if (payload.from > day) break;
    for (const name of payload.ended) inForce.delete(name);
    for (const rule of payload.rules) {
      inForce.set(rule.name, { rule, from: payload.from, act, citation: payload.citation });
    }
  }
  return [...inForce.values()];
}

/** The rules by which the body decides on the day. */
export function rulesOn(body: BodyState, day: PlainDateText): readonly DecisionRule[] {
  return rulesInForceOn(body, day).map(({ rule }) => rule);
}

/** The rule of that name on the day, or null. */
export function ruleNamed(body: BodyState, name: string, day: PlainDateText): DecisionRule | null {
  return rulesOn(body, day).find((rule) => rule.name === name) ?? null;
}

/** What has to be there for a meeting to be opened on the day; null: the rules say nothing. */
export function quorumToOpenOn(body: BodyState, day: PlainDateText): Share | null {
  const said = body.rules.findLast(
    ({ payload }) => payload.from <= day && payload.quorumToOpen !== undefined,
  );
  return said?.payload.quorumToOpen ?? null;
}

/** How long one may speak, by kind of intervention, on the day. */
export function speakingLimitsOn(body: BodyState, day: PlainDateText): readonly SpeakingLimit[] {
  const limits = new Map<string, SpeakingLimit>();
  for (const { payload } of body.rules) {
    if (payload.from > day) break;
    for (const limit of payload.speaking) limits.set(limit.kind, limit);
  }
  return [...limits.values()];
}

/** The weights of a scheme as they are on the day; null where it has none yet. */
export function schemeOn(
  body: BodyState,
  scheme: string,
  day: PlainDateText,
): Fact<SetWeights> | null {
  const isIt = ({ payload }: Fact<SetWeights>) => payload.scheme === scheme && payload.from <= day;
  return body.weights.findLast(isIt) ?? null;
}

/** The schemes of weights that the body has on the day, each as it is then. */
export function schemesOn(body: BodyState, day: PlainDateText): readonly Fact<SetWeights>[] {
  const names = new Set(body.weights.map(({ payload }) => payload.scheme));
  return [...names].flatMap((name) => schemeOn(body, name, day) ?? []);
}

const byActor = new WeakMap<Fact<SetWeights>, ReadonlyMap<string, Fraction>>();

/** The weights that one act set, by actor. */
export function weightsOf(fact: Fact<SetWeights>): ReadonlyMap<string, Fraction> {
  const known = byActor.get(fact);
  if (known !== undefined) return known;
  const made = new Map(
    fact.payload.weights.map(({ actor, weight }) => [actor, parseFraction(weight)]),
  );
  byActor.set(fact, made);
  return made;
}

/** The weight of an actor on the day; null where the scheme does not cover it. */
export function weightOn(
  body: BodyState,
  scheme: string,
  actor: string,
  day: PlainDateText,
): Fraction | null {
  const set = schemeOn(body, scheme, day);
  return set === null ? null : (weightsOf(set).get(actor) ?? null);
}
