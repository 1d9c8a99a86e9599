/** The tables of signing in that are our own: one-time links, access tokens, the secret. */
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { inTurnOn } from '../../store/in-turn.ts';

/** Where everything about signing in lives, apart from the record and out of requests' reach. */
export const SCHEMA = 'sign_in';
const SECRET_BYTES = 32;
/** Any number that nothing else locks: two processes that start together migrate in turn. */
const MIGRATION_LOCK = 8_400_001;

const TABLES = `
  create schema if not exists ${SCHEMA};
  create table if not exists ${SCHEMA}.setting (
    name text primary key,
    value text not null
  );
  create table if not exists ${SCHEMA}.first_link (
    hash text primary key,
    expires_at timestamptz not null,
    used_at timestamptz
  );
  create table if not exists ${SCHEMA}.invitation (
    id uuid primary key default gen_random_uuid(),
    hash text not null unique,
    -- Whose password is set anew; null where the link makes an account.
    person text,
    name text not null,
    email text not null,
    actors text not null,
    administrator boolean not null,
    invited_by text not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz
  );
  create table if not exists ${SCHEMA}.access_token (
    id uuid primary key default gen_random_uuid(),
    person text not null,
    name text not null,
    hash text not null unique,
    created_at timestamptz not null default now(),
    last_used_at timestamptz,
    revoked_at timestamptz
  );
  create index if not exists access_token_person on ${SCHEMA}.access_token (person);
`;

/** Where nobody administers the node, as before there were roles, its first person does. */
const FIRST_ADMINISTRATOR = `
  update ${SCHEMA}."user" set administrator = true
  where id = (select id from ${SCHEMA}."user" order by "createdAt", id limit 1)
    and not exists (select 1 from ${SCHEMA}."user" where administrator)
`;

/** Makes the tables where they are missing and runs `more`, one process at a time. */
export async function migrateAccounts(pool: pg.Pool, more: () => Promise<void>): Promise<void> {
  await inTurnOn(pool, MIGRATION_LOCK, async (client) => {
    await client.query(TABLES);
    await more();
    await client.query(FIRST_ADMINISTRATOR);
  });
}

/** The secret under which sessions are signed; made once and kept with the sessions themselves. */
export async function sessionSecret(pool: pg.Pool): Promise<string> {
  const fresh = randomBytes(SECRET_BYTES).toString('base64url');
  const insert = `insert into ${SCHEMA}.setting (name, value) values ('secret', $1)
    on conflict (name) do nothing`;
  await pool.query(insert, [fresh]);
  const kept = await pool.query<{ value: string }>(
    `select value from ${SCHEMA}.setting where name = 'secret'`,
  );
  return kept.rows[0]?.value ?? fresh;
}
