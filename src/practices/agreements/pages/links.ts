/** Addresses of the pages of this practice. They carry the dates of the page that links to them. */
import type { PageRequest } from '../../../ui/page.ts';

/** The part of an address by which a page's dates go on to the next. */
export function datesOf(request: PageRequest): string {
  const kept = new URLSearchParams();
  for (const name of ['asOf', 'knownAt']) {
    const value = request.search.get(name);
    if (value) kept.set(name, value);
  }
  return kept.size === 0 ? '' : `?${kept.toString()}`;
}

/** The page of an agreement. */
export const agreementHref = (agreement: string, request: PageRequest): string =>
  `/agreements/${agreement}${datesOf(request)}`;

/** The page of an actor. */
export const actorHref = (actor: string, request: PageRequest): string =>
  `/actors/${actor}${datesOf(request)}`;

/** What binds the actor. */
export const actorAgreementsHref = (actor: string, request: PageRequest): string =>
  `/bound/${actor}${datesOf(request)}`;

/** The desk of a State's ministry. */
export const ministryHref = (actor: string, request: PageRequest): string =>
  `/ministry/${actor}${datesOf(request)}`;

/** The page of one actor's standing towards an agreement. */
export const statusHref = (agreement: string, actor: string, request: PageRequest): string =>
  `/agreements/${agreement}/${actor}${datesOf(request)}`;

/** The reservations under an agreement. */
export const reservationsHref = (agreement: string, request: PageRequest): string =>
  `/agreements/${agreement}/reservations${datesOf(request)}`;

/** One side's copy of a mirrored agreement beside the other's. */
export const mirrorHref = (agreement: string, request: PageRequest): string =>
  `/agreements/${agreement}/mirror${datesOf(request)}`;

/** What stands between two under an agreement. */
export function relationHref(
  agreement: string,
  [one, other]: readonly [string, string],
  request: PageRequest,
): string {
  const dates = datesOf(request).replace('?', '&');
  return `/agreements/${agreement}/between?one=${one}&other=${other}${dates}`;
}

/** The agreement's record as one file, with where it stands as of the page's day. */
export function exportHref(agreement: string, { asOf }: PageRequest): string {
  const query = new URLSearchParams({ register: `agreements/${agreement}`, asOf });
  return `/record/export?${query.toString()}`;
}

/** The same question for machines. */
export function questionHref(
  question: string,
  input: Readonly<Record<string, string>>,
  request: PageRequest,
  format: 'csv' | 'json',
): string {
  const query = new URLSearchParams({ ...input, asOf: request.asOf, format });
  const knownAt = request.search.get('knownAt');
  if (knownAt) query.set('knownAt', knownAt);
  return `/api/${question.replace('.', '/')}?${query.toString()}`;
}
