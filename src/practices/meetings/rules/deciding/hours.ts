/** Instants that differ by hours. */
import type { InstantText } from '../../../../kernel/dates.ts';
import { addHours } from '../../../../kernel/instants.ts';

/** The later of two; instants of one form compare as texts. */
export const laterInstant = (one: InstantText, other: InstantText): InstantText =>
  one < other ? other : one;

/** Whether so many hours at least lie between. */
export const isHoursLater = (from: InstantText, hours: number, to: InstantText): boolean =>
  addHours(from, hours) <= to;
