/** The operator's signature over a whole file that leaves a node. */
import { hash, sign as cryptoSign, verify as cryptoVerify } from 'node:crypto';
import { z } from 'zod';
import { ActorId } from './actor-id.ts';
import { canonicalBytes } from './canonical.ts';
import { KeyId, type SigningKey, publicKeyOf } from './key.ts';
import type { Authority } from './record-file-authority.ts';
import { base64Url } from './signed-act-json.ts';

export const Seal = z.strictObject({
  author: ActorId,
  key: KeyId,
  /** Ed25519 over the domain of the kind of file, and the SHA-256 of all but the seal. */
  signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
});
export type Seal = z.infer<typeof Seal>;

/** What a seal is made over. `domain` keeps kinds of files apart, and from acts and other uses. */
export function sealMessage(domain: string, content: object): Uint8Array {
  const digest = hash('sha256', canonicalBytes(content), 'buffer');
  return Buffer.concat([Buffer.from(`${domain}\n`, 'utf8'), digest]);
}

/** A seal by the key of an author. */
export function sealOver(message: Uint8Array, author: string, key: SigningKey): Seal {
  const signature = base64Url(cryptoSign(null, message, key.privateKey));
  return { author, key: key.id, signature };
}

/** Why the seal is not the operator's over the message; null where it is. */
export function sealFault(
  seal: Seal,
  message: Uint8Array,
  operator: string,
  authority: Authority,
): string | null {
  if (seal.author !== operator) {
    return `The seal is of ${seal.author}, and not of the operator, ${operator}.`;
  }
  const key = authority.keys.get(seal.key);
  if (!key || key.actor !== seal.author || key.until !== null) {
    return `The seal is by a key that ${seal.author} does not have: ${seal.key}.`;
  }
  const signature = Buffer.from(seal.signature, 'base64url');
  const isWhole = base64Url(signature) === seal.signature;
  return isWhole && cryptoVerify(null, message, publicKeyOf(key.publicKey), signature)
    ? null
    : 'The seal does not hold: something in the file was changed after it was made.';
}
