/** The keys that a node signs with, and public keys made ready for verifying. */
import { type KeyObject, sign as cryptoSign, verify as cryptoVerify } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { ActId } from '../kernel/act.ts';
import { SIGNATURE_BYTES, type SigningKey, publicKeyOf } from '../kernel/key.ts';
import type { KeyState } from '../kernel/mandate.ts';
import { signedMessage } from '../kernel/sign.ts';

/** Which keys this node holds; null for an actor that signs elsewhere. */
export interface KeyRing {
  keyFor(actor: string): SigningKey | null;
}

/**
 * The ring as it is now, for the acts of one batch: each actor's key is looked for once, which is a
 * look at a file of its own, and all acts of the batch are signed and judged by the same keys.
 */
export function ringForBatch(ring: KeyRing): KeyRing {
  const found = new Map<string, SigningKey | null>();
  return {
    keyFor(actor) {
      const known = found.get(actor);
      if (known !== undefined) return known;
      const key = ring.keyFor(actor);
      found.set(actor, key);
      return key;
    },
  };
}

const READY_KEYS_MAX = 4096;

const ready = new LRUCache<string, KeyObject>({ max: READY_KEYS_MAX });

/** The key for node:crypto; checked once when it is first used, and then kept. */
export function readyKey(state: KeyState): KeyObject {
  const known = ready.get(state.key);
  if (known) return known;
  const made = publicKeyOf(state.publicKey);
  ready.set(state.key, made);
  return made;
}

/**
 * Signs an act's id off the main thread. Verifying and signing in libuv's threads uses every core
 * and was measured at 1.7 times one core on two; worker threads would copy the bytes besides.
 */
export function signId(id: ActId, key: SigningKey): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    cryptoSign(null, signedMessage(id), key.privateKey, (error, signature) => {
      if (error) reject(error);
      else resolve(signature);
    });
  });
}

/** Whether the signature over an act's id was made with the key, found out off the main thread. */
export function verifyId(id: ActId, signature: Uint8Array, key: KeyObject): Promise<boolean> {
  if (signature.byteLength !== SIGNATURE_BYTES) return Promise.resolve(false);
  return new Promise((resolve, reject) => {
    cryptoVerify(null, signedMessage(id), key, signature, (error, holds) => {
      if (error) reject(error);
      else resolve(holds);
    });
  });
}
