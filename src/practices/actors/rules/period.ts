/** Periods of days: `from` is the first day, `to` the first day after; null where open. */
import type { PlainDateText } from '../../../kernel/dates.ts';

export interface Period {
  readonly from: PlainDateText | null;
  readonly to: PlainDateText | null;
}

export const ALWAYS: Period = { from: null, to: null };

/** Whether the day falls in the period. */
export function covers(period: Period, day: PlainDateText): boolean {
  return hasBegun(period, day) && (period.to === null || day < period.to);
}

/** Whether the period has begun by the day. */
export function hasBegun(period: Period, day: PlainDateText): boolean {
  return period.from === null || period.from <= day;
}

/** Whether the period has at least one day. */
export function isOrdered(period: Period): boolean {
  return period.from === null || period.to === null || period.from < period.to;
}

/** The days that both periods have, or null for none. */
export function overlap(one: Period, other: Period): Period | null {
  const from = latest(one.from, other.from);
  const to = earliest(one.to, other.to);
  const both = { from, to };
  return isOrdered(both) ? both : null;
}

function latest(one: PlainDateText | null, other: PlainDateText | null): PlainDateText | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

function earliest(one: PlainDateText | null, other: PlainDateText | null): PlainDateText | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
