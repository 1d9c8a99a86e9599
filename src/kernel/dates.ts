/**
 * Plain dates and their legal arithmetic. A plain date is text, `YYYY-MM-DD`, so that it can stand
 * in a signed header, in JSON and in a table alike, and compares as text. The calendar is the
 * proleptic Gregorian one of ISO 8601. Arithmetic is on whole numbers, without a date object of the
 * local zone anywhere; tests hold it equal to Temporal's, which is some twenty times slower and
 * would cost more than a status question may.
 */
import { z } from 'zod';

export type PlainDateText = string;

export const YEAR_MIN = 1;
export const YEAR_MAX = 9999;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const DAY_MILLISECONDS = 86_400_000;

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function monthLength(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

function readDay(text: string): Day | null {
  const match = SHAPE.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= YEAR_MIN && day >= 1 && day <= monthLength(year, month)
    ? { year, month, day }
    : null;
}

/** Whether the text is a day of the Gregorian calendar from year 1 to 9999. */
export function isPlainDate(text: string): boolean {
  return readDay(text) !== null;
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

function dayIn(text: PlainDateText): Day {
  const day = readDay(text);
  if (!day) throw new RangeError(`not a day of the calendar: ${text}`);
  return day;
}

function write({ year, month, day }: Day): PlainDateText {
  // Asked in this way, the NaN of a date beyond what JavaScript can count fails, too.
  const inCalendar = year >= YEAR_MIN && year <= YEAR_MAX;
  if (!inCalendar) throw new RangeError(`no year of the calendar: ${year}`);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function wholeNumber(count: number): number {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not a whole number: ${count}`);
  return count;
}

/** Midnight in UTC, in milliseconds since 1970: a whole number, the same wherever the node runs. */
function midnightOf(text: PlainDateText): number {
  const { year, month, day } = dayIn(text);
  // Date.UTC takes the years 0 to 99 for those of the 20th century; setUTCFullYear does not.
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

/**
 * The day `days` after `day`, or before it where `days` is negative; the first day is not counted.
 * Throws RangeError for what is no day or no whole number, and beyond the calendar.
 */
export function addDays(day: PlainDateText, days: number): PlainDateText {
  const moved = new Date(midnightOf(day) + wholeNumber(days) * DAY_MILLISECONDS);
  return write({
    year: moved.getUTCFullYear(),
    month: moved.getUTCMonth() + 1,
    day: moved.getUTCDate(),
  });
}

function monthLater({ year, month }: Day, months: number): { year: number; month: number } {
  const total = year * 12 + (month - 1) + wholeNumber(months);
  return { year: Math.floor(total / 12), month: (((total % 12) + 12) % 12) + 1 };
}

/**
 * The same day of the month `months` later; where that month is shorter, its last day.
 * Throws RangeError as `addDays` does.
 */
export function addMonths(day: PlainDateText, months: number): PlainDateText {
  const from = dayIn(day);
  const to = monthLater(from, months);
  return write({ ...to, day: Math.min(from.day, monthLength(to.year, to.month)) });
}

/**
 * The first day of the n-th month after the month of `day`; n = 0 is the first of its own month.
 * Throws RangeError as `addDays` does.
 */
export function firstOfNthMonthAfter(day: PlainDateText, months: number): PlainDateText {
  return write({ ...monthLater(dayIn(day), months), day: 1 });
}

/**
 * The first day of the month following a period's end. Where the period ends on the first of a
 * month, it is still the following month that is meant. Throws RangeError as `addDays` does.
 */
export function firstOfNextMonth(day: PlainDateText): PlainDateText {
  return firstOfNthMonthAfter(day, 1);
}

/** Whole days from `from` to `to`; negative where `to` is earlier. Throws for what is no day. */
export function daysBetween(from: PlainDateText, to: PlainDateText): number {
  return (midnightOf(to) - midnightOf(from)) / DAY_MILLISECONDS;
}

/** The later of two days. */
export function laterOf(one: PlainDateText, other: PlainDateText): PlainDateText {
  return one > other ? one : other;
}
