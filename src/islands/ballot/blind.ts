/**
 * Blind signatures in the browser (RFC 9474, RSABSSA-SHA384-PSS-Deterministic): a second
 * implementation on purpose, held to the same vectors as the node's.
 */
const HASH_BYTES = 48;
const EXPONENT = 65_537n;

type Bytes = Uint8Array<ArrayBuffer>;

export const fromText = (text: string): Bytes =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));

export const toText = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const numberOf = (bytes: Uint8Array): bigint =>
  BigInt(`0x0${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`);

function bytesOf(value: bigint, length: number): Bytes {
  const hex = value.toString(16).padStart(2 * length, '0');
  return Uint8Array.from({ length }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16));
}

function power(base: bigint, modulus: bigint): bigint {
  let [result, square] = [1n, base];
  for (let rest = EXPONENT; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

function inverseOf(value: bigint, modulus: bigint): bigint {
  let [older, newer, before, now] = [modulus, value, 0n, 1n];
  while (newer > 0n) {
    const times = older / newer;
    [older, newer] = [newer, older - times * newer];
    [before, now] = [now, before - times * now];
  }
  return ((before % modulus) + modulus) % modulus;
}

function joined(...parts: readonly Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const hash = async (...parts: readonly Uint8Array[]): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-384', joined(...parts)));

/** A message as a number to be signed (RFC 8017, section 9.1.1). */
async function encoded(message: Uint8Array, salt: Uint8Array, length: number): Promise<bigint> {
  const digest = await hash(new Uint8Array(8), await hash(message), salt);
  const masked = new Uint8Array(length - HASH_BYTES - 1);
  masked[masked.length - salt.length - 1] = 1;
  masked.set(salt, masked.length - salt.length);
  for (let block = 0; block * HASH_BYTES < masked.length; block++) {
    const mask = await hash(digest, bytesOf(BigInt(block), 4));
    for (let at = 0; at < HASH_BYTES; at++) {
      const place = block * HASH_BYTES + at;
      if (place < masked.length) masked[place] = (masked[place] ?? 0) ^ (mask[at] ?? 0);
    }
  }
  masked[0] = (masked[0] ?? 0) & 0x7f;
  return numberOf(joined(masked, digest, Uint8Array.of(0xbc)));
}

/** What the voter draws by lot. */
export interface Drawn {
  readonly salt: Uint8Array;
  readonly factor: bigint;
}

function drawn(modulus: bigint, length: number): Drawn {
  for (;;) {
    const factor = numberOf(crypto.getRandomValues(new Uint8Array(length)));
    const salt = crypto.getRandomValues(new Uint8Array(HASH_BYTES));
    if (factor > 1n && factor < modulus) return { salt, factor };
  }
}

/** Hides a message: what is handed in, and what takes the veil off again. */
export async function blind(key: Uint8Array, message: Uint8Array, own?: Drawn) {
  const n = numberOf(key);
  const { salt, factor } = own ?? drawn(n, key.length);
  const number = await encoded(message, salt, key.length);
  return {
    blinded: bytesOf((number * power(factor, n)) % n, key.length),
    inverse: bytesOf(inverseOf(factor, n), key.length),
  };
}

/** Takes the veil off a signature; null where it is none of the message. */
export async function unblind(
  key: Uint8Array,
  message: Bytes,
  { signature, inverse }: { readonly signature: Uint8Array; readonly inverse: Uint8Array },
): Promise<Bytes | null> {
  const n = numberOf(key);
  const plain = bytesOf((numberOf(signature) * numberOf(inverse)) % n, key.length);
  const jwk = { kty: 'RSA', n: toText(key), e: 'AQAB', ext: true };
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
  const known = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['verify']);
  const how = { name: 'RSA-PSS', saltLength: HASH_BYTES };
  return (await crypto.subtle.verify(how, known, plain, message)) ? plain : null;
}
