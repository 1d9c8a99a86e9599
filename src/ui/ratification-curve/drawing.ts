import { drawnAt, type Quantity } from '../quantity.ts';
import type { TimeScale } from '../scales.ts';
import { formatNumber, formatPercent } from '../text/format.ts';
import type { Text } from '../text/text.ts';

/** A running total: after each date it has that value until the next. */
export interface CurveSeries {
  label: string;
  /** `percent`: shares of one hundred; otherwise a count. */
  unit?: 'count' | 'percent';
  /** In order of date. */
  points: readonly { on: string; value: Quantity }[];
  threshold?: Quantity;
}

/** Height of the plot in CSS pixels; its width is the page's. */
export const plotHeight = 240;

/** What every part of the picture is drawn from. */
export interface Drawing {
  text: Text;
  scale: TimeScale;
  series: readonly (CurveSeries & { top: number; ticks: readonly number[] })[];
  /** Where the plot begins, below the rows of marks. */
  head: number;
}

/** How far down a value lies, in pixels from the upper edge of the picture. */
export function yOf(drawing: Drawing, value: Quantity, top: number): number {
  return Math.round(drawing.head + plotHeight * (1 - drawnAt(value) / top));
}

/** A value in the reader's language and the series' unit. */
export function amount(text: Text, unit: CurveSeries['unit'], value: Quantity): string {
  return unit === 'percent' ? formatPercent(text.locale, value) : formatNumber(text.locale, value);
}
