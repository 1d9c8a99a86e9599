/**
 * Acts signed and verified and nothing else: what any of the exchange is measured against. Reading
 * is from bytes as they travel; signing is from a payload to those bytes.
 */
import type { SignedAct } from '../src/kernel/act.ts';
import { publicKeyOf } from '../src/kernel/key.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { verifyAct } from '../src/kernel/sign.ts';
import { TestSigner } from '../src/store/test-signer.ts';

export interface Verified {
  /** Acts read from their bytes and verified in a second, on one core. */
  readonly verifiesPerSecond: number;
  /** Acts composed and signed in a second, on one core. */
  readonly signsPerSecond: number;
}

const ACTS = 2000;
const ROUNDS = 3;

/** The best of some rounds over all acts, since others may use the machine meanwhile. */
function perSecond(round: () => void): number {
  let best = 0;
  for (let at = 0; at < ROUNDS; at++) {
    const began = performance.now();
    round();
    best = Math.max(best, (ACTS / (performance.now() - began)) * 1000);
  }
  return best;
}

export function measureVerify(): Verified {
  const signer = new TestSigner('FRA');
  const key = publicKeyOf(signer.key.publicBytes);
  let acts: SignedAct[] = [];
  const signsPerSecond = perSecond(() => {
    acts = Array.from({ length: ACTS }, (_, at) => signer.note(`note-${at}`));
  });
  const verifiesPerSecond = perSecond(() => {
    for (const act of acts) {
      const read = verifyAct(act, () => key);
      if (isRefusal(read)) throw new Error(read.reason);
    }
  });
  return { verifiesPerSecond, signsPerSecond };
}
