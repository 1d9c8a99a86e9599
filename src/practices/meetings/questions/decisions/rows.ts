/** Rows of answers on decisions: members in a roll call, positions, steps, decisions in a list. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import type { Locale } from '../../../../ui/text/locale.ts';
import type { ActorFacts } from '../../../actors/area.ts';
import type { DecidedOn } from '../../payloads/decision.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import type { Elector } from '../../rules/deciding/poll.ts';
import type { Fact } from '../../rules/facts.ts';
import { decimalOf, schemesIn } from '../../rules/decisions/schemes.ts';
import type { DecisionState } from '../../rules/decisions/decision-state.ts';
import type { Floor } from '../../rules/decisions/floor.ts';
import { type Reckoned, outcomeOf, ruleOf } from '../../rules/decisions/outcome-of.ts';
import { deadlineOf, endOf, standingObjections } from '../../rules/decisions/phase.ts';
import { electorsAt, hasSpoken } from '../../rules/decisions/poll-of.ts';
import type { InstantText } from '../../../../kernel/dates.ts';
import { dayOf } from '../../../../kernel/dates.ts';
import { nameOf, titleIn } from '../shapes.ts';
import type { Deciding } from './find.ts';
import type { DecisionRow, PositionRow, RollRow, Standing, StepRow } from './shapes.ts';

/** In whose words and language an answer is. */
export interface Tongue {
  readonly locale: Locale;
  readonly actors: ActorFacts;
}

/** What is decided on, in a few words of the record. */
export function whatOf(on: DecidedOn): string {
  if ('symbol' in on && on.symbol !== undefined) return on.symbol;
  if ('what' in on) return on.what;
  switch (on.kind) {
    case 'document':
      return on.symbol;
    case 'text':
      return on.version ?? on.text;
    case 'motion':
      return on.motion;
    case 'rule':
      return on.rule;
    case 'election':
      return `${on.seats}`;
  }
}

export const named = ({ locale, actors }: Tongue, actor: string) => ({
  actor,
  name: nameOf(locale, actor, actors),
});

interface Rolled {
  readonly decision: DecisionState;
  readonly floor: Floor;
  readonly rule: DecisionRule;
  readonly at: InstantText;
}

function standingOf(isPresent: boolean, isHindered: boolean, cast: Standing | undefined): Standing {
  if (isHindered) return 'hindered';
  return cast ?? (isPresent ? 'not-voting' : 'absent');
}

/** The member's own last correction of what it had meant. */
function intendedBy({ positions }: DecisionState, actor: string) {
  const own = positions.findLast((one) => one.actor === actor && one.payload.kind === 'correction');
  return own?.payload.intended ?? null;
}

const whyNot = (hindered: Elector['hindered']) => ({
  hindered: hindered?.reason ?? null,
  hinderedFor: hindered?.for ?? null,
  citation: hindered?.citation ?? null,
});

const receiptOf = (vote: Fact | undefined) => ({
  recordedAt: vote?.recordedAt ?? null,
  act: vote?.act ?? null,
});

/** Every member of the electorate with its vote, in the order of their names. */
export function rollRows({ decision, floor, rule, at }: Rolled, tongue: Tongue): RollRow[] {
  const [scheme] = schemesIn(rule);
  const electors = electorsAt({ floor, rule, at }, (actor) => hasSpoken(decision, actor, at));
  const collator = new Intl.Collator(tongue.locale);
  return electors
    .map(({ actor, isPresent, hindered }) => {
      const vote = decision.votes.get(actor);
      const weight = scheme === undefined ? null : floor.weight(scheme, actor, dayOf(at));
      return {
        ...named(tongue, actor),
        standing: standingOf(isPresent, hindered !== null, vote?.payload.choice),
        weight: weight === null ? null : decimalOf(weight),
        ...whyNot(hindered),
        intended: intendedBy(decision, actor),
        ...receiptOf(vote),
      };
    })
    .toSorted((one, other) => collator.compare(one.name, other.name));
}

/** What members stated on the decision, in the order in which it was received. */
export function positionRows(decision: DecisionState, tongue: Tongue): PositionRow[] {
  const end = endOf(decision);
  return decision.positions.map(({ act, actor, payload, recordedAt }) => ({
    ...named(tongue, actor),
    kind: payload.kind,
    isBefore: end === null || recordedAt < end,
    intended: payload.intended ?? null,
    words: payload.words,
    onBehalfOf: payload.onBehalfOf.map((one) => named(tongue, one)),
    recordedAt,
    act,
  }));
}

/** Who objected, in the order in which it was received. */
export function objectionRows(decision: DecisionState, tongue: Tongue) {
  const standing = standingObjections(decision);
  return decision.objections.map((one) => ({
    ...named(tongue, one.actor),
    stands: standing.includes(one),
    reason: one.payload.reason,
    recordedAt: one.recordedAt,
    act: one.act,
  }));
}

/** What was done with the question, in its order. */
export function stepRows(decision: DecisionState, at: InstantText, tongue: Tongue): StepRow[] {
  const step = (kind: StepRow['kind'], fact: Fact<Step>): StepRow => ({
    kind,
    ...named(tongue, fact.actor),
    at: fact.recordedAt,
    until: fact.payload.until ?? null,
    note: fact.payload.reason ?? fact.payload.note ?? '',
    act: fact.act,
  });
  const { opening, opened, extensions, resumptions, relented, closings, withdrawal } = decision;
  const deadline = deadlineOf(decision);
  const isOver = deadline !== null && at > deadline && closings.length === 0;
  return [
    step('put', opening),
    ...decision.demands.map((one) => step('demanded', one)),
    ...(opened === null ? [] : [step('opened', opened)]),
    ...extensions.map((one) => step('extended', one)),
    ...resumptions.map((one) => step('resumed', one)),
    ...relented.map((one) => step('relented', one)),
    ...decision.objections.map((one) => step('objected', one)),
    ...closings.map((one) => step('closed', one)),
    ...[...decision.lots.values()].map((one) => step('lots', one)),
    ...[...decision.rounds.values()].flatMap(({ opened: box, prepared }) => [
      ...(prepared === null ? [] : [step('papers', { ...prepared, payload: {} })]),
      ...(box === null ? [] : [step('box', { ...box, payload: {} })]),
    ]),
    ...(withdrawal === null ? [] : [step('withdrawn', withdrawal)]),
    ...(isOver && withdrawal === null ? [endedBy(deadline)] : []),
  ].toSorted((one, other) => (one.at < other.at ? -1 : 1));
}

interface Step {
  readonly until?: InstantText | undefined;
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
}

const endedBy = (at: InstantText): StepRow => ({
  kind: 'ended',
  actor: '',
  name: '',
  at,
  until: null,
  note: '',
  act: null,
});

/** The numbers of votes, where any are counted. */
function countsOf({ reckoned }: Reckoned, rule: DecisionRule | null) {
  if (reckoned === null || isRefusal(reckoned) || rule?.method !== 'vote') {
    return { yes: null, no: null, abstain: null };
  }
  const { yes, no, abstain } = reckoned.tally;
  return { yes, no, abstain };
}

/** A decision as one row of a list. */
export function decisionRow(
  { session, floor, reading }: Deciding,
  decision: DecisionState,
  locale: Locale,
): DecisionRow {
  const { payload, recordedAt } = decision.opening;
  const { at } = reading.moment;
  const rule = ruleOf(floor, decision, at);
  const reckoned = outcomeOf(decision, floor, at);
  return {
    session: session.name,
    sessionTitle: titleIn(locale, session.opening.payload.title),
    body: floor.body,
    decision: decision.name,
    title: titleIn(locale, payload.title),
    on: whatOf(payload.on),
    kind: payload.on.kind,
    rule: payload.rule,
    method: rule?.method ?? null,
    mode: payload.mode ?? rule?.modes[0] ?? null,
    phase: reckoned.phase,
    result: reckoned.result,
    ...countsOf(reckoned, rule),
    putAt: recordedAt,
    deadlineAt: deadlineOf(decision),
    endedAt: reckoned.endedAt,
  };
}
