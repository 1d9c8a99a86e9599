/** The instant that a day asked for stands for, since what is due by the hour needs one. */
import { type InstantText, type PlainDateText, dayOf } from './dates.ts';

/** When something is asked for. */
export interface Moment {
  readonly at: InstantText;
  /**
   * Only what was recorded by then counts; null: all that is recorded, be it by a clock that is
   * ahead of ours.
   */
  readonly recordedBy: InstantText | null;
}

const endOf = (day: PlainDateText): InstantText => `${day}T23:59:59.999Z`;

/** Today is now; any other day is its end. Of a past day only what it knew counts. */
export function momentOf({ asOf, now }: { asOf: PlainDateText; now: InstantText }): Moment {
  const today = dayOf(now);
  if (asOf === today) return { at: now, recordedBy: null };
  return { at: endOf(asOf), recordedBy: asOf < today ? endOf(asOf) : null };
}
