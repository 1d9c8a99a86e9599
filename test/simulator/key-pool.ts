/**
 * Keys for a run, the same ones in every run: whether a key is weak takes a millisecond to find
 * out, and is remembered by the key.
 */
import { createHash } from 'node:crypto';
import { type SigningKey, keyFromSeed } from '../../src/kernel/key.ts';

const made: SigningKey[] = [];

/** Gives one key after another, none twice. */
export function keysInOrder(): () => SigningKey {
  let at = 0;
  return () => {
    const seed = createHash('sha256').update(`simulated key ${at}`).digest();
    const key = made[at] ?? keyFromSeed(seed);
    made[at] = key;
    at += 1;
    return key;
  };
}
