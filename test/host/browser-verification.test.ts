/** The browser's own way of verifying proofs, held to the vectors that others are given. */
import { describe, expect, test } from 'vitest';
import vectors from '../../interop/act-proofs.json' with { type: 'json' };
import keyVectors from '../../interop/keys.json' with { type: 'json' };
import canonicalVectors from '../../interop/canonical.json' with { type: 'json' };
import { fromBase64, fromBase64Url, fromHex, isSoundKey } from '../../src/islands/proof/bytes.ts';
import { bytesOf } from '../../src/islands/proof/bytes.ts';
import { readMembers, textOf } from '../../src/islands/proof/canonical.ts';
import { verifyProof } from '../../src/islands/proof/verify-proof.ts';
import { edited } from '../../src/kernel/test-edits.ts';

const whole = vectors.good[0]?.file ?? '';

describe('act-proofs.json in a browser', () => {
  test.each(vectors.good)(
    'verifies $name',
    async ({ file, act, log, cosigners, withheldParts }) => {
      const report = await verifyProof(bytesOf(file));
      expect(report.steps.flatMap(({ faults }) => faults)).toEqual([]);
      expect(report).toMatchObject({ verified: true, log, cosigners });
      expect(report.act).toMatchObject({ id: act, withheld: withheldParts });
    },
  );

  test.each(vectors.bad)('finds out $name ($kind)', async ({ kind, edits }) => {
    const report = await verifyProof(new Uint8Array(edited(Buffer.from(whole), edits)));
    expect(report.verified).toBe(false);
    const failing = report.steps.filter(({ faults }) => faults.length > 0);
    expect(failing.map(({ step }) => step)).toContain(kind);
  });
});

describe('keys.json in a browser', () => {
  test.each(keyVectors.good)('takes $publicKey', ({ publicKey }) => {
    expect(isSoundKey(fromHex(publicKey))).toBe(true);
  });
  test.each(keyVectors.bad)('refuses $name ($kind)', ({ publicKey }) => {
    expect(isSoundKey(fromHex(publicKey))).toBe(false);
  });
});

describe('canonical.json in a browser', () => {
  const objects = canonicalVectors.good.filter(({ canonical }) => canonical.startsWith('{'));
  test.each(objects)('$name', ({ canonical, bytes }) => {
    expect(textOf(fromHex(bytes))).toBe(canonical);
    expect(readMembers(canonical)).toEqual(JSON.parse(canonical));
  });
  test.each(canonicalVectors.bad)('refuses $name ($kind)', ({ bytes }) => {
    const text = textOf(fromHex(bytes));
    expect(text === null ? null : readMembers(text)).toBeNull();
  });
});

test('base64 has one spelling for a browser, too', () => {
  expect(['AA==', 'AB==', 'AA', 'A', '????'].map(fromBase64)).toEqual([
    new Uint8Array(1),
    null,
    null,
    null,
    null,
  ]);
  expect(['AA', 'AB', 'A', 'AA=='].map(fromBase64Url)).toEqual([
    new Uint8Array(1),
    null,
    null,
    null,
  ]);
});
