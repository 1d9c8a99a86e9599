/**
 * A replica that questions are read from. It lags behind by moments, so it is read only where it
 * holds all that this process knows to have been admitted; else, and where it is away, the primary
 * is. Row security holds there as here: roles and policies come with the rows.
 */
import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import { type ConnectionSettings, openPool } from './connection.ts';
import type { RecordTables } from './record-tables.ts';

type Db = Kysely<RecordTables>;

/** Whether the replica is read: it keeps up, it is too far behind, or it does not answer. */
export type ReplicaState = 'serving' | 'behind' | 'away';

export interface ReplicaSettings {
  readonly connection: ConnectionSettings;
  /** A replica that is further behind is not read until it has caught up. */
  readonly lagSecondsMax: number;
  /** Hears when it comes to be read, and when it no longer is. */
  readonly report?: (state: ReplicaState) => void;
}

/** How long a question waits for what was just admitted to come to the replica. */
export const CATCH_UP_MILLISECONDS = 250;
const STEP_MILLISECONDS = 5;
export const REPLICA_LOOK_MILLISECONDS = 500;
const ANSWER_MILLISECONDS_MAX = 3000;
/** PostgreSQL's classes of faults that tell of the server and not of the question. */
const SERVER_FAULTS = /^(08|28|3D|40|53|55|57P)/;

/** What the driver says of connections that are cut or silent, which has no code. */
const CONNECTION_FAULTS =
  /^(Connection terminated|timeout exceeded|Query read timeout|Client (has|was))/;

/** Whether the fault is the replica's own, so that the same question may be asked elsewhere. */
export function isOfReplica(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return SERVER_FAULTS.test(error.code ?? '');
  if (!(error instanceof Error)) return false;
  const ofSocket = 'syscall' in error || ('code' in error && error.code === 'ECONNRESET');
  return ofSocket || CONNECTION_FAULTS.test(error.message);
}

async function flushedIn(primary: Db): Promise<number> {
  const { rows } = await sql<{ at: number }>`
    select (pg_current_wal_flush_lsn() - '0/0'::pg_lsn)::float8 as at`.execute(primary);
  return rows[0]?.at ?? 0;
}

/** How far it has come; null where it is a server of its own and follows nobody. */
async function replayedIn(replica: Db): Promise<number | null> {
  const { rows } = await sql<{ at: number | null }>`
    select case when pg_is_in_recovery()
      then (pg_last_wal_replay_lsn() - '0/0'::pg_lsn)::float8 end as at`.execute(replica);
  return rows[0]?.at ?? null;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

async function inTime<Value>(asked: Promise<Value>): Promise<Value> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), ANSWER_MILLISECONDS_MAX);
  const lateness = new Promise<never>((_, reject) => {
    late.signal.addEventListener('abort', () => reject(new Error('the replica does not answer')));
  });
  try {
    return await Promise.race([asked, lateness]);
  } finally {
    clearTimeout(timer);
  }
}

export class Replica {
  readonly db: Db;
  readonly #primary: Db;
  readonly #settings: ReplicaSettings;
  readonly #timer: NodeJS.Timeout;
  #state: ReplicaState = 'away';
  /** Places in the primary's log: what must have come over, and what has. */
  #needed = Number.POSITIVE_INFINITY;
  #replayed = -1;
  /** Where the primary was at the last looks, as far as the replica has not come there. */
  #awaited: { readonly place: number; readonly at: number }[] = [];
  #looking: Promise<void> | null = null;
  #asking: Promise<void> | null = null;

  constructor(settings: ReplicaSettings, primary: Db) {
    this.#settings = settings;
    this.#primary = primary;
    this.db = openPool<RecordTables>(settings.connection, 'replica').db;
    this.#timer = setInterval(() => void this.look(), REPLICA_LOOK_MILLISECONDS).unref();
  }

  get state(): ReplicaState {
    return this.#state;
  }

  /** Has all that is admitted by now seen by whoever asks from here on. */
  async need(): Promise<void> {
    try {
      const place = await flushedIn(this.#primary);
      this.#needed = Number.isFinite(this.#needed) ? Math.max(this.#needed, place) : place;
    } catch {
      // What is not known to have come over is read from the primary, when it is back.
      this.#needed = Number.POSITIVE_INFINITY;
    }
  }

  /** Whether to read from it now; waits a little for what was just admitted. */
  async isReady(): Promise<boolean> {
    const until = performance.now() + CATCH_UP_MILLISECONDS;
    while (this.#state === 'serving' && Number.isFinite(this.#needed)) {
      if (this.#replayed >= this.#needed) return true;
      if (performance.now() > until) return false;
      await this.#ask();
      if (this.#replayed < this.#needed) await pause(STEP_MILLISECONDS);
    }
    return false;
  }

  /** It failed to answer; it is read again when it answers. */
  lost(): void {
    this.#become('away');
  }

  /** Looks where both are. One look at a time. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  async #look(): Promise<void> {
    const now = performance.now();
    const place = await flushedIn(this.#primary).catch(() => null);
    // Where the primary is away, the replica has all there is to be had.
    if (place !== null) {
      this.#awaited.push({ place, at: now });
      if (!Number.isFinite(this.#needed)) this.#needed = place;
    }
    if (await this.#ask()) this.#judge();
  }

  /** Asks how far it has come, once for all who want to know; says whether it answered. */
  async #ask(): Promise<boolean> {
    this.#asking ??= this.#askOnce().finally(() => {
      this.#asking = null;
    });
    await this.#asking;
    return this.#replayed >= 0;
  }

  async #askOnce(): Promise<void> {
    const at = await inTime(replayedIn(this.db)).catch(() => null);
    this.#replayed = at ?? -1;
    if (at === null) this.#become('away');
  }

  #judge(): void {
    this.#awaited = this.#awaited.filter(({ place }) => place > this.#replayed);
    const [oldest] = this.#awaited;
    const lagMilliseconds = oldest ? performance.now() - oldest.at : 0;
    this.#become(lagMilliseconds > this.#settings.lagSecondsMax * 1000 ? 'behind' : 'serving');
  }

  #become(state: ReplicaState): void {
    if (state === this.#state) return;
    this.#state = state;
    if (state === 'away') this.#awaited = [];
    this.#settings.report?.(state);
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
    await this.#asking;
    await this.db.destroy();
  }
}
