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
import { type Sentence, said } from '../../../kernel/said.ts';
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

function days(count: number): Sentence {
  return count === 1 ? said('1 day') : said('{$count} days', { count });
}

function months(count: number): Sentence {
  return count === 1 ? said('1 month') : said('{$count} months', { count });
}

function years(count: number): Sentence {
  return count === 1 ? said('1 year') : said('{$count} years', { count });
}

function period(delay: Delay): Sentence {
  if ('days' in delay) return days(delay.days);
  if ('months' in delay) return months(delay.months);
  if ('years' in delay) return years(delay.years);
  return said('first day of the month {$number} after', { number: delay.firstOfNthMonth });
}

/** The period in words: `30 days`, `3 months, then the first of the next month`. */
export function describeDelay(delay: Delay): Sentence {
  const then = 'then' in delay && delay.then === 'first-of-next-month';
  return then
    ? said('{$period}, then the first of the next month', { period: period(delay) })
    : period(delay);
}

/** Whether effect follows at once. */
export function isImmediate(delay: Delay): boolean {
  return 'days' in delay && delay.days === 0 && delay.then === undefined;
}
