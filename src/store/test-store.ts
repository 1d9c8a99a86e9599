/** A store with an operator and three States, on a database of its own, for tests. */
import type { Area } from '../kernel/define-area.ts';
import { type SigningKey, generateKey } from '../kernel/key.ts';
import { type Admitted, type DraftAct, type Receipt, isAwaiting } from '../kernel/submission.ts';
import type { ConnectionSettings } from './connection.ts';
import type { Store } from './contract.ts';
import type { KeyRing } from './key-ring.ts';
import { REGISTRY } from './keys-area.ts';
import { type StoreOptions, openStore } from './open-store.ts';
import { notesArea } from './test-area.ts';
import { createTestDatabase } from './test-database.ts';

export const OPERATOR = 'un-secretary-general';

export interface TestKeys extends KeyRing {
  readonly held: Map<string, SigningKey>;
}

/** A ring that grows: `keyFor` gives what `held` holds. */
export function testKeys(...actors: string[]): TestKeys {
  const held = new Map([OPERATOR, ...actors].map((actor) => [actor, generateKey()]));
  return { held, keyFor: (actor) => held.get(actor) ?? null };
}

export interface TestStore {
  readonly store: Store;
  readonly keys: TestKeys;
  readonly options: StoreOptions;
  close(): Promise<void>;
}

/** Opens a store on a fresh database. */
export async function openTestStore(
  given: {
    areas?: readonly Area[];
    keys?: TestKeys;
    now?: () => Date;
    operator?: string;
    /** Where the database is reached instead, as where a test puts a line of its own between. */
    through?: (connection: ConnectionSettings) => Promise<ConnectionSettings>;
  } = {},
): Promise<TestStore> {
  const database = await createTestDatabase();
  const keys = given.keys ?? testKeys();
  const options: StoreOptions = {
    connection: (await given.through?.(database.connection)) ?? database.connection,
    secret: 'a secret for tests',
    operator: given.operator ?? OPERATOR,
    network: 'test-network',
    keys,
    areas: given.areas ?? [notesArea],
    ...(given.now === undefined ? {} : { now: given.now }),
  };
  const store = await openStore(options);
  return {
    store,
    keys,
    options,
    close: async () => {
      await store.close();
      await database.drop();
    },
  };
}

/** Opens a store of another operator, which holds that operator's key and no other. */
export function openTestStoreOf(
  operator: string,
  given: { areas?: readonly Area[]; now?: () => Date } = {},
): Promise<TestStore> {
  const keys = testKeys(operator);
  keys.held.delete(OPERATOR);
  return openTestStore({ ...given, operator, keys });
}

/** A draft of a note by the operator, in the register `notes/common`. */
export function note(name: string, more: Partial<DraftAct> = {}): DraftAct {
  return {
    type: 'notes.write',
    register: 'notes/common',
    actor: OPERATOR,
    payload: { note: name, text: `text of ${name}` },
    basis: { kind: 'signed' },
    ...more,
  };
}

/** The receipts as admissions; throws with the reason where one is a refusal. */
export function admitted(receipts: readonly Receipt[]): Admitted[] {
  return receipts.map((receipt) => {
    if ('refused' in receipt) throw new Error(`${receipt.rule.id}: ${receipt.reason}`);
    if (isAwaiting(receipt)) throw new Error(`${receipt.id} waits for ${receipt.awaits}`);
    return receipt;
  });
}

/** The id of the rule that refused, or what was admitted instead. */
export function ruleOf(receipt: unknown): string {
  const refusal = receipt as { rule?: { id: string } };
  return refusal.rule?.id ?? JSON.stringify(receipt);
}

/** Has the operator record a State's key, as a depositary does from a note verbale. */
export async function registerKey(store: Store, actor: string, key: SigningKey): Promise<Admitted> {
  const publicKey = Buffer.from(key.publicBytes).toString('base64url');
  const [receipt] = admitted(
    await store.submit([
      {
        type: 'keys.register',
        register: REGISTRY,
        actor,
        payload: { actor, publicKey },
        basis: { kind: 'recorded', source: 'Note verbale of 17 January 2026' },
      },
    ]),
  );
  if (!receipt) throw new Error('no receipt');
  return receipt;
}

/** One node registers the key of another's operator, as it does when it begins to follow it. */
export async function vouchFor(of: TestStore, other: TestStore): Promise<void> {
  const { operator } = other.store;
  const key = other.keys.keyFor(operator);
  if (!key) throw new Error(`no key of ${operator}`);
  await registerKey(of.store, operator, key);
}

const ROUNDS = 3;

/** Takes all that the other node releases to this one, more than once: admissions follow acts. */
export async function takeAll(to: TestStore, from: TestStore): Promise<void> {
  const viewer = { actors: [to.store.operator] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { stream } of await from.store.holdings.heads(viewer)) {
      await to.store.holdings.take(await from.store.holdings.page(viewer, stream, 1));
    }
  }
}
