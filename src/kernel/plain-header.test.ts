import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Header, HEADER_BYTES_MAX, Header as Schema } from './act.ts';
import { canonicalBytes, canonicalFault, parseCanonical } from './canonical.ts';
import { plainHeader } from './plain-header.ts';

const digest = 'ab'.repeat(32);

const PLAIN: Header = {
  network: 'test-network',
  type: 'notes.write',
  author: 'FRA',
  actor: 'FRA',
  key: 'c'.repeat(32),
  mandate: null,
  basis: { kind: 'signed' },
  stream: 'FRA/clear',
  seq: 1,
  prev: null,
  parents: [],
  register: 'notes/common',
  effectiveOn: null,
  issuedAt: '2026-01-17T09:30:00.000Z',
  marking: { level: 'clear', to: [] },
  parts: [{ digest }],
};

/** What parsing, comparing and the schema say, as if there were no pattern. */
function judged(bytes: Uint8Array): Header | null {
  const parsed = parseCanonical(bytes, HEADER_BYTES_MAX);
  if ('fault' in parsed) return null;
  const header = Schema.safeParse(parsed.value);
  return header.success ? header.data : null;
}

/** The text of bytes that are taken as plain, and that others would judge otherwise; else null. */
function disagreement(bytes: Uint8Array): string | null {
  const plain = plainHeader(bytes);
  return plain === null || JSON.stringify(plain) === JSON.stringify(sorted(judged(bytes)))
    ? null
    : Buffer.from(bytes).toString();
}

/** In the order of the bytes, which is the one that parsing gives. */
function sorted(header: Header | null): unknown {
  return header && JSON.parse(Buffer.from(canonicalBytes(header)).toString());
}

const ODD: readonly unknown[] = [
  null,
  '',
  0,
  -1,
  1.5,
  2 ** 53,
  10 ** 15,
  [],
  {},
  'é',
  'FRA\n',
  '"',
  '\\',
  '\u007f',
  '2026-02-30',
  '2026-02-30T09:30:00.000Z',
  '0000-01-01',
  '2024-02-29',
  '٣',
  'A'.repeat(111),
  ['FRA'],
  [{ digest }, { digest }],
  { kind: 'signed', source: 'a' },
  { kind: 'recorded', source: 'a'.repeat(401) },
  { kind: 'recorded', source: 'Ünïon' },
];
const odd = fc.constantFrom(...ODD);
const member = (name: keyof Header) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant<unknown>(PLAIN[name]) },
    { weight: 1, arbitrary: odd },
    { weight: 1, arbitrary: fc.string({ maxLength: 130, unit: 'binary' }) },
  );
const names = Object.keys(PLAIN) as (keyof Header)[];
const headers = fc.record(Object.fromEntries(names.map((name) => [name, member(name)])));

describe('a header that is read by its pattern', () => {
  test.each<Partial<Header>>([
    {},
    { basis: { kind: 'recorded', source: 'Note verbale of 17 January 2026 [2]' } },
    { mandate: digest, prev: digest, seq: 999_999_999_999_999, effectiveOn: '2024-02-29' },
    { register: null, author: 'eu-council', actor: 'NOR', stream: 'eu-council/clear' },
  ])('is the one that the schema gives: %j', (more) => {
    const bytes = canonicalBytes({ ...PLAIN, ...more });
    expect(plainHeader(bytes)).toEqual(judged(bytes));
    expect(plainHeader(bytes)).not.toBeNull();
  });

  test.each<Record<string, unknown>>([
    { issuedAt: '2026-02-30T09:30:00.000Z' },
    { issuedAt: '2026-01-17T24:00:00.000Z' },
    { effectiveOn: '2025-02-29' },
    { seq: 0 },
    { seq: 10 ** 15 },
    { author: 'FRA\n' },
    { basis: { kind: 'recorded', source: '' } },
    { basis: { kind: 'recorded', source: 'a'.repeat(401) } },
    { basis: { kind: 'recorded', source: 'a "quoted" one' } },
    { stream: 'a'.repeat(111) },
    { marking: { level: 'amber', to: ['KEN'] } },
    { parents: [digest] },
    { parts: [{ digest }, { digest }] },
    { more: 1 },
  ])('is left to others: %j', (more) => {
    expect(plainHeader(canonicalBytes({ ...PLAIN, ...more }))).toBeNull();
  });

  test('has nothing before it or after it', () => {
    const text = Buffer.from(canonicalBytes(PLAIN)).toString();
    for (const other of [`${text}\n`, ` ${text}`, `\ufeff${text}`, text.replace(':1,', ':1 ,')]) {
      expect(plainHeader(Buffer.from(other))).toBeNull();
    }
  });

  test('is none that parsing or the schema would judge otherwise', () => {
    fc.assert(
      fc.property(headers, (header) => {
        fc.pre(canonicalFault(header) === null);
        expect(disagreement(canonicalBytes(header))).toBeNull();
      }),
      { numRuns: 1000 },
    );
  });

  test('is none either where bytes were changed', () => {
    const bytes = canonicalBytes(PLAIN);
    const places = fc.nat({ max: bytes.length - 1 });
    fc.assert(
      fc.property(places, fc.nat({ max: 255 }), fc.boolean(), (at, byte, isAdded) => {
        const rest = bytes.subarray(isAdded ? at : at + 1);
        const changed = Buffer.concat([bytes.subarray(0, at), Buffer.of(byte), rest]);
        expect(disagreement(changed)).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });
});
