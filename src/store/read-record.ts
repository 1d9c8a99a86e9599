/** Reads the record as a viewer may see it. */
import { type Kysely, sql } from 'kysely';
import { type ActId, Header, type Part, type SignedAct } from '../kernel/act.ts';
import { ActorId } from '../kernel/actor-id.ts';
import type { Viewer } from '../kernel/define-area.ts';
import type { RecordedAct } from './contract.ts';
import { publicBytesOf } from '../kernel/authority-acts.ts';
import type { RecordTables } from './record-tables.ts';
import { VIEWER_SETTING } from './row-security.ts';

/** An actor is in no more offices at once than this; the setting stays short. */
export const VIEWER_ACTORS_MAX = 500;

/** The viewer as the policies read it. What is no actor's name is left out: it clears nothing. */
export function viewerSetting(viewer: Viewer): string {
  return viewer.actors
    .slice(0, VIEWER_ACTORS_MAX)
    .filter((actor) => ActorId.safeParse(actor).success)
    .join(',');
}

/**
 * Begins a read-only transaction as the viewer, in one way to the server and back. The setting
 * stands in the text, since a statement with parameters stands alone; of names of actors and commas
 * it holds nothing that could end the text.
 */
function beginning(viewer: Viewer): string {
  const setting = viewerSetting(viewer).replaceAll("'", "''");
  return (
    'start transaction isolation level repeatable read read only; ' +
    `set local ${VIEWER_SETTING} = '${setting}'`
  );
}

/**
 * Reads in one read-only transaction, one state of the record, under the viewer's row security. The
 * result does not wait for the end of the transaction: it wrote nothing that could fail to last.
 */
export function readAs<Tables, Result>(
  reader: Kysely<Tables>,
  viewer: Viewer,
  reading: (query: Kysely<Tables>) => Promise<Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const whole = reader.connection().execute(async (query) => {
      try {
        await sql.raw(beginning(viewer)).execute(query);
        resolve(await reading(query));
      } finally {
        // Also where the reading failed: the connection goes back to the pool as it came.
        await sql.raw('rollback').execute(query);
      }
    });
    whole.catch(reject);
  });
}

/** The members of the parts that are at hand. */
export function payloadOf(parts: readonly (Part | null)[]): Record<string, unknown> {
  const payload: Record<string, unknown> = {};
  for (const part of parts) {
    if (!part) continue;
    // Checked to be an object when it was recorded.
    const members = JSON.parse(Buffer.from(part.bytes).toString('utf8')) as object;
    for (const [key, value] of Object.entries(members)) {
      Object.defineProperty(payload, key, { value, enumerable: true });
    }
  }
  return payload;
}

interface PartRow {
  readonly part: number;
  readonly salt: Buffer | null;
  readonly bytes: Buffer | null;
}

/** The parts in the header's order; null for those that are erased or not to be seen. */
export function partsOf(header: Header, rows: readonly PartRow[]): SignedAct['parts'] {
  return header.parts.map((_, at) => {
    const row = rows.find((one) => one.part === at);
    return row?.salt && row.bytes ? { salt: row.salt, bytes: row.bytes } : null;
  });
}

/** An act with all that the viewer may see of it; null where that is nothing. */
export async function readRecordedAct(
  query: Kysely<RecordTables>,
  id: ActId,
): Promise<RecordedAct | null> {
  const row = await query
    .selectFrom('acts')
    .innerJoinLateral(
      // The id of a key is made from its bytes: they are the same in every register of keys.
      (select) =>
        select
          .selectFrom('keys_key')
          .select('public_key')
          .whereRef('keys_key.key', '=', 'acts.key')
          .limit(1)
          .as('signing'),
      (join) => join.onTrue(),
    )
    .leftJoin('admissions', 'admissions.act', 'acts.id')
    .select(['acts.id', 'acts.header', 'acts.signature', 'signing.public_key'])
    .select(['admissions.register', 'admissions.position', 'admissions.ledger'])
    .select(['admissions.recorded_at', 'admissions.admitted_by'])
    .where('acts.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const header = Header.parse(JSON.parse(row.header.toString('utf8')));
  const parts = partsOf(
    header,
    await query
      .selectFrom('act_parts')
      .select(['part', 'salt', 'bytes'])
      .where('act', '=', id)
      .execute(),
  );
  const { register, position, ledger, recorded_at: recordedAt, admitted_by: by } = row;
  const admitted =
    register !== null && position !== null && ledger !== null && recordedAt !== null && by !== null;
  return {
    id: row.id,
    header,
    signed: { header: row.header, signature: row.signature, parts },
    payload: payloadOf(parts),
    publicKey: publicBytesOf(row.public_key),
    admission: admitted ? { register, position, ledger, recordedAt, by } : null,
  };
}

/** How many acts the viewer of the transaction may see, by register: positions know no gaps. */
export async function readCounts(query: Kysely<RecordTables>): Promise<Map<string, number>> {
  const rows = await query
    .selectFrom('positions')
    .select(['register', sql<number>`sum(last)::bigint`.as('acts')])
    .groupBy('register')
    .execute();
  return new Map(rows.map(({ register, acts }) => [register, acts]));
}
