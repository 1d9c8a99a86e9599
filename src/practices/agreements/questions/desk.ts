/** The depositary's desk: what waits for it, under all agreements, with the way to do it. */
import { z } from 'zod';
import { ActorId } from '../../../kernel/actor-id.ts';
import { PlainDateText } from '../../../kernel/dates.ts';
import { defineQuestion } from '../../../kernel/define-area.ts';
import type { Locale } from '../../../ui/text/locale.ts';
import { registerOf } from '../acts/event.ts';
import { type Known, allChronicles } from '../chronicles.ts';
import { Representative } from '../payloads/parts.ts';
import { DESK_SECTIONS, DESK_STATES, type DeskItem, deskOf } from '../rules/depositary/desk.ts';
import { nextSerial, numberOf } from './notifications.ts';
import { Day, InLanguage, nameIn, titleIn } from './shapes.ts';

const DeskRow = z.object({
  section: z.enum(DESK_SECTIONS),
  state: z.enum(DESK_STATES),
  agreement: z.string(),
  title: z.string(),
  actor: z.string().nullable(),
  name: z.string().nullable(),
  /** The kind of act that waits, and its instrument. */
  kind: z.string().nullable(),
  instrument: z.string().nullable(),
  act: z.string().nullable(),
  since: PlainDateText,
  deadline: Day,
  /** The form of the act that is to be done next, filled in as far as the record goes. */
  href: z.string().nullable(),
  /** The form of the other thing that may be done: to send an instrument back. */
  otherHref: z.string().nullable(),
});
type DeskRow = z.output<typeof DeskRow>;

type Fields = Readonly<Record<string, string | null | undefined>>;

/** The address of an act's form with fields filled in. */
function formOf(type: string, known: Known, fields: Fields): string {
  const { agreement, adoption } = known.chronicle.history;
  const given: Fields = {
    type: `agreements.${type}`,
    register: registerOf(agreement),
    actor: adoption.depositary[0],
    basis: 'recorded',
    ...fields,
  };
  const filled = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) if (value) filled.set(name, value);
  return `/acts/new?${filled.toString()}`;
}

/** A deposit of what was received, as the receipt tells of it. */
function depositForm({ event }: DeskItem, known: Known): string | null {
  if (event === null) return null;
  const by = Representative.safeParse(event.detail['by']).data;
  const { dated } = event.detail;
  return formOf('deposit', known, {
    actor: event.actor,
    source: event.source,
    'payload.instrument': event.instrument,
    'payload.on': event.on,
    'payload.dated': typeof dated === 'string' ? dated : null,
    'payload.received': event.act,
    'payload.by.name': by?.name,
    'payload.by.office': by?.office,
    'payload.by.fullPowers': by?.fullPowers,
  });
}

interface Now {
  readonly asOf: string;
  readonly next: { readonly serial: number; readonly year: number };
}

function notifyForm({ event }: DeskItem, known: Known, { asOf, next }: Now): string {
  const number = numberOf(next, known);
  return formOf('notify', known, {
    source: number,
    'payload.number': number,
    'payload.on': asOf,
    'payload.acts': event?.act,
  });
}

/** Asks what is meant, or records the answer once it was asked. */
function clarifyForm({ event, state }: DeskItem, known: Known, { asOf }: Now): string {
  const fields = { 'payload.reservation': event?.act, 'payload.on': asOf };
  return state === 'ready'
    ? formOf('ask-clarification', known, fields)
    : formOf('clarify', known, { ...fields, actor: event?.actor });
}

/** The form of what is to be done next; none while a time runs or an objection stands. */
function hrefOf(item: DeskItem, known: Known, now: Now): string | null {
  const { event } = item;
  switch (item.section) {
    case 'examine':
      return depositForm(item, known);
    case 'notify':
      return notifyForm(item, known, now);
    case 'register':
      return formOf('register', known, { 'payload.on': now.asOf });
    case 'correct':
      return item.state === 'ready'
        ? formOf('rectify', known, { 'payload.proposal': event?.act, 'payload.on': now.asOf })
        : null;
    default:
      return clarifyForm(item, known, now);
  }
}

function otherHref({ section, event }: DeskItem, known: Known, { asOf }: Now): string | null {
  if (section !== 'examine' || event === null) return null;
  return formOf('return-instrument', known, {
    source: event.source,
    'payload.received': event.act,
    'payload.on': asOf,
  });
}

function rowOf(item: DeskItem, known: Known, locale: Locale, now: Now): DeskRow {
  const { chronicle } = known;
  const { adoption, agreement } = chronicle.history;
  const { deadline, event, section, since, state } = item;
  return {
    section,
    state,
    agreement,
    title: titleIn(locale, adoption),
    actor: event?.actor ?? null,
    name: event === null ? null : nameIn(locale, event.actor, chronicle),
    kind: event?.kind ?? null,
    instrument: event?.instrument ?? null,
    act: event?.act ?? null,
    since,
    deadline,
    href: hrefOf(item, known, now),
    otherHref: otherHref(item, known, now),
  };
}

const inOrder = (one: DeskRow, other: DeskRow): number => {
  const [first, second] = [one, other].map((row) => row.deadline ?? row.since);
  return first === second ? 0 : (first ?? '') < (second ?? '') ? -1 : 1;
};

export const desk = defineQuestion({
  name: 'agreements.desk',
  title: 'What waits on the depositary’s desk?',
  input: z.strictObject({
    section: z.enum(DESK_SECTIONS).optional(),
    /** Agreements of this depositary only. */
    depositary: ActorId.optional(),
    locale: InLanguage,
  }),
  output: z.object({ rows: z.array(DeskRow) }),
  example: {},
  async answer(asked, { section, depositary, locale }) {
    const now = { asOf: asked.asOf, next: await nextSerial(asked) };
    const rows = (await allChronicles(asked))
      .filter(
        ({ chronicle }) =>
          depositary === undefined || chronicle.history.adoption.depositary.includes(depositary),
      )
      .flatMap((known) =>
        deskOf(known.chronicle, asked.asOf)
          .filter((item) => section === undefined || item.section === section)
          .map((item) => rowOf(item, known, locale, now)),
      );
    return { rows: rows.sort(inOrder) };
  },
});
