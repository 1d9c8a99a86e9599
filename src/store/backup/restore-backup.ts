/**
 * Fills the database of a node that has signed nothing yet from a backup, and leaves it waiting: it
 * signs nothing before it has asked its peers for its own streams.
 */
import type pg from 'pg';
import type { Waiting } from '../standing.ts';
import { type BackupHeader, readBackup } from './backup-file.ts';
import { keptTables, migrationsOf, nameInSql } from './kept-tables.ts';

const META = 'public.meta';
const ROWS_AT_ONCE = 200;
const BYTES_AT_ONCE = 8 * 1024 * 1024;

const nothing = async (): Promise<void> => undefined;

/** What a backup is, and its key files by name; its rows are read to see that it is whole. */
export async function checkBackup(
  file: string,
): Promise<{ header: BackupHeader; files: ReadonlyMap<string, Uint8Array> }> {
  const headers: BackupHeader[] = [];
  const files = new Map<string, Uint8Array>();
  await readBackup(file, {
    header: async (header) => {
      headers.push(header);
    },
    table: nothing,
    row: nothing,
    file: async (name, bytes) => {
      files.set(name, bytes);
    },
  });
  const [header] = headers;
  if (!header) throw new Error(`${file} is empty`);
  return { header, files };
}

/** Fills one table after another, some rows at once. */
class Filling {
  readonly #client: pg.Client;
  #table: string | null = null;
  #rows: string[] = [];
  #sizeBytes = 0;

  constructor(client: pg.Client) {
    this.#client = client;
  }

  async begin(table: string): Promise<void> {
    await this.flush();
    this.#table = table;
  }

  async add(row: string): Promise<void> {
    this.#rows.push(row);
    this.#sizeBytes += row.length;
    if (this.#rows.length >= ROWS_AT_ONCE || this.#sizeBytes >= BYTES_AT_ONCE) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.#rows.length === 0 || this.#table === null) return;
    const name = nameInSql(this.#table);
    const all = `[${this.#rows.join(',')}]`;
    [this.#rows, this.#sizeBytes] = [[], 0];
    await this.#client.query(
      `insert into ${name} overriding system value
        select * from json_populate_recordset(null::${name}, $1::json)`,
      [all],
    );
  }
}

/** Numbers that the database gives by itself go on after those that were restored. */
async function advanceSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; column: string }>(`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name,
      column_name as "column"
    from information_schema.columns where is_identity = 'YES'`);
  for (const { name, column } of rows) {
    await client.query(`select setval(pg_get_serial_sequence('${name}', '${column}'),
      greatest((select max("${column}") from ${name}), 1))`);
  }
}

/** What the database adds by itself as rows come in is among the rows of the backup already. */
async function setTriggers(
  client: pg.Client,
  tables: ReadonlySet<string>,
  how: 'enable' | 'disable',
): Promise<void> {
  for (const table of tables) {
    await client.query(`alter table ${nameInSql(table)} ${how} trigger user`);
  }
}

function sameMigrations(file: string, header: BackupHeader, here: readonly string[]): void {
  if (header.migrations.join(' ') === here.join(' ')) return;
  throw new Error(
    `${file} was made by another version (${header.migrations.join(', ')}), ` +
      `and this one has ${here.join(', ')}: restore it with the version that made it, then update.`,
  );
}

/**
 * Fills the tables, all or none. They have been made, and hold nothing worth keeping; those of the
 * areas are to be rebuilt afterwards.
 */
export async function restoreBackup(client: pg.Client, file: string, now: Date): Promise<void> {
  const tables = new Set(await keptTables(client));
  const filling = new Filling(client);
  await client.query('begin');
  const whole = [...tables].filter((name) => name !== META);
  await client.query(`truncate ${whole.map(nameInSql).join(', ')} cascade`);
  await setTriggers(client, tables, 'disable');
  // The rest of it tells of the tables that were made here.
  await client.query(`delete from meta where key like 'mark:%'`);
  let madeAt: string | null = null;
  await readBackup(file, {
    async header(header) {
      sameMigrations(file, header, await migrationsOf(client));
      madeAt = header.madeAt;
    },
    async table(name) {
      if (!tables.has(name)) throw new Error(`this version makes no table ${name}`);
      await filling.begin(name);
    },
    row: (row) => filling.add(row),
    file: nothing,
  });
  await filling.flush();
  await setTriggers(client, tables, 'enable');
  await advanceSequences(client);
  const waiting: Waiting = {
    why: 'restored',
    since: now.toISOString(),
    backupAt: madeAt,
    behind: [],
  };
  await client.query(
    `insert into meta values ('mark:waiting', to_jsonb($1::text))
      on conflict (key) do update set value = excluded.value`,
    [JSON.stringify(waiting)],
  );
  await client.query('commit');
}
