/** An election as it stands in an answer: its ballots, who is elected, who stands in the next. */
import { z } from 'zod';
import type { ElectionState } from '../../rules/deciding/election.ts';
import type { DecisionState } from '../../rules/decisions/decision-state.ts';
import { decimalOf } from '../../rules/decisions/schemes.ts';
import { type Tongue, named } from './rows.ts';
import { Named } from './shapes.ts';

const BallotShape = z.object({
  number: z.int(),
  isRestricted: z.boolean(),
  seats: z.int(),
  valid: z.string(),
  abstain: z.string(),
  invalid: z.int(),
  /** What a candidate needed. */
  required: z.string(),
  votes: z.array(z.object({ ...Named.shape, votes: z.string(), isElected: z.boolean() })),
  /** Who named whom: the ballot is open. */
  papers: z.array(z.object({ ...Named.shape, candidates: z.array(Named), act: z.string() })),
});

export const ElectionShape = z.object({
  status: z.enum(['open', 'filled', 'lot-needed', 'no-result']),
  seatsLeft: z.int(),
  elected: z.array(Named),
  standing: z.array(Named),
  /** Candidates with equal votes, between whom a lot is to be drawn. */
  tie: z.array(Named),
  /** The ballot that is being taken, with how many have cast one, or taken a secret paper. */
  current: z.object({ number: z.int(), cast: z.int() }).nullable(),
  ballots: z.array(BallotShape),
});
export type ElectionShape = z.output<typeof ElectionShape>;

function papersOf({ ballots }: DecisionState, number: number, tongue: Tongue) {
  return [...(ballots.get(number) ?? [])].map(([actor, { act, payload }]) => ({
    ...named(tongue, actor),
    candidates: payload.candidates.map((one) => named(tongue, one)),
    act,
  }));
}

/** The election in its answer; null where what was put is none. */
export function electionShape(
  decision: DecisionState,
  state: ElectionState | null,
  tongue: Tongue,
): ElectionShape | null {
  if (state === null) return null;
  const next = state.ballots.length + 1;
  const all = (actors: readonly string[]) => actors.map((actor) => named(tongue, actor));
  return {
    status: state.status,
    seatsLeft: state.seatsLeft,
    elected: all(state.elected),
    standing: all(state.standing),
    tie: state.status === 'lot-needed' ? all(state.tie?.candidates ?? []) : [],
    current:
      state.status === 'open'
        ? {
            number: next,
            cast: (decision.ballots.get(next) ?? decision.rounds.get(next)?.taken)?.size ?? 0,
          }
        : null,
    ballots: state.ballots.map((ballot) => ({
      number: ballot.number,
      isRestricted: ballot.isRestricted,
      seats: ballot.seats,
      valid: decimalOf(ballot.valid),
      abstain: decimalOf(ballot.abstain),
      invalid: ballot.invalidCount,
      required: decimalOf(ballot.required),
      votes: [...ballot.votes].map(([actor, votes]) => ({
        ...named(tongue, actor),
        votes: decimalOf(votes),
        isElected: ballot.elected.includes(actor),
      })),
      papers: papersOf(decision, ballot.number, tongue),
    })),
  };
}
