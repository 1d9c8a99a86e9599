/** The limit that the machine sets: Ed25519 on one core, by the product's own library. */
import { generateKeyPairSync, sign, verify } from 'node:crypto';

export interface Machine {
  readonly signsPerSecond: number;
  readonly verifiesPerSecond: number;
  /** Acts that one core could sign and verify in a second, did it nothing else. */
  readonly actsPerSecond: number;
}

const SLICES = 5;
const SLICE_MILLISECONDS = 120;
/** As long as the message that is signed for an act: the domain and a digest. */
const MESSAGE_BYTES = 47;

/** How often a second: the best of several slices, since others may use the machine meanwhile. */
function perSecond(work: () => void): number {
  let best = 0;
  for (let slice = 0; slice < SLICES; slice++) {
    const began = performance.now();
    let [done, took] = [0, 0];
    while (took < SLICE_MILLISECONDS) {
      for (let at = 0; at < 20; at++) work();
      done += 20;
      took = performance.now() - began;
    }
    best = Math.max(best, (done / took) * 1000);
  }
  return best;
}

export function measureMachine(): Machine {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const message = Buffer.alloc(MESSAGE_BYTES, 7);
  const signature = sign(null, message, privateKey);
  const signsPerSecond = perSecond(() => sign(null, message, privateKey));
  const verifiesPerSecond = perSecond(() => {
    if (!verify(null, message, publicKey, signature)) throw new Error('a signature does not hold');
  });
  const actsPerSecond = 1 / (1 / signsPerSecond + 1 / verifiesPerSecond);
  return { signsPerSecond, verifiesPerSecond, actsPerSecond };
}

/** The machine as the less favourable of two looks found it. */
export function slower(one: Machine, other: Machine): Machine {
  return one.actsPerSecond <= other.actsPerSecond ? one : other;
}
