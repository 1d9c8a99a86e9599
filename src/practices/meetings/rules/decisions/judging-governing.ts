/** Judges of what decides which rule governs: demands, preliminary questions, what is put after. */
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import type { DemandedRule, PutQuestion } from '../../payloads/decision.ts';
import type { DecisionState } from './decision-state.ts';
import { demandUpon, governingOf, ruleIn } from './governing.ts';
import { type OnFloor, type Upon, byChair } from './judging.ts';
import { UPON } from './law.ts';
import { resultsAt, ruleOf } from './outcome-of.ts';

const governingNow = ({ floor, at }: OnFloor<object>, decision: DecisionState) =>
  governingOf(decision, floor, resultsAt(floor, at));

/** That it is not first to be decided which rule the votes are counted by. */
export function governed(given: Upon<object>): Refusal | null {
  const { decision } = given;
  const governing = governingNow(given, decision);
  if (governing?.kind !== 'ask') return null;
  const { by, whether } = governing;
  return refuse(
    UPON.preliminary,
    said('It is first decided under {$name} whether {$whetherName} governs {$decisionName}.', {
      name: by.name,
      whetherName: whether.name,
      decisionName: decision.name,
    }),
    {
      remedy: said('Put that question, and close the voting on it.'),
      values: { by: by.name, whether: whether.name },
    },
  );
}

const BY_VOTE: readonly DecisionRule['method'][] = ['vote', 'consensus'];

/** Whether a rule is decided on beforehand, and the question can be decided by it. */
export function demandable(
  { decision, rule }: Pick<Upon<unknown>, 'decision' | 'rule'>,
  other: DecisionRule,
): Refusal | null {
  const { matter, mode } = decision.opening.payload;
  if (other.preliminary === undefined) {
    return refuse(
      UPON.preliminary,
      said('{$name} is not decided on beforehand.', { name: other.name }),
      {
        remedy: said('A rule that applies by itself is raised as a point of order.'),
      },
    );
  }
  if (!BY_VOTE.includes(rule.method) || !BY_VOTE.includes(other.method)) {
    return refuse(
      UPON.fits,
      said('{$name} decides by {$method}, not on this.', {
        name: other.name,
        method: other.method,
      }),
    );
  }
  if (matter !== undefined && other.matters.length > 0 && !other.matters.includes(matter)) {
    return refuse(
      UPON.fits,
      said('{$name} is not for matters of {$matter}.', { name: other.name, matter }),
    );
  }
  return mode === undefined || other.modes.includes(mode)
    ? null
    : refuse(UPON.mode, said('{$name} does not vote by {$mode}.', { name: other.name, mode }));
}

/** Members, and whoever presides, demand another rule, once, as long as nobody has voted. */
export function demands(given: Upon<DemandedRule>): Refusal | null {
  const { actor, day, decision, floor, payload, rule } = given;
  if (!floor.members(day).includes(actor)) {
    const refused = byChair(given);
    if (refused) return refused;
  }
  if (decision.votes.size > 0 || decision.objections.length > 0) {
    return refuse(UPON.begun, said('Votes on {$name} were cast already.', { name: decision.name }));
  }
  const before = demandUpon(decision);
  if (before !== null) {
    return refuse(
      UPON.preliminary,
      said('{$actor} demanded {$rule} already.', {
        actor: before.actor,
        rule: before.payload.rule,
      }),
    );
  }
  const other = floor.rule(payload.rule, decision.opening.recordedAt.slice(0, 10));
  if (other === null || other.name === rule.name) {
    return refuse(
      UPON.rule,
      said('{$rule} is no other rule of {$body}.', { rule: payload.rule, body: floor.body }),
      {
        remedy: said('Its rules are {$ruleNames}.', { ruleNames: floor.ruleNames(day) }),
      },
    );
  }
  return demandable(given, other);
}

/** That the question on a rule is due, and is put under the rule by which that is decided. */
export function asksRule(given: OnFloor<PutQuestion>): Refusal | null {
  const { decisions, payload } = given;
  const { on } = payload;
  if (on.kind !== 'rule') return null;
  const decision = decisions.get(on.of);
  const governing = decision === undefined ? null : governingNow(given, decision);
  if (governing?.kind !== 'ask' || governing.whether.name !== on.rule) {
    return refuse(
      UPON.preliminary,
      said('It is not to be decided whether {$rule} governs {$of}.', { rule: on.rule, of: on.of }),
      {
        remedy: said('Demand the rule first, as a member or as whoever presides.'),
      },
    );
  }
  return governing.by.name === payload.rule
    ? null
    : refuse(
        UPON.preliminary,
        said('That is decided under {$name}.', { name: governing.by.name }),
        {
          remedy: said('Put it under {$name}.', { name: governing.by.name }),
          values: { rule: governing.by.name },
        },
      );
}

/** What follows a question that ended without adoption; the name of the rule, or null. */
export function nextRuleAfter(
  decision: DecisionState,
  given: Pick<OnFloor<unknown>, 'floor' | 'at'>,
) {
  const { floor, at } = given;
  const results = resultsAt(floor, at);
  const outcome = results(decision);
  const rule = ruleOf(floor, decision, at);
  if (rule === null || (outcome !== 'rejected' && outcome !== 'blocked')) return null;
  const next = governingOf(decision, floor, results, { rule: rule.name, outcome });
  return next === null || next.kind === 'over' ? null : ruleIn(next);
}
