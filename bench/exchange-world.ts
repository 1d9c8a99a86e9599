/**
 * What is exchanged: notes, the smallest act there is, so that what is measured is the exchange and
 * not the law of a practice. One author signs them elsewhere, a custodian admits them here.
 */
import { isRefusal } from '../src/kernel/refusal.ts';
import { type SigningKey, generateKey } from '../src/kernel/key.ts';
import type { DraftAct, Receipt } from '../src/kernel/submission.ts';
import { openNodeKeys } from '../src/host/node-keys.ts';
import type { Connection } from '../src/store/embedded-postgres.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/contract.ts';
import { notesArea } from '../src/store/test-area.ts';
import { TestSigner } from '../src/store/test-signer.ts';
import { NETWORK, OPERATOR } from './rigs.ts';

export const AUTHOR = 'FRA';
/** Who takes what the custodian has. */
export const FOLLOWER = 'KEN';
const REGISTER = 'notes/common';
/** Acts that are handed to a store at once. */
const HANDED_AT_ONCE = 10_000;

export interface FillJob {
  readonly folder: string;
  readonly connection: Connection;
  readonly acts: number;
}

export interface Filled {
  /** Acts a second that the custodian read, verified, judged, admitted and applied. */
  readonly receivedPerSecond: number;
}

/** Throws where anything was refused: a measurement of refusals would be none. */
export function assertTaken(receipts: readonly Receipt[]): void {
  for (const receipt of receipts) if (isRefusal(receipt)) throw new Error(receipt.reason);
}

/** A draft of a note by the node itself. */
export function noteDraft(name: string): DraftAct {
  const payload = { note: name, text: `text of ${name}` };
  return {
    type: 'notes.write',
    register: REGISTER,
    actor: OPERATOR,
    payload,
    basis: { kind: 'signed' },
  };
}

/** A draft by which a node learns a key of another actor. */
export function keyDraft(actor: string, key: SigningKey): DraftAct {
  const publicKey = Buffer.from(key.publicBytes).toString('base64url');
  return {
    type: 'keys.register',
    register: 'actors/registry',
    actor,
    payload: { actor, publicKey },
    basis: { kind: 'recorded', source: 'The bench' },
  };
}

/** The store of the custodian, with the keys that lie in the folder. */
export async function openCustodian(folder: string, connection: Connection): Promise<Store> {
  const { ring, secret } = await openNodeKeys(folder, OPERATOR);
  const node = { operator: OPERATOR, network: NETWORK, keys: ring };
  return openStore({ ...node, connection, secret, areas: [notesArea] });
}

/** The store of who follows the custodian, and knows its key. */
export async function openFollower(folder: string, connection: Connection): Promise<Store> {
  const { ring, secret } = await openNodeKeys(folder, OPERATOR);
  const custodian = ring.keyFor(OPERATOR);
  if (!custodian) throw new Error('the custodian has no key');
  const own = generateKey();
  const keys = { keyFor: (actor: string) => (actor === FOLLOWER ? own : null) };
  const node = { operator: FOLLOWER, network: NETWORK, keys };
  const store = await openStore({ ...node, connection, secret, areas: [notesArea] });
  assertTaken(await store.submit([keyDraft(OPERATOR, custodian)]));
  return store;
}

/** Signs the acts as their author does, and has the custodian admit them. */
export async function fillCustodian({ folder, connection, acts }: FillJob): Promise<Filled> {
  const store = await openCustodian(folder, connection);
  try {
    const author = new TestSigner(AUTHOR);
    assertTaken(await store.submit([keyDraft(AUTHOR, author.key), noteDraft('opening')]));
    let seconds = 0;
    for (let done = 0; done < acts; done += HANDED_AT_ONCE) {
      const count = Math.min(HANDED_AT_ONCE, acts - done);
      const signed = Array.from({ length: count }, (_, at) =>
        author.note(`note-${done + at}`, { network: NETWORK }),
      );
      const began = performance.now();
      assertTaken(await store.receive(signed));
      seconds += (performance.now() - began) / 1000;
    }
    return { receivedPerSecond: acts / seconds };
  } finally {
    await store.close();
  }
}
