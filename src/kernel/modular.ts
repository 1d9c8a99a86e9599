/** Arithmetic with large whole numbers modulo another. Not in constant time: for no secret keys. */

/** `base` to the power of `exponent`, modulo `modulus`. */
export function powerOf(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** The inverse of `value` modulo `modulus`; null where they have a divisor in common. */
export function inverseOf(value: bigint, modulus: bigint): bigint | null {
  let [older, newer] = [modulus, ((value % modulus) + modulus) % modulus];
  let [before, now] = [0n, 1n];
  while (newer > 0n) {
    const times = older / newer;
    [older, newer] = [newer, older - times * newer];
    [before, now] = [now, before - times * now];
  }
  if (older !== 1n) return null;
  return ((before % modulus) + modulus) % modulus;
}

/** A number of so many bytes, the first the highest (RFC 8017, section 4.1). */
export function toOctets(value: bigint, length: number): Uint8Array {
  return Buffer.from(value.toString(16).padStart(2 * length, '0'), 'hex');
}

/** The number that bytes stand for (RFC 8017, section 4.2). */
export function fromOctets(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}
