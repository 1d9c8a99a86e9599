import { scaleLinear, scaleUtc } from 'd3-scale';
import { drawnAt, type Quantity } from './quantity.ts';
import type { DateStyle } from './text/format.ts';

/** The midnight at which a plain date begins, in milliseconds; only for drawing. */
export function timeOf(on: string): number {
  return Date.parse(`${on}T00:00:00Z`);
}

/** A span of days laid over the width of a picture. */
export interface TimeScale {
  from: number;
  to: number;
}

export function timeScale(from: string, to: string): TimeScale {
  const start = timeOf(from);
  // One day at least, so that a span of no length can still be drawn.
  return { from: start, to: Math.max(timeOf(to), start + 86_400_000) };
}

/** How far along a day lies, from 0 to 1; days outside lie at the ends. */
export function along(scale: TimeScale, on: string): number {
  const share = (timeOf(on) - scale.from) / (scale.to - scale.from);
  return Math.min(1, Math.max(0, share));
}

export interface TimeTick {
  on: string;
  style: DateStyle;
}

/** More ticks than these would touch each other on a phone, where every other is left out. */
export const timeTicksMax = 6;

/** Round dates along the scale: years where the span is long, months where it is short. */
export function timeTicks(scale: TimeScale): TimeTick[] {
  const time = scaleUtc().domain([scale.from, scale.to]);
  const choices = [6, 5, 4, 3, 2].map((count) => time.ticks(count));
  const chosen = choices.find((ticks) => ticks.length <= timeTicksMax) ?? [];
  // A span of a few days is ticked by hours, of which a plain date knows nothing.
  const days = [...new Set(chosen.map((tick) => tick.toISOString().slice(0, 10)))];
  const years = days.every((on) => on.endsWith('-01-01'));
  const months = days.every((on) => on.endsWith('-01'));
  return days.map((on) => ({ on, style: years ? 'year' : months ? 'month' : 'short' }));
}

/** The value at the upper edge of a picture that must show all of these, and ticks up to it. */
export function valueScale(values: readonly Quantity[], percent: boolean) {
  const highest = Math.max(1, ...values.map(drawnAt).filter(Number.isFinite));
  if (percent && highest <= 100) return { top: 100, ticks: [0, 25, 50, 75, 100] };
  const scale = scaleLinear().domain([0, highest]).nice(4);
  return { top: scale.domain()[1] ?? highest, ticks: scale.ticks(4).filter(Number.isInteger) };
}
