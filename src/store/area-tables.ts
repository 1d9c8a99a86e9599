/** From the definitions of areas to tables: their DDL, and whether they changed since last time. */
import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Area } from '../kernel/define-area.ts';
import type { AnyTable, ColumnTypes } from '../kernel/table.ts';
import { type RoleNames, secureRows } from './row-security.ts';

const TYPES: Record<keyof ColumnTypes, string> = {
  text: 'text',
  date: 'date',
  instant: 'timestamptz',
  integer: 'bigint',
  boolean: 'boolean',
  json: 'jsonb',
  'text[]': 'text[]',
};

/** What the store adds to every row; the kernel's `Provenance` as columns. */
export const PROVENANCE_COLUMNS: Readonly<Record<string, string>> = {
  act: 'text',
  register: 'text',
  position: 'bigint',
  ledger: 'bigint',
  recorded_at: 'timestamptz',
  audience: 'integer',
};

const NAME = /^[a-z][a-z0-9_]{0,55}$/;

/** Names of the record's own tables, which no area may take. */
const TAKEN = new Set([
  'audiences',
  'acts',
  'act_parts',
  'registers',
  'positions',
  'streams',
  'admissions',
  'refusals',
  'forks',
  'acts_beside',
  'acts_lacking',
  'refusals_ahead',
  'jobs',
  'progress',
  'meta',
]);

/** Why a table cannot be made from its definition, in words, or null. */
export function tableFault(
  table: AnyTable,
  reserved: Readonly<Record<string, string>>,
): string | null {
  const columns = Object.keys(table.columns);
  if (![table.name, ...columns].every((name) => NAME.test(name))) return 'a name is not snake_case';
  if (TAKEN.has(table.name)) return 'the name belongs to the record';
  const clash = columns.find((name) => Object.hasOwn(reserved, name));
  if (clash !== undefined) return `the column ${clash} is added by the store`;
  if (table.key.length === 0) return 'no key';
  const known = new Set([...columns, ...Object.keys(reserved)]);
  const named = [...table.key, ...(table.indexes ?? []).flat()];
  return named.every((name) => known.has(name)) ? null : 'an index names no column';
}

/** Columns by which a row is found again. The audience is one: see `createTable`. */
export function keyOf(table: AnyTable): string[] {
  return [...table.key, 'audience'];
}

function columnOf(name: string, type: string, nullable: boolean) {
  return sql`${sql.id(name)} ${sql.raw(type)} ${sql.raw(nullable ? '' : 'not null')}`;
}

/**
 * Makes a table with its indexes and its row security. The audience belongs to the key: were it
 * otherwise, a row could not be written because of one that its author may not see, or would
 * replace it. So each audience has its own row, and a question that may see several decides.
 */
async function createTable(db: Kysely<unknown>, table: AnyTable, roles: RoleNames): Promise<void> {
  const own = Object.entries(table.columns).map(([name, { type, nullable }]) =>
    columnOf(name, TYPES[type], nullable === true),
  );
  const added = Object.entries(PROVENANCE_COLUMNS).map(([name, type]) =>
    columnOf(name, type, false),
  );
  const key = sql.join(keyOf(table).map((name) => sql.id(name)));
  await sql`create table ${sql.table(table.name)} (${sql.join([...own, ...added])},
    primary key (${key}))`.execute(db);
  for (const columns of table.indexes ?? []) {
    await sql`create index on ${sql.table(table.name)}
      (${sql.join(columns.map((name) => sql.id(name)))})`.execute(db);
  }
  await secureRows(db, table.name, roles);
}

/** A digest of all that an area's tables are made from. */
export function definitionDigest(area: Area): string {
  const said = JSON.stringify([area.tables, PROVENANCE_COLUMNS, TYPES]);
  return createHash('sha256').update(said).digest('hex');
}

interface Made {
  readonly digest: string;
  readonly tables: readonly string[];
}
type MetaTables = { meta: { key: string; value: unknown } };

async function made(db: Kysely<MetaTables>): Promise<Map<string, Made>> {
  const rows = await db.selectFrom('meta').selectAll().where('key', 'like', 'tables:%').execute();
  // Written by `remember` alone.
  return new Map(rows.map((row) => [row.key.slice('tables:'.length), row.value as Made]));
}

async function remember(db: Kysely<MetaTables>, area: Area): Promise<void> {
  const value = { digest: definitionDigest(area), tables: area.tables.map((table) => table.name) };
  await sql`insert into meta values (${`tables:${area.name}`}, ${JSON.stringify(value)}::jsonb)
    on conflict (key) do update set value = excluded.value`.execute(db);
}

/**
 * Makes the tables of areas that are new or were changed, drops those of areas that changed or
 * went, and says which areas must be replayed from the record. To be run in a transaction.
 */
export async function synchronizeTables(
  given: Kysely<unknown>,
  areas: readonly Area[],
  roles: RoleNames,
): Promise<readonly Area[]> {
  const db = given.withTables<MetaTables>();
  const before = await made(db);
  const changed = areas.filter((area) => before.get(area.name)?.digest !== definitionDigest(area));
  const present = new Set(areas.map((area) => area.name));
  for (const [name, { tables }] of before) {
    if (present.has(name) && !changed.some((area) => area.name === name)) continue;
    for (const table of tables) {
      await sql`drop table if exists ${sql.table(table)}`.execute(given);
    }
    if (!present.has(name)) {
      await db.deleteFrom('meta').where('key', '=', `tables:${name}`).execute();
    }
  }
  for (const area of changed) {
    for (const table of area.tables) await createTable(given, table, roles);
    await remember(db, area);
  }
  return changed;
}
