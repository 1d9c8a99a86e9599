/** The Merkle log of the node: which act is which leaf, its tiles, checkpoints, and other logs. */
import { type Kysely, sql } from 'kysely';
import { type RoleNames, keepFromReader } from '../row-security.ts';

const TABLES = {
  // Acts that are recorded and no leaves yet. The order is that of recording; a number that a
  // transaction took and gave up leaves a gap here, and none among the leaves.
  log_queue: sql`
    create table log_queue (
      recorded bigint generated always as identity primary key,
      act text not null
    )`,
  log_leaves: sql`
    create table log_leaves (
      leaf bigint primary key check (leaf >= 0),
      act text not null unique
    )`,
  log_tiles: sql`
    create table log_tiles (
      level integer not null,
      tile bigint not null,
      hashes bytea not null,
      primary key (level, tile)
    )`,
  // Of this node's own log, and of those that it cosigned as a witness.
  log_checkpoints: sql`
    create table log_checkpoints (
      origin text not null,
      size bigint not null,
      note text not null,
      kept_at timestamptz not null,
      primary key (origin, size)
    )`,
  // Whose logs are cosigned here, and who is asked to cosign; each by its keys, as notes name them.
  log_peers: sql`
    create table log_peers (
      origin text primary key,
      log_keys text[] not null,
      witness_key text
    )`,
  log_forks: sql`
    create table log_forks (
      id text primary key,
      origin text not null,
      fork jsonb not null,
      found_at timestamptz not null
    )`,
} as const;

export async function up(db: Kysely<unknown>, roles: RoleNames): Promise<void> {
  for (const table of Object.values(TABLES)) await table.execute(db);
  for (const name of Object.keys(TABLES)) await keepFromReader(db, name, roles);
  // By the database itself, so that no way of writing an act can pass the log by.
  await sql`
    create function queue_for_log() returns trigger language plpgsql as $$
    begin
      insert into log_queue (act) select id from recorded;
      return null;
    end $$`.execute(db);
  await sql`
    create trigger acts_to_log after insert on acts
    referencing new table as recorded
    for each statement execute function queue_for_log()`.execute(db);
  // What was recorded before there was a log comes in the order of admission.
  await sql`
    insert into log_queue (act)
    select id from acts
    left join admissions as own on own.act = acts.id
    left join (
      select admitted_by, min(ledger) as ledger from admissions group by admitted_by
    ) as given on given.admitted_by = acts.id
    order by coalesce(own.ledger, given.ledger), own.ledger nulls last, stream, seq`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop trigger acts_to_log on acts`.execute(db);
  await sql`drop function queue_for_log()`.execute(db);
  for (const name of Object.keys(TABLES).reverse()) {
    await sql`drop table ${sql.table(name)}`.execute(db);
  }
}
