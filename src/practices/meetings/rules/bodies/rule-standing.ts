/** Whether rules hold together for a body as it stands on a day, as far as it is known by then. */
import type { SetWeights } from '../../payloads/body.ts';
import type { DecisionRule, Selector } from '../../payloads/decision-rule.ts';
import type { Archive } from '../archive.ts';
import { conditionsOf, leavesOf } from '../deciding/leaves.ts';
import { methodsOf, ruleFaults, rulesFaults } from '../deciding/rule-faults.ts';
import type { RuleFault, RuleSetting } from '../deciding/rule-setting.ts';
import type { BodyState } from './body-state.ts';
import { allocationOn, isIn, membersOn, seatsOn } from './members.ts';
import { schemeOn, schemesOn, weightOn } from './rules-on.ts';

/** A body, and the day that is asked about. */
export interface OnDay {
  readonly archive: Archive;
  readonly body: BodyState;
  readonly day: string;
}

const orNull = <Value>(values: readonly Value[]): readonly Value[] | null =>
  values.length === 0 ? null : values;

/** What is known of the body when a rule is written for it; weights and seats may come later. */
export function settingOn({ archive, body, day }: OnDay): RuleSetting {
  const { registry } = archive;
  const schemes = schemesOn(body, day).map((one) => one.payload.scheme);
  const groups = allocationOn(body, day)?.payload.groups;
  return {
    members: orNull(membersOn(body, day, registry)),
    schemes: schemes.length === 0 ? null : new Set(schemes),
    seatGroups: groups === undefined ? null : new Set(groups.map(({ seats }) => seats)),
    ...(groups && { seatNumbers: new Map(groups.map(({ seats, number }) => [seats, number])) }),
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
function isCountable(rule: DecisionRule, { archive, body, day }: OnDay): boolean {
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

/** All that is wrong with these rules in the body on the day. */
export function faultsOf(rules: readonly DecisionRule[], on: OnDay): readonly RuleFault[] {
  const setting = settingOn(on);
  const methods = methodsOf(rules);
  const countable = rules.filter((rule) => isCountable(rule, on));
  return [
    ...rulesFaults(rules, { ...setting, members: null, schemes: null }),
    ...countable.flatMap((rule) => ruleFaults(rule, setting, methods)),
  ];
}

/** The body as it would be with these weights. */
export function withWeights(body: BodyState, payload: SetWeights): BodyState {
  const ledger = Number.MAX_SAFE_INTEGER;
  const weights = [...body.weights, { ...body.opening, payload, ledger }];
  return {
    ...body,
    weights: weights.toSorted((one, other) =>
      one.payload.from === other.payload.from
        ? one.ledger - other.ledger
        : one.payload.from < other.payload.from
          ? -1
          : 1,
    ),
  };
}
