/** One decision: its outcome with the arithmetic, the roll call, and what was stated on it. */
import { z } from 'zod';
import { InstantText } from '../../../../kernel/dates.ts';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { FindingShape } from '../../../../kernel/finding.ts';
import { Marking } from '../../../../kernel/marking.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import { DecisionRule, METHODS, MODES } from '../../payloads/decision-rule.ts';
import { DecidedOn } from '../../payloads/decision.ts';
import { Name } from '../../payloads/parts.ts';
import type { DecisionState } from '../../rules/decisions/decision-state.ts';
import { deadlineOf, openedAt } from '../../rules/decisions/phase.ts';
import { outcomeOf, ruleOf } from '../../rules/decisions/outcome-of.ts';
import { schemesIn } from '../../rules/decisions/schemes.ts';
import { InLanguage, titleIn, unknownHere } from '../shapes.ts';
import { ElectionShape, electionShape } from './election.ts';
import { findDecision } from './find.ts';
import { GoverningShape, governingShape } from './governing.ts';
import { OrderShape, Times, mattersAbout, orderShape, roomOf, timesOf } from './order-rows.ts';
import { mayAct } from './may-act.ts';
import { reckonedShape } from './reckoned.ts';
import {
  type Tongue,
  named,
  objectionRows,
  positionRows,
  rollRows,
  stepRows,
  whatOf,
} from './rows.ts';
import {
  Instant,
  Named,
  ObjectionRow,
  PhaseShape,
  PositionRow,
  Result,
  RollRow,
  StepRow,
  Tally,
  TestedShape,
} from './shapes.ts';

export const DecisionShape = z.object({
  session: z.string(),
  sessionTitle: z.string(),
  body: z.string(),
  bodyTitle: z.string(),
  decision: z.string(),
  title: z.string(),
  on: DecidedOn,
  /** What is decided on, in a few words. */
  what: z.string(),
  rule: z.string(),
  ruleTitle: z.string(),
  citation: z.string(),
  /** Which rule governs, and why. */
  governing: GoverningShape,
  method: z.enum(METHODS),
  mode: z.enum(MODES),
  matter: z.string().nullable(),
  /** The item of the agenda under which it was put. */
  item: z.string().nullable(),
  note: z.string(),
  marking: Marking,
  put: Named,
  phase: PhaseShape,
  /** Null as long as it is open, or cannot be computed. */
  result: Result,
  /** Reckoned as of then. */
  reckonedAt: InstantText,
  openedAt: Instant,
  deadlineAt: Instant,
  endedAt: Instant,
  /** By the clock of the node, for what counts the time that is left. */
  now: InstantText,
  tally: Tally.nullable(),
  /** The first of the schemes that the rule counts by. */
  scheme: z.string().nullable(),
  tests: z.array(TestedShape),
  quorum: TestedShape.nullable(),
  against: z.array(TestedShape),
  blockedBy: z.array(Named),
  /** Who objected, and is left out of the commitment or on record. */
  objectors: z.array(Named),
  /** What would come out if it ended now; what came out, once it has. */
  outcome: Result,
  /** What an equally divided vote means under the rule. */
  tie: DecisionRule.shape.tie.unwrap(),
  /** Why it cannot be computed, where it cannot. */
  fault: z.string().nullable(),
  finding: FindingShape.nullable(),
  /** Of a silence procedure: how often it was begun, how many were asked, how many kept silent. */
  silence: z.object({ round: z.int(), asked: z.int(), silent: z.int() }).nullable(),
  election: ElectionShape.nullable(),
  /** In what order it is voted on with what belongs to it, and with other proposals. */
  order: OrderShape,
  times: Times,
  rows: z.array(RollRow),
  objections: z.array(ObjectionRow),
  positions: z.array(PositionRow),
  steps: z.array(StepRow),
  /** Votes that their members changed before the close. */
  changes: z.int(),
  /** Those for whom the asker reads who may vote, object or state a position now. */
  mayVote: z.array(Named),
  mayElect: z.array(Named),
  mayObject: z.array(Named),
  mayState: z.array(Named),
  mayWithdraw: z.array(Named),
  mayPreside: z.array(Named),
  /** What was put off, or lacked its quorum. */
  mayPutAgain: z.array(Named),
  /** Who may demand another rule, and put the question again under what it falls back on. */
  mayDemand: z.array(Named),
  mayFollow: z.array(Named),
  /** Of a silence that was broken. */
  mayResume: z.array(Named),
});
export type DecisionShape = z.output<typeof DecisionShape>;

/** What was put, and under which rule. */
function questionShape({ name, opening }: DecisionState, rule: DecisionRule, tongue: Tongue) {
  const { title, on, item, mode, matter, note } = opening.payload;
  return {
    decision: name,
    title: titleIn(tongue.locale, title),
    on,
    what: whatOf(on),
    rule: rule.name,
    ruleTitle: titleIn(tongue.locale, rule.title),
    citation: rule.citation,
    method: rule.method,
    tie: rule.tie,
    mode: mode ?? rule.modes[0] ?? 'recorded',
    matter: matter ?? null,
    item: item ?? null,
    note: note ?? '',
    marking: opening.marking,
    put: named(tongue, opening.actor),
  };
}

export const decision = defineQuestion({
  name: 'meetings.decision',
  title: 'What was decided, how did each vote, and why is that the outcome?',
  input: z.strictObject({ session: Name, decision: Name, locale: InLanguage }),
  output: DecisionShape,
  example: { session: 'first-session', decision: 'draft-declaration' },
  async answer(asked, { locale, ...wanted }) {
    const found = await findDecision(asked, wanted);
    if (isRefusal(found)) return found;
    const { decision: state, floor, reading, session } = found;
    const rule = ruleOf(floor, state, reading.moment.at);
    if (rule === null)
      return unknownHere(said('There is no rule for {$name} here.', { name: state.name }));
    const { archive, actors, moment } = reading;
    const tongue = { locale, actors };
    const room = roomOf(found);
    const outcome = outcomeOf(state, floor, moment.at);
    const governing = governingShape(
      { state, floor, at: moment.at, tongue },
      { rule, isOpen: outcome.phase === 'open' || outcome.phase === 'proposed' },
    );
    const body = archive.bodyOf(session)?.opening.payload.title;
    return {
      session: session.name,
      sessionTitle: titleIn(locale, session.opening.payload.title),
      body: floor.body,
      bodyTitle: body === undefined ? floor.body : titleIn(locale, body),
      ...questionShape(state, rule, tongue),
      governing,
      ...reckonedShape(outcome, tongue),
      election: electionShape(state, outcome.election, {
        tongue,
        floor,
        rule,
        at: moment.at,
      }),
      openedAt: openedAt(state, floor),
      deadlineAt: deadlineOf(state),
      now: moment.at,
      scheme: schemesIn(rule)[0] ?? null,
      order: orderShape(room, mattersAbout(room, state.name), locale),
      times: timesOf(room.decisions, state, locale),
      rows: rollRows({ decision: state, floor, rule, at: outcome.at }, tongue),
      objections: objectionRows(state, tongue),
      positions: positionRows(state, tongue),
      steps: stepRows(state, moment.at, tongue),
      changes: state.changed.length,
      ...mayAct(
        asked,
        {
          state,
          floor,
          rule,
          at: moment.at,
          result: outcome.result,
          election: outcome.election,
          archive,
        },
        tongue,
      ),
    };
  },
});
