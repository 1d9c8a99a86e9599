/** Gathers the rows that acts leave, and writes them table by table. */
import { type Kysely, sql } from 'kysely';
import type { AdmittedAct } from '../kernel/define-area.ts';
import { own } from '../kernel/own.ts';
import type { AnyTable, RowChange } from '../kernel/table.ts';
import { keyOf, PROVENANCE_COLUMNS } from './area-tables.ts';
import type { Catalog } from './catalog.ts';

type Row = Record<string, unknown>;

/** One statement writes no more rows than this, so that none grows without bound. */
export const ROWS_PER_STATEMENT_MAX = 5000;

export class RowBuffer {
  readonly #catalog: Catalog;
  readonly #tables = new Map<string, { table: AnyTable; rows: Map<string, Row> }>();
  #waiting = 0;

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  get size(): number {
    return this.#waiting;
  }

  /** Takes the rows that follow from an act. Of two with one key the later stays. */
  add(changes: readonly RowChange[], act: AdmittedAct<unknown>, audience: number): void {
    const { register, position, ledger, recordedAt } = act.admission;
    const placed = { act: act.id, register, position, ledger, recorded_at: recordedAt, audience };
    for (const change of changes) {
      const gathered = this.#gathered(change.table);
      const row: Row = { ...change.put, ...placed };
      const key = JSON.stringify(keyOf(gathered.table).map((name) => own(row, name)));
      gathered.rows.set(key, row);
      this.#waiting += 1;
    }
  }

  #gathered(name: string): { table: AnyTable; rows: Map<string, Row> } {
    const known = this.#tables.get(name);
    if (known) return known;
    const fresh = { table: this.#catalog.table(name), rows: new Map<string, Row>() };
    this.#tables.set(name, fresh);
    return fresh;
  }

  /** Writes what was gathered, and forgets it. */
  async flush<Tables>(db: Kysely<Tables>): Promise<void> {
    const tables = [...this.#tables.values()];
    this.#tables.clear();
    this.#waiting = 0;
    for (const { table, rows } of tables) {
      const all = [...rows.values()];
      for (let at = 0; at < all.length; at += ROWS_PER_STATEMENT_MAX) {
        await upsert(db, table, all.slice(at, at + ROWS_PER_STATEMENT_MAX));
      }
    }
  }
}

/** Inserts the rows, replacing those with the same key. */
async function upsert<Tables>(
  db: Kysely<Tables>,
  table: AnyTable,
  rows: readonly Row[],
): Promise<void> {
  const names = [...Object.keys(table.columns), ...Object.keys(PROVENANCE_COLUMNS)];
  const columns = sql.join(names.map((name) => sql.id(name)));
  const key = keyOf(table);
  const replaced = names
    .filter((name) => !key.includes(name))
    .map((name) => sql`${sql.id(name)} = ${sql.id('excluded', name)}`);
  await sql`insert into ${sql.table(table.name)} (${columns})
    select ${columns}
    from json_populate_recordset(null::${sql.table(table.name)}, ${JSON.stringify(rows)}::json)
    on conflict (${sql.join(key.map((name) => sql.id(name)))})
    do update set ${sql.join(replaced)}`.execute(db);
}
