import { parse } from 'csv-parse/sync';
import { Temporal } from 'temporal-polyfill';
import { own } from '../kernel/own.ts';
import type { Place, Problem, Span } from './actor-types.ts';

const PLAIN_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** One row of a table: cells by column, and where the row stands. */
export class Row {
  readonly place: Place;
  private readonly cells: Readonly<Record<string, string>>;
  private readonly problems: Problem[];

  constructor(place: Place, cells: Readonly<Record<string, string>>, problems: Problem[]) {
    this.place = place;
    this.cells = cells;
    this.problems = problems;
  }

  /** Notes what is wrong with this row. */
  complain(says: string): void {
    this.problems.push({ ...this.place, says });
  }

  /** The cell, or an empty text where the cell is empty. */
  text(column: string): string {
    return own(this.cells, column) ?? '';
  }

  /** The cell, complaining where it is empty. */
  required(column: string): string {
    const value = this.text(column);
    if (value === '') this.complain(`${column} is empty`);
    return value;
  }

  /** The cell as `{ [key]: text }`, or `{}` where it is empty: for optional properties. */
  optional<K extends string>(column: string, key: K): { [P in K]?: string } {
    const value = this.text(column);
    // A computed key widens to an index signature; the shape is exactly the one declared.
    return value === '' ? {} : ({ [key]: value } as { [P in K]?: string });
  }

  /** One of a fixed list, complaining and taking the first where it is none of them. */
  oneOf<T extends string>(column: string, allowed: readonly [T, ...T[]]): T {
    const value = this.text(column);
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined) {
      this.complain(`${column} is "${value}", expected one of ${allowed.join(', ')}`);
    }
    return found ?? allowed[0];
  }

  /** yes or no. */
  yes(column: string): boolean {
    return this.oneOf(column, ['no', 'yes']) === 'yes';
  }

  /** A plain date as written, complaining where the calendar has no such day. */
  date(column: string): string {
    const value = this.required(column);
    if (value !== '' && !isPlainDate(value)) {
      this.complain(`${column} is "${value}", which is no date (YYYY-MM-DD)`);
    }
    return value;
  }

  /** The span of the row, with `to` after `from`. */
  span(fromColumn = 'from', toColumn = 'to'): Span {
    const from = this.text(fromColumn) === '' ? undefined : this.date(fromColumn);
    const to = this.text(toColumn) === '' ? undefined : this.date(toColumn);
    if (from !== undefined && to !== undefined && to <= from) {
      this.complain(`${toColumn} ${to} is not after ${fromColumn} ${from}`);
    }
    return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  }
}

/** Whether the text is an ISO plain date that the calendar has. */
export function isPlainDate(text: string): boolean {
  if (!PLAIN_DATE.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/**
 * Reads a CSV text with a header row. Anything the parser or the header gets wrong becomes a
 * problem with its line, and the rows that can be read are still given.
 */
export function readTable(
  file: string,
  text: string,
  columns: readonly string[],
  problems: Problem[],
): Row[] {
  let records: { info: { lines: number }; record: string[] }[];
  try {
    // The parser's types do not follow its options: with info it gives record and info.
    records = parse(text, { bom: true, info: true, trim: true }) as unknown as typeof records;
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : 1;
    const says = error instanceof Error ? error.message : String(error);
    problems.push({ file, line, says });
    return [];
  }
  const header = records[0]?.record ?? [];
  if (header.join(',') !== columns.join(',')) {
    const says = `columns are "${header.join(',')}", expected "${columns.join(',')}"`;
    problems.push({ file, line: 1, says });
    return [];
  }
  return records.slice(1).map(({ info, record }) => {
    const cells = Object.fromEntries(columns.map((column, i) => [column, record[i] ?? '']));
    return new Row({ file, line: info.lines }, cells, problems);
  });
}
