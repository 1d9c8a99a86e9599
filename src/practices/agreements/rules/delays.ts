/**
 * Periods of final clauses. The day from which a period runs is not counted, and a period of months
 * ends on the day of the same number, or on the last of a shorter month.
 */
import {
  type PlainDateText,
  addDays,
  addMonths,
  firstOfNextMonth,
  firstOfNthMonthAfter,
} from '../../../kernel/dates.ts';
import type { Delay } from '../clauses.ts';

function end(day: PlainDateText, delay: Delay): PlainDateText {
  if ('days' in delay) return addDays(day, delay.days);
  if ('months' in delay) return addMonths(day, delay.months);
  if ('years' in delay) return addMonths(day, delay.years * 12);
  return firstOfNthMonthAfter(day, delay.firstOfNthMonth);
}

/** The day on which a period that runs from `day` takes effect. */
export function after(day: PlainDateText, delay: Delay): PlainDateText {
  const last = end(day, delay);
  return 'then' in delay && delay.then === 'first-of-next-month' ? firstOfNextMonth(last) : last;
}

const counted = (count: number, unit: string): string =>
  `${count} ${unit}${count === 1 ? '' : 's'}`;

function period(delay: Delay): string {
  if ('days' in delay) return counted(delay.days, 'day');
  if ('months' in delay) return counted(delay.months, 'month');
  if ('years' in delay) return counted(delay.years, 'year');
  return `first day of the month ${delay.firstOfNthMonth} after`;
}

/** The period in words: `30 days`, `3 months, then the first of the next month`. */
export function describeDelay(delay: Delay): string {
  const then = 'then' in delay && delay.then === 'first-of-next-month';
  return then ? `${period(delay)}, then the first of the next month` : period(delay);
}

/** Whether effect follows at once. */
export function isImmediate(delay: Delay): boolean {
  return 'days' in delay && delay.days === 0 && delay.then === undefined;
}
