/** Bytes, hashes and signatures by what browsers have: WebCrypto, and the checks it leaves. */

export type Bytes = Uint8Array<ArrayBuffer>;

const HEX = 16;

export const bytesOf = (text: string): Bytes => new Uint8Array(new TextEncoder().encode(text));

export function hexOf(bytes: Bytes): string {
  return Array.from(bytes, (byte) => byte.toString(HEX).padStart(2, '0')).join('');
}

export function fromHex(hex: string): Bytes {
  const pairs = hex.match(/../g) ?? [];
  return new Uint8Array(pairs.map((pair) => Number.parseInt(pair, HEX)));
}

function base64(bytes: Bytes): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** Standard base64 in its one spelling; null for any other text. */
export function fromBase64(text: string): Bytes | null {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return null;
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return base64(bytes) === text ? bytes : null;
}

/** Base64url without padding, in its one spelling; null for any other text. */
export function fromBase64Url(text: string): Bytes | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
  const standard = text.replaceAll('-', '+').replaceAll('_', '/');
  return fromBase64(standard + '='.repeat((4 - (text.length % 4)) % 4));
}

export function joined(...pieces: readonly Bytes[]): Bytes {
  const all = new Uint8Array(pieces.reduce((total, piece) => total + piece.byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.byteLength;
  }
  return all;
}

export async function sha256(...pieces: readonly Bytes[]): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', joined(...pieces)));
}

export async function hmac(key: Bytes, message: Bytes): Promise<Bytes> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const made = await crypto.subtle.importKey('raw', key, algorithm, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', made, message));
}

/** Whether an Ed25519 signature holds. */
export async function holds(key: Bytes, message: Bytes, signature: Bytes): Promise<boolean> {
  if (signature.byteLength !== 64) return false;
  const made = await crypto.subtle.importKey('raw', key, { name: 'Ed25519' }, false, ['verify']);
  return crypto.subtle.verify({ name: 'Ed25519' }, made, signature, message);
}

const PRIME = 2n ** 255n - 19n;

function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, base % PRIME];
  for (let left = exponent; left > 0n; left /= 2n) {
    if (left % 2n === 1n) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}

const divided = (above: bigint, below: bigint): bigint =>
  (((above % PRIME) + PRIME) * power((below % PRIME) + PRIME, PRIME - 2n)) % PRIME;
const D = divided(-121_665n, 121_666n);

/** x², for a point of the curve -x² + y² = 1 + d·x²·y². */
const xSquared = (y: bigint): bigint => divided(y * y - 1n, D * ((y * y) % PRIME) + 1n);

/** y of twice the point. */
function doubled(y: bigint): bigint {
  const [xx, yy] = [xSquared(y), (y * y) % PRIME];
  return divided(yy + xx, 1n - ((((D * xx) % PRIME) * yy) % PRIME));
}

/**
 * Whether bytes are a key that means something: 32, canonical, on the curve, and of no small order,
 * for with such a key one signature would hold for every message.
 */
export function isSoundKey(key: Bytes): boolean {
  if (key.byteLength !== 32) return false;
  const y = BigInt(`0x${hexOf(key.toReversed())}`) % 2n ** 255n;
  if (y >= PRIME) return false;
  const xx = xSquared(y);
  if (xx !== 0n && power(xx, (PRIME - 1n) / 2n) !== 1n) return false;
  return doubled(doubled(doubled(y))) !== 1n;
}
