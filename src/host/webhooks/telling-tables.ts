/** Webhooks of offices, and what was told to whom about notices: apart from the record. */
import type pg from 'pg';
import { inTurnOn } from '../../store/in-turn.ts';

export const WEBHOOKS_SCHEMA = 'webhooks';
/** Any number that nothing else locks: two processes that start together migrate in turn. */
const MIGRATION_LOCK = 8_400_020;
export const HOOKS_MAX = 500;
export const TELLINGS_SHOWN_MAX = 200;
/** After so many attempts a telling is given up, and its fault stays to be seen. */
export const ATTEMPTS_MAX = 10;
/** Between the first two attempts; each further pause is twice as long, up to an hour. */
export const PAUSE_SECONDS = 30;
export const PAUSE_SECONDS_MAX = 3600;

const TABLES = `
  create schema if not exists ${WEBHOOKS_SCHEMA};
  create table if not exists ${WEBHOOKS_SCHEMA}.hook (
    id uuid primary key default gen_random_uuid(),
    office text not null,
    url text not null,
    secret text not null,
    added_at timestamptz not null default now(),
    added_by text not null,
    ended_at timestamptz
  );
  create unique index if not exists hook_once on ${WEBHOOKS_SCHEMA}.hook (office, url)
    where ended_at is null;
  create table if not exists ${WEBHOOKS_SCHEMA}.telling (
    notice text not null,
    addressee text not null,
    step integer not null,
    office text not null,
    way text not null,
    target uuid not null,
    due_at text not null,
    queued_at timestamptz not null default now(),
    next_at timestamptz not null default now(),
    attempts integer not null default 0,
    sent_at timestamptz,
    failed_at timestamptz,
    fault text,
    primary key (notice, addressee, step, way, target)
  );
  create index if not exists telling_next on ${WEBHOOKS_SCHEMA}.telling (next_at)
    where sent_at is null and failed_at is null;
`;

/** Makes the tables where they are missing, one process at a time. */
export const migrateWebhooks = (pool: pg.Pool): Promise<void> =>
  inTurnOn(pool, MIGRATION_LOCK, (client) => client.query(TABLES));

/** An address that is called when an office is to be told of something. */
export interface Hook {
  readonly id: string;
  readonly office: string;
  readonly url: string;
  readonly addedAt: Date;
}

/** The hooks that are in use, by office. */
export async function hooksIn(pool: pg.Pool): Promise<Hook[]> {
  const { rows } = await pool.query<Hook>(
    `select id, office, url, added_at as "addedAt" from ${WEBHOOKS_SCHEMA}.hook
     where ended_at is null order by office, url limit ${HOOKS_MAX}`,
  );
  return rows;
}

/** A hook that is in use with its secret; null where it ended meanwhile. */
export async function hookOf(
  pool: pg.Pool,
  id: string,
): Promise<(Hook & { readonly secret: string }) | null> {
  const { rows } = await pool.query<Hook & { secret: string }>(
    `select id, office, url, secret, added_at as "addedAt" from ${WEBHOOKS_SCHEMA}.hook
     where id = $1 and ended_at is null`,
    [id],
  );
  return rows[0] ?? null;
}

/** Adds a hook; false where the office has it already, or there are too many. */
export async function addHook(
  pool: pg.Pool,
  given: { office: string; url: string; secret: string; by: string },
): Promise<boolean> {
  const { office, url, secret, by } = given;
  const { rowCount } = await pool.query(
    `insert into ${WEBHOOKS_SCHEMA}.hook (office, url, secret, added_by)
     select $1, $2, $3, $4
     where (select count(*) from ${WEBHOOKS_SCHEMA}.hook where ended_at is null) < ${HOOKS_MAX}
     on conflict do nothing`,
    [office, url, secret, by],
  );
  return rowCount === 1;
}

/** Nothing more is told there; what was told stays on file. */
export async function endHook(pool: pg.Pool, id: string): Promise<void> {
  await pool.query(`update ${WEBHOOKS_SCHEMA}.hook set ended_at = now() where id = $1`, [id]);
}

export type Way = 'mail' | 'webhook';

/** That one office is told of one addressee's silence, at one address. */
export interface Telling {
  readonly notice: string;
  readonly addressee: string;
  readonly step: number;
  readonly office: string;
  readonly way: Way;
  /** The id of the hook, or of the address. */
  readonly target: string;
  readonly dueAt: string;
}

/** Puts tellings down, each once. */
export async function queueTellings(pool: pg.Pool, all: readonly Telling[]): Promise<void> {
  for (const one of all) {
    await pool.query(
      `insert into ${WEBHOOKS_SCHEMA}.telling
         (notice, addressee, step, office, way, target, due_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [one.notice, one.addressee, one.step, one.office, one.way, one.target, one.dueAt],
    );
  }
}

const TELLING = 'notice, addressee, step, office, way, target, due_at as "dueAt"';
const PENDING = 'sent_at is null and failed_at is null';

/**
 * Takes the next telling whose time has come, and sets the time of the attempt after it; so what a
 * process was doing when it died is tried again by another.
 */
export async function takeTelling(
  pool: pg.Pool,
): Promise<(Telling & { readonly attempts: number }) | null> {
  const { rows } = await pool.query<Telling & { attempts: number }>(
    `update ${WEBHOOKS_SCHEMA}.telling set attempts = attempts + 1,
       next_at = now() + interval '1 second'
         * least(${PAUSE_SECONDS_MAX}, ${PAUSE_SECONDS} * power(2, attempts))
     where (notice, addressee, step, way, target) in (
       select notice, addressee, step, way, target from ${WEBHOOKS_SCHEMA}.telling
       where ${PENDING} and next_at <= now()
       order by next_at limit 1 for update skip locked
     )
     returning ${TELLING}, attempts`,
  );
  return rows[0] ?? null;
}

/** What became of a telling: told, not needed any more, or a fault that may be the last. */
export type Outcome = { readonly sent: true } | { readonly fault: string; readonly last: boolean };

/** Writes down what became of a telling. */
export async function setTelling(pool: pg.Pool, one: Telling, outcome: Outcome): Promise<void> {
  const key = [one.notice, one.addressee, one.step, one.way, one.target];
  const where = 'notice = $1 and addressee = $2 and step = $3 and way = $4 and target = $5';
  if ('sent' in outcome) {
    await pool.query(
      `update ${WEBHOOKS_SCHEMA}.telling set sent_at = now(), fault = null where ${where}`,
      key,
    );
    return;
  }
  await pool.query(
    `update ${WEBHOOKS_SCHEMA}.telling set fault = $6,
       failed_at = case when $7 then now() end where ${where}`,
    [...key, outcome.fault, outcome.last],
  );
}

/** A telling with what became of it. */
export interface Told extends Telling {
  readonly attempts: number;
  readonly queuedAt: Date;
  readonly sentAt: Date | null;
  readonly failedAt: Date | null;
  readonly fault: string | null;
}

/** The latest tellings. */
export async function tellingsIn(pool: pg.Pool): Promise<Told[]> {
  const { rows } = await pool.query<Told>(
    `select ${TELLING}, attempts, queued_at as "queuedAt", sent_at as "sentAt",
       failed_at as "failedAt", fault
     from ${WEBHOOKS_SCHEMA}.telling order by queued_at desc limit ${TELLINGS_SHOWN_MAX}`,
  );
  return rows;
}
