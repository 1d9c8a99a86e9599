/** Sets of roll calls as bits: which of all a body's roll calls, in the order of their dates. */

const WORD_BITS = 32;
export type Bits = Uint32Array;

/** A set of that many roll calls, with none in it. */
export const noneOf = (size: number): Bits => new Uint32Array(Math.ceil(size / WORD_BITS));

/** Puts the roll call at a place into the set. */
export function include(bits: Bits, at: number): void {
  const word = at >>> 5;
  bits[word] = (bits[word] ?? 0) | (1 << (at & 31));
}

/** Whether the roll call at a place is in the set. */
export const includes = (bits: Bits, at: number): boolean =>
  (((bits[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 1;

/** How many bits of a word are set, by adding up neighbours, pairs, and fours. */
export function bitCount(word: number): number {
  let sum = word - ((word >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many roll calls are in the set. */
export function sizeOf(bits: Bits): number {
  let size = 0;
  for (const word of bits) size += bitCount(word);
  return size;
}

/** What is in both sets. */
export const common = (one: Bits, other: Bits): Bits =>
  one.map((word, at) => word & (other[at] ?? 0));
