/**
 * Work to be done later, in a table: several processes take from it without getting in each other's
 * way, and what a process was doing when it died is taken up by another after a while.
 */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { type Kysely, sql } from 'kysely';
import { own } from '../kernel/own.ts';
import type { RecordTables } from './record-tables.ts';

export const JOB_ATTEMPTS_MAX = 5;
/** A job that nobody has said to be at for this long was lost with its process. */
export const JOB_LEASE_SECONDS = 60;
/** Who does a job says so this often, however long it takes. */
export const JOB_RENEWAL_MILLISECONDS = 15_000;
export const JOB_POLLING_MILLISECONDS = 1000;
/** After the n-th failure a job waits n² times as long. */
export const JOB_PAUSE_SECONDS = 2;
const FAULT_CHARACTERS_MAX = 2000;

export interface Job {
  readonly id: number;
  readonly kind: string;
  readonly payload: unknown;
  /** How often it was begun, this time included. */
  readonly attempts: number;
}

/** Does a job; throws where it is to be tried again. May run twice, so it must bear that. */
export type JobHandler = (job: Job) => Promise<void>;

export interface Jobs {
  /** Puts a job down, to be done from the instant on (ISO, absent: now); gives its id. */
  add(kind: string, payload: unknown, runAfter?: string): Promise<number>;
  /** Does jobs of the handlers' kinds one after another, until it is stopped. */
  run(handlers: Readonly<Record<string, JobHandler>>): { stop(): Promise<void> };
  /** Does the next job that is due, if there is one; says whether there was. */
  runNext(handlers: Readonly<Record<string, JobHandler>>): Promise<boolean>;
}

type Db = Kysely<RecordTables>;

/** Numbers of processes come again, in containers even at once on one host's name. */
const WORKER = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;

async function take(db: Db, kinds: readonly string[]): Promise<Job | null> {
  const { rows } = await sql<Job>`
    update jobs set locked_by = ${WORKER}, locked_at = now(), attempts = attempts + 1
    where id = (
      select id from jobs
      where done_at is null and failed_at is null and run_after <= now()
        and kind = any(${kinds}::text[])
        and (locked_at is null or locked_at < now() - ${JOB_LEASE_SECONDS} * interval '1 second')
      order by run_after, id limit 1 for update skip locked
    )
    returning id, kind, payload, attempts`.execute(db);
  return rows[0] ?? null;
}

/** Only who has it still: what was lost meanwhile is another's to end. */
const held = (job: Job) =>
  sql`id = ${job.id} and locked_by = ${WORKER} and attempts = ${job.attempts}`;

async function setDone(db: Db, job: Job): Promise<void> {
  await sql`update jobs set done_at = now(), locked_by = null, locked_at = null, fault = null
    where ${held(job)}`.execute(db);
}

/** Keeps the job as long as the work takes, so that no other process begins it meanwhile. */
async function keepWhile(db: Db, job: Job, work: () => Promise<void> | undefined): Promise<void> {
  const timer = setInterval(() => {
    const renewal = sql`update jobs set locked_at = now() where ${held(job)}`.execute(db);
    // The database may be away; the next renewal comes in time.
    renewal.catch(() => undefined);
  }, JOB_RENEWAL_MILLISECONDS);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
}

/** Tries again later, or gives up after the last attempt; the fault is kept for people to read. */
async function setFault(db: Db, job: Job, error: unknown): Promise<void> {
  const fault = String(error).replaceAll('\0', '').slice(0, FAULT_CHARACTERS_MAX);
  const seconds = JOB_PAUSE_SECONDS * job.attempts ** 2;
  const gaveUp = job.attempts >= JOB_ATTEMPTS_MAX;
  await sql`update jobs set fault = ${fault}, locked_by = null, locked_at = null,
      run_after = now() + ${seconds} * interval '1 second',
      failed_at = case when ${gaveUp} then now() end
    where ${held(job)}`.execute(db);
}

/** The jobs of a database. */
export function jobsOf(db: Db): Jobs {
  const runNext: Jobs['runNext'] = async (handlers) => {
    const job = await take(db, Object.keys(handlers));
    if (!job) return false;
    try {
      await keepWhile(db, job, () => own(handlers, job.kind)?.(job));
    } catch (error) {
      await setFault(db, job, error);
      return true;
    }
    await setDone(db, job);
    return true;
  };
  return {
    add: async (kind, payload, runAfter) => {
      const { rows } = await sql<{ id: number }>`
        insert into jobs (kind, payload, run_after)
        values (${kind}, ${JSON.stringify(payload)}::jsonb, coalesce(${runAfter ?? null}, now()))
        returning id`.execute(db);
      const [row] = rows;
      if (!row) throw new Error('the job was not put down');
      return row.id;
    },
    runNext,
    run: (handlers) => keepRunning(() => runNext(handlers)),
  };
}

/** Runs a step as long as there is work, then looks again every so often. */
function keepRunning(step: () => Promise<boolean>): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      // The database may be away; the jobs wait there.
      const worked = await step().catch(() => false);
      if (!worked) await pause(JOB_POLLING_MILLISECONDS, stopping.signal);
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, milliseconds).unref();
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
