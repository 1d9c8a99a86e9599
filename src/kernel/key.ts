/**
 * Ed25519 keys and their hygiene. A key not canonically encoded or not on the curve is refused (RFC
 * 8032, section 5.1.3), and so is one of small order: with it one constant signature verifies any
 * message (Chalkias, Garillot and Nikolaenko, "Taming the many EdDSAs", 2020).
 */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { z } from 'zod';

export const PUBLIC_KEY_BYTES = 32;
export const SEED_BYTES = 32;
export const SIGNATURE_BYTES = 64;

/** A key's name: the first 128 bits of the SHA-256 of its public bytes, hex. */
export const KeyId = z.string().regex(/^[0-9a-f]{32}$/);
export type KeyId = z.infer<typeof KeyId>;

export interface SigningKey {
  readonly id: KeyId;
  readonly publicBytes: Uint8Array;
  readonly privateKey: KeyObject;
}

/** The field of the curve, RFC 8032, section 5.1. */
const PRIME = 2n ** 255n - 19n;

// The DER that RFC 8410 puts before the bytes of a public key and of a seed.
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

function modulo(value: bigint): bigint {
  const rest = value % PRIME;
  return rest < 0n ? rest + PRIME : rest;
}

function power(base: bigint, exponent: bigint): bigint {
  let [result, square, left] = [1n, modulo(base), exponent];
  for (; left > 0n; left >>= 1n) {
    if (left & 1n) result = modulo(result * square);
    square = modulo(square * square);
  }
  return result;
}

const invert = (value: bigint): bigint => power(value, PRIME - 2n);
const CURVE_D = modulo(-121665n * invert(121666n));

/** x squared of the curve point with this y, from -x² + y² = 1 + d·x²·y². */
function squaredX(y: bigint): bigint {
  const ySquared = modulo(y * y);
  return modulo((ySquared - 1n) * invert(modulo(CURVE_D * ySquared + 1n)));
}

/** y of twice the point; x² is enough, since doubling is symmetric in x. */
function doubledY(y: bigint): bigint {
  const [xx, yy] = [squaredX(y), modulo(y * y)];
  return modulo((yy + xx) * invert(modulo(1n - CURVE_D * xx * yy)));
}

/**
 * Why the bytes are no acceptable public key, in words, or null where they are one. It takes about
 * a millisecond, and is meant for registration, once a key.
 */
export function publicKeyFault(bytes: Uint8Array): string | null {
  if (bytes.byteLength !== PUBLIC_KEY_BYTES) return `not ${PUBLIC_KEY_BYTES} bytes`;
  const littleEndian = Buffer.from(bytes).reverse();
  littleEndian[0] = (littleEndian[0] ?? 0) & 0x7f;
  const y = BigInt(`0x${littleEndian.toString('hex')}`);
  if (y >= PRIME) return 'not canonically encoded';
  const xx = squaredX(y);
  if (xx !== 0n && power(xx, (PRIME - 1n) / 2n) !== 1n) return 'not a point of the curve';
  if (doubledY(doubledY(doubledY(y))) === 1n) return 'of small order';
  return null;
}

/** The name of a public key. */
export function keyIdOf(publicBytes: Uint8Array): KeyId {
  return createHash('sha256').update(publicBytes).digest('hex').slice(0, 32);
}

/**
 * The public key for node:crypto. Throws RangeError where `publicKeyFault` finds one, and takes as
 * long: keep what it returns.
 */
export function publicKeyOf(publicBytes: Uint8Array): KeyObject {
  const found = publicKeyFault(publicBytes);
  if (found) throw new RangeError(`no public key: ${found}`);
  const der = Buffer.concat([SPKI_PREFIX, publicBytes]);
  return createPublicKey({ key: der, format: 'der', type: 'spki' });
}

function signingKey(privateKey: KeyObject): SigningKey {
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  const publicBytes = new Uint8Array(der.subarray(-PUBLIC_KEY_BYTES));
  return { id: keyIdOf(publicBytes), publicBytes, privateKey };
}

/** A new key from the system's source of randomness. */
export function generateKey(): SigningKey {
  return signingKey(generateKeyPairSync('ed25519').privateKey);
}

/** The key with this secret seed of 32 bytes. Throws RangeError for another length. */
export function keyFromSeed(seed: Uint8Array): SigningKey {
  if (seed.byteLength !== SEED_BYTES) throw new RangeError(`a seed has ${SEED_BYTES} bytes`);
  const der = Buffer.concat([PKCS8_PREFIX, seed]);
  return signingKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
}

/** The secret seed of a key, 32 bytes, to be kept in a file that nobody else reads. */
export function seedOf(key: SigningKey): Uint8Array {
  const der = key.privateKey.export({ format: 'der', type: 'pkcs8' });
  return new Uint8Array(der.subarray(-SEED_BYTES));
}
