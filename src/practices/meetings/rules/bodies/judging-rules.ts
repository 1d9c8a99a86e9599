/** Whether rules of procedure and weights may be put down. */
import { compare, fraction, parseFraction } from '../../../../kernel/fraction.ts';
import { refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { AdoptedRules, SetWeights } from '../../payloads/body.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import { leafFaults } from '../deciding/leaf-faults.ts';
import { refuseFaulty } from '../deciding/rule-faults.ts';
import type { BodyState } from './body-state.ts';
import { type BodyJudge, unknownOn } from './given-body.ts';
import { BODY_RULES } from './law-bodies.ts';
import { membersOn } from './members.ts';
import { faultsOf, settingOn, withWeights } from './rule-standing.ts';
import { rulesOn } from './rules-on.ts';

const twiceIn = (names: readonly string[]): string | undefined =>
  names.find((name, at) => names.indexOf(name) !== at);

/** The rules that would be in force on the first day of what is adopted. */
function rulesThen(body: BodyState, payload: AdoptedRules): readonly DecisionRule[] {
  const rules = new Map(rulesOn(body, payload.from).map((one) => [one.name, one]));
  for (const name of payload.ended) rules.delete(name);
  for (const one of payload.rules) rules.set(one.name, one);
  return [...rules.values()];
}

/** Each rule stands once, and what ends is there. */
const told: BodyJudge<AdoptedRules> = ({ body, payload }) => {
  const again = twiceIn(payload.rules.map(({ name }) => name));
  if (again !== undefined)
    return refuse(BODY_RULES.rule, said('The rule {$again} is put down twice.', { again }));
  const known = new Set(rulesOn(body, payload.from).map(({ name }) => name));
  const never = payload.ended.find((name) => !known.has(name));
  return never === undefined
    ? null
    : refuse(BODY_RULES.rule, said('There is no rule {$never} that could end.', { never }));
};

/**
 * A rule that contradicts itself is told when it is written, not when a vote fails by it. Where it
 * counts what is not on record yet, it is judged by what it says alone.
 */
const holdTogether: BodyJudge<AdoptedRules> = ({ archive, body, payload }) =>
  refuseFaulty(faultsOf(rulesThen(body, payload), { archive, body, day: payload.from }));

/** A meeting can be opened, and not by nobody. */
const opens: BodyJudge<AdoptedRules> = ({ archive, body, payload }) => {
  const { quorumToOpen } = payload;
  if (quorumToOpen === undefined) return null;
  // Whatever it says to count: a meeting is opened by who is there.
  const there = { ...quorumToOpen, of: 'present' } as const;
  const placed = { path: 'quorumToOpen', purpose: 'quorum', condition: there } as const;
  const setting = settingOn({ archive, body, day: payload.from });
  const [first] = leafFaults(placed, there, setting);
  if (first === undefined) return null;
  const [kind, reason] = first;
  return refuseFaulty([{ rule: 'quorumToOpen', path: '', kind, reason }]);
};

export const judgeRules: readonly BodyJudge<AdoptedRules>[] = [told, opens, holdTogether];

/** Every member has a weight of its own, or is said to have none. */
const cover: BodyJudge<SetWeights> = ({ archive, body, payload }) => {
  const { from, uncovered, weights } = payload;
  const named = [...weights.map(({ actor }) => actor), ...uncovered];
  const again = twiceIn(named);
  if (again !== undefined)
    return refuse(BODY_RULES.covers, said('{$again} is named twice.', { again }));
  const without = membersOn(body, from, archive.registry).filter((one) => !named.includes(one));
  if (without.length === 0) return null;
  const some = without.slice(0, 5).join(', ');
  return refuse(
    BODY_RULES.covers,
    said('{$count} members on {$from} would have no weight: {$some}.', {
      count: without.length,
      from,
      some,
    }),
    { remedy: said('Give each a weight, or name those that have none.') },
  );
};

const ZERO = fraction(0n);

const areWeights: BodyJudge<SetWeights> = ({ payload }) => {
  const read = payload.weights.map(({ actor, weight }) => ({ actor, of: parseFraction(weight) }));
  const below = read.find(({ of }) => compare(of, ZERO) < 0);
  if (below !== undefined) {
    return refuse(
      BODY_RULES.covers,
      said('The weight of {$actor} is below zero.', { actor: below.actor }),
    );
  }
  return read.every(({ of }) => compare(of, ZERO) === 0)
    ? refuse(BODY_RULES.covers, said('All weights together are nothing.'))
    : null;
};

/** What a rule counts by is not taken from it: what it then lacks is told with the weights. */
const leavesRulesSound: BodyJudge<SetWeights> = ({ archive, body, payload }) => {
  const then = withWeights(body, payload);
  const days = [payload.from, ...body.rules.map((one) => one.payload.from)];
  const later = [...new Set(days)].filter((day) => day >= payload.from);
  return refuseFaulty(
    later.flatMap((day) => {
      const before = faultsOf(rulesOn(body, day), { archive, body, day });
      const known = new Set(before.map(({ rule, reason }) => `${rule} ${reason}`));
      const after = faultsOf(rulesOn(body, day), { archive, body: then, day });
      return after.filter(({ rule, reason }) => !known.has(`${rule} ${reason}`));
    }),
  );
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
  leavesRulesSound,
];
