/** Our own code over the vectors that others are given; see `interop/README.md`. */
import { describe, expect, test } from 'vitest';
import actVectors from '../../interop/acts.json' with { type: 'json' };
import audienceVectors from '../../interop/audiences.json' with { type: 'json' };
import canonicalVectors from '../../interop/canonical.json' with { type: 'json' };
import dateVectors from '../../interop/dates.json' with { type: 'json' };
import keyVectors from '../../interop/keys.json' with { type: 'json' };
import fileVectors from '../../interop/record-files.json' with { type: 'json' };
import { type SignedAct, streamOf } from './act.ts';
import { canonicalBytes, canonicalText, parseCanonical } from './canonical.ts';
import { addDays, addMonths, firstOfNthMonthAfter, isPlainDate } from './dates.ts';
import { keyFromSeed, publicKeyFault, publicKeyOf } from './key.ts';
import { Marking, audienceOf, mayView } from './marking.ts';
import { signatureHolds, signedMessage, verifyAct } from './sign.ts';
import { verifyRecordFile } from './verify-record-file.ts';

const SIZE_BYTES_MAX = 10_000;
const fromHex = (text: string): Uint8Array => Buffer.from(text, 'hex');
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

interface ActVector {
  readonly header: string;
  readonly signature: string;
  readonly parts: readonly { readonly salt: string; readonly text: string }[];
}

function signedAct({ header, signature, parts }: ActVector): SignedAct {
  return {
    header: Buffer.from(header),
    signature: fromHex(signature),
    parts: parts.map(({ salt, text }) => ({ salt: fromHex(salt), bytes: Buffer.from(text) })),
  };
}

describe('canonical.json', () => {
  test.each(canonicalVectors.good)('$name', ({ input, canonical, bytes }) => {
    const value: unknown = JSON.parse(input);
    expect(canonicalText(value)).toBe(canonical);
    expect(toHex(canonicalBytes(value))).toBe(bytes);
    expect(parseCanonical(fromHex(bytes), SIZE_BYTES_MAX)).toEqual({ value });
  });

  test.each(canonicalVectors.bad)('refuses $name ($kind)', ({ bytes }) => {
    expect(parseCanonical(fromHex(bytes), SIZE_BYTES_MAX)).toHaveProperty('fault');
  });
});

describe('keys.json', () => {
  test.each(keyVectors.good)('names $publicKey', ({ seed, publicKey, keyId }) => {
    const key = keyFromSeed(fromHex(seed));
    expect(toHex(key.publicBytes)).toBe(publicKey);
    expect(key.id).toBe(keyId);
    expect(publicKeyFault(key.publicBytes)).toBeNull();
  });

  const faults = new Map([
    ['small-order', 'of small order'],
    ['not-canonical', 'not canonically encoded'],
    ['not-on-curve', 'not a point of the curve'],
    ['length', 'not 32 bytes'],
  ]);
  test.each(keyVectors.bad)('refuses $name ($kind)', ({ kind, publicKey }) => {
    expect(publicKeyFault(fromHex(publicKey))).toBe(faults.get(kind));
  });
});

describe('acts.json', () => {
  test.each(actVectors.good)('$name', (vector) => {
    const publicKey = publicKeyOf(fromHex(vector.publicKey));
    const act = verifyAct(signedAct(vector), () => publicKey);
    expect(act).toEqual({
      id: vector.id,
      header: JSON.parse(vector.header) as unknown,
      payload: vector.payload,
    });
    expect(toHex(signedMessage(vector.id))).toBe(vector.signedMessage);
    expect(signatureHolds(vector.id, fromHex(vector.signature), publicKey)).toBe(true);
  });

  test.each(actVectors.bad)('refuses $name ($rule)', (vector) => {
    const publicKey = publicKeyOf(fromHex(vector.publicKey));
    const act = verifyAct(signedAct(vector), () => publicKey);
    expect(act).toMatchObject({ refused: true, rule: { id: vector.rule } });
  });
});

describe('audiences.json', () => {
  test.each(audienceVectors.good)('$canonical', (vector) => {
    const marking = Marking.parse(vector.marking);
    expect(canonicalText(marking)).toBe(vector.canonical);
    expect(audienceOf(marking)).toBe(vector.audience);
    expect(streamOf('FRA', marking)).toBe(vector.streamOfFRA);
    const seen = vector.viewers.map(({ actors }) => ({
      actors,
      mayView: mayView(marking, actors),
    }));
    expect(seen).toEqual(vector.viewers);
  });

  test.each(audienceVectors.bad)('refuses $name', ({ marking }) => {
    expect(Marking.safeParse(marking).success).toBe(false);
  });
});

describe('dates.json', () => {
  test.each(dateVectors.good)('%j is a day', (text) => expect(isPlainDate(text)).toBe(true));
  test.each(dateVectors.bad)('%j is none', (text) => expect(isPlainDate(text)).toBe(false));

  test.each(dateVectors.addDays)('$from + $days days = $to', ({ from, days, to }) => {
    expect(addDays(from, days)).toBe(to);
  });
  test.each(dateVectors.addMonths)('$from + $months months = $to', ({ from, months, to }) => {
    expect(addMonths(from, months)).toBe(to);
  });
  test.each(dateVectors.firstOfNthMonthAfter)('$from, month $nthMonth = $to', (vector) => {
    expect(firstOfNthMonthAfter(vector.from, vector.nthMonth)).toBe(vector.to);
  });
});

describe('record-files.json', () => {
  const [first] = fileVectors.good;
  const whole = Buffer.from(first?.file ?? '');

  /** The good file with the edits of a bad one, the last of them first. */
  function edited(edits: readonly { at: number; removed: number; inserted: string }[]) {
    return edits
      .toReversed()
      .reduce(
        (bytes, { at, removed, inserted }) =>
          Buffer.concat([
            bytes.subarray(0, at),
            Buffer.from(inserted),
            bytes.subarray(at + removed),
          ]),
        whole,
      );
  }

  test.each(fileVectors.good)('verifies $name', (vector) => {
    const { register, genesis, custodian } = vector;
    const report = verifyRecordFile(Buffer.from(vector.file));
    expect(report).toMatchObject({ verified: true, faults: [], register, genesis, custodian });
    const acts = report.acts.map(({ act, place, role, verdict, withheldParts }) => {
      return { act, place, role, verdict, withheldParts };
    });
    expect(acts).toEqual(vector.acts);
  });

  test.each(fileVectors.bad)('finds out $name ($kind)', ({ kind, edits }) => {
    const { verified, faults, acts, documents } = verifyRecordFile(edited(edits));
    expect(verified).toBe(false);
    const signs: Record<string, unknown> = {
      seal: faults.some((fault) => fault.startsWith('The seal ')),
      form: faults.some((fault) => fault.startsWith('The file is ')),
      act: acts.some(({ verdict }) => verdict === 'fails'),
      order: faults.some((fault) => fault.startsWith('position ')),
      genesis: faults.some((fault) => fault.startsWith('The file does not begin ')),
      document: documents.some(({ state }) => state === 'fails'),
      answer: faults.some((fault) => fault.startsWith('The answer ')),
    };
    expect(signs[kind]).toBe(true);
  });
});
