/** Webhooks of people, how far each was told of the record, and what was sent to it. */
import type pg from 'pg';
import { inTurnOn } from '../../store/in-turn.ts';
import type { HookFilter } from './hook-filter.ts';

const SCHEMA = 'hooks';
/** Any number that nothing else locks: two processes that start together migrate in turn. */
const MIGRATION_LOCK = 8_400_031;
export const HOOKS_PER_PERSON_MAX = 10;
export const HOOKS_MAX = 1000;
/** Of each hook so many deliveries are kept to be looked at. */
export const DELIVERIES_KEPT_MAX = 50;
/** Between the first two attempts; each further pause is twice as long, up to an hour. */
export const PAUSE_SECONDS = 30;
export const PAUSE_SECONDS_MAX = 3600;
/** About a day of attempts: a hook that failed for so long is paused. */
export const ATTEMPTS_MAX = 30;
/** Longer than a call may take: a hook that a process held when it died is taken by another. */
export const LEASE_SECONDS = 60;
/** A replica may come after what a look was for: so often is looked in any case. */
const LOOK_SECONDS_MAX = 60;

const TABLES = `
  create schema if not exists ${SCHEMA};
  create table if not exists ${SCHEMA}.hook (
    id uuid primary key default gen_random_uuid(),
    person text not null,
    url text not null,
    secret text not null,
    filter jsonb not null,
    made_at timestamptz not null default now(),
    paused_as text,
    told_to bigint not null,
    looked_to bigint not null,
    looked_at timestamptz not null default now(),
    attempts integer not null default 0,
    next_at timestamptz not null default now(),
    taken_by uuid,
    taken_until timestamptz
  );
  create index if not exists hook_person on ${SCHEMA}.hook (person);
  create table if not exists ${SCHEMA}.delivery (
    id uuid primary key default gen_random_uuid(),
    hook uuid not null references ${SCHEMA}.hook (id) on delete cascade,
    act text,
    begun_at timestamptz not null default now(),
    attempts integer not null default 0,
    sent_at timestamptz,
    fault text
  );
  create unique index if not exists delivery_once on ${SCHEMA}.delivery (hook, act);
`;

/** Makes the tables where they are missing, one process at a time. */
export const migrateHooks = (pool: pg.Pool): Promise<void> =>
  inTurnOn(pool, MIGRATION_LOCK, (client) => client.query(TABLES));

/** Why nothing is sent: its owner said so, it failed too long, or was told that it is gone. */
export type PausedAs = 'owner' | 'failing' | 'gone';

export interface Hook {
  readonly id: string;
  readonly person: string;
  readonly url: string;
  readonly filter: HookFilter;
  readonly madeAt: Date;
  readonly pausedAs: PausedAs | null;
  readonly attempts: number;
}

export interface HeldHook extends Hook {
  readonly secret: string;
  /** Ledger of the last act that was told, or before which none is. */
  readonly toldTo: number;
  /** What was held last time it was looked at; a process that lost it has another. */
  readonly takenBy: string;
}

const HOOK = `id, person, url, filter, made_at as "madeAt", paused_as as "pausedAs", attempts`;
const HELD = `${HOOK}, secret, told_to::float8 as "toldTo", taken_by as "takenBy"`;

/** The hooks of a person, oldest first. */
export async function hooksOf(pool: pg.Pool, person: string): Promise<Hook[]> {
  const { rows } = await pool.query<Hook>(
    `select ${HOOK} from ${SCHEMA}.hook where person = $1 order by made_at, id`,
    [person],
  );
  return rows;
}

export interface NewHook {
  readonly person: string;
  readonly url: string;
  readonly filter: HookFilter;
  readonly secret: string;
  /** Where the record stands: what is admitted after it is told. */
  readonly from: number;
}

/** Adds a hook and gives its id; null where there are too many. */
export async function addHook(pool: pg.Pool, given: NewHook): Promise<string | null> {
  const { rows } = await pool.query<{ id: string }>(
    `insert into ${SCHEMA}.hook (person, url, filter, secret, told_to, looked_to)
     select $1, $2, $3::jsonb, $4, $5, $5
     where (select count(*) from ${SCHEMA}.hook where person = $1) < ${HOOKS_PER_PERSON_MAX}
       and (select count(*) from ${SCHEMA}.hook) < ${HOOKS_MAX}
     returning id`,
    [given.person, given.url, JSON.stringify(given.filter), given.secret, given.from],
  );
  return rows[0]?.id ?? null;
}

/** A hook of this person; null where there is none. */
export async function hookOf(pool: pg.Pool, person: string, id: string): Promise<HeldHook | null> {
  const { rows } = await pool.query<HeldHook>(
    `select ${HELD} from ${SCHEMA}.hook where id = $2 and person = $1`,
    [person, id],
  );
  return rows[0] ?? null;
}

/** Lets go of a hook and of what is written of its deliveries. */
export async function removeHook(pool: pg.Pool, person: string, id: string): Promise<void> {
  await pool.query(`delete from ${SCHEMA}.hook where id = $2 and person = $1`, [person, id]);
}

/** Pauses a hook, or resumes it: then it is tried at once, from where it was. */
export async function pauseHook(
  pool: pg.Pool,
  { person, id }: Pick<Hook, 'person' | 'id'>,
  pausedAs: PausedAs | null,
): Promise<void> {
  await pool.query(
    `update ${SCHEMA}.hook set paused_as = $3, attempts = 0, next_at = now(), looked_to = told_to
     where id = $2 and person = $1`,
    [person, id, pausedAs],
  );
}

/** Sets another secret; what is sent from now on is signed with it. */
export async function setSecret(
  pool: pg.Pool,
  { person, id }: Pick<Hook, 'person' | 'id'>,
  secret: string,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update ${SCHEMA}.hook set secret = $3 where id = $2 and person = $1`,
    [person, id, secret],
  );
  return rowCount === 1;
}

/**
 * Takes the next hook that may have to be told something, for as long as the lease: one process at
 * a time tells a hook, so that it hears of acts in their order.
 */
export async function takeHook(pool: pg.Pool, ledger: number): Promise<HeldHook | null> {
  const { rows } = await pool.query<HeldHook>(
    `update ${SCHEMA}.hook set taken_by = gen_random_uuid(), looked_to = greatest(looked_to, $1),
       looked_at = now(), taken_until = now() + interval '${LEASE_SECONDS} seconds'
     where id = (
       select id from ${SCHEMA}.hook
       where paused_as is null and next_at <= now()
         and (looked_to < $1 or attempts > 0
           or looked_at < now() - interval '${LOOK_SECONDS_MAX} seconds')
         and (taken_until is null or taken_until < now())
       order by next_at, id limit 1 for update skip locked
     )
     returning ${HELD}`,
    [ledger],
  );
  return rows[0] ?? null;
}

/** Holds it for another lease; what stands of it now, or null where it is to be told no more. */
export async function keepHook(pool: pg.Pool, held: HeldHook): Promise<HeldHook | null> {
  const { rows } = await pool.query<HeldHook>(
    `update ${SCHEMA}.hook set taken_until = now() + interval '${LEASE_SECONDS} seconds'
     where id = $1 and taken_by = $2 and paused_as is null returning ${HELD}`,
    [held.id, held.takenBy],
  );
  return rows[0] ?? null;
}

/** Lets others take it; with `again`, they look whether there is more. */
export async function leaveHook(pool: pg.Pool, held: HeldHook, again: boolean): Promise<void> {
  await pool.query(
    `update ${SCHEMA}.hook set taken_by = null, taken_until = null,
       looked_to = case when $3 then told_to else looked_to end
     where id = $1 and taken_by = $2`,
    [held.id, held.takenBy, again],
  );
}

/** That the hook was told of everything up to here. */
export async function setToldTo(pool: pg.Pool, held: HeldHook, ledger: number): Promise<void> {
  await pool.query(
    `update ${SCHEMA}.hook set told_to = greatest(told_to, $3), attempts = 0, next_at = now()
     where id = $1 and taken_by = $2`,
    [held.id, held.takenBy, ledger],
  );
}

/** That a call failed: it is tried again after a pause, and in the end not any more. */
export async function setFailed(pool: pg.Pool, held: HeldHook, isGone: boolean): Promise<void> {
  await pool.query(
    `update ${SCHEMA}.hook set attempts = attempts + 1,
       next_at = now() + interval '1 second'
         * least(${PAUSE_SECONDS_MAX}, ${PAUSE_SECONDS} * power(2, least(attempts, 20))),
       paused_as = case when $3 then 'gone'
         when attempts + 1 >= ${ATTEMPTS_MAX} then 'failing' end
     where id = $1 and taken_by = $2`,
    [held.id, held.takenBy, isGone],
  );
}

/** One delivery, as it is written down. */
export interface Delivery {
  readonly id: string;
  readonly hook: string;
  /** Null: it was a test. */
  readonly act: string | null;
  readonly begunAt: Date;
  readonly attempts: number;
  readonly sentAt: Date | null;
  readonly fault: string | null;
}

/** Begins an attempt; the same act has the same delivery, however often it is tried. */
export async function beginDelivery(
  pool: pg.Pool,
  hook: string,
  act: string | null,
): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `insert into ${SCHEMA}.delivery (hook, act, attempts) values ($1, $2, 1)
     on conflict (hook, act) do update set attempts = delivery.attempts + 1
     returning id`,
    [hook, act],
  );
  const [row] = rows;
  if (!row) throw new Error('the delivery was not written down');
  return row.id;
}

/** Writes down what became of it, and lets go of what is older than what is kept. */
export async function endDelivery(
  pool: pg.Pool,
  { hook, id }: Pick<Delivery, 'hook' | 'id'>,
  fault: string | null,
): Promise<void> {
  await pool.query(
    `update ${SCHEMA}.delivery set fault = $2, sent_at = case when $2::text is null then now() end
     where id = $1`,
    [id, fault],
  );
  await pool.query(
    `delete from ${SCHEMA}.delivery where hook = $1 and id not in (
       select id from ${SCHEMA}.delivery where hook = $1
       order by begun_at desc limit ${DELIVERIES_KEPT_MAX})`,
    [hook],
  );
}

/** The last deliveries to these hooks. */
export async function deliveriesTo(pool: pg.Pool, hooks: readonly string[]): Promise<Delivery[]> {
  const { rows } = await pool.query<Delivery>(
    `select id, hook, act, begun_at as "begunAt", attempts, sent_at as "sentAt", fault
     from ${SCHEMA}.delivery where hook = any($1::uuid[])
     order by begun_at desc limit ${DELIVERIES_KEPT_MAX}`,
    [hooks],
  );
  return rows;
}
