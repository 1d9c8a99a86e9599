/**
 * Numbers that a node gives out, each good for one request. Freshness so rests on the clock of the
 * node that is asked and on nobody else's, and a request that was overheard cannot be made again.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { base64Url } from '../kernel/signed-act-json.ts';

export const NONCE_SECONDS = 120;
/** Numbers that were used and not yet old; beyond it none is taken until some are. */
export const NONCES_USED_MAX = 200_000;

const TIME_BYTES = 6;
const RANDOM_BYTES = 12;
const TAG_BYTES = 16;
const FORM = /^[A-Za-z0-9_-]{46}$/;

/** Remembers which numbers were used, until they are too old to be taken anyway. */
export interface UsedNonces {
  /** Uses the number up; false where it was used before, or too many are remembered. */
  use(nonce: string, until: number): Promise<boolean>;
}

export interface Nonces {
  make(): string;
  /** Uses up a number that this node made; false where it did not, or it is old or used. */
  use(nonce: string): Promise<boolean>;
}

/** Remembers within this process: for a node of one process, and for tests. */
export function usedInMemory(now: () => number, usedMax = NONCES_USED_MAX): UsedNonces {
  const used = new Map<string, number>();
  const forget = (): void => {
    // They are put in nearly by age, so that the old ones stand first.
    for (const [nonce, until] of used) {
      if (until > now()) return;
      used.delete(nonce);
    }
  };
  return {
    use: (nonce, until) => {
      forget();
      if (used.has(nonce) || used.size >= usedMax) return Promise.resolve(false);
      used.set(nonce, until);
      return Promise.resolve(true);
    },
  };
}

/**
 * Numbers under a secret of the node, so that any of its processes knows those of the others.
 * `now` gives milliseconds.
 */
export function createNonces(secret: string, used: UsedNonces, now: () => number): Nonces {
  const tagOf = (body: Uint8Array): Buffer =>
    createHmac('sha256', `concord nonce v1\n${secret}`)
      .update(body)
      .digest()
      .subarray(0, TAG_BYTES);
  return {
    make: () => {
      const body = Buffer.concat([Buffer.alloc(TIME_BYTES), randomBytes(RANDOM_BYTES)]);
      body.writeUIntBE(now(), 0, TIME_BYTES);
      return base64Url(Buffer.concat([body, tagOf(body)]));
    },
    use: async (nonce) => {
      if (!FORM.test(nonce)) return false;
      const bytes = Buffer.from(nonce, 'base64url');
      // The last letter holds spare bits: another spelling would be another number.
      if (base64Url(bytes) !== nonce) return false;
      const body = bytes.subarray(0, TIME_BYTES + RANDOM_BYTES);
      if (!timingSafeEqual(tagOf(body), bytes.subarray(TIME_BYTES + RANDOM_BYTES))) return false;
      const madeAt = body.readUIntBE(0, TIME_BYTES);
      const until = madeAt + NONCE_SECONDS * 1000;
      return until > now() && madeAt <= now() + NONCE_SECONDS * 1000 && used.use(nonce, until);
    },
  };
}
