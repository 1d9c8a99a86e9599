/**
 * Sealing for one node: HPKE (RFC 9180) with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM.
 * What a seal is for, from whom and for whom goes into its key, so that it opens as nothing else.
 * It hides; it vouches for nobody. What is inside is signed by itself.
 */
import type { webcrypto } from 'node:crypto';
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { canonicalBytes } from '../kernel/canonical.ts';
import type { Marking } from '../kernel/marking.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import { SEAL_RULE } from './rules.ts';

export const ENCRYPTION_KEY_BYTES = 32;
/** What a seal adds to what it seals: the encapsulated key, and the tag. */
export const ENCAPSULATED_BYTES = 32;
const TAG_BYTES = 16;
const MAGIC = Buffer.from('CCSL\u0001', 'latin1');
export const SEAL_BYTES = MAGIC.byteLength + ENCAPSULATED_BYTES + TAG_BYTES;
export const SEALED_MEDIA_TYPE = 'application/vnd.concord.sealed';

/** What a seal is for; both sides have to name the same. */
export interface SealContext {
  readonly purpose: 'page' | 'acts' | 'envelope' | 'bundle' | 'document';
  readonly network: string;
  /** The operator of the node that seals; empty where the outside is not to tell. */
  readonly sender: string;
  /** The operator of the node that it is sealed for. */
  readonly recipient: string;
}

/** A node's key for what is sealed for it. */
export interface EncryptionKey {
  readonly publicBytes: Uint8Array;
  readonly privateKey: CryptoKey;
}

/** Seals or opens one piece after another; each opens in its own place alone. */
export interface SealedPieces {
  next(piece: Uint8Array): Promise<Uint8Array>;
}

/** The library names the type of browsers, which node:crypto has by another name. */
type CryptoKey = webcrypto.CryptoKey;

const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** Whether what is so marked leaves a node sealed for its recipient alone (TLP 2.0). */
export function isSealedLevel({ level }: Marking): boolean {
  return level === 'red' || level === 'amber+strict';
}

/** The key of a secret seed of 32 bytes: DeriveKeyPair of RFC 9180, section 7.1.3. */
export async function encryptionKeyFromSeed(seed: Uint8Array): Promise<EncryptionKey> {
  const pair = (await suite.kem.deriveKeyPair(seed)) as webcrypto.CryptoKeyPair;
  const publicBytes = new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey));
  return { publicBytes, privateKey: pair.privateKey };
}

const infoOf = ({ purpose, network, sender, recipient }: SealContext): Uint8Array =>
  Buffer.concat([
    Buffer.from('concord seal v1\n', 'utf8'),
    canonicalBytes({ purpose, network, sender, recipient }),
  ]);

const noKey = (): Refusal =>
  refuse(SEAL_RULE, said('The recipient’s key is none that can be sealed for.'), {
    remedy: said('Ask its operator for a new statement of the node.'),
  });
const notOpened = (): Refusal =>
  refuse(SEAL_RULE, said('It was not sealed for this node and this purpose, or it was changed.'), {
    remedy: said('Ask the sender to seal it again, for the key that this node states.'),
  });

/** Begins to seal pieces, in their order; what is sealed with is to be sent first. */
export async function beginSealing(
  recipientKey: Uint8Array,
  context: SealContext,
): Promise<{ encapsulated: Uint8Array; pieces: SealedPieces } | Refusal> {
  try {
    const bytes = new Uint8Array(recipientKey);
    const recipientPublicKey = (await suite.kem.deserializePublicKey(bytes)) as CryptoKey;
    const sender = await suite.createSenderContext({ recipientPublicKey, info: infoOf(context) });
    const next = async (piece: Uint8Array) => new Uint8Array(await sender.seal(piece));
    return { encapsulated: new Uint8Array(sender.enc), pieces: { next } };
  } catch {
    return noKey();
  }
}

/** Begins to open what was sealed; `next` throws where a piece is not the one that comes next. */
export async function beginOpening(
  encapsulated: Uint8Array,
  key: EncryptionKey,
  context: SealContext,
): Promise<SealedPieces | Refusal> {
  try {
    const recipient = await suite.createRecipientContext({
      recipientKey: key.privateKey,
      enc: new Uint8Array(encapsulated),
      info: infoOf(context),
    });
    return { next: async (piece) => new Uint8Array(await recipient.open(piece)) };
  } catch {
    return notOpened();
  }
}

/** Opens the next piece, or says that it is not the one. */
export async function openPiece(
  pieces: SealedPieces,
  piece: Uint8Array,
): Promise<Uint8Array | Refusal> {
  try {
    return await pieces.next(piece);
  } catch {
    return notOpened();
  }
}

/** Seals bytes for a node. */
export async function sealFor(
  plain: Uint8Array,
  recipientKey: Uint8Array,
  context: SealContext,
): Promise<Uint8Array | Refusal> {
  const begun = await beginSealing(recipientKey, context);
  if ('refused' in begun) return begun;
  return Buffer.concat([MAGIC, begun.encapsulated, await begun.pieces.next(plain)]);
}

/** Opens what `sealFor` gave. */
export async function openSealed(
  sealed: Uint8Array,
  key: EncryptionKey,
  context: SealContext,
): Promise<Uint8Array | Refusal> {
  const start = MAGIC.byteLength + ENCAPSULATED_BYTES;
  if (sealed.byteLength < SEAL_BYTES || !MAGIC.equals(sealed.subarray(0, MAGIC.byteLength))) {
    return notOpened();
  }
  const pieces = await beginOpening(sealed.subarray(MAGIC.byteLength, start), key, context);
  return 'refused' in pieces ? pieces : openPiece(pieces, sealed.subarray(start));
}
