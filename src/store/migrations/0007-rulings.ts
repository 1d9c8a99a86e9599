/** How forks were resolved: authors' acts ahead of their streams, and what was dropped. */
import { type Kysely, sql } from 'kysely';
import { type RoleNames, keepFromReader } from '../row-security.ts';

export async function up(db: Kysely<unknown>, roles: RoleNames): Promise<void> {
  // A stream that is closed cannot bring the act that opens it; so it is kept here when it comes.
  await sql`
    create table fork_rulings (
      act text primary key,
      stream text not null,
      seq bigint not null,
      kept text not null,
      dropped text not null,
      author text not null,
      signed jsonb not null
    )`.execute(db);
  // Headers and signatures of acts that followed a dropped one, and were admitted nowhere here.
  await sql`
    create table acts_aside (
      act text primary key,
      stream text not null,
      seq bigint not null,
      header bytea not null,
      signature bytea not null,
      aside_at timestamptz not null
    )`.execute(db);
  await keepFromReader(db, 'fork_rulings', roles);
  await keepFromReader(db, 'acts_aside', roles);
  // What counts follows from acts alone.
  await sql`alter table forks drop column resolved_by`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table forks add column resolved_by text`.execute(db);
  await sql`drop table acts_aside`.execute(db);
  await sql`drop table fork_rulings`.execute(db);
}
