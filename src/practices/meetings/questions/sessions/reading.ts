/** What every question on a session begins with. */
import { z } from 'zod';
import { type InstantText, dayOf } from '../../../../kernel/dates.ts';
import type { Asked } from '../../../../kernel/define-area.ts';
import { Marking } from '../../../../kernel/marking.ts';
import type { Refusal } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { Locale } from '../../../../ui/text/locale.ts';
import { type Reading, openReading } from '../../load.ts';
import { Name } from '../../payloads/parts.ts';
import { registerOf } from '../../registers.ts';
import { type BodyView, bodyViewOf } from '../../rules/sessions/body-view.ts';
import type { SessionState } from '../../rules/sessions/session-state.ts';
import { InLanguage, nameOf, titleIn, unknownHere } from '../shapes.ts';

/** A session, and the language of titles and names. */
export const OfSession = z.strictObject({ session: Name, locale: InLanguage });
export type OfSession = z.output<typeof OfSession>;

/** What the head of each page of a session says. */
export const SessionHead = z.object({
  session: z.string(),
  title: z.string(),
  body: z.string(),
  bodyTitle: z.string(),
  opensOn: z.string(),
  closesOn: z.string(),
  place: z.string().nullable(),
  marking: Marking,
});
export type SessionHead = z.output<typeof SessionHead>;

export interface SessionReading extends Reading {
  readonly session: SessionState;
  readonly body: BodyView;
  readonly at: InstantText;
  readonly head: SessionHead;
  readonly nameOf: (actor: string) => string;
}

function headOf({ archive }: Reading, session: SessionState, locale: Locale): SessionHead {
  const { body, closesOn, opensOn, place = null, title } = session.opening.payload;
  const named = archive.bodyOf(session)?.opening.payload.title;
  return {
    session: session.name,
    title: titleIn(locale, title),
    body,
    bodyTitle: named === undefined ? body : titleIn(locale, named),
    opensOn,
    closesOn,
    place,
    marking: session.opening.marking,
  };
}

/** The session as the asker may see it, at the moment that is asked for. */
export async function readSession(
  asked: Asked,
  { locale, session: name }: OfSession,
): Promise<SessionReading | Refusal> {
  const reading = await openReading(asked, [registerOf('session', name)]);
  const session = reading.archive.session(name);
  if (session === null) return unknownHere(said('There is no session here.'));
  const { actors, archive, moment } = reading;
  return {
    ...reading,
    session,
    at: moment.at,
    body: bodyViewOf(archive, session, dayOf(moment.at)),
    head: headOf(reading, session, locale),
    nameOf: (actor) => nameOf(locale, actor, actors),
  };
}

/** The title of an item in the language; its name where nobody proposed it. */
export function itemTitle(session: SessionState, item: string, locale: Locale): string {
  const title = session.agenda.items.get(item)?.proposal.payload.title;
  return title === undefined ? item : titleIn(locale, title);
}

/** The same of what may be about no item. */
export function titleOfItem(
  session: SessionState,
  item: string | null | undefined,
  locale: Locale,
): string | null {
  return item === null || item === undefined ? null : itemTitle(session, item, locale);
}

/** What is absent is null in an answer. */
export const orNull = <Value>(value: Value | undefined): Value | null => value ?? null;
