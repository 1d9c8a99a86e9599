import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Act,
  HEADER_BYTES_MAX,
  Header,
  PARENTS_MAX,
  PARTS_MAX,
  PAYLOAD_BYTES_MAX,
  type Part,
  SALT_BYTES,
  type SignedAct,
  actId,
  partDigest,
  partOf,
  readAct,
  streamOf,
} from './act.ts';
import { type Json, canonicalBytes } from './canonical.ts';
import { generateKey, publicKeyOf } from './key.ts';
import { CLEAR, markedFor } from './marking.ts';
import { type Refusal, isRefusal } from './refusal.ts';
import {
  type Composed,
  type Draft,
  SIGNATURE_RULE,
  compose,
  composeAct,
  composeUnsigned,
  prepareAct,
  signatureHolds,
  verifyAct,
} from './sign.ts';

const key = generateKey();
const publicKey = publicKeyOf(key.publicBytes);
const other = publicKeyOf(generateKey().publicBytes);
const HEX = 'ab'.repeat(32);

const draft: Draft = {
  network: 'concord',
  type: 'agreements.deposit',
  author: 'FRA',
  actor: 'FRA',
  mandate: null,
  basis: { kind: 'signed' },
  seq: 2,
  prev: HEX,
  parents: [],
  register: 'agreements/paris-agreement',
  effectiveOn: '2016-10-05',
  issuedAt: '2016-10-05T12:00:00.000Z',
  marking: CLEAR,
};

function accepted(composed: Composed | Refusal): Composed {
  if (isRefusal(composed)) throw new Error(composed.reason);
  return composed;
}

function actOf(payload: Act['payload'], change: Partial<Draft> = {}): Composed {
  return composeAct({ ...draft, ...change }, partOf(payload), payload, key);
}

const reasonOf = (read: Act | Refusal): string => ('refused' in read ? read.reason : 'accepted');
const verified = (signed: SignedAct): Act | Refusal => verifyAct(signed, () => publicKey);
const sampleSigned = actOf({ instrument: 'ratification' }).signed;

/** The act whose header was changed as JSON, in canonical form again. */
function withHeader(change: Readonly<Record<string, unknown>>): SignedAct {
  // A header is an object, as readAct has just found.
  const header = JSON.parse(Buffer.from(sampleSigned.header).toString()) as Record<string, Json>;
  const changed = Object.entries({ ...header, ...change }).filter(([, one]) => one !== undefined);
  return { ...sampleSigned, header: canonicalBytes(Object.fromEntries(changed)) };
}

describe('an act', () => {
  const member = fc.string().filter((name) => name !== '__proto__');
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));

  test('is read as it was composed, and verified by its author’s key alone', () => {
    const payloads = fc.dictionary(member, leaf, { noNullPrototype: true });
    fc.assert(
      fc.property(payloads, (payload) => {
        const { act, signed } = actOf(payload);
        expect(readAct(signed)).toEqual(act);
        expect(verified(signed)).toEqual({ ...act, payload });
        expect(verifyAct(signed, () => other)).toMatchObject({ rule: SIGNATURE_RULE });
        expect(verifyAct(signed, () => null)).toMatchObject({ rule: SIGNATURE_RULE });
      }),
      { numRuns: 50 },
    );
  });

  test('is refused when any one bit of header, signature, salt or payload is another', () => {
    const { signed } = actOf({ instrument: 'ratification', declares: ['é', 1, null] });
    const part = signed.parts[0] ?? partOf({});
    const flip = (bytes: Uint8Array, place: number): Uint8Array => {
      const flipped = Uint8Array.from(bytes);
      const at = place % bytes.length;
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (place % 8));
      return flipped;
    };
    fc.assert(
      fc.property(fc.nat(), (place) => {
        const changed: SignedAct[] = [
          { ...signed, header: flip(signed.header, place) },
          { ...signed, signature: flip(signed.signature, place) },
          { ...signed, parts: [{ ...part, salt: flip(part.salt, place) }] },
          { ...signed, parts: [{ ...part, bytes: flip(part.bytes, place) }] },
        ];
        for (const one of changed) expect(isRefusal(verified(one))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('is refused when its signature is cut, lengthened or absent', () => {
    const { act, signed } = actOf({});
    for (const length of [0, 63, 65]) {
      const signature = Buffer.concat([signed.signature, Buffer.alloc(1)]).subarray(0, length);
      expect(signatureHolds(act.id, signature, publicKey)).toBe(false);
    }
    expect(signatureHolds(act.id, signed.signature, publicKey)).toBe(true);
  });

  test('is not signed by a signature over its bare id, made for another use of the key', () => {
    const unsigned = composeUnsigned(draft, partOf({}), {}, key.id);
    expect(unsigned.act.id).toBe(actId(unsigned.header));
    const { signed } = actOf({});
    expect(signatureHolds(unsigned.act.id, signed.signature, publicKey)).toBe(false);
  });

  test('keeps the members of its payload, whatever they are called', () => {
    const hostile = {
      refused: true,
      rule: { id: 'a', citation: 'b', text: 'c' },
      reason: 'd',
      fault: 'e',
      members: 'f',
      constructor: 'g',
      toString: 'h',
      hasOwnProperty: 'i',
      toJSON: 'j',
    };
    const { act, signed } = actOf(hostile);
    expect(verified(signed)).toEqual(act);
    const two = accepted(compose(draft, [{ payload: hostile }, { payload: { k: 1 } }], key));
    expect(readAct(two.signed)).toMatchObject({ payload: { ...hostile, k: 1 } });
  });

  test('is refused for a member named __proto__, and pollutes nothing', () => {
    const bytes = Buffer.from('{"__proto__":{"polluted":true}}');
    const part: Part = { salt: new Uint8Array(SALT_BYTES), bytes };
    const signed = { ...withHeader({ parts: [{ digest: partDigest(part) }] }), parts: [part] };
    expect(reasonOf(readAct(signed))).toContain('__proto__');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    const payload: unknown = JSON.parse('{"__proto__":1}');
    expect(() => partOf(payload)).toThrow(TypeError);
  });
});

describe('a header', () => {
  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['a member too many', { extra: 1 }, 'extra'],
    ['a member too few', { issuedAt: undefined }, 'issuedAt'],
    ['a day that there is not', { effectiveOn: '2016-02-31' }, 'effectiveOn'],
    ['an instant that there is not', { issuedAt: '2016-02-31T12:00:00.000Z' }, 'issuedAt'],
    ['no actor', { author: 'France' }, 'author'],
    ['no type', { type: 'deposit' }, 'type'],
    ['no register', { register: '../../etc' }, 'register'],
    ['no key', { key: 'abc' }, 'key'],
    ['an id in capitals', { prev: HEX.toUpperCase() }, 'prev'],
    ['a sequence of zero', { seq: 0 }, 'seq'],
    ['no basis', { basis: { kind: 'heard' } }, 'basis'],
    ['a source that is not named', { basis: { kind: 'recorded', source: '' } }, 'basis.source'],
    ['a signed basis with a source', { basis: { kind: 'signed', source: 'a' } }, 'basis'],
    ['a marking that is clear for some', { marking: { level: 'clear', to: ['FRA'] } }, 'marking'],
    ['the stream of another', { stream: 'DEU/clear' }, 'stream'],
    ['the stream of another audience', { marking: markedFor('red', ['DEU']) }, 'stream'],
    ['a first act that follows another', { seq: 1 }, 'follows none'],
    ['a later act that follows none', { prev: null }, 'follows none'],
    ['no part', { parts: [] }, 'parts'],
    ['another number of parts', { parts: [{ digest: HEX }, { digest: HEX }] }, 'number of parts'],
    ['another digest', { parts: [{ digest: HEX }] }, 'vouches for'],
  ])('with %s is refused', (_what, change, why) =>
    expect(reasonOf(readAct(withHeader(change)))).toContain(why),
  );

  test.each([
    [PARENTS_MAX - 1, true],
    [PARENTS_MAX, true],
    [PARENTS_MAX + 1, false],
  ])('with %i parents is well formed: %s', (count, fits) => {
    const read = readAct(withHeader({ parents: Array.from({ length: count }, () => HEX) }));
    expect(isRefusal(read)).toBe(!fits);
  });

  test('says what is wrong in one line, however much is', () => {
    const strange = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`x${at}`, at]));
    const reason = reasonOf(readAct(withHeader(strange)));
    expect(reason).not.toContain('\n');
    expect(reason.length).toBeLessThan(300);
  });

  test('in other bytes is refused, though it says the same', () => {
    const spaced = Buffer.from(Buffer.from(sampleSigned.header).toString().replace(':', ': '));
    const read = readAct({ ...sampleSigned, header: spaced });
    expect(reasonOf(read)).toBe('The header is not in canonical form.');
  });

  test('is read up to its largest size, and neither written nor read above', () => {
    // Two hundred actors all but fill the header; the source makes up the size to a byte.
    const to = Array.from({ length: 200 }, (_, at) => `o${String(at).padStart(33, '0')}`);
    const release = (sourceLength: number): Partial<Draft> => ({
      marking: markedFor('amber', to),
      basis: { kind: 'recorded', source: 's'.repeat(sourceLength) },
    });
    const sizeBytes = (sourceLength: number): number =>
      composeAct({ ...draft, ...release(sourceLength) }, partOf({}), {}, key).signed.header.length;
    const fitting = 10 + HEADER_BYTES_MAX - sizeBytes(10);
    for (const length of [fitting - 1, fitting]) {
      const { signed } = actOf({}, release(length));
      expect(signed.header.byteLength).toBe(HEADER_BYTES_MAX - fitting + length);
      expect(isRefusal(verified(signed))).toBe(false);
    }
    expect(() => actOf({}, release(fitting + 1))).toThrow(RangeError);
    const refused = compose({ ...draft, ...release(fitting + 1) }, [{ payload: {} }], key);
    expect(isRefusal(refused) && refused.reason).toContain(`larger than ${HEADER_BYTES_MAX}`);
    const large = { ...sampleSigned, header: Buffer.alloc(HEADER_BYTES_MAX + 1, ' ') };
    expect(reasonOf(readAct(large))).toContain(`larger than ${HEADER_BYTES_MAX}`);
  });
});

describe('the parts of a payload', () => {
  const parts = [
    { payload: { title: 'a' } },
    { payload: { detail: 'b' }, marking: markedFor('red', ['FRA']) },
  ];
  const two = accepted(compose(draft, parts, key));

  test('are one payload for who has them all', () => {
    expect(verified(two.signed)).toEqual(two.act);
    expect(two.act.payload).toEqual({ title: 'a', detail: 'b' });
    expect(two.act.header.parts[1]?.marking).toEqual(markedFor('red', ['FRA']));
  });

  test('can be withheld one by one, and the act still holds', () => {
    const [first = null, second = null] = two.signed.parts;
    const withheld = verified({ ...two.signed, parts: [first, null] });
    expect(withheld).toEqual({ ...two.act, payload: { title: 'a' } });
    expect(verified({ ...two.signed, parts: [null, null] })).toMatchObject({ payload: {} });
    expect(reasonOf(verified({ ...two.signed, parts: [second, first] }))).toContain('vouches');
    expect(reasonOf(verified({ ...two.signed, parts: [first] }))).toContain('number of parts');
  });

  test('hold each member once', () => {
    const doubled = [{ payload: { a: 1 } }, { payload: { a: 2 } }];
    expect(compose(draft, doubled, key)).toMatchObject({ refused: true });
    const salted = doubled.map(({ payload }) => partOf(payload));
    const header = { parts: salted.map((part) => ({ digest: partDigest(part) })) };
    expect(reasonOf(readAct({ ...withHeader(header), parts: salted }))).toContain('same name');
  });

  test('are for no more than the act is', () => {
    const amber = { ...draft, marking: markedFor('amber', ['FRA']) };
    for (const marking of [CLEAR, markedFor('green', ['FRA']), markedFor('red', ['DEU'])]) {
      const refused = compose(amber, [{ payload: {}, marking }], key);
      expect(isRefusal(refused) && refused.reason).toContain('marked for more');
    }
    const narrower = [{ payload: {}, marking: markedFor('amber', []) }];
    expect(isRefusal(compose(amber, narrower, key))).toBe(false);
  });

  test.each([
    [0, false],
    [1, true],
    [PARTS_MAX, true],
    [PARTS_MAX + 1, false],
  ])('may be %i: %s', (count, fits) => {
    const many = Array.from({ length: count }, (_, at) => ({ payload: { [`m${at}`]: at } }));
    expect(isRefusal(compose(draft, many, key))).toBe(!fits);
  });

  test.each([
    [PAYLOAD_BYTES_MAX - 1, true],
    [PAYLOAD_BYTES_MAX, true],
    [PAYLOAD_BYTES_MAX + 1, false],
  ])('may be %i bytes together: %s', (sizeBytes, fits) => {
    const [frame, half] = ['{"a":""}{"b":""}'.length, 1000];
    const payloads = [{ a: 'x'.repeat(half) }, { b: 'x'.repeat(sizeBytes - frame - half) }];
    const composed = compose(
      draft,
      payloads.map((payload) => ({ payload })),
      key,
    );
    expect(isRefusal(composed)).toBe(!fits);
    const salted = payloads.map(partOf);
    const header = { parts: salted.map((part) => ({ digest: partDigest(part) })) };
    expect(isRefusal(readAct({ ...withHeader(header), parts: salted }))).toBe(!fits);
  });

  test.each<[string, string]>([
    ['[]', 'not an object'],
    ['null', 'not an object'],
    ['"a"', 'not an object'],
    ['{"a":0.5}', 'whole number'],
    ['{"b":1,"a":1}', 'canonical'],
    ['{', 'not JSON'],
  ])('are refused when they are %s', (text, why) => {
    const part: Part = { salt: new Uint8Array(SALT_BYTES), bytes: Buffer.from(text) };
    const signed = { ...withHeader({ parts: [{ digest: partDigest(part) }] }), parts: [part] };
    expect(reasonOf(readAct(signed))).toContain(why);
  });

  test.each([SALT_BYTES - 1, SALT_BYTES + 1, 0])('are refused with a salt of %i bytes', (size) => {
    const salt = new Uint8Array(size);
    const part: Part = { salt, bytes: canonicalBytes({ instrument: 'ratification' }) };
    expect(reasonOf(readAct({ ...sampleSigned, parts: [part] }))).toContain('salt');
    expect(() => partDigest(part)).toThrow(RangeError);
  });

  test('have salts of their own, so that equal parts do not show as equal', () => {
    const [one, again] = [partOf({ a: 1 }), partOf({ a: 1 })];
    expect(partDigest(one)).not.toBe(partDigest(again));
  });
});

describe('a draft', () => {
  test('that no reader would accept is refused before it is signed', () => {
    const bad = compose({ ...draft, effectiveOn: '2016-02-31' }, [{ payload: {} }], key);
    expect(isRefusal(bad) && bad.reason).toContain('effectiveOn');
    expect(isRefusal(compose(draft, [{ payload: { a: 0.5 } }], key))).toBe(true);
    expect(() => actOf({}, { effectiveOn: '2016-02-31' })).toThrow(RangeError);
    const prepared = prepareAct({ ...draft, register: '../..' }, partOf({}), {}, key.id);
    expect(isRefusal(prepared) && prepared.reason).toContain('register');
  });

  test('may hold more than a header does; the rest stays out', () => {
    const more = { ...draft, note: 'not for the record' };
    const { act, signed } = composeAct(more, partOf({}), {}, key);
    expect(verified(signed)).toEqual(act);
    expect(Header.parse(act.header)).toEqual(act.header);
  });

  test('goes to the stream of its author and audience', () => {
    const red = markedFor('red', ['FRA']);
    expect(actOf({}).act.header.stream).toBe('FRA/clear');
    expect(actOf({}, { marking: red }).act.header.stream).toBe(streamOf('FRA', red));
    expect(streamOf('FRA', red)).toMatch(/^FRA\/[0-9a-f]{32}$/);
  });
});
