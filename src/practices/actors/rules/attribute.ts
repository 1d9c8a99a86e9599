/** Figures over time: the value that counts on a day, and totals, exact. */
import type { PlainDateText } from '../../../kernel/dates.ts';
import { type Fraction, parseFraction } from '../../../kernel/fraction.ts';
import type { AttributeRow } from '../tables.ts';
import { type Period, covers } from './period.ts';

/** A figure with its period; the value is exact. */
export interface Figure extends Period {
  readonly entry: string;
  readonly value: Fraction;
}

type Measured = Pick<AttributeRow, 'entry' | 'value' | 'from_on' | 'to_on'>;

function byBeginning(one: Figure, other: Figure): number {
  const [a, b] = [one.from ?? '', other.from ?? ''];
  return a === b ? 0 : a < b ? -1 : 1;
}

/** The figures of one attribute of one actor, earliest first. */
export function foldFigures(rows: readonly Measured[]): Figure[] {
  return rows
    .map((row) => ({
      entry: row.entry,
      value: parseFraction(row.value),
      from: row.from_on,
      to: row.to_on,
    }))
    .sort(byBeginning);
}

/** The figure that counts on the day: of those that hold, the one that began last; or null. */
export function figureOn(figures: readonly Figure[], day: PlainDateText): Figure | null {
  return figures.findLast((figure) => covers(figure, day)) ?? null;
}
