/**
 * Blind signatures (RFC 9474, RSABSSA-SHA384-PSS-Deterministic): whoever signs learns nothing of
 * the message, and cannot tell later which of its signatures it was. What is secret to the signer
 * is computed by the platform's own RSA; numbers here are the public ones and the voter's own.
 */
import {
  type KeyObject,
  constants,
  createHash,
  createPublicKey,
  privateDecrypt,
  randomBytes,
  verify,
} from 'node:crypto';
import { fromOctets, inverseOf, powerOf, toOctets } from './modular.ts';

export const MODULUS_BITS = 2048;
export const MODULUS_BYTES = MODULUS_BITS / 8;
const EXPONENT = 65_537n;
/** The length of the hash and of the salt in bytes: the variant has both as long as SHA-384. */
export const SALT_BYTES = 48;
const HASH = 'sha384';

const hash = (...parts: readonly Uint8Array[]): Uint8Array => {
  const sum = createHash(HASH);
  for (const part of parts) sum.update(part);
  return sum.digest();
};

/** The mask of a seed (RFC 8017, appendix B.2.1). */
function maskOf(seed: Uint8Array, length: number): Uint8Array {
  const blocks = Array.from({ length: Math.ceil(length / SALT_BYTES) }, (_, at) =>
    hash(seed, toOctets(BigInt(at), 4)),
  );
  return Buffer.concat(blocks).subarray(0, length);
}

/** A message as a number to be signed (RFC 8017, section 9.1.1, over one bit less than the key). */
export function encodedMessage(message: Uint8Array, salt: Uint8Array, length: number): bigint {
  const digest = hash(new Uint8Array(8), hash(message), salt);
  const mask = maskOf(digest, length - SALT_BYTES - 1);
  const padded = Buffer.alloc(mask.length);
  padded[mask.length - salt.length - 1] = 1;
  padded.set(salt, mask.length - salt.length);
  const masked = padded.map((byte, at) => byte ^ (mask[at] ?? 0));
  masked[0] = (masked[0] ?? 0) & 0x7f;
  return fromOctets(Buffer.concat([masked, digest, Buffer.of(0xbc)]));
}

/** What the voter draws by lot: a salt, and the number that hides the message. */
export interface Randomness {
  readonly salt: Uint8Array;
  readonly factor: bigint;
}

/** A message as it is handed in, and what takes the veil off the signature again. */
export interface Blinded {
  readonly blinded: Uint8Array;
  readonly inverse: Uint8Array;
}

function drawn(modulus: bigint): Randomness {
  for (;;) {
    const factor = fromOctets(randomBytes(MODULUS_BYTES));
    // Drawn evenly: what is too large is drawn again (RFC 9474, section 4.2).
    if (factor > 0n && factor < modulus) return { salt: randomBytes(SALT_BYTES), factor };
  }
}

/** Hides a message under a random factor. Throws RangeError where the key is no key. */
export function blind(modulus: Uint8Array, message: Uint8Array, own?: Randomness): Blinded {
  const n = fromOctets(modulus);
  // Of a number that is much smaller, drawing by lot would never end.
  if ((modulus[0] ?? 0) < 0x80) throw new RangeError('no RSA key');
  const { salt, factor } = own ?? drawn(n);
  const encoded = encodedMessage(message, salt, modulus.length);
  const inverse = inverseOf(factor, n);
  if (inverse === null || inverseOf(encoded, n) === null) throw new RangeError('no RSA key');
  return {
    blinded: toOctets((encoded * powerOf(factor, EXPONENT, n)) % n, modulus.length),
    inverse: toOctets(inverse, modulus.length),
  };
}

/** Whether a signature is that of what was handed in, hidden as it is. */
export function blindSignatureHolds(
  modulus: Uint8Array,
  blinded: Uint8Array,
  signature: Uint8Array,
): boolean {
  const n = fromOctets(modulus);
  const [signed, given] = [fromOctets(signature), fromOctets(blinded)];
  return signed < n && given < n && powerOf(signed, EXPONENT, n) === given;
}

/** Signs what is hidden; null where it is no number below the modulus. */
export function blindSign(
  key: KeyObject,
  modulus: Uint8Array,
  blinded: Uint8Array,
): Uint8Array | null {
  if (blinded.length !== modulus.length || fromOctets(blinded) >= fromOctets(modulus)) return null;
  const signature = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, blinded);
  // A fault in the computation could give the key away (RFC 9474, section 4.3).
  return blindSignatureHolds(modulus, blinded, signature) ? signature : null;
}

const publicKeyOf = (modulus: Uint8Array): KeyObject =>
  createPublicKey({
    key: { kty: 'RSA', n: Buffer.from(modulus).toString('base64url'), e: 'AQAB' },
    format: 'jwk',
  });

/** Whether it is an ordinary signature over the message (RSASSA-PSS, SHA-384). */
export function signatureHolds(
  modulus: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  const key = { key: publicKeyOf(modulus), padding, saltLength: SALT_BYTES };
  return signature.length === modulus.length && verify(HASH, message, key, signature);
}

/** Takes the veil off; null where what was handed out is no signature of the message. */
export function unblind(
  modulus: Uint8Array,
  message: Uint8Array,
  { signature, inverse }: { readonly signature: Uint8Array; readonly inverse: Uint8Array },
): Uint8Array | null {
  const n = fromOctets(modulus);
  const plain = toOctets((fromOctets(signature) * fromOctets(inverse)) % n, modulus.length);
  return signatureHolds(modulus, message, plain) ? plain : null;
}
