/** Documents that acts name: their bytes by digest, and which acts name them. */
import { type Kysely, sql } from 'kysely';
import { type RoleNames, keepFromReader, secureRows } from '../row-security.ts';

export async function up(db: Kysely<unknown>, roles: RoleNames): Promise<void> {
  // The bytes have no audience of their own: who may see an act that names them may have them.
  await sql`
    create table attachments (
      digest text primary key,
      media_type text not null,
      size_bytes integer not null check (size_bytes > 0),
      bytes bytea not null,
      uploaded_at timestamptz not null
    )`.execute(db);
  // Scans are compressed already; stored as they are, a piece is read without the whole.
  await sql`alter table attachments alter column bytes set storage external`.execute(db);
  await sql`
    create table attachment_uses (
      digest text not null,
      act text not null,
      audience integer not null,
      media_type text not null,
      size_bytes integer not null,
      name text not null,
      primary key (digest, act, audience)
    )`.execute(db);
  await sql`create index attachment_uses_by_act on attachment_uses (act)`.execute(db);
  await keepFromReader(db, 'attachments', roles);
  await secureRows(db, 'attachment_uses', roles);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table attachment_uses`.execute(db);
  await sql`drop table attachments`.execute(db);
}
