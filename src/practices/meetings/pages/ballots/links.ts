/** Addresses of the pages of secret ballots. */
import type { PageRequest } from '../../../../ui/page.ts';
import { datesOf } from '../../../../ui/page-dates.ts';

interface Which {
  readonly session: string;
  readonly decision: string;
}

/** The page of a decision's secret ballot: of the one that is taken, or of an earlier one. */
export function ballotHref(
  { session, decision }: Which,
  request: Pick<PageRequest, 'search'>,
  ballot?: number,
): string {
  const path = `/meetings/sessions/${session}/decisions/${decision}/ballot`;
  const dates = datesOf(request);
  if (ballot === undefined) return `${path}${dates}`;
  return `${path}${dates === '' ? '?' : `${dates}&`}ballot=${ballot}`;
}
