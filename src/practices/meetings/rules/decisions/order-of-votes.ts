/** The order of the votes on a proposal, read from the questions that were put. */
import type { InstantText } from '../../../../kernel/dates.ts';
import { addHours } from '../../../../kernel/instants.ts';
import type { DecidedOn } from '../../payloads/decision.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import {
  type Agenda,
  type Proposal,
  agendaOfVotes,
  proposalsInOrder,
} from '../deciding/agenda-of-votes.ts';
import type { Amendment } from '../deciding/amendments-in-order.ts';
import type { OutcomeKind } from '../deciding/poll.ts';
import type { DecisionState } from './decision-state.ts';
import type { Floor } from './floor.ts';
import { type Decisions, firstNameOf, latestOf, membersOf, motionsOn, rivalsOf } from './matter.ts';
import { type Reckoned, outcomeOf, ruleOf } from './outcome-of.ts';
import { phaseOf } from './phase.ts';

/** Where and when the order is asked for. */
export interface Room {
  readonly decisions: Decisions;
  readonly floor: Floor;
  readonly at: InstantText;
}

/** Motions that are no step of the vote on a proposal: what they are about, they decide by. */
const APART: readonly string[] = ['priority', 'reconsideration'];

/** What came of a question as it was put last, where it has come to an end. */
export function endedIn({ decisions, floor, at }: Room, name: string): Reckoned | null {
  const latest = latestOf(decisions, name);
  if (latest === null || latest.withdrawal !== null) return null;
  const phase = phaseOf(latest, floor, at);
  const isSilence = ruleOf(floor, latest, at)?.method === 'silence';
  const isElection = latest.opening.payload.on.kind === 'election';
  // What goes on has no outcome, but for a silence that was broken or an election that is filled.
  if (phase !== 'closed' && !isSilence && !isElection) return null;
  const reckoned = outcomeOf(latest, floor, at);
  return reckoned.result === null ? null : reckoned;
}

/** Until when a second vote may be taken; null: at any time. */
export function secondVoteUntil(
  { secondVote }: Pick<DecisionRule, 'secondVote'>,
  { endedAt }: Pick<Reckoned, 'endedAt'>,
): InstantText | null {
  const { hoursMax } = secondVote ?? {};
  return hoursMax === undefined || endedAt === null ? null : addHours(endedAt, hoursMax);
}

function hasLapsed(room: Room, latest: DecisionState, reckoned: Reckoned): boolean {
  const rule = ruleOf(room.floor, latest, room.at);
  const until = rule === null ? null : secondVoteUntil(rule, reckoned);
  return reckoned.result === 'postponed' && until !== null && room.at > until;
}

interface Member {
  readonly name: string;
  readonly on: DecidedOn;
}

function amendmentOf(
  { name, on }: Member & { on: { kind: 'amendment' } },
  { room, matter, rejects }: Within,
): Amendment {
  const of = firstNameOf(room.decisions, on.of);
  const falling = rejects.get(name);
  return {
    name,
    ...(of !== matter && { of }),
    change: on.change,
    touches: on.touches,
    ...(falling !== undefined && { rejects: falling }),
  };
}

interface Within {
  readonly room: Room;
  readonly matter: string;
  readonly rejects: ReadonlyMap<string, readonly string[]>;
}

/** Narrows a member to what it is put on. */
const isOn =
  <Kind extends DecidedOn['kind']>(kind: Kind) =>
  (member: Member): member is Member & { on: Extract<DecidedOn, { kind: Kind }> } =>
    member.on.kind === kind;

function divisionOf(members: readonly Member[]): Proposal['division'] {
  const parts = members.filter(isOn('part'));
  const motion = members.filter(isOn('motion')).find(({ on }) => on.motion === 'division');
  if (parts.length === 0 && motion === undefined) return undefined;
  return {
    motion: motion?.name ?? null,
    parts: parts.map(({ name, on }) => ({ name, isOperative: on.role === 'operative' })),
    isComplete: parts.some(({ on }) => on.completes),
  };
}

function motionsIn(members: readonly Member[], { room, matter }: Within) {
  const own = [...APART, 'division'];
  return members.filter(isOn('motion')).flatMap(({ name, on }) => {
    if (own.includes(on.motion)) return [];
    const of = firstNameOf(room.decisions, on.of ?? matter);
    return [{ name, motion: on.motion, ...(of !== matter && { of }) }];
  });
}

/** What was put of a proposal, as its order is computed from. */
function proposalOf(room: Room, matter: string): Omit<Proposal, 'withdrawn' | 'lapsed'> {
  const { decisions } = room;
  const members = membersOf(decisions, matter).flatMap((name): Member[] => {
    const on = decisions.get(name)?.opening.payload.on;
    return on === undefined || name === matter ? [] : [{ name, on }];
  });
  const ruled = latestOf(decisions, matter)?.ruling?.payload.amendments ?? [];
  const nameOf = (name: string): string => firstNameOf(decisions, name);
  const rejects = new Map(
    ruled.map((one) => [nameOf(one.amendment), one.rejects.map(nameOf)] as const),
  );
  const within = { room, matter, rejects };
  const preliminary = members.findLast(isOn('rule'));
  const division = divisionOf(members);
  return {
    name: matter,
    motions: motionsIn(members, within),
    ...(preliminary && { preliminary: preliminary.name }),
    amendments: members.filter(isOn('amendment')).map((one) => amendmentOf(one, within)),
    ruled: [...rejects.keys()],
    ...(division && { division }),
  };
}

/** The order of the votes on a proposal, by the first names of its questions. */
export function orderOfVotes(room: Room, matter: string): Agenda {
  const { decisions } = room;
  const outcomes = new Map<string, OutcomeKind>();
  const [withdrawn, lapsed] = [new Set<string>(), new Set<string>()];
  for (const name of membersOf(decisions, matter)) {
    const latest = latestOf(decisions, name);
    if (latest === null) continue;
    if (latest.withdrawal !== null) withdrawn.add(name);
    const ended = endedIn(room, name);
    if (ended === null || ended.result === null) continue;
    outcomes.set(name, ended.result);
    if (hasLapsed(room, latest, ended)) lapsed.add(name);
  }
  return agendaOfVotes({ ...proposalOf(room, matter), withdrawn, lapsed }, outcomes);
}

/** When a proposal was submitted: its document, or the question itself, by place in the record. */
function submittedIn({ decisions, floor }: Room, name: string): number {
  const opening = decisions.get(name)?.opening;
  const on = opening?.payload.on;
  const issued = on?.kind === 'document' ? floor.submission(on.symbol) : null;
  return issued ?? opening?.ledger ?? Number.MAX_SAFE_INTEGER;
}

/** Proposals on the same question in the order of voting, and motions to change it that wait. */
export function rivalsInOrder(
  room: Room,
  matter: string,
): { readonly names: readonly string[]; readonly waiting: readonly DecisionState[] } {
  const { decisions } = room;
  const names = rivalsOf(decisions, matter);
  const submitted = names.toSorted(
    (one, other) => submittedIn(room, one) - submittedIn(room, other),
  );
  const motions = names.flatMap((name) =>
    motionsOn(decisions, name, 'priority').map((motion) => ({ name, motion })),
  );
  const outcomes = new Map<string, OutcomeKind>();
  const waiting: DecisionState[] = [];
  for (const { motion } of motions) {
    const result = endedIn(room, motion.name)?.result ?? null;
    if (result === null) waiting.push(motion);
    else outcomes.set(motion.name, result);
  }
  const given = motions.map(({ name, motion }) => ({ motion: motion.name, for: name }));
  return { names: proposalsInOrder(submitted, given, outcomes), waiting };
}
