/** Acts of the other branch of a fork: kept, for a custodian may have admitted some of them. */
import { type Kysely, sql } from 'kysely';
import { type RoleNames, keepFromReader } from '../row-security.ts';

export async function up(db: Kysely<unknown>, roles: RoleNames): Promise<void> {
  await sql`
    create table acts_beside (
      act text primary key,
      stream text not null,
      seq bigint not null,
      signed jsonb not null
    )`.execute(db);
  await sql`create index acts_beside_streams on acts_beside (stream)`.execute(db);
  await keepFromReader(db, 'acts_beside', roles);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table acts_beside`.execute(db);
}
