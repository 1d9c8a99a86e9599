/** The ballots of an election: what was cast in each, who is elected, who stands in the next. */
import type { InstantText } from '../../../../kernel/dates.ts';
import type { DecisionRule, Election } from '../../payloads/decision-rule.ts';
import { dayOf } from '../../../../kernel/dates.ts';
import { fraction } from '../../../../kernel/fraction.ts';
import { isSecret, opened, roundOf } from '../ballots/counted.ts';
import type { Names } from '../ballots/marks.ts';
import type { CastBallot } from '../deciding/ballot-count.ts';
import {
  type Contest,
  type ElectionState,
  afterBallot,
  beginElection,
  nameable,
} from '../deciding/election.ts';
import {
  type GroupSeats,
  afterGroupBallot,
  beginByGroups,
  partsTaken,
  together,
} from '../deciding/seat-groups.ts';
import type { DecisionState } from './decision-state.ts';
import type { Floor } from './floor.ts';
import { whyNoVote } from './voting-rights.ts';

interface Within {
  readonly floor: Floor;
  readonly rule: DecisionRule;
}

type ElectedOn = Extract<DecisionState['opening']['payload']['on'], { kind: 'election' }>;

interface Held {
  readonly election: Election;
  readonly on: ElectedOn;
}

/** Members that may be elected to the seats, of a group of them or of none. */
function eligibleFor({ floor }: Within, group: string | undefined, at: InstantText): string[] {
  const day = dayOf(at);
  return floor
    .members(day)
    .filter((actor) => group === undefined || floor.whyNoSeat(group, actor, day) === null);
}

/** Who votes in a ballot is who may when it is closed. */
function sharedAt({ floor, rule }: Within, { election }: Held, at: InstantText) {
  const { weights } = election.majority;
  const on = dayOf(at);
  return {
    rule: election,
    electors: floor.members(on).filter((actor) => whyNoVote(floor, rule, actor, at) === null),
    ...(weights !== undefined && {
      weight: (actor: string) => floor.weight(weights, actor, on) ?? fraction(0n),
    }),
  };
}

function contestAt(within: Within, held: Held, at: InstantText): Contest {
  const { group, seats, candidates } = held.on;
  const any = held.election.anyEligible && { eligible: eligibleFor(within, group, at) };
  return { ...sharedAt(within, held, at), seats, candidates, ...any };
}

function groupsAt(within: Within, { election, on }: Held, at: InstantText): readonly GroupSeats[] {
  return (on.groups ?? []).map((one) => ({
    ...one,
    ...(election.anyEligible && { eligible: eligibleFor(within, one.group, at) }),
  }));
}

function heldIn(decision: DecisionState, { rule }: Within): Held | null {
  const { on } = decision.opening.payload;
  const { election } = rule;
  return on.kind !== 'election' || election === undefined ? null : { election, on };
}

/** What was cast in a ballot, by name or as the box held it, with what a lot decided after it. */
function castIn(decision: DecisionState, number: number): CastBallot {
  const lot = decision.lots.get(number)?.payload.elected;
  const box = roundOf(decision, number).opened;
  if (box !== null) {
    return { marked: box.payload.ballots.map(({ marks }) => marks), ...(lot && { lot }) };
  }
  const cast = [...(decision.ballots.get(number) ?? [])];
  const papers = new Map(cast.map(([actor, { payload }]) => [actor, payload.candidates]));
  return { papers, ...(lot && { lot }) };
}

/** The ballots that are counted: a secret one is when its box was opened. */
const countedIn = (decision: DecisionState, { rule }: Within): DecisionState['closings'] =>
  isSecret(decision, rule) ? decision.closings.slice(0, opened(decision)) : decision.closings;

/** Where an election stands after the ballots that were closed; null where it is none. */
export function electionOf(decision: DecisionState, within: Within): ElectionState | null {
  const held = heldIn(decision, within);
  if (held === null) return null;
  const { opening } = decision;
  const closings = countedIn(decision, within);
  if (held.on.groups === undefined) {
    const begun = beginElection(contestAt(within, held, opening.recordedAt));
    return closings.reduce((state, { recordedAt }, at) => {
      return afterBallot(state, castIn(decision, at + 1), contestAt(within, held, recordedAt));
    }, begun);
  }
  const groups = groupsAt(within, held, opening.recordedAt);
  const begun = beginByGroups(sharedAt(within, held, opening.recordedAt), groups);
  const states = closings.reduce((before, { recordedAt }, at) => {
    const shared = sharedAt(within, held, recordedAt);
    return afterGroupBallot(before, castIn(decision, at + 1), shared, groups);
  }, begun);
  return together(states);
}

/** Whom a paper of the ballot that is taken may name, and how many of them: for each group. */
export function namesTaken(
  decision: DecisionState,
  state: ElectionState,
  within: Within & { readonly at: InstantText },
): readonly Names[] {
  const held = heldIn(decision, within);
  if (held === null || state.status !== 'open') return [];
  const { at } = within;
  if (state.groups === undefined) {
    const candidates = nameable(state, contestAt(within, held, at));
    return [{ candidates, seats: state.seatsLeft }];
  }
  return partsTaken(state.groups, sharedAt(within, held, at), groupsAt(within, held, at));
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
