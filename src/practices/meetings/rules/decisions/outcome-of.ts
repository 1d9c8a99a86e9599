/** What comes of a decision: computed from its acts, its body and its rule, at an instant. */
import type { InstantText } from '../../../../kernel/dates.ts';
import { type Refusal, isRefusal } from '../../../../kernel/refusal.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import { decide } from '../deciding/decide.ts';
import type { Outcome, OutcomeKind } from '../deciding/poll.ts';
import type { ElectionState } from '../deciding/election.ts';
import type { SilenceResult } from '../deciding/silence.ts';
import { isSecret, secretPoll } from '../ballots/counted.ts';
import { electionEnd, electionOf } from './ballots.ts';
import type { DecisionState } from './decision-state.ts';
import type { Floor } from './floor.ts';
import { governingOf, ruleIn } from './governing.ts';
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
  /** Of an election, its ballots and who is elected. */
  readonly election: ElectionState | null;
}

const NOTHING = { reckoned: null, result: null, silence: null, election: null };

/** What came of each decision by an instant. */
export const resultsAt =
  (floor: Floor, at: InstantText) =>
  (decision: DecisionState): OutcomeKind | null =>
    outcomeOf(decision, floor, at).result;

/**
 * The rule by which it is decided at an instant: one in force on the day on which it was put, as
 * far as nothing else was demanded and decided since.
 */
export function ruleOf(
  floor: Floor,
  decision: DecisionState,
  at: InstantText,
): DecisionRule | null {
  const governing = governingOf(decision, floor, resultsAt(floor, at));
  return governing === null ? null : ruleIn(governing);
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
    return { ...NOTHING, phase: 'open', at, endedAt: null, reckoned: silence };
  }
  const { endedAt, outcome } = silence;
  const at = endedAt ?? within.at;
  return {
    ...NOTHING,
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
  const open = pollOf(decision, { ...within, at });
  const poll = isSecret(decision, within.rule) ? secretPoll(decision, open) : open;
  // Nobody knows how it stands before the box is opened.
  if (poll === null) return { ...NOTHING, phase, at, endedAt };
  const reckoned = decide(poll);
  const result = phase === 'closed' && !isRefusal(reckoned) ? reckoned.outcome : null;
  return { ...NOTHING, phase, at, endedAt, reckoned, result };
}

/** An election is adopted where all seats are filled. */
function ofElection(decision: DecisionState, within: Within, phase: Phase): Reckoned | null {
  const election = electionOf(decision, within);
  if (election === null) return null;
  const endedAt = electionEnd(decision, election);
  const at = endedAt ?? within.at;
  if (endedAt === null) return { ...NOTHING, phase, at, endedAt, election };
  const result = election.status === 'filled' ? 'adopted' : 'rejected';
  return { ...NOTHING, phase: 'closed', at, endedAt, election, result };
}

/** What comes of the decision as of an instant. */
export function outcomeOf(decision: DecisionState, floor: Floor, at: InstantText): Reckoned {
  const phase = phaseOf(decision, floor, at);
  const rule = ruleOf(floor, decision, at);
  if (rule === null || phase === 'withdrawn') {
    const endedAt = decision.withdrawal?.recordedAt ?? null;
    return { ...NOTHING, phase, at, endedAt };
  }
  const within = { floor, rule, at };
  const elected = ofElection(decision, within, phase);
  if (elected !== null) return elected;
  const silent = rule.method === 'silence' ? ofSilence(decision, within) : null;
  return silent ?? ofVote(decision, within, phase);
}
