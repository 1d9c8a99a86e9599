/** Whether rules of procedure and weights may be put down. */
import { compare, fraction, parseFraction } from '../../../../kernel/fraction.ts';
import { refuse } from '../../../../kernel/refusal.ts';
import type { AdoptedRules, SetWeights } from '../../payloads/body.ts';
import type { DecisionRule, Selector } from '../../payloads/decision-rule.ts';
import { conditionsOf, leavesOf } from '../deciding/leaves.ts';
import { refuseFaulty, ruleFaults, rulesFaults } from '../deciding/rule-faults.ts';
import type { RuleSetting } from '../deciding/rule-setting.ts';
import type { BodyState } from './body-state.ts';
import { type BodyJudge, type Upon, unknownOn } from './given-body.ts';
import { BODY_RULES } from './law-bodies.ts';
import { allocationOn, isIn, membersOn, seatsOn } from './members.ts';
import { rulesOn, schemeOn, schemesOn, weightOn } from './rules-on.ts';

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
  if (again !== undefined) return refuse(BODY_RULES.rule, `The rule ${again} is put down twice.`);
  const known = new Set(rulesOn(body, payload.from).map(({ name }) => name));
  const never = payload.ended.find((name) => !known.has(name));
  return never === undefined
    ? null
    : refuse(BODY_RULES.rule, `There is no rule ${never} that could end.`);
};

const orNull = <Value>(values: readonly Value[]): readonly Value[] | null =>
  values.length === 0 ? null : values;

/** What is known of the body when a rule is written for it; weights and seats may come later. */
function settingOf({ archive, body, payload }: Upon<AdoptedRules>): RuleSetting {
  const day = payload.from;
  const { registry } = archive;
  const schemes = schemesOn(body, day).map((one) => one.payload.scheme);
  const groups = allocationOn(body, day)?.payload.groups;
  return {
    members: orNull(membersOn(body, day, registry)),
    schemes: schemes.length === 0 ? null : new Set(schemes),
    seatGroups: groups === undefined ? null : new Set(groups.map(({ seats }) => seats)),
    weight: (scheme, actor) => weightOn(body, scheme, actor, day),
    isIn: (selector, actor) => isIn(selector, actor, { body, day, registry }),
  };
}

function agreementsIn(selector: Selector | undefined): readonly string[] {
  if (selector?.kind === 'not') return agreementsIn(selector.of);
  return selector?.kind === 'parties' ? [selector.agreement] : [];
}

function seatsIn(selector: Selector | undefined): readonly string[] {
  if (selector?.kind === 'not') return seatsIn(selector.of);
  return selector?.kind === 'seats' ? [selector.seats] : [];
}

/** Whether it is known by then who holds seats of a group: they are allocated, or somebody does. */
function areSeatsKnown(names: readonly string[], body: BodyState, day: string): boolean {
  if (allocationOn(body, day) !== null) return true;
  const held = new Set(seatsOn(body, day).map(({ seats }) => seats));
  return names.every((name) => held.has(name));
}

/** Whether what a rule counts is on record by then: its weights, seats, parties to agreements. */
function isCountable(rule: DecisionRule, { archive, body, payload }: Upon<AdoptedRules>): boolean {
  const day = payload.from;
  const leaves = conditionsOf(rule).flatMap(({ condition }) => leavesOf(condition));
  const selectors = [rule.electorate, ...leaves.map(([, { among }]) => among)];
  const hasWeights = leaves.every(
    ([, { weights }]) => weights === undefined || schemeOn(body, weights, day) !== null,
  );
  return (
    hasWeights &&
    areSeatsKnown(selectors.flatMap(seatsIn), body, day) &&
    selectors
      .flatMap(agreementsIn)
      .every((agreement) => archive.registry.partiesTo(agreement, day).length > 0)
  );
}

/**
 * A rule that contradicts itself is told when it is written, not when a vote fails by it. Where it
 * counts what is not on record yet, it is judged by what it says alone.
 */
const holdTogether: BodyJudge<AdoptedRules> = (upon) => {
  const rules = rulesThen(upon.body, upon.payload);
  const setting = settingOf(upon);
  const names = new Set(rules.map(({ name }) => name));
  const countable = rules.filter((rule) => isCountable(rule, upon));
  return refuseFaulty([
    ...rulesFaults(rules, { ...setting, members: null, schemes: null }),
    ...countable.flatMap((rule) => ruleFaults(rule, setting, names)),
  ]);
};

export const judgeRules: readonly BodyJudge<AdoptedRules>[] = [told, holdTogether];

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
