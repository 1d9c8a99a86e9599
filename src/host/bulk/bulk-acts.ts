/** The acts of the record that are clear for all, one after another in the order of admission. */
import { type Kysely, sql } from 'kysely';
import { Header } from '../../kernel/act.ts';
import type { Query } from '../../kernel/define-area.ts';
import { signedActJson } from '../../kernel/signed-act-json.ts';
import { partsOf } from '../../store/read-record.ts';
import type { RecordTables } from '../../store/record-tables.ts';

/** Acts that are in memory at once. */
export const ACTS_AT_ONCE_MAX = 500;

interface Row {
  readonly id: string;
  readonly header: Buffer;
  readonly signature: Buffer;
  readonly register: string;
  readonly position: number;
  readonly ledger: number;
  readonly recorded_at: string;
}

/** An act as a line says it: `signed` is what `POST /api/acts` takes. */
export interface BulkAct {
  readonly act: string;
  readonly register: string;
  readonly position: number;
  readonly recordedAt: string;
  readonly signed: ReturnType<typeof signedActJson>;
}

async function actsAfter(query: Query, ledger: number, countMax: number) {
  // The query is typed by nothing: these are the record's own tables.
  const db = query as unknown as Kysely<RecordTables>;
  const { rows } = await sql<Row>`
    select acts.id, acts.header, acts.signature, admissions.register, admissions.position,
      admissions.ledger, admissions.recorded_at
    from admissions join acts on acts.id = admissions.act
    where admissions.ledger > ${ledger}
    order by admissions.ledger limit ${countMax}`.execute(db);
  const parts = await db
    .selectFrom('act_parts')
    .select(['act', 'part', 'salt', 'bytes'])
    .where('act', '=', sql<string>`any(${rows.map(({ id }) => id)}::text[])`)
    .execute();
  return { rows, byAct: Map.groupBy(parts, ({ act }) => act) };
}

/**
 * Where an act stands over all registers; null where the viewer may not see it. For the node's own
 * use: told to readers, it would count what is hidden.
 */
export async function placeOf(query: Query, act: string): Promise<number | null> {
  const { rows } = await sql<{ ledger: number }>`
    select admissions.ledger from admissions join acts on acts.id = admissions.act
    where acts.id = ${act}`.execute(query);
  return rows[0]?.ledger ?? null;
}

/** The acts that the query's viewer may see, after a place, in order; some at a time. */
export async function* bulkActs(
  query: Query,
  after = 0,
  countMax = Number.POSITIVE_INFINITY,
): AsyncGenerator<BulkAct> {
  let ledger = after;
  for (let left = countMax; left > 0; ) {
    const { rows, byAct } = await actsAfter(query, ledger, Math.min(left, ACTS_AT_ONCE_MAX));
    for (const row of rows) {
      const header = Header.parse(JSON.parse(row.header.toString('utf8')));
      const parts = partsOf(header, byAct.get(row.id) ?? []);
      const signed = signedActJson({ header: row.header, signature: row.signature, parts });
      const { id: act, register, position, recorded_at: recordedAt } = row;
      yield { act, register, position, recordedAt, signed };
      ledger = row.ledger;
    }
    left -= rows.length;
    if (rows.length < ACTS_AT_ONCE_MAX) return;
  }
}
