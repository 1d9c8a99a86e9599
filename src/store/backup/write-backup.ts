/** Writes a backup of a node, running or not: one moment of its tables, and its key files. */
import { createHash } from 'node:crypto';
import { open, readFile, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { BACKUP_FORMAT, type BackupHeader, rowLine } from './backup-file.ts';
import { keptTables, migrationsOf, rowsKept } from './kept-tables.ts';

/** Rows in memory at once; of documents, which may be large, one. */
const ROWS_AT_ONCE = 50;

export interface BackingUp {
  /** As the owner of the database; used for nothing else meanwhile. */
  readonly client: pg.Client;
  readonly operator: string;
  readonly network: string;
  /** The folder of the node's key files. */
  readonly keysFolder: string;
  readonly now: () => Date;
}

async function headerOf({ client, operator, network, now }: BackingUp): Promise<BackupHeader> {
  const { rows } = await client.query<{ ledger: string }>(
    'select coalesce(max(ledger), 0)::text as ledger from admissions',
  );
  return {
    format: BACKUP_FORMAT,
    madeAt: now().toISOString(),
    operator,
    network,
    ledger: Number(rows[0]?.ledger ?? 0),
    migrations: await migrationsOf(client),
  };
}

async function* tableLines(client: pg.Client, table: string): AsyncGenerator<string> {
  yield JSON.stringify({ table });
  const atOnce = table.endsWith('.attachments') ? 1 : ROWS_AT_ONCE;
  await client.query(`declare kept no scroll cursor for
    select row_to_json(one)::text as row from (${rowsKept(table)}) as one`);
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${atOnce} from kept`);
    for (const { row } of rows) yield rowLine(row);
    if (rows.length === 0) break;
  }
  await client.query('close kept');
}

async function* keyLines(folder: string): AsyncGenerator<string> {
  // A key is on the disk before the record names it, so what is read last lacks none.
  for (const file of (await readdir(folder)).toSorted()) {
    if (file.endsWith('.part')) continue;
    const bytes = await readFile(join(folder, file));
    yield JSON.stringify({ file, bytes: bytes.toString('base64') });
  }
}

async function* linesOf(given: BackingUp): AsyncGenerator<string> {
  const { client, keysFolder } = given;
  yield JSON.stringify(await headerOf(given));
  for (const table of await keptTables(client)) yield* tableLines(client, table);
  yield* keyLines(keysFolder);
}

async function* sealed(lines: AsyncGenerator<string>): AsyncGenerator<string> {
  const digest = createHash('sha256');
  let rows = 0;
  for await (const line of lines) {
    digest.update(`${line}\n`);
    if (line.startsWith('{"row":')) rows += 1;
    yield `${line}\n`;
  }
  yield `${JSON.stringify({ sha256: digest.digest('hex'), rows })}\n`;
}

/** Writes the backup under a name: whole or not at all, to the disk, for its owner's eyes only. */
export async function writeBackup(given: BackingUp, file: string): Promise<void> {
  const { client } = given;
  const handle = await open(`${file}.part`, 'w', 0o600);
  try {
    // One moment for all tables, whatever is recorded meanwhile.
    await client.query('begin transaction isolation level repeatable read, read only');
    await pipeline(
      Readable.from(sealed(linesOf(given))),
      createGzip(),
      async (chunks: AsyncIterable<Buffer>) => {
        for await (const chunk of chunks) await handle.appendFile(chunk);
      },
    );
    await client.query('commit');
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.part`, file);
}
