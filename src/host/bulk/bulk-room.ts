/**
 * Keeps the public record as files, made anew when somebody asks and the record has moved. Whoever
 * asks meanwhile is given the files before, or told how far the work has come.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { logIncident } from '../log.ts';
import { totalOf } from '../position.ts';
import type { Services } from '../services.ts';
import { ANYONE } from '../viewer.ts';
import { type Snapshot, writeSnapshot } from './snapshot.ts';

/** Files are not made again sooner: on a busy node they would never be done. */
export const FRESH_MILLISECONDS = 5 * 60_000;
/** So long somebody waits; a record that takes longer is told of with its progress. */
const WAIT_MILLISECONDS = 15_000;

export interface Making {
  readonly done: number;
  readonly total: number;
}

interface Made {
  readonly snapshot: Snapshot;
  readonly mark: string;
  readonly at: number;
}

type Serving = Pick<Services, 'store' | 'areas' | 'position' | 'now' | 'log'>;

export class BulkRoom {
  readonly #services: Serving;
  #root: string | null = null;
  #made: Made | null = null;
  #work: Promise<void> | null = null;
  #making: Making = { done: 0, total: 0 };
  #count = 0;

  constructor(services: Serving) {
    this.#services = services;
  }

  /** The files, or how far their making has come. */
  async ask(): Promise<Snapshot | Making> {
    const mark = await this.#services.position.mark();
    if (!this.#isFresh(mark)) {
      this.#work ??= this.#make(mark).finally(() => {
        this.#work = null;
      });
      if (this.#made === null) {
        const ended = new AbortController();
        const { signal } = ended;
        const wait = setTimeout(WAIT_MILLISECONDS, undefined, { signal, ref: false });
        await Promise.race([this.#work, wait.catch(() => undefined)]);
        ended.abort();
      }
    }
    return this.#made?.snapshot ?? this.#making;
  }

  #isFresh(mark: string): boolean {
    if (this.#made === null) return false;
    const age = this.#services.now().getTime() - this.#made.at;
    return this.#made.mark === mark || age < FRESH_MILLISECONDS;
  }

  async #make(mark: string): Promise<void> {
    const { store, areas, position, now, log } = this.#services;
    try {
      this.#root ??= await mkdtemp(join(tmpdir(), 'concord-export-'));
      const folder = join(this.#root, String(this.#count++));
      await mkdir(folder);
      const total = totalOf(await position.counts(ANYONE));
      const at = now().getTime();
      const snapshot = await store.read(ANYONE, (query) =>
        writeSnapshot(query, folder, areas, (done) => {
          this.#making = { done, total };
        }),
      );
      const before = this.#made;
      this.#made = { snapshot, mark, at };
      // Who is reading a file of before reads it to its end.
      if (before) await rm(before.snapshot.folder, { recursive: true, force: true });
    } catch (error) {
      logIncident(log, error, 'the public record as files');
    }
  }

  /** Waits for what is being made, and takes all files away. */
  async close(): Promise<void> {
    await this.#work;
    if (this.#root !== null) await rm(this.#root, { recursive: true, force: true });
  }
}

/** Whether the files are there. */
export function isSnapshot(given: Snapshot | Making): given is Snapshot {
  return 'files' in given;
}
