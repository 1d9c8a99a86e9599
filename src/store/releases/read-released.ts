/** An act as a reader may have it: as it is recorded, or as a downgrade carries it to more. */
import { type Kysely, sql } from 'kysely';
import { Header } from '../../kernel/act.ts';
import { publicBytesOf } from '../../kernel/authority-acts.ts';
import { withoutNotes } from '../../kernel/release-note.ts';
import { signedActOf } from '../../kernel/signed-act-json.ts';
import type { Catalog } from '../catalog.ts';
import type { RecordedAct } from '../contract.ts';
import { payloadOf, readRecordedAct } from '../read-record.ts';
import type { RecordTables } from '../record-tables.ts';
import { Downgrade } from './payloads.ts';

type Db = Kysely<RecordTables>;

/** The downgrade that the reader may see, the latest first: later ones are for more. */
async function downgradeOf(query: Db, act: string): Promise<Downgrade | null> {
  const { rows } = await sql<{ entry: string }>`
    select entry from releases_statement where of_act = ${act} and kind = 'downgrade'
    order by ledger desc limit 1`.execute(query);
  const [row] = rows;
  const found = row ? await readRecordedAct(query, row.entry) : null;
  // Erased, a downgrade carries nothing any more.
  return Downgrade.safeParse(withoutNotes(found?.payload ?? {})).data ?? null;
}

async function publicKeyOf(query: Db, key: string): Promise<Uint8Array | null> {
  const { rows } = await sql<{ public_key: string }>`
    select public_key from keys_key where key = ${key} limit 1`.execute(query);
  return rows[0] ? publicBytesOf(rows[0].public_key) : null;
}

/** The original as it was signed; where it was admitted is for those who had it from the first. */
async function readCarriedAct(query: Db, id: string): Promise<RecordedAct | null> {
  const downgrade = await downgradeOf(query, id);
  if (downgrade === null) return null;
  const signed = signedActOf(downgrade.original);
  const header = Header.parse(JSON.parse(Buffer.from(signed.header).toString('utf8')));
  const publicKey = await publicKeyOf(query, header.key);
  if (publicKey === null) return null;
  return { id, header, signed, payload: payloadOf(signed.parts), publicKey, admission: null };
}

/** The act as recorded, else as it was carried to the reader; null where it is not for them. */
export async function readReleasedAct(
  catalog: Catalog,
  query: Db,
  id: string,
): Promise<RecordedAct | null> {
  const recorded = await readRecordedAct(query, id);
  if (recorded !== null || catalog.find('releases.downgrade') === null) return recorded;
  return readCarriedAct(query, id);
}
