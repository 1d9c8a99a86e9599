/** Streams that forked: the two acts that prove it, as they were signed. */
import { type Kysely, sql } from 'kysely';
import { type RoleNames, keepFromReader } from '../row-security.ts';

export async function up(db: Kysely<unknown>, roles: RoleNames): Promise<void> {
  // Proofs are for nodes, and name what may be marked: no question reads them.
  await sql`
    create table forks (
      stream text not null,
      seq bigint not null,
      first text not null,
      second text not null,
      audience integer not null,
      proof jsonb not null,
      found_at timestamptz not null,
      resolved_by text,
      primary key (stream, seq, first, second)
    )`.execute(db);
  await keepFromReader(db, 'forks', roles);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table forks`.execute(db);
}
