/** Addresses of the pages of this practice. They carry the dates of the page that links to them. */
import type { Marking } from '../../../kernel/marking.ts';
import type { PageRequest } from '../../../ui/page.ts';
import { datesOf } from '../../../ui/page-dates.ts';
import { registerOf } from '../acts/rows.ts';

/** The page of a channel. */
export const channelHref = (channel: string, request: PageRequest): string =>
  `/notices/${channel}${datesOf(request)}`;

/** The page of a notice. */
export const noticeHref = (
  { channel, notice }: { readonly channel: string; readonly notice: string },
  request: PageRequest,
): string => `/notices/${channel}/${notice}${datesOf(request)}`;

/** The notice as a file of the Common Alerting Protocol. */
export const alertHref = (shown: { readonly channel: string; readonly notice: string }): string =>
  `/notices/${shown.channel}/${shown.notice}/alert.cap`;

/** The page of an actor. */
export const actorHref = (actor: string, request: PageRequest): string =>
  `/actors/${actor}${datesOf(request)}`;

/** What a form of an act begins with. */
export interface Begun {
  readonly verb: string;
  readonly channel: string;
  readonly actor?: string | undefined;
  readonly payload?: Readonly<Record<string, string>>;
  /** That of the notice which it is about, so that nothing is said more widely by oversight. */
  readonly marking?: Marking;
}

/** The form of an act, filled in as far as the page that leads there knows it. */
export function actHref({ verb, channel, actor, payload = {}, marking }: Begun): string {
  const query = new URLSearchParams({ type: `notices.${verb}`, register: registerOf(channel) });
  if (actor !== undefined) query.set('actor', actor);
  for (const [name, value] of Object.entries(payload)) query.set(`payload.${name}`, value);
  if (marking !== undefined && marking.level !== 'clear') {
    query.set('marking.level', marking.level);
    query.set('marking.to', marking.to.join(' '));
  }
  return `/acts/new?${query.toString()}`;
}
