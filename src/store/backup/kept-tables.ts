/** Which tables a backup holds: all but those that are made again, or are of the moment. */
import type pg from 'pg';
import { own } from '../../kernel/own.ts';

const LEFT_OUT: ReadonlySet<string> = new Set([
  'public.kysely_migration',
  'public.kysely_migration_lock',
  'public.progress',
  // Whoever was signed in signs in again; links that were on their way are asked for again.
  'sign_in.session',
  'sign_in.verification',
  'sign_in.first_link',
]);

/** Of some tables only part is kept. */
const KEPT: Readonly<Record<string, string>> = {
  // What tells of tables that are made again is made with them.
  'public.meta': `select * from public.meta where key like 'mark:%'`,
  'public.jobs': `select * from public.jobs where done_at is null and failed_at is null`,
};

const quoted = (table: string): string =>
  table
    .split('.')
    .map((name) => `"${name}"`)
    .join('.');

/** The table's name as SQL writes it. */
export const nameInSql = quoted;

/** The query for the rows of a table that are kept. */
export const rowsKept = (table: string): string =>
  own(KEPT, table) ?? `select * from ${quoted(table)}`;

/** The migrations that the record's tables have gone through, by name. */
export async function migrationsOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'select name from kysely_migration order by name',
  );
  return rows.map(({ name }) => name);
}

/** Tables that hold what others refer to come first. */
function inOrder(tables: readonly string[], needs: ReadonlyMap<string, string[]>): string[] {
  const done: string[] = [];
  let left = [...tables];
  while (left.length > 0) {
    const ready = left.filter((table) =>
      (needs.get(table) ?? []).every((one) => one === table || !left.includes(one)),
    );
    if (ready.length === 0) throw new Error(`tables refer to each other: ${left.join(', ')}`);
    done.push(...ready);
    left = left.filter((table) => !ready.includes(table));
  }
  return done;
}

const ALL = `
  select space.nspname || '.' || one.relname as name from pg_class one
    join pg_namespace space on space.oid = one.relnamespace
  where one.relkind = 'r' and space.nspname <> 'information_schema'
    and space.nspname not like 'pg\\_%'
  order by 1`;

const DISPOSABLE = `
  select 'public.' || jsonb_array_elements_text(value -> 'tables') as name from meta
  where key like 'tables:%'`;

const REFERENCES = `
  select from_space.nspname || '.' || from_table.relname as name,
    to_space.nspname || '.' || to_table.relname as needs
  from pg_constraint
    join pg_class from_table on from_table.oid = conrelid
    join pg_namespace from_space on from_space.oid = from_table.relnamespace
    join pg_class to_table on to_table.oid = confrelid
    join pg_namespace to_space on to_space.oid = to_table.relnamespace
  where contype = 'f'`;

/** The tables that a backup of this database holds, in an order in which they can be filled. */
export async function keptTables(client: pg.Client): Promise<string[]> {
  const namesIn = async (query: string): Promise<string[]> =>
    (await client.query<{ name: string }>(query)).rows.map(({ name }) => name);
  const disposable = new Set(await namesIn(DISPOSABLE));
  const all = (await namesIn(ALL)).filter((name) => !disposable.has(name) && !LEFT_OUT.has(name));
  const needs = new Map<string, string[]>();
  const { rows } = await client.query<{ name: string; needs: string }>(REFERENCES);
  for (const { name, needs: other } of rows) needs.set(name, [...(needs.get(name) ?? []), other]);
  return inOrder(all, needs);
}
