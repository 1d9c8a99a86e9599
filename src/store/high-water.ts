/**
 * How far the node's own streams have gone, in a file beside the database: so that a database that
 * was put back by hand is found to be older than what it signed, before it signs that place again.
 */
import { readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { Behind } from './standing.ts';
import type { RecordTables } from './record-tables.ts';

/** The file is written no more often than this; what was signed since is not in it yet. */
export const WRITTEN_EVERY_MILLISECONDS = 2000;

const File = z.record(z.string(), z.object({ seq: z.int(), last: z.string() }));
type Marks = Map<string, { readonly seq: number; readonly last: string }>;

/** Where streams are noted as they grow. */
export interface HighWater {
  readonly known: ReadonlyMap<string, { readonly seq: number; readonly last: string }>;
  note(stream: string, seq: number, last: string): void;
  /** Forgets streams that are given up as they were known: they go on from where they are. */
  forget(streams: readonly string[]): void;
  /** Writes what is noted, for good. */
  close(): Promise<void>;
}

function readMarks(file: string): Marks {
  try {
    return new Map(Object.entries(File.parse(JSON.parse(readFileSync(file, 'utf8')))));
  } catch (error) {
    // A file that is not there yet knows nothing; one that cannot be read is a fault to be seen.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Map();
    throw new Error(`${file} does not say how far the streams went: remove it`, { cause: error });
  }
}

async function writeMarks(file: string, marks: Marks): Promise<void> {
  const handle = await open(`${file}.part`, 'w', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(Object.fromEntries(marks))}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.part`, file);
}

/** Opens the marks in a file, made at the first note. */
export function openHighWater(
  file: string,
  everyMilliseconds: number = WRITTEN_EVERY_MILLISECONDS,
): HighWater {
  const marks = readMarks(file);
  let timer: NodeJS.Timeout | null = null;
  let writing = Promise.resolve();
  let fault: unknown = null;
  const write = (): void => {
    timer = null;
    writing = writing
      .then(() => writeMarks(file, marks))
      .catch((error: unknown) => {
        fault = error;
      });
  };
  return {
    known: marks,
    note(stream, seq, last) {
      if ((marks.get(stream)?.seq ?? 0) >= seq) return;
      marks.set(stream, { seq, last });
      timer ??= setTimeout(write, everyMilliseconds);
      timer.unref();
    },
    forget(streams) {
      for (const stream of streams) marks.delete(stream);
      write();
    },
    async close() {
      if (timer) {
        clearTimeout(timer);
        write();
      }
      await writing;
      if (fault !== null) throw new Error(`${file} could not be written`, { cause: fault });
    },
  };
}

/** The streams that the database holds less of, or otherwise, than the marks say. */
export async function streamsBehind(
  db: Kysely<RecordTables>,
  known: HighWater['known'],
): Promise<Behind> {
  if (known.size === 0) return [];
  const marks = [...known].map(([stream, { seq, last }]) => ({ stream, seq, last }));
  const { rows } = await sql<{ stream: string; seq: number }>`
    select marked.stream, marked.seq from
      json_to_recordset(${JSON.stringify(marks)}::json)
        as marked (stream text, seq bigint, last text)
      left join acts on acts.id = marked.last
    where acts.id is null order by marked.stream`.execute(db);
  return rows;
}
