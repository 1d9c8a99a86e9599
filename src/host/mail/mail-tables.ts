/** To whom notifications are sent, and what became of each: apart from the record, in a schema. */
import type pg from 'pg';
import { inTurnOn } from '../../store/in-turn.ts';

export const MAIL_SCHEMA = 'mail';
/** Any number that nothing else locks: two processes that start together migrate in turn. */
const MIGRATION_LOCK = 8_400_002;
export const ADDRESSES_MAX = 2000;

const TABLES = `
  create schema if not exists ${MAIL_SCHEMA};
  create table if not exists ${MAIL_SCHEMA}.address (
    id uuid primary key default gen_random_uuid(),
    actor text not null,
    email text not null,
    locale text not null,
    added_at timestamptz not null default now(),
    added_by text not null,
    ended_at timestamptz
  );
  create unique index if not exists address_once on ${MAIL_SCHEMA}.address (actor, lower(email))
    where ended_at is null;
  create table if not exists ${MAIL_SCHEMA}.delivery (
    act text not null,
    address uuid not null references ${MAIL_SCHEMA}.address,
    queued_at timestamptz not null default now(),
    sent_at timestamptz,
    failed_at timestamptz,
    message_id text,
    fault text,
    primary key (act, address)
  );
`;

/** Makes the tables where they are missing, one process at a time. */
export const migrateMail = (pool: pg.Pool): Promise<void> =>
  inTurnOn(pool, MIGRATION_LOCK, (client) => client.query(TABLES));

/** Where an actor receives notifications, and in which language. */
export interface Address {
  readonly id: string;
  readonly actor: string;
  readonly email: string;
  readonly locale: string;
  readonly addedAt: Date;
}

export interface Delivery {
  readonly act: string;
  readonly actor: string;
  readonly email: string;
  readonly queuedAt: Date;
  readonly sentAt: Date | null;
  readonly failedAt: Date | null;
  readonly fault: string | null;
}

const ADDRESS = 'id, actor, email, locale, added_at as "addedAt"';

/** The addresses that are in use, by actor. */
export async function addressesIn(pool: pg.Pool): Promise<Address[]> {
  const { rows } = await pool.query<Address>(
    `select ${ADDRESS} from ${MAIL_SCHEMA}.address where ended_at is null
     order by actor, email limit ${ADDRESSES_MAX}`,
  );
  return rows;
}

/** An address that is in use; null where it ended meanwhile. */
export async function addressOf(pool: pg.Pool, id: string): Promise<Address | null> {
  const { rows } = await pool.query<Address>(
    `select ${ADDRESS} from ${MAIL_SCHEMA}.address where id = $1 and ended_at is null`,
    [id],
  );
  return rows[0] ?? null;
}

/** Adds an address; false where the actor has it already, or there are too many. */
export async function addAddress(
  pool: pg.Pool,
  given: { actor: string; email: string; locale: string; by: string },
): Promise<boolean> {
  const { actor, email, locale, by } = given;
  const { rowCount } = await pool.query(
    `insert into ${MAIL_SCHEMA}.address (actor, email, locale, added_by)
     select $1, $2, $3, $4
     where (select count(*) from ${MAIL_SCHEMA}.address where ended_at is null) < ${ADDRESSES_MAX}
     on conflict do nothing`,
    [actor, email, locale, by],
  );
  return rowCount === 1;
}

/** Nothing more is sent there; what was sent stays on file. */
export async function endAddress(pool: pg.Pool, id: string): Promise<void> {
  await pool.query(`update ${MAIL_SCHEMA}.address set ended_at = now() where id = $1`, [id]);
}

/** Puts a delivery down, once. */
export async function queueDelivery(pool: pg.Pool, act: string, address: string): Promise<void> {
  await pool.query(
    `insert into ${MAIL_SCHEMA}.delivery (act, address) values ($1, $2) on conflict do nothing`,
    [act, address],
  );
}

/** What became of a delivery. */
export async function setDelivery(
  pool: pg.Pool,
  delivery: { act: string; address: string },
  outcome: { messageId: string } | { fault: string; last: boolean },
): Promise<void> {
  const key = [delivery.act, delivery.address];
  if ('messageId' in outcome) {
    await pool.query(
      `update ${MAIL_SCHEMA}.delivery set sent_at = now(), message_id = $3, fault = null,
         failed_at = null where act = $1 and address = $2`,
      [...key, outcome.messageId],
    );
    return;
  }
  await pool.query(
    `update ${MAIL_SCHEMA}.delivery set fault = $3,
       failed_at = case when $4 then now() end where act = $1 and address = $2`,
    [...key, outcome.fault, outcome.last],
  );
}

/** Whether it was sent already. */
export async function wasSent(pool: pg.Pool, act: string, address: string): Promise<boolean> {
  const { rows } = await pool.query(
    `select 1 from ${MAIL_SCHEMA}.delivery
     where act = $1 and address = $2 and sent_at is not null`,
    [act, address],
  );
  return rows.length > 0;
}

export const DELIVERIES_SHOWN_MAX = 200;

/** The latest deliveries, those of one act where it is named. */
export async function deliveriesIn(pool: pg.Pool, act: string | null): Promise<Delivery[]> {
  const { rows } = await pool.query<Delivery>(
    `select act, actor, email, queued_at as "queuedAt", sent_at as "sentAt",
       failed_at as "failedAt", fault
     from ${MAIL_SCHEMA}.delivery join ${MAIL_SCHEMA}.address on address.id = delivery.address
     where $1::text is null or act = $1
     order by queued_at desc, actor, email limit ${DELIVERIES_SHOWN_MAX}`,
    [act],
  );
  return rows;
}
