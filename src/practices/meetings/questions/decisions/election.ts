/** An election as it stands in an answer: its ballots, who is elected, who stands in the next. */
import { z } from 'zod';
import { type InstantText, dayOf } from '../../../../kernel/dates.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import { namesTaken } from '../../rules/decisions/ballots.ts';
import type { Floor } from '../../rules/decisions/floor.ts';
import { titleIn } from '../shapes.ts';
import type { BallotResult, ElectionState } from '../../rules/deciding/election.ts';
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
  /** Whether a candidate needed more than that. */
  isMore: z.boolean(),
  votes: z.array(z.object({ ...Named.shape, votes: z.string(), isElected: z.boolean() })),
  /** Who named whom: the ballot is open. */
  papers: z.array(z.object({ ...Named.shape, candidates: z.array(Named), act: z.string() })),
});

const Contest = {
  status: z.enum(['open', 'filled', 'lot-needed', 'no-result']),
  seatsLeft: z.int(),
  elected: z.array(Named),
  standing: z.array(Named),
  /** Whether the next ballot may name whoever is eligible, besides those who stand. */
  takesAny: z.boolean(),
  /** Candidates with equal votes, between whom a lot is to be drawn. */
  tie: z.array(Named),
  ballots: z.array(BallotShape),
};

export const ElectionShape = z.object({
  ...Contest,
  /** Whom a paper may name in the ballot that is taken. */
  nameable: z.array(Named),
  /** The ballot that is being taken, with how many have cast one, or taken a secret paper. */
  current: z.object({ number: z.int(), cast: z.int() }).nullable(),
  /** Where the seats belong to groups: each group's own contest, whose ballots stand here alone. */
  groups: z.array(z.object({ group: z.string(), title: z.string(), ...Contest })),
});
export type ElectionShape = z.output<typeof ElectionShape>;

interface Within {
  readonly tongue: Tongue;
  readonly floor: Floor;
  readonly rule: DecisionRule;
  readonly at: InstantText;
}

/** How a group of seats is called on the day. */
export function groupTitle(
  group: string,
  { floor, at, tongue }: Pick<Within, 'floor' | 'at' | 'tongue'>,
): string {
  const titles = floor.seatTitles(group, dayOf(at));
  return titles === null ? group : titleIn(tongue.locale, titles);
}

const names = (tongue: Tongue, actors: readonly string[]) =>
  actors.map((actor) => named(tongue, actor));

function papersOf(
  { ballots }: DecisionState,
  { number, votes }: BallotResult,
  { tongue, own }: { tongue: Tongue; own: ReadonlySet<string> | null },
) {
  return [...(ballots.get(number) ?? [])].map(([actor, { act, payload }]) => ({
    ...named(tongue, actor),
    // Of a group's contest, what the paper says of this group.
    candidates: names(
      tongue,
      payload.candidates.filter((one) => own === null || own.has(one) || votes.has(one)),
    ),
    act,
  }));
}

function contestShape(
  decision: DecisionState,
  state: ElectionState,
  { tongue, rule }: Pick<Within, 'tongue' | 'rule'>,
  own: ReadonlySet<string> | null = null,
) {
  const isMore = rule.election?.majority.more ?? false;
  return {
    status: state.status,
    seatsLeft: state.seatsLeft,
    elected: names(tongue, state.elected),
    standing: names(tongue, state.standing),
    takesAny: state.takesAny && state.status === 'open',
    tie: state.status === 'lot-needed' ? names(tongue, state.tie?.candidates ?? []) : [],
    ballots: state.ballots.map((ballot) => ({
      number: ballot.number,
      isRestricted: ballot.isRestricted,
      seats: ballot.seats,
      valid: decimalOf(ballot.valid),
      abstain: decimalOf(ballot.abstain),
      invalid: ballot.invalidCount,
      required: decimalOf(ballot.required),
      isMore,
      votes: [...ballot.votes].map(([actor, votes]) => ({
        ...named(tongue, actor),
        votes: decimalOf(votes),
        isElected: ballot.elected.includes(actor),
      })),
      papers: papersOf(decision, ballot, { tongue, own }),
    })),
  };
}

/** The ballot that is being taken; of a secret one, who took a paper is all that is known. */
function currentIn({ ballots, closings, rounds }: DecisionState) {
  const number = closings.length + 1;
  return { number, cast: (ballots.get(number) ?? rounds.get(number)?.taken)?.size ?? 0 };
}

/** The election in its answer; null where what was put is none. */
export function electionShape(
  decision: DecisionState,
  state: ElectionState | null,
  within: Within,
): ElectionShape | null {
  if (state === null) return null;
  const { on } = decision.opening.payload;
  const { tongue } = within;
  const nameable = namesTaken(decision, state, within).flatMap(({ candidates }) => candidates);
  const told = on.kind === 'election' ? (on.groups ?? []) : [];
  return {
    ...contestShape(decision, state, within),
    ...(state.groups !== undefined && { ballots: [] }),
    nameable: names(tongue, nameable),
    current: state.status === 'open' ? currentIn(decision) : null,
    groups: [...(state.groups ?? [])].map(([group, one]) => {
      const own = new Set(told.find((each) => each.group === group)?.candidates ?? []);
      const title = groupTitle(group, within);
      return { group, title, ...contestShape(decision, one, within, own) };
    }),
  };
}
