/** Reckoning with instants, in whole minutes and hours. */
import { z } from 'zod';
import { InstantText } from './dates.ts';
import { INSTANT_FORMAT } from './text-formats.ts';

const MINUTE_MILLISECONDS = 60_000;
const HOUR_MINUTES = 60;
/** The last instant of the calendar; what would be due after it is due then. */
const LAST_INSTANT = '9999-12-31T23:59:59.999Z';

/** The instant so many hours later. */
export function addHours(instant: InstantText, hours: number): InstantText {
  const later = Date.parse(instant) + hours * HOUR_MINUTES * MINUTE_MILLISECONDS;
  const last = Date.parse(LAST_INSTANT);
  return new Date(Math.min(later, last)).toISOString();
}

/** Whole minutes from one instant to the other, begun ones not counted; negative if earlier. */
export function minutesBetween(from: InstantText, to: InstantText): number {
  return Math.trunc((Date.parse(to) - Date.parse(from)) / MINUTE_MILLISECONDS);
}

/** The earlier of two instants, of which either may be missing. */
export function earlierOf(one: InstantText | null, other: InstantText | null): InstantText | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

const WRITTEN =
  /^(?<minute>\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(:(?<second>\d{2})(\.(?<part>\d{1,3}))?)?Z$/;

/** The instant in its one form, or the text itself where it is none, for the schema to say so. */
function wholeInstant(text: string): string {
  const found = WRITTEN.exec(text)?.groups;
  if (!found) return text;
  const { minute = '', second = '00', part = '' } = found;
  return `${minute}:${second}.${part.padEnd(3, '0')}Z`;
}

/** An instant in UTC, which people may write to the minute: `2026-01-17T09:30Z`. */
export const WrittenInstant = z
  .string()
  .max(24)
  // By which a form knows that a day and a time are to be chosen.
  .meta({ format: INSTANT_FORMAT })
  .transform(wholeInstant)
  .refine(
    (text) => InstantText.safeParse(text).success,
    'an instant in UTC is written as 2026-01-17T09:30Z',
  );
