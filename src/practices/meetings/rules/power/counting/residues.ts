/**
 * Large whole numbers as their remainders: what is only added and subtracted is counted by a few
 * moduli that a processor adds without loss, and put together at the end. Garner 1959.
 */

function divisorOf(one: bigint, other: bigint): bigint {
  let [a, b] = [one, other];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

const MODULUS_MAX = 2n ** 40n;
/** So often what is below twice a modulus may be doubled before it no longer stays exact. */
export const ADDITIONS_MAX = 12;

/** Moduli that have no divisor in common, enough to tell all numbers up to so many bits apart. */
export function moduliFor(bits: number): readonly number[] {
  const moduli: bigint[] = [];
  let product = 1n;
  for (let next = MODULUS_MAX; product <= 2n ** BigInt(bits); next -= 1n) {
    if (moduli.some((one) => divisorOf(one, next) !== 1n)) continue;
    moduli.push(next);
    product *= next;
  }
  return moduli.map(Number);
}

/** By what a number has to be multiplied to leave one; the two have no divisor in common. */
function inverse(number: bigint, modulus: bigint): bigint {
  let [a, b] = [number % modulus, modulus];
  let [x, y] = [1n, 0n];
  while (b !== 0n) {
    const quotient = a / b;
    [a, b] = [b, a - quotient * b];
    [x, y] = [y, x - quotient * y];
  }
  return ((x % modulus) + modulus) % modulus;
}

/** Puts numbers together from their remainders by these moduli, which may be negative. */
export function togetherFrom(moduli: readonly number[]): (remainders: readonly number[]) => bigint {
  const all = moduli.map(BigInt);
  const product = all.reduce((one, other) => one * other, 1n);
  const parts = all.map((modulus) => {
    const others = product / modulus;
    return others * inverse(others, modulus);
  });
  return (remainders) => {
    const sum = remainders.reduce((all, one, at) => all + BigInt(one) * (parts[at] ?? 0n), 0n);
    return ((sum % product) + product) % product;
  };
}
