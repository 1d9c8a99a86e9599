/** Rows as a table of text: what, measured, in proportion, level, met. */
import type { Row } from './levels.ts';

const HEADER = ['', 'measured', 'in proportion', 'level', 'met'];

function cellsOf(row: Row): string[] {
  const met = row.met === undefined ? '' : row.met ? 'yes' : 'NO';
  return [row.what, row.measured, row.ratio ?? '', row.level ?? '', met];
}

/** The table, a line for each row. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [HEADER, ...rows.map(cellsOf)];
  const widths = HEADER.map((_, at) => Math.max(...lines.map((line) => (line[at] ?? '').length)));
  return lines
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
