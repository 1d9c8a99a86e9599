/**
 * What can be done for acts of other nodes before their turn comes, while the database works on
 * those before them: read them, and check their signatures with keys met already. What was taken a
 * moment ago is kept for the admissions that name it. None of it decides anything.
 */
import type { KeyObject } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Act, ActId, SignedAct } from '../../kernel/act.ts';
import type { KeyState } from '../../kernel/mandate.ts';
import { type Refusal, isRefusal } from '../../kernel/refusal.ts';
import { inSlices } from '../in-slices.ts';
import { readyKey, ringForBatch, verifyId } from '../key-ring.ts';
import type { NodeIdentity } from '../work.ts';
import { type Given, readGiven } from './take-given.ts';

const KEYS_MET_MAX = 1000;
const RECENT_BYTES_MAX = 64 * 1024 * 1024;
/** No longer than an admission is behind what it admits: what is erased is not to live on here. */
const RECENT_MILLISECONDS = 30_000;

/** An act that is held here. */
export interface HeldAct {
  readonly act: Act;
  readonly signed: SignedAct;
}

interface Checked {
  readonly key: string;
  readonly holds: Promise<boolean>;
}

const sizeOf = ({ signed }: HeldAct): number =>
  signed.parts.reduce((sum, part) => sum + (part?.bytes.byteLength ?? 0), signed.header.byteLength);

export class Ahead {
  readonly #node: NodeIdentity;
  readonly #read = new WeakMap<SignedAct, Given | Refusal>();
  readonly #checked = new WeakMap<SignedAct, Checked>();
  readonly #keys = new LRUCache<string, KeyObject>({ max: KEYS_MET_MAX });
  readonly #recent = new LRUCache<ActId, HeldAct>({
    maxSize: RECENT_BYTES_MAX,
    sizeCalculation: sizeOf,
    ttl: RECENT_MILLISECONDS,
  });

  constructor(node: NodeIdentity) {
    this.#node = node;
  }

  /** Reads an act, once. */
  read(signed: SignedAct, node = this.#node): Given | Refusal {
    const known = this.#read.get(signed);
    if (known) return known;
    const given = readGiven(node, signed);
    this.#read.set(signed, given);
    return given;
  }

  /** Reads acts, and begins to check their signatures where their keys were met before. */
  async prepare(acts: readonly SignedAct[]): Promise<void> {
    const node = { ...this.#node, keys: ringForBatch(this.#node.keys) };
    await inSlices(acts, (signed) => {
      const given = this.read(signed, node);
      if (isRefusal(given)) return true;
      const { id, header } = given.act;
      const key = this.#keys.get(header.key);
      if (key) void this.#check(signed, id, header.key, key);
      return true;
    });
  }

  #check(signed: SignedAct, id: ActId, key: string, ready: KeyObject): Promise<boolean> {
    const known = this.#checked.get(signed);
    // A key is named by the digest of its bytes, so that one name is one key.
    if (known?.key === key) return known.holds;
    const holds = verifyId(id, signed.signature, ready);
    // Whoever asks is told of a fault; that nobody asks is none.
    holds.catch(() => undefined);
    this.#checked.set(signed, { key, holds });
    return holds;
  }

  /** Whether the signature over the act was made with the key. */
  holds({ act, signed }: Given, state: KeyState): Promise<boolean> {
    const key = readyKey(state);
    this.#keys.set(state.key, key);
    return this.#check(signed, act.id, state.key, key);
  }

  /** Keeps for a moment what was taken and recorded. */
  keep(taken: Iterable<HeldAct>): void {
    for (const { act, signed } of taken) this.#recent.set(act.id, { act, signed });
  }

  /** An act that was taken a moment ago. */
  recent(id: ActId): HeldAct | undefined {
    return this.#recent.get(id);
  }
}
