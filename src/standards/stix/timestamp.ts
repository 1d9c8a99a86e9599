/** Instants as STIX writes them: RFC 3339 in UTC, with a fraction of any length (section 2.16). */
import { Temporal } from 'temporal-polyfill';

const FORM = /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(?:\.(\d+))?Z$/;

/** Longer fractions than that of any clock are not read. */
export const FRACTION_DIGITS_MAX = 12;

/** Whether the text is an instant of a day that exists. */
export function isTimestamp(text: string): boolean {
  const [, year, month, day, , , , fraction = ''] = FORM.exec(text) ?? [];
  if (!year || !month || !day || fraction.length > FRACTION_DIGITS_MAX) return false;
  try {
    Temporal.PlainDate.from(`${year}-${month}-${day}`, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** Digits of the fraction of a second. */
export function fractionDigits(timestamp: string): number {
  return FORM.exec(timestamp)?.[7]?.length ?? 0;
}

/** The one form of an instant in which texts stand in the order of time: nine digits or more. */
export function orderedForm(timestamp: string): string {
  const [seconds = '', fraction = ''] = timestamp.replace(/Z$/, '').split('.');
  return `${seconds}.${fraction.padEnd(FRACTION_DIGITS_MAX, '0')}Z`;
}

/** Which of two instants is earlier: below zero, zero, or above zero. */
export function compareTimestamps(one: string, other: string): number {
  const [first, second] = [orderedForm(one), orderedForm(other)];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
