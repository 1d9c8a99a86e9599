/** Who has the floor, who waits for it, and who spoke for how long. */
import { z } from 'zod';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { FLOOR_KINDS } from '../../payloads/session-floor.ts';
import {
  type FloorRequest,
  REQUEST_STANDINGS,
  limitOf,
  queueOf,
  secondsOf,
} from '../../rules/sessions/floor.ts';
import {
  OfSession,
  SessionHead,
  type SessionReading,
  orNull,
  readSession,
  titleOfItem,
} from './reading.ts';

export const SpeakerRow = z.object({
  actor: z.string(),
  name: z.string(),
  kind: z.enum(FLOOR_KINDS),
  item: z.string().nullable(),
  itemTitle: z.string().nullable(),
  onBehalfOf: z.array(z.string()),
  speaker: z.string().nullable(),
  standing: z.enum(REQUEST_STANDINGS),
  /** Place in the order in which those who wait are called; null for others. */
  place: z.int().nullable(),
  askedAt: z.string(),
  givenAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  limitSeconds: z.int().nullable(),
  usedSeconds: z.int(),
  overSeconds: z.int(),
  outOfTurn: z.string().nullable(),
  ruling: z.enum(['upheld', 'not-upheld']).nullable(),
  rulingReason: z.string().nullable(),
  act: z.string(),
});
export type SpeakerRow = z.output<typeof SpeakerRow>;

const Statement = z.object({
  actor: z.string(),
  name: z.string(),
  item: z.string().nullable(),
  onBehalfOf: z.array(z.string()),
  language: z.string(),
  words: z.string().nullable(),
  digest: z.string().nullable(),
  at: z.string(),
  act: z.string(),
});

/** Whether the actor had the floor so on this item before. */
function isLaterOf({ session }: SessionReading, request: FloorRequest): boolean {
  const { act, actor, givenAt, item, kind } = request;
  return [...session.floor.requests.values()].some(
    (one) =>
      one.act !== act &&
      one.actor === actor &&
      one.kind === kind &&
      one.item === item &&
      one.givenAt !== null &&
      (givenAt === null || one.givenAt < givenAt),
  );
}

/** A request for the floor as answers tell it. */
export function speakerRow(
  reading: SessionReading,
  request: FloorRequest,
  { locale, place }: { locale: OfSession['locale']; place: number | null },
): SpeakerRow {
  const { body, session } = reading;
  const { onBehalfOf, speaker } = request.fact.payload;
  const limitSeconds = limitOf(request, body.speaking, {
    isLater: isLaterOf(reading, request),
    isObserver: body.observers.has(request.actor),
  });
  const { over, used } = secondsOf(request, limitSeconds, reading.at);
  return {
    actor: request.actor,
    name: reading.nameOf(request.actor),
    kind: request.kind,
    item: request.item,
    itemTitle: titleOfItem(session, request.item, locale),
    onBehalfOf: onBehalfOf.map(reading.nameOf),
    speaker: orNull(speaker),
    standing: request.standing,
    place,
    askedAt: request.fact.recordedAt,
    givenAt: request.givenAt,
    endedAt: request.endedAt,
    limitSeconds,
    usedSeconds: used,
    overSeconds: over,
    outOfTurn: request.outOfTurn,
    ruling: orNull(request.ruling?.payload.as),
    rulingReason: orNull(request.ruling?.payload.reason),
    act: request.act,
  };
}

/** Who speaks, then who waits in the order of the list, then who spoke, the last first. */
export function speakerRows(reading: SessionReading, locale: OfSession['locale']): SpeakerRow[] {
  const { agenda, floor } = reading.session;
  const all = [...floor.requests.values()];
  const waiting = queueOf(floor, agenda.current);
  const spoken = all.filter(({ standing }) => standing === 'spoken').reverse();
  const rest = [...all.filter(({ standing }) => standing === 'speaking'), ...waiting, ...spoken];
  return rest.map((request) => {
    const at = waiting.indexOf(request);
    return speakerRow(reading, request, { locale, place: at === -1 ? null : at + 1 });
  });
}

export const speakers = defineQuestion({
  name: 'meetings.speakers',
  title: 'Who has the floor, and who waits for it?',
  input: OfSession,
  output: z.object({
    head: SessionHead,
    /** Items whose list is closed; the empty name is that of the session's own list. */
    closed: z.array(z.string()),
    statements: z.array(Statement),
    rows: z.array(SpeakerRow),
  }),
  example: { session: 'first-session' },
  async answer(asked, input) {
    const reading = await readSession(asked, input);
    if (isRefusal(reading)) return reading;
    const { floor } = reading.session;
    return {
      head: reading.head,
      closed: [...floor.closed.keys()],
      statements: floor.statements.map(({ act, actor, payload, recordedAt }) => ({
        actor,
        name: reading.nameOf(actor),
        item: payload.item ?? null,
        onBehalfOf: payload.onBehalfOf.map(reading.nameOf),
        language: payload.language,
        words: payload.words ?? null,
        digest: payload.document?.digest ?? null,
        at: recordedAt,
        act,
      })),
      rows: speakerRows(reading, input.locale),
    };
  },
});
