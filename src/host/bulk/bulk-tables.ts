/** The tables that follow from the record, as CSV: what is clear for all, some rows at a time. */
import { stringify } from 'csv-stringify/sync';
import { sql } from 'kysely';
import type { Area, Query } from '../../kernel/define-area.ts';
import type { AnyTable } from '../../kernel/table.ts';

export const ROWS_AT_ONCE_MAX = 1000;
/** Where each row comes from; how it stands over all registers would count what is hidden. */
const PROVENANCE = ['act', 'register', 'position', 'recorded_at'] as const;

export interface Field {
  readonly name: string;
  readonly type: string;
}

const FIELD_TYPES = {
  text: 'string',
  date: 'date',
  instant: 'datetime',
  integer: 'integer',
  boolean: 'boolean',
  json: 'any',
  'text[]': 'array',
} as const;

/** The columns of a table as the file has them. */
export function fieldsOf(table: AnyTable): readonly Field[] {
  const own = Object.entries(table.columns).map(([name, { type }]) => ({
    name,
    type: FIELD_TYPES[type],
  }));
  const provenance = PROVENANCE.map((name) => ({
    name,
    type: name === 'position' ? 'integer' : name === 'recorded_at' ? 'datetime' : 'string',
  }));
  return [...own, ...provenance];
}

/** All tables of the areas. */
export function tablesOf(areas: readonly Area[]): readonly AnyTable[] {
  return areas.flatMap(({ tables }) => tables);
}

function cell(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

/** Lines as RFC 4180 has them; what a spreadsheet would take for a formula is escaped. */
function csvLines(rows: readonly (readonly unknown[])[]): string {
  const cells = rows.map((row) => row.map(cell));
  return stringify(cells, { escape_formulas: true, record_delimiter: 'windows' });
}

export interface CsvPart {
  readonly text: string;
  readonly rows: number;
}

/** A table line by line, its head first; within the query's own transaction. */
export async function* tableCsv(query: Query, table: AnyTable): AsyncGenerator<CsvPart> {
  const names = fieldsOf(table).map(({ name }) => name);
  yield { text: csvLines([names]), rows: 0 };
  const columns = sql.join(names.map((name) => sql.ref(name)));
  const order = sql.join([...table.key, 'act'].map((name) => sql.ref(name)));
  const rowsOf = sql.ref('bulk_rows');
  await sql`declare ${rowsOf} no scroll cursor for
    select ${columns} from ${sql.table(table.name)} order by ${order}`.execute(query);
  try {
    for (;;) {
      const { rows } = await sql<Record<string, unknown>>`
        fetch forward ${sql.lit(ROWS_AT_ONCE_MAX)} from ${rowsOf}`.execute(query);
      if (rows.length === 0) return;
      const lines = rows.map((row) => Object.values(row));
      yield { text: csvLines(lines), rows: rows.length };
    }
  } finally {
    await sql`close ${rowsOf}`.execute(query);
  }
}
