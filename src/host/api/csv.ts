/** Rows of an answer as CSV (RFC 4180), safe to open in a spreadsheet. */
import { stringify } from 'csv-stringify/sync';
import { own } from '../../kernel/own.ts';

type Row = Readonly<Record<string, unknown>>;

function cell(value: unknown): unknown {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return typeof value === 'object' ? JSON.stringify(value) : value;
}

/**
 * The rows as CSV with a header line, columns in the order given and then of first appearance.
 * Cells that a spreadsheet would take for a formula are escaped with an apostrophe.
 */
export function csvOf(rows: readonly Row[], columns: readonly string[] = []): string {
  const names = [...new Set([...columns, ...rows.flatMap((row) => Object.keys(row))])];
  const lines = rows.map((row) => names.map((name) => cell(own(row, name))));
  return stringify([names, ...lines], { escape_formulas: true, record_delimiter: 'windows' });
}
