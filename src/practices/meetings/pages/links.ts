/** Addresses of the pages of this practice. They carry the dates of the page that links to them. */
import type { PageRequest } from '../../../ui/page.ts';
import { datesOf } from '../../../ui/page-dates.ts';

type Dated = Pick<PageRequest, 'search'>;

/** The page of a body. */
export const bodyHref = (body: string, request: Dated): string =>
  `/meetings/bodies/${body}${datesOf(request)}`;

/** The page of a session. */
export const sessionHref = (session: string, request: Dated): string =>
  `/meetings/sessions/${session}${datesOf(request)}`;

/** The page of what a session decides. */
export const decisionHref = (session: string, decision: string, request: Dated): string =>
  `/meetings/sessions/${session}/decisions/${decision}${datesOf(request)}`;

/** The page of a text under negotiation. */
export const textHref = (text: string, request: Dated): string =>
  `/meetings/texts/${text}${datesOf(request)}`;

/** A version of a text as a paper. */
export function versionHref(text: string, version: string, request: Dated): string {
  const query = new URLSearchParams({ version });
  for (const [name, value] of new URLSearchParams(datesOf(request))) query.set(name, value);
  return `/meetings/texts/${text}/print?${query.toString()}`;
}

/** The page of an actor. */
export const actorHref = (actor: string, request: Dated): string =>
  `/actors/${actor}${datesOf(request)}`;

/** What a form of an act begins with. */
export interface Begun {
  /** `meetings.vote` without its area. */
  readonly verb: string;
  readonly register: string;
  readonly actor?: string | undefined;
  readonly payload?: Readonly<Record<string, string>>;
}

/** The form of an act, filled in as far as the page that leads there knows it. */
export function actHref({ verb, register, actor, payload = {} }: Begun): string {
  const query = new URLSearchParams({ type: `meetings.${verb}`, register });
  if (actor !== undefined) query.set('actor', actor);
  for (const [name, value] of Object.entries(payload)) query.set(`payload.${name}`, value);
  return `/acts/new?${query.toString()}`;
}
