/** What an address asks of the calendar. */
import { ActorId } from '../../kernel/actor-id.ts';
import { addDays, isPlainDate } from '../../kernel/dates.ts';
import { monthAfter } from '../../ui/month-grid/weeks.ts';
import { GROUPS, type Group } from './date-row.ts';

export interface CalendarAsked {
  readonly group?: Group;
  readonly actor?: string;
}

/** The kind and the actor that an address asks for; what is neither is left out. */
export function askedOf(search: URLSearchParams): CalendarAsked {
  const group = GROUPS.find((one) => one === search.get('group'));
  const actor = ActorId.safeParse(search.get('actor') ?? '');
  return { ...(group && { group }), ...(actor.success && { actor: actor.data }) };
}

const FIRST_MONTH = '1900-01';
const LAST_MONTH = '2199-12';

/** The month that an address asks for, or else the one that the page's day lies in. */
export function monthOf(search: URLSearchParams, asOf: string): string {
  const given = search.get('month') ?? '';
  const isMonth = isPlainDate(`${given}-01`) && given >= FIRST_MONTH && given <= LAST_MONTH;
  return isMonth ? given : asOf.slice(0, 7);
}

/** The first and the last day of a month. */
export const daysOf = (month: string): { readonly from: string; readonly to: string } => ({
  from: `${month}-01`,
  to: addDays(`${monthAfter(month, 1)}-01`, -1),
});
