/** The first act of a node: its operator's key, signed with itself. */
import type { Kysely } from 'kysely';
import { isRefusal } from '../kernel/refusal.ts';
import type { Store } from './contract.ts';
import type { KeyRing } from './key-ring.ts';
import { REGISTRY } from './keys-area.ts';
import type { RecordTables } from './record-tables.ts';

/** Registers the operator's key where the record knows no key. Throws where it is refused. */
export async function admitOperator(
  store: Pick<Store, 'operator' | 'submit'>,
  keys: KeyRing,
  db: Kysely<RecordTables>,
): Promise<void> {
  const key = keys.keyFor(store.operator);
  if (!key) return;
  const own = db.selectFrom('keys_key').select('key').where('registry', '=', REGISTRY);
  const known = await own.limit(1).executeTakeFirst();
  if (known) return;
  const publicKey = Buffer.from(key.publicBytes).toString('base64url');
  const [receipt] = await store.submit([
    {
      type: 'keys.register',
      register: REGISTRY,
      actor: store.operator,
      payload: { actor: store.operator, publicKey },
      basis: { kind: 'signed' },
    },
  ]);
  // Another process may have been faster; then the key is there.
  if (!isRefusal(receipt)) return;
  const there = await own.where('key', '=', key.id).executeTakeFirst();
  if (!there) throw new Error(`the operator's key was refused: ${receipt.reason}`);
}
