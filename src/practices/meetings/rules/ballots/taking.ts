/** Which ballot of a question is being taken, and what stands on it. */
import type { InstantText } from '../../../../kernel/dates.ts';
import type { BallotPlace } from '../../../../kernel/secret-ballot.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import { registerOf } from '../../registers.ts';
import { electionOf, namesTaken } from '../decisions/ballots.ts';
import type { DecisionState } from '../decisions/decision-state.ts';
import type { Floor } from '../decisions/floor.ts';
import { hasEnded, phaseOf } from '../decisions/phase.ts';
import { opened } from './counted.ts';
import { type OnBallot, paperOf } from './marks.ts';

interface Within {
  readonly floor: Floor;
  readonly rule: DecisionRule;
  readonly at: InstantText;
}

export interface Taking {
  /** The ballot that is being taken, or the last that was. */
  readonly ballot: number;
  readonly on: OnBallot;
  /** Whether papers are handed out and ballots put into the box now. */
  readonly isOpen: boolean;
  /** Whether it was closed, so that the box may be opened. */
  readonly isClosed: boolean;
}

/** A ballot follows another in an election; its box is opened before the next begins. */
export function takingOf(decision: DecisionState, within: Within): Taking {
  const isVoting = phaseOf(decision, within.floor, within.at) === 'open';
  const election = electionOf(decision, within);
  if (election === null) {
    return { ballot: 1, on: null, isOpen: isVoting, isClosed: hasEnded(decision, within.at) };
  }
  const parts = namesTaken(decision, election, within);
  const isPending = decision.closings.length > opened(decision);
  const isOpen = isVoting && election.status === 'open' && !isPending;
  return {
    ballot: election.ballots.length + (election.status === 'open' ? 1 : 0),
    on: paperOf(parts),
    isOpen,
    isClosed: isPending,
  };
}

/** The place that papers and ballots are signed for. */
export const placeOf = (floor: Floor, decision: DecisionState, ballot: number): BallotPlace => ({
  register: registerOf('session', floor.session),
  decision: decision.name,
  ballot,
});
