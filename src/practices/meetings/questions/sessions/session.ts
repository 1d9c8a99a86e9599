/** One session: what it is, and where it stands now. */
import { z } from 'zod';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { type PlainDateText, PlainDateText as Day, dayOf } from '../../../../kernel/dates.ts';
import { type Finding, FindingShape } from '../../../../kernel/finding.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { CREDENTIALS_NEEDED } from '../../payloads/session.ts';
import { ITEM_STANDINGS } from '../../rules/sessions/agenda.ts';
import { queueOf, speakerIn } from '../../rules/sessions/floor.ts';
import { fateOf } from '../../rules/sessions/inputs.ts';
import { countPresent, quorumFinding } from '../../rules/sessions/quorum.ts';
import { sittingAt } from '../../rules/sessions/sittings.ts';
import type { Locale } from '../../../../ui/text/locale.ts';
import { findingIn } from '../in-words.ts';
import { titleIn } from '../shapes.ts';
import {
  OfSession,
  SessionHead,
  type SessionReading,
  itemTitle,
  orNull,
  readSession,
} from './reading.ts';
import { DELEGATIONS_ACTS, mayDo } from './may-do.ts';
import { SpeakerRow, speakerRow } from './speakers.ts';

const OrderRow = z.object({
  item: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  standing: z.enum(ITEM_STANDINGS),
  isNow: z.boolean(),
  at: z.string().nullable(),
  note: z.string().nullable(),
});
export type OrderRow = z.output<typeof OrderRow>;

const OrderOfDay = z.object({
  on: Day,
  changedAt: z.string(),
  /** How often it was set anew. */
  changes: z.int(),
  rows: z.array(OrderRow),
});

const SittingRow = z.object({
  number: z.int(),
  title: z.string().nullable(),
  place: z.string().nullable(),
  standing: z.enum(['open', 'suspended', 'closed']),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
  present: z.int(),
  act: z.string(),
});

const Shown = z.object({
  head: SessionHead,
  credentialsNeeded: z.enum(CREDENTIALS_NEEDED),
  languages: z.array(z.string()),
  symbolPrefix: z.string().nullable(),
  convenedBy: z.string(),
  convenedByName: z.string(),
  note: z.string().nullable(),
  act: z.string(),
  sitting: SittingRow.nullable(),
  sittings: z.array(SittingRow),
  item: z.object({ item: z.string(), number: z.string().nullable(), title: z.string() }).nullable(),
  speaker: SpeakerRow.nullable(),
  waiting: z.int(),
  /** Who is called next: by name, and by the actor itself. */
  next: z.string().nullable(),
  nextSpeaker: z.string().nullable(),
  /** Who directs the session. */
  presiding: z.array(z.string()),
  present: z.object({ counted: z.int(), members: z.int(), needed: z.int() }),
  quorum: FindingShape,
  /** The order of the day, or of the next day that has one. */
  order: OrderOfDay.nullable(),
  days: z.array(OrderOfDay),
  decisions: z.array(z.object({ decision: z.string(), title: z.string() })),
  /** What one of those for whom the asker reads could do now as a delegation. */
  mayDo: z.array(z.enum(DELEGATIONS_ACTS)),
  counts: z.object({ documents: z.int(), inputs: z.int(), unanswered: z.int() }),
});

function sittingRows({ session, at }: SessionReading): z.output<typeof SittingRow>[] {
  return session.sittings.map(({ number, place, presence, steps, title }) => {
    const [first] = steps;
    const last = steps.findLast((step) => step.at <= at);
    const came = presence.filter((step) => step.isPresent && step.at <= at);
    return {
      number,
      title,
      place,
      standing: last?.as ?? 'closed',
      openedAt: first?.at ?? at,
      closedAt: last?.as === 'closed' ? last.at : null,
      present: new Set(came.map(({ actor }) => actor)).size,
      act: first?.act ?? '',
    };
  });
}

/** The order of each day, the earliest first. */
function daysOf({ session: { agenda }, session: state }: SessionReading, locale: Locale) {
  return [...agenda.days].flatMap(([on, orders]) => {
    const order = orders.at(-1);
    if (order === undefined) return [];
    const rows = order.payload.entries.map(({ at, item, note }) => {
      const known = agenda.items.get(item);
      return {
        item,
        number: known?.number ?? null,
        title: itemTitle(state, item, locale),
        standing: known?.standing ?? ('proposed' as const),
        isNow: agenda.current === item,
        at: orNull(at),
        note: orNull(note),
      };
    });
    return [{ on, changedAt: order.recordedAt, changes: orders.length - 1, rows }];
  });
}

/** The order of the day asked for; else of the next day that has one, else of the last. */
function orderOn(days: readonly z.output<typeof OrderOfDay>[], day: PlainDateText) {
  const sorted = days.toSorted((one, other) => (one.on < other.on ? -1 : 1));
  return sorted.find(({ on }) => on >= day) ?? orNull(sorted.at(-1));
}

/** What is spoken of now. */
function itemNow({ session }: SessionReading, locale: Locale) {
  const { current, items } = session.agenda;
  if (current === null) return null;
  const number = items.get(current)?.number ?? null;
  return { item: current, number, title: itemTitle(session, current, locale) };
}

function floorNow(reading: SessionReading, locale: Locale) {
  const { agenda, floor } = reading.session;
  const waiting = queueOf(floor, agenda.current);
  const speaking = speakerIn(floor);
  const [next] = waiting;
  return {
    speaker: speaking === null ? null : speakerRow(reading, speaking, { locale, place: null }),
    waiting: waiting.length,
    next: next === undefined ? null : reading.nameOf(next.actor),
    nextSpeaker: next === undefined ? null : next.actor,
  };
}

function nowOf(reading: SessionReading, locale: Locale) {
  const { at, session: state } = reading;
  const rows = sittingRows(reading);
  const { counted, members, needed } = countPresent(state, reading.body, at);
  const open = sittingAt(state, at)?.sitting.number;
  const days = daysOf(reading, locale);
  return {
    sitting: rows.find(({ number }) => number === open) ?? null,
    sittings: rows,
    item: itemNow(reading, locale),
    ...floorNow(reading, locale),
    present: { counted: counted.length, members, needed },
    quorum: findingIn(
      locale,
      withNames(reading, quorumFinding(state, reading.body, at)),
      reading.actors,
    ),
    order: orderOn(days, dayOf(at)),
    days,
  };
}

/** The finding with the names of those who are counted. */
function withNames({ nameOf }: SessionReading, one: Finding): Finding {
  return {
    ...one,
    counted: one.counted.map((ref) => ({ ...ref, label: nameOf(ref.label) })),
    excluded: one.excluded.map(({ ref, ...why }) => ({
      ...why,
      ref: { ...ref, label: nameOf(ref.label) },
    })),
  };
}

export const session = defineQuestion({
  name: 'meetings.session',
  title: 'What is a session, and where does it stand?',
  input: OfSession,
  output: Shown,
  example: { session: 'first-session' },
  async answer(asked, input) {
    const reading = await readSession(asked, input);
    if (isRefusal(reading)) return reading;
    const { archive, head, session: state } = reading;
    const { act, actor, author, payload } = state.opening;
    const inputs = [...state.inputs.values()];
    return {
      head,
      credentialsNeeded: payload.credentials,
      languages: payload.languages,
      symbolPrefix: payload.symbolPrefix ?? null,
      convenedBy: actor,
      convenedByName: reading.nameOf(actor),
      presiding: [...new Set([author, actor, ...reading.body.presiding])],
      note: payload.note ?? null,
      act,
      ...nowOf(reading, input.locale),
      decisions: [...archive.decisions(state.name).values()].map(({ name, opening }) => ({
        decision: name,
        title: titleIn(input.locale, opening.payload.title),
      })),
      mayDo: mayDo(asked, reading),
      counts: {
        documents: state.documents.bySymbol.size,
        inputs: inputs.length,
        unanswered: inputs.filter((one) => fateOf(one) === null).length,
      },
    };
  },
});
