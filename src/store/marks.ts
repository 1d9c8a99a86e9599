/** Short texts that the node keeps for itself, as which world it has loaded. No content of acts. */
import { type Kysely, sql } from 'kysely';
import type { RecordTables } from './record-tables.ts';

const keyOf = (key: string): string => `mark:${key}`;

/** The text under a key; null where there is none. */
export async function readMark(db: Kysely<RecordTables>, key: string): Promise<string | null> {
  const row = await db
    .selectFrom('meta')
    .select('value')
    .where('key', '=', keyOf(key))
    .executeTakeFirst();
  return typeof row?.value === 'string' ? row.value : null;
}

/** Keeps a text under a key, in place of the one before. */
export async function writeMark(
  db: Kysely<RecordTables>,
  key: string,
  value: string,
): Promise<void> {
  await sql`insert into meta values (${keyOf(key)}, ${JSON.stringify(value)}::jsonb)
    on conflict (key) do update set value = excluded.value`.execute(db);
}
