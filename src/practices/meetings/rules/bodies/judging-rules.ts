/** Whether rules of procedure and weights may be put down. */
import { compare, fraction, parseFraction } from '../../../../kernel/fraction.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import type { AdoptedRules, SetWeights } from '../../payloads/body.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import { type BodyJudge, unknownOn } from './given-body.ts';
import { BODY_RULES } from './law-bodies.ts';
import { membersOn } from './members.ts';
import { rulesOn } from './rules-on.ts';

const twiceIn = (names: readonly string[]): string | undefined =>
  names.find((name, at) => names.indexOf(name) !== at);

const leadsTo = ({ fallback, preliminary }: DecisionRule): readonly string[] =>
  [fallback, preliminary].filter((name) => name !== undefined);

/** A rule from which one comes back to it by the rules that it names; null: there is none. */
function circleIn(rules: ReadonlyMap<string, DecisionRule>): string | null {
  for (const start of rules.keys()) {
    const seen = new Set<string>();
    let next = [...leadsTo(rules.get(start) as DecisionRule)]; // It is a key of the map.
    while (next.length > 0) {
      if (next.includes(start)) return start;
      for (const name of next) seen.add(name);
      next = next
        .flatMap((name) => leadsTo(rules.get(name) ?? ({} as DecisionRule))) // It leads nowhere.
        .filter((name) => !seen.has(name));
    }
  }
  return null;
}

/** The rules that would be in force on the first day of what is adopted. */
function rulesThen(
  body: Parameters<typeof rulesOn>[0],
  payload: AdoptedRules,
): ReadonlyMap<string, DecisionRule> {
  const rules = new Map(rulesOn(body, payload.from).map((one) => [one.name, one]));
  for (const name of payload.ended) rules.delete(name);
  for (const one of payload.rules) rules.set(one.name, one);
  return rules;
}

const wrong = (reason: string, remedy?: string): Refusal =>
  refuse(BODY_RULES.rule, reason, remedy === undefined ? {} : { remedy });

/** Each rule stands once, and what it names is there and does not lead back to it. */
const holdTogether: BodyJudge<AdoptedRules> = ({ body, payload }) => {
  const again = twiceIn(payload.rules.map(({ name }) => name));
  if (again !== undefined) return wrong(`The rule ${again} is put down twice.`);
  const known = new Set(rulesOn(body, payload.from).map(({ name }) => name));
  const never = payload.ended.find((name) => !known.has(name));
  if (never !== undefined) return wrong(`There is no rule ${never} that could end.`);
  const rules = rulesThen(body, payload);
  const lost = [...rules.values()]
    .flatMap((one) => leadsTo(one).map((named) => ({ one, named })))
    .find(({ named }) => !rules.has(named));
  if (lost !== undefined) {
    return wrong(
      `The rule ${lost.one.name} leads to ${lost.named}, which is no rule of the body then.`,
      'Adopt both together.',
    );
  }
  const circle = circleIn(rules);
  return circle === null ? null : wrong(`The rule ${circle} leads back to itself.`);
};

export const judgeRules: readonly BodyJudge<AdoptedRules>[] = [holdTogether];

/** Every member has a weight of its own, or is said to have none. */
const cover: BodyJudge<SetWeights> = ({ archive, body, payload }) => {
  const { from, uncovered, weights } = payload;
  const named = [...weights.map(({ actor }) => actor), ...uncovered];
  const again = twiceIn(named);
  if (again !== undefined) return refuse(BODY_RULES.covers, `${again} is named twice.`);
  const without = membersOn(body, from, archive.registry).filter((one) => !named.includes(one));
  if (without.length === 0) return null;
  const some = without.slice(0, 5).join(', ');
  return refuse(
    BODY_RULES.covers,
    `${without.length} members on ${from} would have no weight: ${some}.`,
    { remedy: 'Give each a weight, or name those that have none.' },
  );
};

const ZERO = fraction(0n);

const areWeights: BodyJudge<SetWeights> = ({ payload }) => {
  const read = payload.weights.map(({ actor, weight }) => ({ actor, of: parseFraction(weight) }));
  const below = read.find(({ of }) => compare(of, ZERO) < 0);
  if (below !== undefined) {
    return refuse(BODY_RULES.covers, `The weight of ${below.actor} is below zero.`);
  }
  return read.every(({ of }) => compare(of, ZERO) === 0)
    ? refuse(BODY_RULES.covers, 'All weights together are nothing.')
    : null;
};

/** Weights are of actors that exist, cover the members, and can be added up. */
export const judgeWeights: readonly BodyJudge<SetWeights>[] = [
  (upon) => {
    const { from, uncovered, weights } = upon.payload;
    const named = [...weights.map(({ actor }) => actor), ...uncovered];
    return named.map((actor) => unknownOn(actor, from, upon)).find((one) => one !== null) ?? null;
  },
  cover,
  areWeights,
];
