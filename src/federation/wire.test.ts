import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEADER_BYTES_MAX, PAYLOAD_BYTES_MAX, type SignedAct } from '../kernel/act.ts';
import { PAGE_ACTS_MAX } from '../kernel/exchange.ts';
import { FRAME_BYTES_MAX, decodeActs, encodeActs, framedBytes } from './wire.ts';

const bytes = (lengths: { minLength?: number; maxLength: number }) => fc.uint8Array(lengths);
const exactly = (length: number) => bytes({ minLength: length, maxLength: length });
const act: fc.Arbitrary<SignedAct> = fc.record({
  header: bytes({ maxLength: 300 }),
  signature: exactly(64),
  parts: fc.array(
    fc.option(fc.record({ salt: exactly(16), bytes: bytes({ maxLength: 200 }) }), { nil: null }),
    { maxLength: 8 },
  ),
});

const small = (more: Partial<SignedAct> = {}): SignedAct => ({
  header: Buffer.from('{}'),
  signature: new Uint8Array(64),
  parts: [],
  ...more,
});
const part = (length: number) => ({ salt: new Uint8Array(16), bytes: new Uint8Array(length) });
/** Plain arrays, so that views on different memory compare by what they hold. */
const plain = (acts: unknown) =>
  (acts as SignedAct[]).map(({ header, signature, parts }) => ({
    header: [...header],
    signature: [...signature],
    parts: parts.map((one) => one && { salt: [...one.salt], bytes: [...one.bytes] }),
  }));
const refused = { refused: true, rule: { id: 'peer.frame' } };

describe('a frame of acts', () => {
  it('is read as what was written', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
        const frame = encodeActs(acts);
        expect(plain(decodeActs(frame))).toEqual(plain(acts));
        const sizes = acts.reduce((total, one) => total + framedBytes(one), 9);
        expect(frame.byteLength).toBe(sizes);
      }),
    );
  });

  it('gives a refusal wherever it is cut off, and whatever follows it', () => {
    const acts = [small({ parts: [part(3), null] }), small({ header: Buffer.from('{"a":1}') })];
    const frame = encodeActs(acts);
    for (let end = 0; end < frame.byteLength; end++) {
      expect(decodeActs(frame.subarray(0, end))).toMatchObject(refused);
    }
    expect(decodeActs(Buffer.concat([frame, Buffer.from([0])]))).toMatchObject(refused);
  });

  it('gives acts or a refusal for any bytes, and never throws', () => {
    const head = Buffer.from('CCDA\u0001', 'latin1');
    const outcome = (frame: Uint8Array): string => {
      const read = decodeActs(frame);
      return 'refused' in read ? read.rule.id : 'acts';
    };
    fc.assert(
      fc.property(bytes({ maxLength: 400 }), (noise) => {
        expect(outcome(noise)).toBe('peer.frame');
        expect(['acts', 'peer.frame']).toContain(outcome(Buffer.concat([head, noise])));
      }),
    );
    fc.assert(
      fc.property(
        fc.array(act, { minLength: 1, maxLength: 3 }),
        fc.nat(),
        fc.nat(255),
        (acts, at, to) => {
          const frame = Buffer.from(encodeActs(acts));
          frame[at % frame.byteLength] = to;
          expect(['acts', 'peer.frame']).toContain(outcome(frame));
        },
      ),
    );
  });

  it('believes no number: one that promises more than is there is refused at once', () => {
    const claim = Buffer.from('CCDA\u0001\u0000\u0000\u0003\u00e8', 'latin1');
    expect(decodeActs(claim)).toMatchObject({ reason: expect.stringContaining('breaks off') });
    const more = Buffer.from('CCDA\u0001\u00ff\u00ff\u00ff\u00ff', 'latin1');
    expect(decodeActs(more)).toMatchObject({ reason: expect.stringContaining('number of acts') });
  });

  it('holds the acts of a page, and not one more', () => {
    const acts = Array.from({ length: PAGE_ACTS_MAX }, () => small());
    expect(decodeActs(encodeActs(acts))).toHaveLength(PAGE_ACTS_MAX);
    expect(() => encodeActs([...acts, small()])).toThrow(RangeError);
    const frame = encodeActs(acts.slice(0, 3));
    expect(decodeActs(frame, 3)).toHaveLength(3);
    expect(decodeActs(frame, 2)).toMatchObject(refused);
  });

  it('holds a header and a payload of the largest size, and none larger', () => {
    const header = new Uint8Array(HEADER_BYTES_MAX);
    expect(decodeActs(encodeActs([small({ header })]))).toHaveLength(1);
    const beyond = new Uint8Array(HEADER_BYTES_MAX + 1);
    expect(() => encodeActs([small({ header: beyond })])).toThrow(RangeError);
    const payload = (...lengths: number[]) => encodeActs([small({ parts: lengths.map(part) })]);
    expect(decodeActs(payload(PAYLOAD_BYTES_MAX - 1, 1))).toHaveLength(1);
    expect(decodeActs(payload(PAYLOAD_BYTES_MAX, 1))).toMatchObject(refused);
    expect(decodeActs(new Uint8Array(FRAME_BYTES_MAX + 1))).toMatchObject(refused);
  });

  it('is of this version and of Concord', () => {
    const frame = Buffer.from(encodeActs([]));
    expect(decodeActs(frame)).toEqual([]);
    const other = Buffer.from(frame);
    other[4] = 2;
    expect(decodeActs(other)).toMatchObject({ reason: expect.stringContaining('version') });
    expect(decodeActs(Buffer.from('<html>404 Not Found</html>'))).toMatchObject(refused);
  });
});
