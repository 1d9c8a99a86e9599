/** Acts of recovery, found by the key that they bring: asked for with every batch. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index acts_recovering on acts (key) where type = 'keys.recover'`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index acts_recovering`.execute(db);
}
