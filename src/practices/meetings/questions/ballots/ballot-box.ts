/** A secret ballot: its papers, who took one, and all that the box held once it was opened. */
import { z } from 'zod';
import { type Asked, defineQuestion } from '../../../../kernel/define-area.ts';
import { Marking } from '../../../../kernel/marking.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import { Name } from '../../payloads/parts.ts';
import { isBlank, isSecret, isSpoilt, roundOf } from '../../rules/ballots/counted.ts';
import { type OnBallot, paperOf } from '../../rules/ballots/marks.ts';
import type { BallotRound } from '../../rules/ballots/rounds.ts';
import { type Taking, placeOf, takingOf } from '../../rules/ballots/taking.ts';
import type { ElectionState } from '../../rules/deciding/election.ts';
import { electionOf } from '../../rules/decisions/ballots.ts';
import { ruleOf } from '../../rules/decisions/outcome-of.ts';
import { whyNoVote } from '../../rules/decisions/voting-rights.ts';
import { groupTitle } from '../decisions/election.ts';
import { type Deciding, findDecision } from '../decisions/find.ts';
import { type Tongue, named } from '../decisions/rows.ts';
import { Instant, Named } from '../decisions/shapes.ts';
import { InLanguage, titleIn, unknownHere } from '../shapes.ts';

const PHASES = ['waiting', 'open', 'closed', 'opened'] as const;

export const BallotBoxShape = z.object({
  session: z.string(),
  sessionTitle: z.string(),
  body: z.string(),
  register: z.string(),
  decision: z.string(),
  title: z.string(),
  ruleTitle: z.string(),
  citation: z.string(),
  marking: Marking,
  /** The how-manieth ballot it is. */
  ballot: z.int(),
  /** How many there were, this one or a later one included. */
  ballots: z.int(),
  phase: z.enum(PHASES),
  /** The modulus of the key that papers are signed with; the exponent is 65537. */
  key: z.string().nullable(),
  /** Of an election, for how many seats; of a question, null. */
  seats: z.int().nullable(),
  candidates: z.array(Named),
  /** Where seats belong to groups: whom the paper may name in each, and how many. */
  parts: z.array(
    z.object({
      /** The group, and what it is called; empty where seats belong to none. */
      group: z.string(),
      title: z.string(),
      seats: z.int(),
      candidates: z.array(z.string()),
    }),
  ),
  /** Who took a paper, which says nothing of what was done with it. */
  papers: z.array(
    z.object({
      ...Named.shape,
      takenAt: Instant,
      act: z.string(),
      blinded: z.string(),
      /** The signature under the veil; null until it is handed out. */
      signature: z.string().nullable(),
    }),
  ),
  /** What the box held; null until it is opened. */
  found: z
    .object({
      papers: z.int(),
      ballots: z.int(),
      valid: z.int(),
      blank: z.int(),
      spoilt: z.int(),
      act: z.string(),
      openedAt: Instant,
    })
    .nullable(),
  /** The ballots themselves, by their serials. */
  rows: z.array(
    z.object({
      serial: z.string(),
      marks: z.array(z.string()),
      paper: z.string(),
      signature: z.string(),
    }),
  ),
  /** Those for whom the asker reads who may take a paper now. */
  mayTake: z.array(Named),
});
export type BallotBoxShape = z.output<typeof BallotBoxShape>;

function phaseOf(round: BallotRound, taking: Taking, ballot: number): (typeof PHASES)[number] {
  if (round.opened !== null) return 'opened';
  if (taking.isClosed || taking.ballot !== ballot) return 'closed';
  return taking.isOpen && round.prepared !== null ? 'open' : 'waiting';
}

/** What stood on a ballot that was counted, or stands on the one that is taken. */
function standingIn(ballot: number, taking: Taking, election: ElectionState | null): OnBallot {
  const contests = [...(election?.groups ?? (election === null ? [] : [['', election] as const]))];
  const counted = contests.flatMap(([group, { ballots }]) => {
    const one = ballots[ballot - 1];
    if (one === undefined) return [];
    // Where any eligible member may be named, those are who was.
    return [
      { seats: one.seats, candidates: [...one.votes.keys()], ...(group !== '' && { group }) },
    ];
  });
  return counted.length === 0 ? taking.on : paperOf(counted);
}

function foundIn({ handed, opened }: BallotRound): BallotBoxShape['found'] {
  if (opened === null) return null;
  const { ballots } = opened.payload;
  const [blank, spoilt] = [ballots.filter(isBlank).length, ballots.filter(isSpoilt).length];
  return {
    papers: handed.size,
    ballots: ballots.length,
    valid: ballots.length - blank - spoilt,
    blank,
    spoilt,
    act: opened.act,
    openedAt: opened.recordedAt,
  };
}

const paperRows = ({ handed, taken }: BallotRound, tongue: Tongue) =>
  [...taken].map(([actor, { act, payload, recordedAt }]) => ({
    ...named(tongue, actor),
    takenAt: recordedAt,
    act,
    blinded: payload.blinded,
    signature: handed.get(actor)?.payload.signature ?? null,
  }));

/** What stands on the ballot; on a question, its three choices. */
const standsOn = (on: OnBallot, tongue: Tongue, titleOf: (group: string) => string) => ({
  seats: on?.seats ?? null,
  candidates: (on?.candidates ?? []).map((actor) => named(tongue, actor)),
  parts: (on?.parts ?? []).map(({ candidates, group = '', seats }) => ({
    group,
    title: titleOf(group),
    seats,
    candidates: [...candidates],
  })),
});

/** Papers and ballots of the round, as far as they are on record. */
const heldIn = (round: BallotRound, tongue: Tongue) => ({
  key: round.prepared?.payload.key ?? null,
  papers: paperRows(round, tongue),
  found: foundIn(round),
  rows: [...(round.opened?.payload.ballots ?? [])],
});

interface Found extends Deciding {
  readonly rule: DecisionRule;
  readonly round: BallotRound;
}

/** Those for whom the asker reads who have a vote, and took no paper yet. */
function mayTake(asked: Asked, { floor, reading, round, rule }: Found, tongue: Tongue) {
  const { at } = reading.moment;
  const members = new Set(floor.members(at.slice(0, 10)));
  return asked.viewer.actors
    .filter((actor) => members.has(actor) && !round.taken.has(actor))
    .filter((actor) => whyNoVote(floor, rule, actor, at) === null)
    .map((actor) => named(tongue, actor));
}

export const ballotBox = defineQuestion({
  name: 'meetings.ballot-box',
  title: 'How does a secret ballot stand, and what did the box hold?',
  input: z.strictObject({
    session: Name,
    decision: Name,
    ballot: z.coerce.number().int().min(1).max(200).optional(),
    locale: InLanguage,
  }),
  output: BallotBoxShape,
  example: { session: 'first-session', decision: 'election-of-members' },
  async answer(asked, { locale, ballot: wanted, ...where }) {
    const found = await findDecision(asked, where);
    if (isRefusal(found)) return found;
    const { decision, floor, reading, session } = found;
    const { at } = reading.moment;
    const rule = ruleOf(floor, decision, at);
    if (rule === null || !isSecret(decision, rule)) {
      return unknownHere(
        said('There is no secret ballot on {$name} here.', { name: decision.name }),
      );
    }
    const within = { floor, rule, at };
    const taking = takingOf(decision, within);
    const ballot = wanted ?? taking.ballot;
    if (ballot > taking.ballot)
      return unknownHere(
        said('There is no ballot {$ballot} on {$name} here.', { ballot, name: decision.name }),
      );
    const round = roundOf(decision, ballot);
    const tongue = { locale, actors: reading.actors };
    const phase = phaseOf(round, taking, ballot);
    const { payload, marking } = decision.opening;
    return {
      session: session.name,
      sessionTitle: titleIn(locale, session.opening.payload.title),
      body: floor.body,
      register: placeOf(floor, decision, ballot).register,
      decision: decision.name,
      title: titleIn(locale, payload.title),
      ruleTitle: titleIn(locale, rule.title),
      citation: rule.citation,
      marking,
      ballot,
      ballots: taking.ballot,
      phase,
      ...standsOn(standingIn(ballot, taking, electionOf(decision, within)), tongue, (group) =>
        group === '' ? '' : groupTitle(group, { floor, at, tongue }),
      ),
      ...heldIn(round, tongue),
      mayTake: phase === 'open' ? mayTake(asked, { ...found, rule, round }, tongue) : [],
    };
  },
});
