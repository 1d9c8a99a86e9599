/** What comes of a decision: computed from its acts, its body and its rule, at an instant. */
import { type InstantText, dayOf } from '../../../../kernel/dates.ts';
import { type Refusal, isRefusal } from '../../../../kernel/refusal.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import { decide } from '../deciding/decide.ts';
import type { Outcome, OutcomeKind } from '../deciding/poll.ts';
import type { SilenceResult } from '../deciding/silence.ts';
import type { DecisionState } from './decision-state.ts';
import type { Floor } from './floor.ts';
import { type Phase, endOf, phaseOf } from './phase.ts';
import { pollOf } from './poll-of.ts';
import { silenceOf } from './silence-of.ts';

export interface Reckoned {
  readonly phase: Phase;
  /** As of when it was reckoned: the end of the decision, or the instant asked for. */
  readonly at: InstantText;
  /** When it ended; null where it has not. */
  readonly endedAt: InstantText | null;
  /** The arithmetic as it stands; null where there is none: of an election, a withdrawal. */
  readonly reckoned: Outcome | Refusal | null;
  /** What came out; null as long as that is open, or cannot be computed. */
  readonly result: OutcomeKind | null;
  /** Of a silence procedure, who was asked and kept silent. */
  readonly silence: SilenceResult | null;
}

/** The rule by which it is decided: the one in force on the day on which it was put. */
export function ruleOf(floor: Floor, { opening }: DecisionState): DecisionRule | null {
  return floor.rule(opening.payload.rule, dayOf(opening.recordedAt));
}

interface Within {
  readonly floor: Floor;
  readonly rule: DecisionRule;
  readonly at: InstantText;
}

/** A silence is over as soon as it is broken. */
function ofSilence(decision: DecisionState, within: Within): Reckoned | null {
  const silence = silenceOf(decision, within);
  if (silence === null) return null;
  if (isRefusal(silence)) {
    const { at } = within;
    return { phase: 'open', at, endedAt: null, reckoned: silence, result: null, silence: null };
  }
  const { endedAt, outcome } = silence;
  const at = endedAt ?? within.at;
  return {
    phase: endedAt === null ? 'open' : 'closed',
    at,
    endedAt,
    reckoned: outcome ?? decide(pollOf(decision, { ...within, at })),
    result: outcome?.outcome ?? null,
    silence,
  };
}

function ofVote(decision: DecisionState, within: Within, phase: Phase): Reckoned {
  const endedAt = phase === 'closed' ? endOf(decision) : null;
  const at = endedAt ?? within.at;
  const reckoned = decide(pollOf(decision, { ...within, at }));
  const result = phase === 'closed' && !isRefusal(reckoned) ? reckoned.outcome : null;
  return { phase, at, endedAt, reckoned, result, silence: null };
}

/** What comes of the decision as of an instant. */
export function outcomeOf(decision: DecisionState, floor: Floor, at: InstantText): Reckoned {
  const phase = phaseOf(decision, floor, at);
  const rule = ruleOf(floor, decision);
  if (rule === null || rule.method === 'election' || phase === 'withdrawn') {
    const endedAt = decision.withdrawal?.recordedAt ?? null;
    return { phase, at, endedAt, reckoned: null, result: null, silence: null };
  }
  const within = { floor, rule, at };
  const silent = rule.method === 'silence' ? ofSilence(decision, within) : null;
  return silent ?? ofVote(decision, within, phase);
}
