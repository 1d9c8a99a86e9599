/** What acts say now, corrections counted: the last correction of an act holds. */
import { isRefusal } from '../../../kernel/refusal.ts';
import type { CorrectionRow } from '../tables.ts';
import { readHeld } from './held.ts';
import type { Held } from './state.ts';

/** What an act says now; null where it is void. What could not be read was never accepted. */
export function corrected(held: Held, correction: CorrectionRow | undefined): Held | null {
  if (!correction) return held;
  if (correction.replacement === null) return null;
  const next = readHeld(held.type, held.row, correction.replacement);
  return isRefusal(next) ? held : next;
}

/**
 * Rows as they stand now. Columns beyond those of the type, such as where and when a row was
 * recorded, stay as they were.
 */
export function standing<Row extends Held['row']>(
  typeOf: (row: Row) => Held['type'],
  rows: readonly Row[],
  corrections: ReadonlyMap<string, CorrectionRow>,
): Row[] {
  if (corrections.size === 0) return [...rows];
  return rows.flatMap((row) => {
    const correction = corrections.get(row.entry);
    if (!correction) return [row];
    if (correction.replacement === null) return [];
    const next = readHeld(typeOf(row), row, correction.replacement);
    return isRefusal(next) ? [row] : [{ ...row, ...next.row }];
  });
}

/** The type of act that a row of joining or leaving comes from. */
export function membershipType(row: { event: string }): 'actors.join' | 'actors.leave' {
  return row.event === 'join' ? 'actors.join' : 'actors.leave';
}
