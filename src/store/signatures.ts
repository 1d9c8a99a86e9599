/** Signatures of one batch: made off the main thread, and each verified as soon as it is made. */
import type { BatchState } from './batch-state.ts';
import { readyKey, signId, verifyId } from './key-ring.ts';
import type { ToRecord } from './work.ts';

/** An act with its signature. */
export type SignedRecord = ToRecord & { readonly signature: Uint8Array };

interface Begun {
  readonly signed: Promise<SignedRecord>;
  readonly verified: Promise<void>;
}

export class Signatures {
  readonly #state: Pick<BatchState, 'keys'>;
  readonly #begun = new WeakMap<ToRecord, Begun>();

  constructor(state: Pick<BatchState, 'keys'>) {
    this.#state = state;
  }

  /** Begins to sign and to verify, where that was not begun before. */
  #of(record: ToRecord): Begun {
    const known = this.#begun.get(record);
    if (known) return known;
    const signed = sign(record);
    const verified = signed.then((one) => this.#verify(one));
    // Whoever waits is told of a fault; where the batch fails for another reason, nobody does.
    verified.catch(() => undefined);
    const begun = { signed, verified };
    this.#begun.set(record, begun);
    return begun;
  }

  all(records: readonly ToRecord[]): Promise<SignedRecord[]> {
    return Promise.all(records.map((record) => this.#of(record).signed));
  }

  /** Waits until all are verified. Throws where one does not hold. */
  async verified(records: readonly ToRecord[]): Promise<void> {
    await Promise.all(records.map((record) => this.#of(record).verified));
  }

  /** Verifies what was signed here, like any act: with the key that the record knows. */
  async #verify({ act, signature, key }: SignedRecord): Promise<void> {
    if (key === null) return;
    const state = this.#state.keys.get(act.header.key);
    const holds = state && (await verifyId(act.id, signature, readyKey(state)));
    if (!holds) throw new Error(`the signature made for act ${act.id} does not hold`);
  }
}

async function sign(record: ToRecord): Promise<SignedRecord> {
  const { act, key, signature } = record;
  if (signature) return { ...record, signature };
  if (!key) throw new Error(`act ${act.id} has neither signature nor key`);
  return { ...record, signature: await signId(act.id, key) };
}
