/**
 * How far the node's own streams have gone, in a file beside the database: so that a database that
 * was put back by hand is found to be older than what it signed, before it signs that place again.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { inTurnAtFile } from './file-turn.ts';
import type { Behind } from './standing.ts';
import type { RecordTables } from './record-tables.ts';

/** The file is written no more often than this; what was signed since is not in it yet. */
export const WRITTEN_EVERY_MILLISECONDS = 2000;

const LOOKS_AT_CLOSE_MAX = 10;
const PAUSE_AT_CLOSE_MILLISECONDS = 50;

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

/** Written whole under a name of its own, so that two processes never write into one file. */
async function writeMarks(file: string, marks: Marks): Promise<void> {
  const part = `${file}.${randomUUID()}.part`;
  const handle = await open(part, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(Object.fromEntries(marks))}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(part, file);
}

/** What this process has to say that the file may not hold yet. */
class Unwritten {
  readonly #file: string;
  readonly #noted: Marks = new Map();
  readonly #forgotten = new Set<string>();

  constructor(file: string) {
    this.#file = file;
  }

  get isEmpty(): boolean {
    return this.#noted.size === 0 && this.#forgotten.size === 0;
  }

  note(stream: string, mark: { readonly seq: number; readonly last: string }): void {
    this.#noted.set(stream, mark);
  }

  forget(stream: string): void {
    this.#noted.delete(stream);
    this.#forgotten.add(stream);
  }

  /** Adds to the file what it does not hold; says whether it had to, and is to look once more. */
  write(): Promise<boolean> {
    return inTurnAtFile(this.#file, () => this.#writeAlone());
  }

  async #writeAlone(): Promise<boolean> {
    const marks = readMarks(this.#file);
    for (const stream of this.#forgotten) marks.delete(stream);
    for (const [stream, mark] of this.#noted) {
      if ((marks.get(stream)?.seq ?? 0) < mark.seq) marks.set(stream, mark);
      else if (!this.#forgotten.has(stream)) this.#noted.delete(stream);
    }
    if (this.isEmpty) return false;
    this.#forgotten.clear();
    await writeMarks(this.#file, marks);
    return true;
  }
}

/**
 * Opens the marks in a file, made at the first note. Several processes of a node share the file:
 * each adds what it has signed.
 */
export function openHighWater(
  file: string,
  everyMilliseconds: number = WRITTEN_EVERY_MILLISECONDS,
): HighWater {
  const marks = readMarks(file);
  const unwritten = new Unwritten(file);
  let timer: NodeJS.Timeout | null = null;
  let writing = Promise.resolve();
  let fault: unknown = null;
  const later = (): void => {
    timer ??= setTimeout(write, everyMilliseconds);
    timer.unref();
  };
  const write = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
    writing = writing
      .then(() => unwritten.write())
      .then((wrote) => {
        if (wrote) later();
      })
      .catch((error: unknown) => {
        fault = error;
      });
  };
  return {
    known: marks,
    note(stream, seq, last) {
      if ((marks.get(stream)?.seq ?? 0) >= seq) return;
      marks.set(stream, { seq, last });
      unwritten.note(stream, { seq, last });
      later();
    },
    forget(streams) {
      for (const stream of streams) {
        marks.delete(stream);
        unwritten.forget(stream);
      }
      write();
    },
    async close() {
      await writing;
      // Several processes may be told to stop at once, and write at once.
      for (let look = 0; look < LOOKS_AT_CLOSE_MAX && !unwritten.isEmpty; look++) {
        if (look > 0) await delay(Math.random() * PAUSE_AT_CLOSE_MILLISECONDS);
        write();
        await writing;
      }
      if (timer) clearTimeout(timer);
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
