/** The instant that a day asked for stands for, since what is due by the hour needs one. */
import { type InstantText, type PlainDateText, dayOf } from '../../kernel/dates.ts';
import type { Asked } from '../../kernel/define-area.ts';
import type { Moment } from './rules/notice-state.ts';

const endOf = (day: PlainDateText): InstantText => `${day}T23:59:59.999Z`;

/** Today is now; any other day is its end. Of a past day only what it knew counts. */
export function momentOf({ asOf, now }: Pick<Asked, 'asOf' | 'now'>): Moment {
  const today = dayOf(now);
  if (asOf === today) return { at: now, recordedBy: null };
  return { at: endOf(asOf), recordedBy: asOf < today ? endOf(asOf) : null };
}
