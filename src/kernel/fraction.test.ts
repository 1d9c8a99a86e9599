import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  FRACTION_TEXT_MAX,
  add,
  ceiling,
  compare,
  fraction,
  fractionText,
  multiply,
  parseFraction,
  sum,
  toDecimal,
} from './fraction.ts';

const some = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([numerator, denominator]) => fraction(numerator, denominator));
const [zero, one] = [fraction(0n), fraction(1n)];

describe('fractions', () => {
  test('are a field: sums and products associate, commute and distribute', () => {
    fc.assert(
      fc.property(some, some, some, (a, b, c) => {
        expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
        expect(multiply(multiply(a, b), c)).toEqual(multiply(a, multiply(b, c)));
        expect(add(a, b)).toEqual(add(b, a));
        expect(multiply(a, b)).toEqual(multiply(b, a));
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect(sum([a, b, c])).toEqual(add(a, add(b, c)));
      }),
    );
  });

  test('have a zero, a one, a negative and, but for zero, an inverse', () => {
    fc.assert(
      fc.property(some, (a) => {
        expect(add(a, zero)).toEqual(a);
        expect(multiply(a, one)).toEqual(a);
        expect(add(a, fraction(-a.numerator, a.denominator))).toEqual(zero);
        if (a.numerator === 0n) return;
        expect(multiply(a, fraction(a.denominator, a.numerator))).toEqual(one);
      }),
    );
  });

  test('are in lowest terms over a positive denominator, so that equals look equal', () => {
    expect(fraction(6n, -4n)).toEqual({ numerator: -3n, denominator: 2n });
    expect(fraction(0n, -7n)).toEqual({ numerator: 0n, denominator: 1n });
    expect(sum([])).toEqual(zero);
    expect(() => fraction(1n, 0n)).toThrow(RangeError);
  });

  test('are ordered as their difference says', () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        const difference = add(a, multiply(b, fraction(-1n))).numerator;
        expect(compare(a, b)).toBe(difference === 0n ? 0 : difference < 0n ? -1 : 1);
        expect(compare(a, b) + compare(b, a)).toBe(0);
      }),
    );
  });
});

describe('the text of a fraction', () => {
  test.each([
    ['2/3', 2n, 3n],
    ['0.55', 11n, 20n],
    ['55', 55n, 1n],
    ['-1.5', -3n, 2n],
    ['-0.5', -1n, 2n],
    ['-0', 0n, 1n],
    ['007', 7n, 1n],
    ['4/6', 2n, 3n],
  ])('%s is read exactly', (text, numerator, denominator) =>
    expect(parseFraction(text)).toEqual({ numerator, denominator }),
  );

  test.each(['', ' 1', '1/0', '1/-2', '1e3', '.5', '5.', '0x10', '1/2/3', '1,5', '∞', '1\n'])(
    '%j is refused',
    (text) => expect(() => parseFraction(text)).toThrow(RangeError),
  );

  test('is read up to its bound in length and refused above it', () => {
    expect(parseFraction('9'.repeat(FRACTION_TEXT_MAX - 1)).denominator).toBe(1n);
    expect(parseFraction('9'.repeat(FRACTION_TEXT_MAX)).denominator).toBe(1n);
    expect(() => parseFraction('9'.repeat(FRACTION_TEXT_MAX + 1))).toThrow(RangeError);
  });

  test('is read back as what was written', () => {
    fc.assert(
      fc.property(some, (a) => {
        expect(parseFraction(fractionText(a))).toEqual(a);
      }),
    );
  });
});

describe('what a fraction asks for', () => {
  test('is the smallest whole number that is not below it', () => {
    fc.assert(
      fc.property(some, (a) => {
        const above = ceiling(a);
        expect(compare(fraction(above), a)).toBeGreaterThanOrEqual(0);
        expect(compare(fraction(above - 1n), a)).toBe(-1);
      }),
    );
  });

  test('is 129 of 193 for two thirds, and 43 of 57 for three quarters', () => {
    expect(ceiling(multiply(parseFraction('2/3'), fraction(193n)))).toBe(129n);
    expect(ceiling(multiply(parseFraction('3/4'), fraction(57n)))).toBe(43n);
    expect(ceiling(multiply(parseFraction('2/3'), fraction(195n)))).toBe(130n);
  });

  test.each([
    ['2/3', 2, '0.67'],
    ['1/2', 0, '1'],
    ['-1/2', 0, '-1'],
    ['-1/3', 0, '0'],
    ['1/1000', 2, '0.00'],
    ['-1/1000', 2, '0.00'],
    ['5/1000', 2, '0.01'],
    ['55', 1, '55.0'],
    ['-12.345', 2, '-12.35'],
  ])('is shown in decimals, %s to %i places as %s', (text, places, shown) =>
    expect(toDecimal(parseFraction(text), places)).toBe(shown),
  );

  test('is never shown further off than half of its last place', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 12 }), (a, places) => {
        const shown = parseFraction(toDecimal(a, places));
        const off = add(a, multiply(shown, fraction(-1n)));
        const size = off.numerator < 0n ? multiply(off, fraction(-1n)) : off;
        expect(compare(size, fraction(1n, 2n * 10n ** BigInt(places)))).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('has no negative number of places', () => {
    expect(() => toDecimal(one, -1)).toThrow(RangeError);
    expect(() => toDecimal(one, 0.5)).toThrow(RangeError);
  });
});
