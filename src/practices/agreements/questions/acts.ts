/** Questions on the acts themselves: what happened, lately or under one agreement. */
import { z } from 'zod';
import { ActorId } from '../../../kernel/actor-id.ts';
import { PlainDateText } from '../../../kernel/dates.ts';
import { defineQuestion } from '../../../kernel/define-area.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Locale } from '../../../ui/text/locale.ts';
import { type Known, allChronicles } from '../chronicles.ts';
import { type Told, fourDatesOf } from '../rules/depositary/four-dates.ts';
import { type DeadlineKind, deadlinesOf } from '../rules/deadlines.ts';
import type { AgreementEvent } from '../rules/history.ts';
import { noticesIn } from '../rules/reservations/reservation-said.ts';
import { AgreementInput, Day, InLanguage, chronicleFor, nameIn, titleIn } from './shapes.ts';

const ActRow = z.object({
  act: z.string(),
  agreement: z.string(),
  title: z.string(),
  kind: z.string(),
  actor: z.string(),
  name: z.string(),
  instrument: z.string().nullable(),
  on: PlainDateText,
  effectiveOn: Day,
  /** Four dates kept apart: of the act, of receipt, of circulation, of effect. */
  madeOn: Day,
  receivedOn: Day,
  circulatedOn: Day,
  effectOn: Day,
  source: z.string().nullable(),
  recordedAt: z.string(),
  position: z.int(),
  /** The act that corrected it, or struck it out. */
  correctedBy: z.string().nullable(),
  struckOut: z.boolean(),
});

function actRow(
  event: AgreementEvent,
  { chronicle }: Known,
  struckBy: string | null,
  { locale, told, day }: { locale: Locale; told: Told; day: string },
): z.output<typeof ActRow> {
  const { agreement, adoption } = chronicle.history;
  return {
    act: event.act,
    agreement,
    title: titleIn(locale, adoption),
    kind: event.kind,
    actor: event.actor,
    name: nameIn(locale, event.actor, chronicle),
    instrument: event.instrument,
    on: event.on,
    effectiveOn: event.effectiveOn,
    ...fourDatesOf(event, chronicle, told, day),
    source: event.source,
    recordedAt: event.recordedAt,
    position: event.position,
    correctedBy: struckBy ?? event.correctedBy ?? null,
    struckOut: struckBy !== null,
  };
}

export const acts = defineQuestion({
  name: 'agreements.acts',
  title: 'What was done under this agreement, in order?',
  input: AgreementInput,
  output: z.object({ rows: z.array(ActRow) }),
  example: { agreement: 'paris-agreement' },
  async answer(asked, input) {
    const known = await chronicleFor(asked, input.agreement);
    if (isRefusal(known)) return known;
    const { events, struck } = known.chronicle.history;
    const about = { locale: input.locale, told: noticesIn({ events }), day: asked.asOf };
    const rows = [
      ...events.map((event) => ({ event, struckBy: null })),
      ...struck.map(({ event, by }) => ({ event, struckBy: by })),
    ].filter(({ event }) => event.on <= asked.asOf);
    // Each audience has positions of its own; the order of admission is one.
    rows.sort((one, other) => one.event.ledger - other.event.ledger);
    return { rows: rows.map(({ event, struckBy }) => actRow(event, known, struckBy, about)) };
  },
});

const HAPPENED = ['act', 'entry-into-force', 'effect', 'withdrawal', 'ending'] as const;

const Happening = z.object({
  on: PlainDateText,
  what: z.enum(HAPPENED),
  agreement: z.string(),
  title: z.string(),
  sectors: z.array(z.string()),
  actor: ActorId.nullable(),
  name: z.string().nullable(),
  kind: z.string().nullable(),
  act: z.string().nullable(),
});
type Happening = z.output<typeof Happening>;

const base = ({ chronicle }: Known, locale: Locale) => ({
  agreement: chronicle.history.agreement,
  title: titleIn(locale, chronicle.history.adoption),
  sectors: chronicle.history.adoption.sectors,
  actor: null,
  name: null,
  kind: null,
  act: null,
});

function happeningsOf(known: Known, from: string, to: string, locale: Locale): Happening[] {
  const { chronicle } = known;
  const own = chronicle.history.events
    .filter((event) => event.on >= from && event.on <= to)
    .map((event) => ({
      ...base(known, locale),
      on: event.on,
      what: 'act' as const,
      actor: event.actor,
      name: nameIn(locale, event.actor, chronicle),
      // What is only received is no consent of its kind.
      kind: event.kind === 'deposit' ? (event.instrument ?? event.kind) : event.kind,
      act: event.act,
    }));
  const { on } = chronicle.decision;
  if (on === null || on < from || on > to) return own;
  return [{ ...base(known, locale), on, what: 'entry-into-force' as const }, ...own];
}

const byDay = (one: Happening, other: Happening): number =>
  one.on === other.on ? 0 : one.on < other.on ? -1 : 1;

const ROWS_MAX = 200;
const Limit = z.coerce.number().int().min(1).max(ROWS_MAX).default(20);

export const latest = defineQuestion({
  name: 'agreements.latest',
  title: 'What happened lately under all agreements?',
  input: z.strictObject({ limit: Limit, from: PlainDateText.optional(), locale: InLanguage }),
  output: z.object({ rows: z.array(Happening) }),
  example: { limit: 10 },
  async answer(asked, input) {
    const from = input.from ?? '0001-01-01';
    const rows = (await allChronicles(asked)).flatMap((known) =>
      happeningsOf(known, from, asked.asOf, input.locale),
    );
    rows.sort((one, other) => byDay(other, one));
    return { rows: rows.slice(0, input.limit) };
  },
});

/** What of the one clock takes effect by itself, and what it is called here. */
const TAKES_EFFECT: Readonly<Partial<Record<DeadlineKind, Happening['what']>>> = {
  'entry-into-force': 'entry-into-force',
  effect: 'effect',
  withdrawal: 'withdrawal',
  expiry: 'ending',
};

/** What is known already to take effect after the day asked for. */
export const due = defineQuestion({
  name: 'agreements.due',
  title: 'What is due to take effect?',
  input: z.strictObject({ limit: Limit, locale: InLanguage }),
  output: z.object({ rows: z.array(Happening) }),
  example: { limit: 10 },
  async answer(asked, input) {
    const day = asked.asOf;
    const { locale } = input;
    const rows = (await allChronicles(asked)).flatMap((known) =>
      deadlinesOf(known, day).flatMap(({ about, actor, kind, on }): Happening[] => {
        const what = TAKES_EFFECT[kind];
        if (what === undefined) return [];
        const own = { ...base(known, locale), on, what };
        if (actor === null) return [own];
        return [{ ...own, actor, name: nameIn(locale, actor, known.chronicle), act: about }];
      }),
    );
    rows.sort(byDay);
    return { rows: rows.slice(0, input.limit) };
  },
});
