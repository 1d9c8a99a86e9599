/** Addresses of the pages of this practice. They carry the dates of the page that links to them. */
import type { PageRequest } from '../../../ui/page.ts';
import type { ActorItem } from '../questions/shapes.ts';

/** The dates of a page, as its address has them. */
export function datesIn(request: PageRequest): Record<string, string> {
  return Object.fromEntries(
    ['asOf', 'knownAt'].flatMap((name) => {
      const value = request.search.get(name);
      return value ? [[name, value] as const] : [];
    }),
  );
}

function withDates(path: string, request: PageRequest): string {
  const query = new URLSearchParams(datesIn(request));
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}

/** The page of an actor. */
export const actorHref = (actor: string, request: PageRequest): string =>
  withDates(`/actors/${actor}`, request);

/** The page on what an actor is in a group. */
export const standingHref = (actor: string, group: string, request: PageRequest): string =>
  withDates(`/actors/${actor}/in/${group}`, request);

/** The keys of an actor: a page of the host. */
export const keysHref = (actor: string, request: PageRequest): string =>
  withDates(`/actors/${actor}/keys`, request);

/** What the actor is bound by: a page of the practice of agreements. */
export const boundHref = (actor: string, request: PageRequest): string =>
  withDates(`/bound/${actor}`, request);

export const actHref = (act: string): string => `/acts/${act}`;

/** The answer to the page's question for machines, in the forms that tables offer. */
export function downloadsOf(
  question: string,
  input: Readonly<Record<string, string>>,
  request: PageRequest,
): { href: string; label: string }[] {
  return ['csv', 'json'].map((format) => {
    const query = new URLSearchParams({ ...input, ...datesIn(request), format });
    query.set('asOf', request.asOf);
    const path = question.replace('.', '/');
    return { href: `/api/${path}?${query.toString()}`, label: format.toUpperCase() };
  });
}

/** An actor's name in the page's language, or in English. */
export function nameIn(item: Pick<ActorItem, 'names'>, { locale }: PageRequest): string {
  return item.names[locale] ?? item.names.en;
}

/** From the front page to the list of actors. */
export function breadcrumbOf({ text }: PageRequest): { label: string; href: string }[] {
  return [
    { label: 'Concord', href: '/' },
    { label: text('actors.title'), href: '/actors' },
  ];
}
