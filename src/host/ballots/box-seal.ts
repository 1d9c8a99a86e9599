/**
 * What lies in a box before it is opened, sealed for the database: whoever has its files, its log
 * or a copy learns neither what was marked nor, from one version to the next, which ballot came.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { SecretBallot } from '../../kernel/secret-ballot.ts';

const Content = z.strictObject({
  /** The private half of the key that papers are signed with. */
  secret: z.string(),
  /** By their serials: the order in which they came is nowhere. */
  ballots: z.array(SecretBallot),
});
export type BoxContent = z.output<typeof Content>;

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Filled up to a multiple of this, so that lengths do not tell a yes from a no. */
export const FILLED_TO_BYTES = 16 * 1024;

const keyOf = (nodeSecret: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', nodeSecret, '', 'concord ballot box v1', KEY_BYTES));

/** Seals a box under the node's own secret; `place` cannot be exchanged for another. */
export function sealBox(nodeSecret: string, place: string, content: BoxContent): Buffer {
  const text = Buffer.from(JSON.stringify(content), 'utf8');
  const filled = Buffer.alloc(Math.ceil(text.length / FILLED_TO_BYTES) * FILLED_TO_BYTES, ' ');
  text.copy(filled);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(nodeSecret), nonce);
  cipher.setAAD(Buffer.from(place, 'utf8'));
  const sealed = Buffer.concat([cipher.update(filled), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** What a box holds. Throws where it was sealed otherwise. */
export function unsealBox(nodeSecret: string, place: string, sealed: Uint8Array): BoxContent {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, keyOf(nodeSecret), nonce);
  decipher.setAAD(Buffer.from(place, 'utf8'));
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const filled = [decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()];
  return Content.parse(JSON.parse(Buffer.concat(filled).toString('utf8')));
}
