/** Exact fractions over BigInt: thresholds, weights and shares never pass through a float. */

export interface Fraction {
  readonly numerator: bigint;
  /** Always positive. */
  readonly denominator: bigint;
}

function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  let [a, b] = [one < 0n ? -one : one, other];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** A fraction in lowest terms. Throws RangeError for a denominator of zero. */
export function fraction(numerator: bigint, denominator = 1n): Fraction {
  if (denominator === 0n) throw new RangeError('a fraction has no denominator of zero');
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(numerator, sign * denominator);
  return {
    numerator: (sign * numerator) / divisor,
    denominator: (sign * denominator) / divisor,
  };
}

/** Longer text is refused before it is read: BigInt takes quadratic time for it. */
export const FRACTION_TEXT_MAX = 100;

/** Reads `2/3`, `0.55`, `55` or `-1.5`. Throws RangeError for anything else, or too long a text. */
export function parseFraction(text: string): Fraction {
  if (text.length > FRACTION_TEXT_MAX) throw new RangeError('a fraction of too many digits');
  const match = /^(-?\d+)(?:\/(\d+)|\.(\d+))?$/.exec(text);
  if (!match) throw new RangeError(`not a fraction: ${text}`);
  const [, whole = '0', denominator, decimals] = match;
  if (denominator !== undefined) return fraction(BigInt(whole), BigInt(denominator));
  if (decimals === undefined) return fraction(BigInt(whole));
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

/** The fraction as text that `parseFraction` reads: `2/3`, or `2` for a whole number. */
export function fractionText({ numerator, denominator }: Fraction): string {
  return denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`;
}

/** The exact sum of two fractions. */
export function add(one: Fraction, other: Fraction): Fraction {
  return fraction(
    one.numerator * other.denominator + other.numerator * one.denominator,
    one.denominator * other.denominator,
  );
}

/** The exact product of two fractions. */
export function multiply(one: Fraction, other: Fraction): Fraction {
  return fraction(one.numerator * other.numerator, one.denominator * other.denominator);
}

/** Negative, zero or positive, as `one` is less than, equal to or more than `other`. */
export function compare(one: Fraction, other: Fraction): number {
  const difference = one.numerator * other.denominator - other.numerator * one.denominator;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/**
 * The sum of fractions; zero for none. Figures of one table share few denominators, within which
 * nothing has to be reduced to lowest terms on the way.
 */
export function sum(all: Iterable<Fraction>): Fraction {
  const numerators = new Map<bigint, bigint>();
  for (const { numerator, denominator } of all) {
    numerators.set(denominator, (numerators.get(denominator) ?? 0n) + numerator);
  }
  let total = fraction(0n);
  for (const [denominator, numerator] of numerators) {
    total = add(total, fraction(numerator, denominator));
  }
  return total;
}

/** The smallest whole number not below the fraction, as needed for "at least two thirds of 193". */
export function ceiling(one: Fraction): bigint {
  const quotient = one.numerator / one.denominator;
  const exact = quotient * one.denominator === one.numerator;
  return exact || one.numerator < 0n ? quotient : quotient + 1n;
}

/**
 * Decimal text rounded half away from zero to `places`, for showing only. Throws RangeError where
 * `places` is negative or no whole number.
 */
export function toDecimal(one: Fraction, places: number): string {
  const scale = 10n ** BigInt(places);
  const negative = one.numerator < 0n;
  const magnitude = negative ? -one.numerator : one.numerator;
  const scaled = (magnitude * scale * 2n + one.denominator) / (one.denominator * 2n);
  const digits = scaled.toString().padStart(places + 1, '0');
  const sign = negative && scaled !== 0n ? '-' : '';
  if (places === 0) return sign + digits;
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
