/** The record itself: what was signed, what was admitted, and what the node needs to go on. */
import { type Kysely, sql } from 'kysely';
import {
  type RoleNames,
  UNMARKED_TABLES,
  keepFromReader,
  secureAudiences,
  secureRows,
} from '../row-security.ts';

const TABLES = {
  audiences: sql`
    create table audiences (
      id integer primary key,
      key text not null unique,
      level text not null,
      released_to text[] not null
    )`,
  acts: sql`
    create table acts (
      id text primary key,
      header bytea not null,
      signature bytea not null,
      key text not null,
      author text not null,
      actor text not null,
      type text not null,
      register text,
      stream text not null,
      seq bigint not null check (seq > 0),
      prev text,
      audience integer not null,
      issued_at timestamptz not null,
      effective_on date,
      unique (author, stream, seq)
    )`,
  // Apart from the header, so that a part can be erased while every proof stays verifiable.
  act_parts: sql`
    create table act_parts (
      act text not null,
      part integer not null,
      audience integer not null,
      salt bytea,
      bytes bytea,
      erased_at timestamptz,
      primary key (act, part),
      check ((salt is null) = (bytes is null) and (bytes is null) = (erased_at is not null))
    )`,
  registers: sql`
    create table registers (
      key text primary key,
      custodian text not null,
      opened_by text not null,
      audience integer not null
    )`,
  // One count for each audience: a gap would tell a viewer that hidden acts exist.
  positions: sql`
    create table positions (
      register text not null,
      audience integer not null,
      last bigint not null,
      primary key (register, audience)
    )`,
  streams: sql`
    create table streams (
      stream text primary key,
      author text not null,
      audience integer not null,
      seq bigint not null,
      last text not null
    )`,
  admissions: sql`
    create table admissions (
      ledger bigint primary key,
      act text not null unique,
      register text not null,
      audience integer not null,
      position bigint not null,
      recorded_at timestamptz not null,
      admitted_by text not null,
      unique (register, audience, position)
    )`,
  refusals: sql`
    create table refusals (
      act text primary key,
      register text not null,
      audience integer not null,
      refusal jsonb not null,
      recorded_at timestamptz not null,
      refused_by text not null
    )`,
} as const;

const WORK_TABLES = {
  jobs: sql`
    create table jobs (
      id bigint generated always as identity primary key,
      kind text not null,
      payload jsonb not null,
      run_after timestamptz not null default now(),
      attempts integer not null default 0,
      locked_by text,
      locked_at timestamptz,
      done_at timestamptz,
      failed_at timestamptz,
      fault text
    )`,
  progress: sql`
    create table progress (
      task text primary key,
      done bigint not null,
      total bigint,
      updated_at timestamptz not null
    )`,
  meta: sql`create table meta (key text primary key, value jsonb not null)`,
} as const;

export async function up(db: Kysely<unknown>, roles: RoleNames): Promise<void> {
  for (const table of Object.values(TABLES)) await table.execute(db);
  for (const table of Object.values(WORK_TABLES)) await table.execute(db);
  await sql`create index jobs_waiting on jobs (run_after)
    where done_at is null and failed_at is null`.execute(db);
  // What was known at an instant is asked for by it; many admissions share one.
  await sql`create index admissions_instants on admissions (recorded_at)`.execute(db);
  for (const name of Object.keys(TABLES)) {
    if (name === 'audiences') await secureAudiences(db, roles);
    else await secureRows(db, name, roles);
  }
  for (const name of Object.keys(WORK_TABLES)) await keepFromReader(db, name, roles);
  for (const name of UNMARKED_TABLES) {
    await sql`grant select on ${sql.table(name)} to ${sql.id(roles.reader)}`.execute(db);
  }
  await sql`insert into audiences values (0, 'clear', 'clear', '{}')`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const name of [...Object.keys(WORK_TABLES), ...Object.keys(TABLES)].reverse()) {
    await sql`drop table ${sql.table(name)} cascade`.execute(db);
  }
}
