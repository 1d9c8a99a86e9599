/** Which rule governs a question of a session: as it was put, demanded, and decided beforehand. */
import { dayOf } from '../../../../kernel/dates.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import type { DemandedRule } from '../../payloads/decision.ts';
import { type Governing, type Taken, governingRule } from '../deciding/governing-rule.ts';
import type { OutcomeKind } from '../deciding/poll.ts';
import type { Fact } from '../facts.ts';
import type { DecisionState } from './decision-state.ts';
import type { Floor } from './floor.ts';

/** What came of a decision by the instant that is asked about; null: nothing yet. */
export type ResultOf = (decision: DecisionState) => OutcomeKind | null;

/** The rules that were in force on the day on which the question was put: it keeps them. */
function rulesFor({ opening }: DecisionState, floor: Floor): readonly DecisionRule[] {
  const day = dayOf(opening.recordedAt);
  return floor.ruleNames(day).flatMap((name) => floor.rule(name, day) ?? []);
}

/** The demand that moved the question under another rule; null: none did. */
export const demandUpon = ({ demands }: DecisionState): Fact<DemandedRule> | null =>
  demands[0] ?? null;

/** The preliminary question on a rule that counts: the last that was not withdrawn. */
export function askedOn(decision: DecisionState, rule: string): DecisionState | null {
  const found = decision.preliminaries.findLast(({ opening, withdrawal }) => {
    const { on } = opening.payload;
    return withdrawal === null && on.kind === 'rule' && on.rule === rule;
  });
  return found ?? null;
}

/** What was decided on which rules apply. */
function preliminaryOf(decision: DecisionState, resultOf: ResultOf): Taken['preliminary'] {
  const rules = decision.preliminaries.flatMap(({ opening: { payload } }) =>
    payload.on.kind === 'rule' ? [payload.on.rule] : [],
  );
  return new Map(
    rules.flatMap((rule): [string, OutcomeKind][] => {
      const asked = askedOn(decision, rule);
      const result = asked === null ? null : resultOf(asked);
      return result === null ? [] : [[rule, result]];
    }),
  );
}

/**
 * What governs a question now: a rule, or a question that is decided first. Null where the body has
 * no such rule. `failed`: what follows once the question came to that outcome under its rule.
 */
export function governingOf(
  decision: DecisionState,
  floor: Floor,
  resultOf: ResultOf,
  failed?: { readonly rule: string; readonly outcome: OutcomeKind },
): Governing | null {
  const rules = rulesFor(decision, floor);
  const taken: Taken = {
    preliminary: preliminaryOf(decision, resultOf),
    outcomes: new Map(failed === undefined ? [] : [[failed.rule, failed.outcome]]),
  };
  const put = decision.opening.payload.rule;
  const demanded = demandUpon(decision)?.payload.rule;
  const governing = governingRule(rules, demanded ?? put, taken);
  if (isRefusal(governing)) return null;
  // A demand that failed leaves the question under the rule under which it was put.
  const isDropped = governing.kind === 'over' && demanded !== undefined && failed === undefined;
  if (!isDropped) return governing;
  const own = governingRule(rules, put, taken);
  return isRefusal(own) ? null : own;
}

/** The rule by which it is decided, or would be if the preliminary question says so. */
export const ruleIn = (governing: Governing): DecisionRule =>
  governing.kind === 'ask' ? governing.whether : governing.by;
