import { type KeyObject, createPrivateKey, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '../../interop/blind-signatures.json' with { type: 'json' };
import {
  MODULUS_BITS,
  MODULUS_BYTES,
  blind,
  blindSign,
  blindSignatureHolds,
  signatureHolds,
  unblind,
} from './blind-signature.ts';
import { fromOctets, inverseOf, powerOf, toOctets } from './modular.ts';

const fromHex = (text: string): Uint8Array => Buffer.from(text, 'hex');
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const numberOf = (hex: string): bigint => BigInt(`0x${hex}`);
const EXPONENT = 65_537n;

/** The key of two primes, as a key of the platform. */
function keyOf(p: bigint, q: bigint): KeyObject {
  const text = (value: bigint): string =>
    Buffer.from(
      fromHex(value.toString(16).padStart(2 * Math.ceil(value.toString(16).length / 2), '0')),
    ).toString('base64url');
  const d = inverseOf(EXPONENT, (p - 1n) * (q - 1n)) ?? 0n;
  const jwk = { n: p * q, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverseOf(q, p) ?? 0n };
  const written = Object.fromEntries(Object.entries(jwk).map(([name, own]) => [name, text(own)]));
  return createPrivateKey({ key: { kty: 'RSA', e: 'AQAB', ...written }, format: 'jwk' });
}

describe('blind signatures', () => {
  it.each(vectors.good)('compute what $from says', (one) => {
    const [p, q] = [numberOf(one.p), numberOf(one.q)];
    const length = one.blinded.length / 2;
    const modulus = toOctets(p * q, length);
    const factor = inverseOf(numberOf(one.inverse), p * q) ?? 0n;
    const message = fromHex(one.message);
    const hidden = blind(modulus, message, { salt: fromHex(one.salt), factor });
    expect(toHex(hidden.blinded)).toBe(one.blinded);
    expect(toHex(hidden.inverse)).toBe(one.inverse);
    const signature = blindSign(keyOf(p, q), modulus, hidden.blinded);
    expect(signature && toHex(signature)).toBe(one.blindSignature);
    const plain = unblind(modulus, message, {
      signature: fromHex(one.blindSignature),
      inverse: hidden.inverse,
    });
    expect(plain && toHex(plain)).toBe(one.signature);
    expect(signatureHolds(modulus, message, fromHex(one.signature))).toBe(true);
  });

  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: MODULUS_BITS });
  const modulus = Buffer.from(publicKey.export({ format: 'jwk' }).n ?? '', 'base64url');
  const message = Buffer.from('a serial');

  function signed(what: Uint8Array): {
    blinded: Uint8Array;
    handed: Uint8Array;
    plain: Uint8Array;
  } {
    const { blinded, inverse } = blind(modulus, what);
    const handed = blindSign(privateKey, modulus, blinded);
    const plain = handed && unblind(modulus, what, { signature: handed, inverse });
    if (!handed || !plain) throw new Error('a key signs');
    return { blinded, handed, plain };
  }

  it('hide the same message otherwise each time, and give a signature that holds', () => {
    const [one, other] = [signed(message), signed(message)];
    expect(toHex(one.blinded)).not.toBe(toHex(other.blinded));
    expect(toHex(one.plain)).not.toBe(toHex(other.plain));
    expect(signatureHolds(modulus, Buffer.from('another'), one.plain)).toBe(false);
    expect(blindSignatureHolds(modulus, one.blinded, one.handed)).toBe(true);
    expect(blindSignatureHolds(modulus, other.blinded, one.handed)).toBe(false);
  });

  it('are refused for numbers that are no smaller than the key, or of another length', () => {
    const n = fromOctets(modulus);
    expect(blindSign(privateKey, modulus, toOctets(n, MODULUS_BYTES))).toBeNull();
    expect(blindSign(privateKey, modulus, toOctets(n - 1n, MODULUS_BYTES))).not.toBeNull();
    expect(blindSign(privateKey, modulus, toOctets(5n, MODULUS_BYTES - 1))).toBeNull();
    expect(signatureHolds(modulus, message, new Uint8Array(MODULUS_BYTES - 1))).toBe(false);
    expect(() => blind(new Uint8Array(MODULUS_BYTES), message)).toThrow(RangeError);
  });

  it('fit every message equally: each that was hidden, with some factor, each signature', () => {
    const n = fromOctets(modulus);
    const many = fc.array(fc.uint8Array({ minLength: 1, maxLength: 80 }), {
      minLength: 2,
      maxLength: 4,
    });
    fc.assert(
      fc.property(many, (messages) => {
        const all = messages.map((one) => signed(one));
        for (const { blinded, handed } of all) {
          for (const { plain } of all) {
            const factor = (fromOctets(handed) * (inverseOf(fromOctets(plain), n) ?? 0n)) % n;
            const encoded = powerOf(fromOctets(plain), EXPONENT, n);
            const hidden = (encoded * powerOf(factor, EXPONENT, n)) % n;
            expect(hidden).toBe(fromOctets(blinded));
          }
        }
      }),
      { numRuns: 20 },
    );
  });
});
