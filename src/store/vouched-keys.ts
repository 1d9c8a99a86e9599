/**
 * Keys that recovery keys vouch for, before any custodian has admitted them: an act of recovery is
 * signed with the very key that it brings, and its author's stream goes on from it.
 */
import { type Kysely, sql } from 'kysely';
import type { Act, ActOf } from '../kernel/act.ts';
import { type KeyPayload, RecoverKeyPayload, publicBytesOf } from '../kernel/authority-acts.ts';
import { isKey, recoveringKey } from '../kernel/key-book.ts';
import { keyIdOf } from '../kernel/key.ts';
import type { KeyState } from '../kernel/mandate.ts';
import type { BatchState } from './batch-state.ts';
import { loadKeyBook } from './load-keys.ts';
import type { RecordTables } from './record-tables.ts';

type Db = Kysely<RecordTables>;

const RECOVER = 'keys.recover';

/** Of these keys those of acts of recovery that are held: they were vouched for when taken. */
export async function loadVouched(db: Db, keys: readonly string[]): Promise<Map<string, KeyState>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{ key: string; author: string; bytes: Buffer }>`
    select acts.key, acts.author, act_parts.bytes from acts
      join act_parts on act_parts.act = acts.id
    where acts.key = any(${[...keys]}::text[]) and acts.type = 'keys.recover'
      and acts.author = acts.actor and act_parts.bytes is not null`.execute(db);
  const vouched = new Map<string, KeyState>();
  for (const { key, author: actor, bytes } of rows) {
    const payload = RecoverKeyPayload.safeParse(JSON.parse(bytes.toString('utf8'))).data;
    if (!payload) continue;
    const publicKey = publicBytesOf(payload.publicKey);
    // One that is signed with another key than it brings was judged by that key.
    if (keyIdOf(publicKey) !== key) continue;
    vouched.set(key, { key, actor, publicKey, from: 0, until: null });
  }
  return vouched;
}

/** The registers of keys that know the actor: any of them may hold its recovery keys. */
async function registriesOf(db: Db, actor: string): Promise<string[]> {
  const rows = await db
    .selectFrom('keys_recovery')
    .select('registry')
    .distinct()
    .where('actor', '=', actor)
    .execute();
  return rows.map(({ registry }) => registry);
}

/** Finds which of the acts bring keys that recovery keys vouch for, in any register at hand. */
export async function vouchFor(db: Db, state: BatchState, acts: readonly Act[]): Promise<void> {
  for (const act of acts) {
    if (act.header.type !== RECOVER) continue;
    const payload = RecoverKeyPayload.safeParse(act.payload).data;
    if (!payload) continue;
    const one: ActOf<KeyPayload> = { ...act, payload };
    for (const registry of await registriesOf(db, act.header.actor)) {
      const found = recoveringKey(await loadKeyBook(db, registry, [one]), one, 0);
      if (isKey(found)) state.elsewhere.vouched.set(found.key, found);
    }
  }
}
