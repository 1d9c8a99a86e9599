/** Addresses of the pages of this practice. They carry the dates of the page that links to them. */
import type { PageRequest } from '../../../ui/page.ts';
import { datesOf, questionHref } from '../../../ui/page-dates.ts';
import type { ActorItem } from '../questions/shapes.ts';

/** The page of an actor. */
export const actorHref = (actor: string, request: PageRequest): string =>
  `/actors/${actor}${datesOf(request)}`;

/** The page on what an actor is in a group. */
export const standingHref = (actor: string, group: string, request: PageRequest): string =>
  `/actors/${actor}/in/${group}${datesOf(request)}`;

/** The keys of an actor: a page of the host. */
export const keysHref = (actor: string, request: PageRequest): string =>
  `/actors/${actor}/keys${datesOf(request)}`;

/** What the actor is bound by: a page of the practice of agreements. */
export const boundHref = (actor: string, request: PageRequest): string =>
  `/bound/${actor}${datesOf(request)}`;

export const actHref = (act: string): string => `/acts/${act}`;

/** The answer to the page's question for machines, in the forms that tables offer. */
export function downloadsOf(
  question: string,
  input: Readonly<Record<string, string>>,
  request: PageRequest,
): { href: string; label: string }[] {
  return (['csv', 'json'] as const).map((format) => ({
    href: questionHref(question, input, request, format),
    label: format.toUpperCase(),
  }));
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
