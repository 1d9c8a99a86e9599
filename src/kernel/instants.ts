/** Reckoning with instants, in whole minutes and hours. */
import type { InstantText } from './dates.ts';

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
