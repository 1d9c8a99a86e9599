/** The ballots of an election: what was cast in each, who is elected, who stands in the next. */
import type { InstantText } from '../../../../kernel/dates.ts';
import type { DecisionRule, Election } from '../../payloads/decision-rule.ts';
import { dayOf } from '../../../../kernel/dates.ts';
import { fraction } from '../../../../kernel/fraction.ts';
import {
  type Contest,
  type ElectionState,
  afterBallot,
  beginElection,
} from '../deciding/election.ts';
import { candidatesIn, isSecret, opened, roundOf } from '../ballots/counted.ts';
import type { CastBallot } from '../deciding/ballot-count.ts';
import type { DecisionState } from './decision-state.ts';
import type { Floor } from './floor.ts';
import { whyNoVote } from './voting-rights.ts';

interface Within {
  readonly floor: Floor;
  readonly rule: DecisionRule;
}

interface Held {
  readonly election: Election;
  readonly seats: number;
  readonly candidates: readonly string[];
}

/** Who votes in a ballot is who may when it is closed. */
function contestAt(
  { floor, rule }: Within,
  { election, seats, candidates }: Held,
  at: InstantText,
): Contest {
  const { weights } = election.majority;
  const on = dayOf(at);
  return {
    rule: election,
    seats,
    candidates,
    electors: floor.members(on).filter((actor) => whyNoVote(floor, rule, actor, at) === null),
    ...(weights !== undefined && {
      weight: (actor: string) => floor.weight(weights, actor, on) ?? fraction(0n),
    }),
  };
}

/** What was cast in a ballot: by name, or as the box held it. */
function castIn(decision: DecisionState, number: number): CastBallot {
  const box = roundOf(decision, number).opened;
  if (box !== null) return { counted: candidatesIn(box.payload.ballots) };
  const cast = [...(decision.ballots.get(number) ?? [])];
  return { papers: new Map(cast.map(([actor, { payload }]) => [actor, payload.candidates])) };
}

/** Where an election stands after the ballots that were closed; null where it is none. */
export function electionOf(decision: DecisionState, within: Within): ElectionState | null {
  const { on } = decision.opening.payload;
  const { election } = within.rule;
  if (on.kind !== 'election' || election === undefined) return null;
  const held = { election, seats: on.seats, candidates: on.candidates };
  const begun = beginElection(contestAt(within, held, decision.opening.recordedAt));
  // A secret ballot counts when its box was opened.
  const counted = isSecret(decision, within.rule)
    ? decision.closings.slice(0, opened(decision))
    : decision.closings;
  return counted.reduce((state, closing, at) => {
    const lot = decision.lots.get(at + 1)?.payload.elected;
    const contest = contestAt(within, held, closing.recordedAt);
    return afterBallot(state, { ...castIn(decision, at + 1), ...(lot && { lot }) }, contest);
  }, begun);
}

/** Whether no further ballot or lot can change who is elected. */
export const isDecided = ({ status }: ElectionState): boolean =>
  status === 'filled' || status === 'no-result';

/** When the last that decided it was received; null as long as it goes on. */
export function electionEnd(decision: DecisionState, state: ElectionState): InstantText | null {
  if (!isDecided(state)) return null;
  const number = decision.closings.length;
  return (decision.lots.get(number) ?? decision.closings.at(-1))?.recordedAt ?? null;
}
