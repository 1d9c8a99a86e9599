/** Which rule governs a decision, why, and what could still change that. */
import { z } from 'zod';
import { type InstantText, dayOf } from '../../../../kernel/dates.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import type { DecisionState } from '../../rules/decisions/decision-state.ts';
import type { Floor } from '../../rules/decisions/floor.ts';
import { askedOn, demandUpon, governingOf, ruleIn } from '../../rules/decisions/governing.ts';
import { demandable, nextRuleAfter } from '../../rules/decisions/judging-governing.ts';
import { resultsAt } from '../../rules/decisions/outcome-of.ts';
import { titleIn } from '../shapes.ts';
import { type Tongue, named } from './rows.ts';
import { Named, Result } from './shapes.ts';

const RuleNamed = z.object({ rule: z.string(), title: z.string() });

const RuleStep = z.object({
  /**
   * Put under a rule; after a question that came to nothing; demanded to be under another; asked
   * whether that one applies; and which one governs at last.
   */
  kind: z.enum(['put', 'after', 'demanded', 'asked', 'to-ask', 'governs']),
  ...RuleNamed.shape,
  /** The other question that is meant: the one before, or the preliminary one. */
  decision: z.string().nullable(),
  result: Result,
  by: Named.nullable(),
  reason: z.string().nullable(),
  act: z.string().nullable(),
});

export const GoverningShape = z.object({
  steps: z.array(RuleStep),
  /** A preliminary question that is still to be put, and the rule by which it is decided. */
  toAsk: z.object({ whether: RuleNamed, by: RuleNamed }).nullable(),
  /** What the question may be put under now that it came to nothing. */
  next: RuleNamed.nullable(),
  /** Rules that may be demanded as long as nobody has voted. */
  demandable: z.array(RuleNamed),
});
export type GoverningShape = z.output<typeof GoverningShape>;
type Step = z.output<typeof RuleStep>;

interface Shown {
  readonly state: DecisionState;
  readonly floor: Floor;
  readonly at: InstantText;
  readonly tongue: Tongue;
}

const NOTHING = { decision: null, result: null, by: null, reason: null, act: null };

function titled({ state, floor, tongue }: Shown, name: string) {
  const rule = floor.rule(name, dayOf(state.opening.recordedAt));
  return { rule: name, title: rule === null ? name : titleIn(tongue.locale, rule.title) };
}

const ofRule = (shown: Shown, { name }: DecisionRule) => titled(shown, name);

function afterSteps(shown: Shown): Step[] {
  const { state, floor, at } = shown;
  const { act, payload } = state.opening;
  if (state.after === null) return [];
  return [
    {
      ...NOTHING,
      kind: 'after',
      ...titled(shown, state.after.opening.payload.rule),
      decision: state.after.name,
      result: resultsAt(floor, at)(state.after),
      reason: payload.reason ?? null,
      act,
    },
  ];
}

function demandSteps(shown: Shown): Step[] {
  const demand = demandUpon(shown.state);
  if (demand === null) return [];
  const { act, actor, payload } = demand;
  const by = named(shown.tongue, actor);
  const rule = titled(shown, payload.rule);
  return [{ ...NOTHING, kind: 'demanded', ...rule, by, reason: payload.reason, act }];
}

function askedSteps(shown: Shown): Step[] {
  const { state, floor, at } = shown;
  const asked = state.preliminaries.filter((one) => {
    const { on } = one.opening.payload;
    return on.kind === 'rule' && askedOn(state, on.rule) === one;
  });
  return asked.map((one) => {
    const { act, payload } = one.opening;
    const rule = payload.on.kind === 'rule' ? payload.on.rule : payload.rule;
    const result = resultsAt(floor, at)(one);
    const decision = one.name;
    return { ...NOTHING, kind: 'asked', ...titled(shown, rule), decision, result, act };
  });
}

function demandableIn(shown: Shown, rule: DecisionRule, isOpen: boolean) {
  const { state, floor } = shown;
  const hasVoted = state.votes.size > 0 || state.objections.length > 0;
  if (!isOpen || hasVoted || demandUpon(state) !== null) return [];
  const day = dayOf(state.opening.recordedAt);
  return floor
    .ruleNames(day)
    .flatMap((name) => floor.rule(name, day) ?? [])
    .filter((one) => one.name !== rule.name && demandable({ decision: state, rule }, one) === null)
    .map((one) => ofRule(shown, one));
}

/** The rule that governs a decision, with every step that led to it. */
export function governingShape(
  shown: Shown,
  { rule, isOpen }: { readonly rule: DecisionRule; readonly isOpen: boolean },
): GoverningShape {
  const { state, floor, at } = shown;
  const governing = governingOf(state, floor, resultsAt(floor, at));
  const asks = governing?.kind === 'ask' ? governing : null;
  const isAsked = asks !== null && askedOn(state, asks.whether.name) !== null;
  const next = nextRuleAfter(state, { floor, at });
  const last: Step[] =
    governing === null
      ? []
      : [
          asks === null
            ? { ...NOTHING, kind: 'governs', ...ofRule(shown, ruleIn(governing)) }
            : { ...NOTHING, kind: 'to-ask', ...ofRule(shown, asks.by) },
        ];
  return {
    steps: [
      ...afterSteps(shown),
      { ...NOTHING, kind: 'put', ...titled(shown, state.opening.payload.rule) },
      ...demandSteps(shown),
      ...askedSteps(shown),
      ...last,
    ],
    toAsk:
      asks === null || isAsked || !isOpen
        ? null
        : { whether: ofRule(shown, asks.whether), by: ofRule(shown, asks.by) },
    next: next === null ? null : ofRule(shown, next),
    demandable: demandableIn(shown, rule, isOpen),
  };
}
