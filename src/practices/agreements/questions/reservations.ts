/** The question on all reservations under an agreement, with declarations and derogations. */
import { z } from 'zod';
import { ActorId } from '../../../kernel/actor-id.ts';
import { PlainDateText } from '../../../kernel/dates.ts';
import { type Asked, defineQuestion } from '../../../kernel/define-area.ts';
import { FindingShape } from '../../../kernel/finding.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Locale } from '../../../ui/text/locale.ts';
import type { Known } from '../chronicles.ts';
import { ReservationsClause } from '../clauses.ts';
import { MOMENTS } from '../payloads/reservations.ts';
import { Wording } from '../payloads/parts.ts';
import {
  LIFE_STATES,
  effectiveAnswers,
  lifeFinding,
  lifeOn,
} from '../rules/reservations/life-finding.ts';
import { reservedIn } from '../rules/reservations/relation-finding.ts';
import {
  type Answer,
  type ReservationLife,
  formOn,
} from '../rules/reservations/reservation-life.ts';
import { saidIn } from '../rules/reservations/reservation-said.ts';
import { reservationsOf } from '../rules/reservations/reservations.ts';
import { type Bench, benchOf } from '../rules/reservations/verdicts.ts';
import { findingIn, sentenceIn } from './in-words.ts';
import { AgreementInput, Day, InLanguage, chronicleFor, nameIn, titleIn } from './shapes.ts';
import { DeclarationRow, DerogationRow, declarationsOn, derogationsOn } from './statement-rows.ts';

const AnswerRow = z.object({
  act: z.string(),
  actor: z.string(),
  name: z.string(),
  kind: z.enum(['objection', 'acceptance']),
  definite: z.boolean(),
  on: PlainDateText,
  withdrawnOn: Day,
  /** Whether it has an effect on the day; the finding says why not, where it has none. */
  counts: z.boolean(),
  text: Wording.nullable(),
});

const ReservationRow = z.object({
  act: z.string(),
  actor: z.string(),
  name: z.string(),
  /** Whose it was, where a successor keeps it. */
  keptFrom: z.string().nullable(),
  on: PlainDateText,
  moment: z.enum(MOMENTS),
  provisions: z.array(z.string()),
  /** The provisions as they are cited, in English. */
  reserved: z.string(),
  effect: z.enum(['excludes', 'modifies']),
  summary: z.string().nullable(),
  state: z.enum(LIFE_STATES),
  since: Day,
  circulatedOn: Day,
  /** The last day for objections, where one runs or ran. */
  silenceEndsOn: Day,
  withdrawnOn: Day,
  text: Wording,
  source: z.string().nullable(),
  note: z.string().nullable(),
  answers: z.array(AnswerRow),
  finding: FindingShape,
});

function answerRow(
  { event, kind, definite, withdrawnOn }: Answer,
  counts: boolean,
  { chronicle }: Known,
  locale: Locale,
): z.output<typeof AnswerRow> {
  return {
    act: event.act,
    actor: event.actor,
    name: nameIn(locale, event.actor, chronicle),
    kind,
    definite,
    on: event.on,
    withdrawnOn,
    counts,
    text: kind === 'objection' ? saidIn('object', event).text : null,
  };
}

/** Its text and a line on it: those of the act that gave it its form. */
function wordsOf(life: ReservationLife, day: string) {
  const { by } = formOn(life, day);
  const changed = by.kind === 'modify-reservation' ? saidIn('modify-reservation', by) : null;
  const { text, summary } = changed ?? saidIn('reserve', life.event);
  return { text, summary: summary ?? null };
}

function reservationRow(
  life: ReservationLife,
  given: { bench: Bench; known: Known; asked: Asked; locale: Locale },
): z.output<typeof ReservationRow> {
  const { bench, known, locale } = given;
  const { chronicle } = known;
  const day = given.asked.asOf;
  const { event } = life;
  const { provisions, effect } = formOn(life, day);
  const found = lifeOn(life, day, bench);
  const counting = effectiveAnswers(life, day, found, bench);
  const answers = [...life.answers.values()].flat().filter((one) => one.event.on <= day);
  const circulated = life.madeOn !== null && life.circulatedOn <= day;
  return {
    act: event.act,
    actor: life.actor,
    name: nameIn(locale, life.actor, chronicle),
    keptFrom: life.inherited ? nameIn(locale, event.actor, chronicle) : null,
    on: event.on,
    moment: saidIn('reserve', event).moment,
    provisions: [...provisions],
    reserved: sentenceIn(locale, reservedIn(life, day), chronicle),
    effect,
    ...wordsOf(life, day),
    state: found.state,
    since: found.since,
    circulatedOn: circulated ? life.circulatedOn : null,
    silenceEndsOn: circulated && found.state !== 'authorized' ? life.silenceEndsOn : null,
    withdrawnOn: life.endedOn !== null && life.endedOn <= day ? life.endedOn : null,
    source: event.source,
    note: saidIn('reserve', event).note ?? null,
    answers: answers.map((one) => answerRow(one, counting.has(one), known, locale)),
    finding: findingIn(locale, lifeFinding(life, day, bench), chronicle),
  };
}

export const reservations = defineQuestion({
  name: 'agreements.reservations',
  title: 'Which reservations, declarations and derogations are there, and what became of them?',
  input: z.strictObject({
    agreement: AgreementInput.shape.agreement,
    /** Only what this actor made. */
    actor: ActorId.optional(),
    locale: InLanguage,
  }),
  output: z.object({
    agreement: z.string(),
    title: z.string(),
    /** What the text says of reservations; null where it says nothing. */
    clause: ReservationsClause.nullable(),
    rows: z.array(ReservationRow),
    declarations: z.array(DeclarationRow),
    derogations: z.array(DerogationRow),
  }),
  example: { agreement: 'genocide-convention' },
  async answer(asked, input) {
    const known = await chronicleFor(asked, input.agreement);
    if (isRefusal(known)) return known;
    const { chronicle } = known;
    const { locale } = input;
    const { facts } = chronicle.scene;
    const isWanted = (actor: string): boolean =>
      input.actor === undefined || facts.personOf(actor) === facts.personOf(input.actor);
    const bench = benchOf(chronicle);
    const given = { bench, known, asked, locale };
    const { agreement, adoption } = chronicle.history;
    return {
      agreement,
      title: titleIn(locale, adoption),
      clause: adoption.finalClauses.reservations ?? null,
      rows: reservationsOf(chronicle)
        .filter((life) => life.event.on <= asked.asOf && isWanted(life.actor))
        .map((life) => reservationRow(life, given)),
      declarations: declarationsOn(known, asked.asOf, locale).filter((row) => isWanted(row.actor)),
      derogations: derogationsOn(known, asked.asOf, locale).filter((row) => isWanted(row.actor)),
    };
  },
});
