/** How far long work has come, kept where every process and page can read it. */
import type { Kysely } from 'kysely';
import type { Progress, ToldProgress } from '../kernel/submission.ts';
import type { RecordTables } from './record-tables.ts';

/** Writing it down more often would cost more than anyone can read. */
export const PROGRESS_MILLISECONDS_MIN = 500;

/** Writes progress down in the background, now and then, and always at the end of a task. */
export class ProgressKeeper {
  readonly #db: Kysely<RecordTables>;
  readonly #last = new Map<string, number>();
  #writing: Promise<unknown> = Promise.resolve();

  constructor(db: Kysely<RecordTables>) {
    this.#db = db;
  }

  readonly report = (progress: Progress): void => {
    const now = Date.now();
    const ended = progress.done === progress.total;
    const since = now - (this.#last.get(progress.task) ?? 0);
    if (!ended && since < PROGRESS_MILLISECONDS_MIN) return;
    this.#last.set(progress.task, now);
    this.#writing = this.#writing
      .then(() => this.tell(progress))
      // Work goes on whether or not its progress could be told.
      .catch(() => undefined);
  };

  /** Writes progress down at once: what is recorded after it is seen with it. */
  async tell(progress: Progress): Promise<void> {
    const row = { ...progress, updated_at: new Date().toISOString() };
    await this.#db
      .insertInto('progress')
      .values(row)
      .onConflict((clash) => clash.column('task').doUpdateSet(row))
      .execute();
  }

  /** Waits until all that was reported is written. */
  async settled(): Promise<void> {
    await this.#writing;
  }
}

/** The last reported progress of each task, most recent first. */
export async function readProgress(db: Kysely<RecordTables>): Promise<ToldProgress[]> {
  return db
    .selectFrom('progress')
    .select(['task', 'done', 'total', 'updated_at as toldAt'])
    .orderBy('updated_at', 'desc')
    .execute();
}
