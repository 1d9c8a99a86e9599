import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  NESTING_MAX,
  canonicalBytes,
  canonicalFault,
  canonicalText,
  parseCanonical,
} from './canonical.ts';

const ANY_SIZE = 1_000_000;
const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const nested = (depth: number, inner = '1'): string =>
  '['.repeat(depth) + inner + ']'.repeat(depth);

const text = fc.string({ unit: 'binary' });
const name = fc.oneof(text, fc.nat(200).map(String)).filter((one) => one !== '__proto__');
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger().map((number) => (Object.is(number, -0) ? 0 : number)),
    text,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(name, tie('value'), { maxKeys: 6, noNullPrototype: true }),
  ),
}));

describe('canonical bytes', () => {
  test('are read back as the value that was written, and no other bytes are', () => {
    fc.assert(
      fc.property(value, (one) => {
        const written = canonicalBytes(one);
        expect(parseCanonical(written, ANY_SIZE)).toEqual({ value: one });
        expect(Buffer.from(written).toString()).toBe(canonicalize(one));
      }),
    );
  });

  test('do not depend on the order in which members were set', () => {
    fc.assert(
      fc.property(fc.dictionary(name, fc.nat(), { noNullPrototype: true }), (one) => {
        const turned = Object.fromEntries(Object.entries(one).reverse());
        expect(canonicalText(turned)).toBe(canonicalText(one));
      }),
    );
  });

  test.each([
    ['members by UTF-16 code units', { b: 1, a: 2, B: 3, é: 4 }, '{"B":3,"a":2,"b":1,"é":4}'],
    ['names of digits as text', { 9: 1, 10: 2, 1: 3 }, '{"1":3,"10":2,"9":1}'],
    ['astral before the private use area', { '\uE000': 1, '😀': 2 }, '{"😀":2,"\uE000":1}'],
    ['short escapes', '\b\t\n\f\r"\\/\u0001\u007F', '"\\b\\t\\n\\f\\r\\"\\\\/\\u0001\u007F"'],
    ['line separators as they are', '\u2028\u2029', '"\u2028\u2029"'],
    ['empty things', { '': [], a: {} }, '{"":[],"a":{}}'],
    ['the largest numbers', [2 ** 53 - 1, 1 - 2 ** 53], '[9007199254740991,-9007199254740991]'],
  ])('set %s', (_what, one, written) => {
    expect(canonicalText(one)).toBe(written);
    expect(parseCanonical(bytes(written), ANY_SIZE)).toEqual({ value: one });
  });
});

describe('what has no canonical form', () => {
  const sparse = [1, 2];
  sparse.length = 3;
  const ring: unknown[] = [];
  ring.push(ring);

  test.each<[string, unknown]>([
    ['a float', 0.5],
    ['a float below', { amount: [1, 0.1] }],
    ['minus zero', -0],
    ['a number that is not safe', 2 ** 53],
    ['no number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a lone surrogate', '\uD800'],
    ['a lone surrogate in a name', { '\uDC00': 1 }],
    ['undefined', undefined],
    ['a member that is undefined', { a: undefined }],
    ['a hole in an array', sparse],
    ['a function', () => 1],
    ['a symbol', Symbol('a')],
    ['a bigint', 1n],
    ['a date', new Date(0)],
    ['a map', new Map([['a', 1]])],
    ['bytes', new Uint8Array(2)],
    [
      'an object that writes itself',
      new (class {
        toJSON = (): number => 0.5;
      })(),
    ],
    ['an inherited way to write itself', Object.create({ toJSON: () => 0.5 })],
    ['a boxed number', Object(0.5)],
    ['a ring', ring],
    ['a member named __proto__', JSON.parse('{"a":{"__proto__":{"b":1}}}')],
  ])('%s is refused', (_what, one) => {
    expect(canonicalFault(one)).not.toBeNull();
    expect(() => canonicalText(one)).toThrow(TypeError);
    expect(() => canonicalBytes(one)).toThrow(TypeError);
  });

  test('an object without a prototype is refused nothing', () => {
    const bare: unknown = Object.assign(Object.create(null), { b: 1, a: 2 });
    expect(canonicalText(bare)).toBe('{"a":2,"b":1}');
  });
});

describe('bytes of another', () => {
  test.each([
    ['members out of order', '{"b":1,"a":2}', 'canonical'],
    ['numbers for names, out of order', '{"9":1,"10":2}', 'canonical'],
    ['a member twice', '{"a":1,"a":1}', 'canonical'],
    ['a member twice, with other values', '{"a":1,"a":2}', 'canonical'],
    ['a space', '{"a": 1}', 'canonical'],
    ['a line end', '{"a":1}\n', 'canonical'],
    ['a number in another spelling', '[1.0]', 'canonical'],
    ['an exponent', '[1e2]', 'canonical'],
    ['an escape that need not be', '"\\u0061"', 'canonical'],
    ['an escape in capitals', '"\\u001F"', 'canonical'],
    ['an escaped slash', '"\\/"', 'canonical'],
    ['an escaped pair', '"\\ud83d\\ude00"', 'canonical'],
    ['a float', '[0.5]', 'whole number'],
    ['a large number', '[1e21]', 'whole number'],
    ['a number that is not safe', '[9007199254740993]', 'whole number'],
    ['minus zero', '[-0]', 'whole number'],
    ['a lone surrogate, escaped', '"\\ud800"', 'surrogate'],
    ['a lone surrogate in a name', '{"\\udc00":1}', 'surrogate'],
    ['a member named __proto__', '{"__proto__":{"a":1}}', '__proto__'],
    ['a byte order mark', '\uFEFF{}', 'not JSON'],
    ['a comment', '{}//', 'not JSON'],
    ['a comma too many', '[1,]', 'not JSON'],
    ['two values', '{}{}', 'not JSON'],
    ['half a text', '"\\', 'not JSON'],
    ['half an object', '{"a":', 'not JSON'],
    ['a name that JSON has not', 'undefined', 'not JSON'],
    ['nothing', '', 'not JSON'],
  ])('are refused for %s', (_what, raw, why) => {
    const read = parseCanonical(bytes(raw), ANY_SIZE);
    expect('fault' in read && read.fault).toContain(why);
  });

  test.each([
    ['a byte that starts nothing', [0x22, 0xff, 0x22]],
    ['an overlong slash', [0x22, 0xc0, 0xaf, 0x22]],
    ['a surrogate in UTF-8', [0x22, 0xed, 0xa0, 0x80, 0x22]],
    ['a character cut short', [0x22, 0xe2, 0x82, 0x22]],
  ])('are refused for %s', (_what, raw) =>
    expect(parseCanonical(Uint8Array.from(raw), ANY_SIZE)).toEqual({ fault: 'not UTF-8' }),
  );

  test('are read, or refused, whatever they are', () => {
    const digits = fc.uint8Array({ min: 0x2d, max: 0x39, maxLength: 3 });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 60 }), digits), (raw) => {
        const read = parseCanonical(raw, ANY_SIZE);
        const again = 'value' in read ? canonicalBytes(read.value) : raw;
        expect(Buffer.compare(again, raw)).toBe(0);
      }),
    );
    expect(parseCanonical(bytes('120'), ANY_SIZE)).toEqual({ value: 120 });
  });

  test('are read from a view into a larger buffer', () => {
    expect(parseCanonical(bytes('xx{"a":1}yy').subarray(2, 9), ANY_SIZE)).toEqual({
      value: { a: 1 },
    });
  });
});

describe('the bounds', () => {
  test.each([NESTING_MAX - 1, NESTING_MAX])('allow a nesting of %i', (depth) => {
    for (const inner of ['', '1', '"[[["']) {
      const raw = nested(depth, inner);
      expect(parseCanonical(bytes(raw), ANY_SIZE)).toEqual({ value: JSON.parse(raw) });
      expect(canonicalText(JSON.parse(raw))).toBe(raw);
    }
  });

  test('refuse one level more, in arrays and objects, read or written', () => {
    const objects = '{"a":'.repeat(NESTING_MAX + 1) + '1' + '}'.repeat(NESTING_MAX + 1);
    for (const raw of [nested(NESTING_MAX + 1), nested(NESTING_MAX + 1, ''), objects]) {
      const read = parseCanonical(bytes(raw), ANY_SIZE);
      expect('fault' in read && read.fault).toContain('nested deeper');
      expect(canonicalFault(JSON.parse(raw))).toContain('nested deeper');
    }
  });

  test('refuse a million brackets without recursing', () => {
    const read = parseCanonical(bytes('['.repeat(ANY_SIZE)), ANY_SIZE);
    expect('fault' in read && read.fault).toContain('nested deeper');
  });

  test('do not mistake brackets in text for nesting', () => {
    const one = { note: '[{'.repeat(200), quoted: '"[\\"['.repeat(100) };
    expect(parseCanonical(canonicalBytes(one), ANY_SIZE)).toEqual({ value: one });
  });

  test('allow a size below and at the largest, and refuse it above', () => {
    const raw = bytes('"12345678"');
    expect(parseCanonical(raw, 11)).toEqual({ value: '12345678' });
    expect(parseCanonical(raw, 10)).toEqual({ value: '12345678' });
    expect(parseCanonical(raw, 9)).toEqual({ fault: 'larger than 9 bytes' });
  });

  test('count bytes, not characters', () => {
    expect(parseCanonical(bytes('"é"'), 4)).toEqual({ value: 'é' });
    expect(parseCanonical(bytes('"é"'), 3)).toEqual({ fault: 'larger than 3 bytes' });
  });
});
