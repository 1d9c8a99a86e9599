/** Addresses of the pages of this practice. They carry the dates of the page that links to them. */
import type { PageRequest } from '../../../ui/page.ts';
import { datesOf } from '../../../ui/page-dates.ts';

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
