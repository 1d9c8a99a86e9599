/** What comes of a decision: computed from its acts, its body and its rule, at an instant. */
import { type InstantText, dayOf } from '../../../../kernel/dates.ts';
import { type Refusal, isRefusal } from '../../../../kernel/refusal.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import { decide } from '../deciding/decide.ts';
import type { Outcome, OutcomeKind } from '../deciding/poll.ts';
import type { DecisionState } from './decision-state.ts';
import type { Floor } from './floor.ts';
import { type Phase, endOf, phaseOf } from './phase.ts';
import { pollOf } from './poll-of.ts';

export interface Reckoned {
  readonly phase: Phase;
  /** As of when it was reckoned: the end of the decision, or the instant asked for. */
  readonly at: InstantText;
  /** The arithmetic as it stands; null where there is none: of an election, a withdrawal. */
  readonly reckoned: Outcome | Refusal | null;
  /** What came out; null as long as that is open, or cannot be computed. */
  readonly result: OutcomeKind | null;
}

/** The rule by which it is decided: the one in force on the day on which it was put. */
export function ruleOf(floor: Floor, { opening }: DecisionState): DecisionRule | null {
  return floor.rule(opening.payload.rule, dayOf(opening.recordedAt));
}

/** A silence is over as soon as it is broken; all else is, when it is closed. */
function resultOf(
  outcome: Outcome | Refusal,
  rule: DecisionRule,
  phase: Phase,
): OutcomeKind | null {
  if (isRefusal(outcome)) return null;
  const isBroken = rule.method === 'silence' && outcome.outcome === 'blocked';
  return phase === 'closed' || isBroken ? outcome.outcome : null;
}

/** What comes of the decision as of an instant. */
export function outcomeOf(decision: DecisionState, floor: Floor, at: InstantText): Reckoned {
  const phase = phaseOf(decision, floor, at);
  const rule = ruleOf(floor, decision);
  const end = phase === 'closed' ? (endOf(decision) ?? at) : at;
  if (rule === null || rule.method === 'election' || phase === 'withdrawn') {
    return { phase, at: end, reckoned: null, result: null };
  }
  const reckoned = decide(pollOf(decision, { floor, rule, at: end }));
  return { phase, at: end, reckoned, result: resultOf(reckoned, rule, phase) };
}
