/** What was found in a box that was opened: numbers, in nobody's name. */
import { SPOILT } from '../../../../kernel/secret-ballot.ts';
import { type Choice, CHOICES, type DecisionRule } from '../../payloads/decision-rule.ts';
import type { Poll } from '../deciding/poll.ts';
import type { DecisionState } from '../decisions/decision-state.ts';
import { type BallotRound, NO_ROUND } from './rounds.ts';

/** Whether it is decided by secret ballot; where the question does not say, as the rule does. */
export function isSecret({ opening }: DecisionState, rule: Pick<DecisionRule, 'modes'>): boolean {
  return (opening.payload.mode ?? rule.modes[0]) === 'secret';
}

/** A ballot of the question, whether or not its papers were prepared. */
export const roundOf = ({ rounds }: DecisionState, ballot: number): BallotRound =>
  rounds.get(ballot) ?? NO_ROUND;

/** How many of its boxes were opened. */
export const opened = ({ rounds }: DecisionState): number =>
  [...rounds.values()].filter((round) => round.opened !== null).length;

type Marked = readonly { readonly marks: readonly string[] }[];

export const isSpoilt = ({ marks }: Marked[number]): boolean => marks[0] === SPOILT;
export const isBlank = ({ marks }: Marked[number]): boolean => marks.length === 0;

/** What was marked on a question: who marked nothing abstains. */
export function choicesIn(ballots: Marked): NonNullable<Poll['ballots']> {
  const marked = (choice: Choice): number =>
    ballots.filter(({ marks }) => marks[0] === choice).length;
  const [yes, no, abstain] = CHOICES.map(marked) as [number, number, number]; // Three choices.
  const blank = ballots.filter(isBlank).length;
  return { yes, no, abstain: abstain + blank, invalid: ballots.filter(isSpoilt).length };
}

/** The poll with what the box held in place of votes. Who was handed a paper had a vote. */
export function secretPoll(decision: DecisionState, poll: Poll): Poll | null {
  const round = roundOf(decision, 1);
  if (round.opened === null) return null;
  const members = poll.members.map((member) =>
    round.handed.has(member.actor) ? { ...member, hindered: null, isPresent: true } : member,
  );
  return {
    ...poll,
    members,
    votes: new Map(),
    ballots: choicesIn(round.opened.payload.ballots),
  };
}
