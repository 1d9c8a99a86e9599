/**
 * Plain dates and their legal arithmetic. A plain date is text, `YYYY-MM-DD`, so that it can stand
 * in a signed header, in JSON and in a table alike, and compares as text.
 */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

export type PlainDateText = string;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function monthLength(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** Whether the text is a day of the Gregorian calendar from year 1 to 9999. */
export function isPlainDate(text: string): boolean {
  const match = SHAPE.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && day >= 1 && day <= monthLength(year, month);
}

export const PlainDateText = z
  .string()
  .refine(isPlainDate, 'not a day of the calendar')
  .meta({ format: 'date' });

/** An instant in UTC to the millisecond, `2026-01-17T09:30:00.000Z`. */
export const InstantText = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/)
  .refine((text) => isPlainDate(text.slice(0, 10)), 'not a day of the calendar');
export type InstantText = z.infer<typeof InstantText>;

/** The day in UTC on which an instant falls. */
export function dayOf(instant: InstantText): PlainDateText {
  return instant.slice(0, 10);
}

function plain(text: PlainDateText): Temporal.PlainDate {
  return Temporal.PlainDate.from(text);
}

/** The day `days` after `day`; the first day is not counted. */
export function addDays(day: PlainDateText, days: number): PlainDateText {
  return plain(day).add({ days }).toString();
}

/** The same day of the month `months` later; where that month is shorter, its last day. */
export function addMonths(day: PlainDateText, months: number): PlainDateText {
  return plain(day).add({ months }, { overflow: 'constrain' }).toString();
}

/** The first day of the n-th month after the month of `day`; n = 0 is the first of its own month. */
export function firstOfNthMonthAfter(day: PlainDateText, months: number): PlainDateText {
  return plain(day).with({ day: 1 }).add({ months }).toString();
}

/**
 * The first day of the month following a period's end. Where the period ends on the first of a
 * month, it is still the following month that is meant.
 */
export function firstOfNextMonth(day: PlainDateText): PlainDateText {
  return firstOfNthMonthAfter(day, 1);
}

/** Whole days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: PlainDateText, to: PlainDateText): number {
  return plain(from).until(plain(to), { largestUnit: 'day' }).days;
}

/** The later of two days. */
export function laterOf(one: PlainDateText, other: PlainDateText): PlainDateText {
  return one > other ? one : other;
}
