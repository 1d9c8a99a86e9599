import { sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  KeyId,
  generateKey,
  keyFromSeed,
  keyIdOf,
  publicKeyFault,
  publicKeyOf,
  seedOf,
} from './key.ts';

const hex = (text: string): Uint8Array => Buffer.from(text, 'hex');
/** 32 bytes: the first ones as given, then the filling, then the last ones as given. */
const filled = (first: string, filling: string, last: string): string =>
  first + filling.repeat(32 - (first.length + last.length) / 2) + last;

describe('keys from a seed are those of RFC 8032, section 7.1', () => {
  test.each([
    [
      '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      '',
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155' +
        '5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    ],
    [
      '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      '72',
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
        '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    ],
  ])('%s', (seed, publicKey, message, signature) => {
    const key = keyFromSeed(hex(seed));
    expect(Buffer.from(key.publicBytes).toString('hex')).toBe(publicKey);
    expect(Buffer.from(seedOf(key)).toString('hex')).toBe(seed);
    expect(sign(null, hex(message), key.privateKey).toString('hex')).toBe(signature);
  });

  test.each([0, 31, 33])('a seed of %i bytes is refused', (length) =>
    expect(() => keyFromSeed(new Uint8Array(length))).toThrow(RangeError),
  );
});

describe('a public key', () => {
  test('that was generated is accepted, and named by its bytes', () => {
    for (let round = 0; round < 20; round++) {
      const key = generateKey();
      expect(publicKeyFault(key.publicBytes)).toBeNull();
      expect(publicKeyOf(key.publicBytes).asymmetricKeyType).toBe('ed25519');
      expect(KeyId.parse(key.id)).toBe(keyIdOf(key.publicBytes));
    }
  });

  test.each([
    ['order 1', filled('01', '00', '00')],
    ['order 2', filled('ec', 'ff', '7f')],
    ['order 4', filled('00', '00', '00')],
    ['order 4, x negative', filled('00', '00', '80')],
    ['order 8', '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05'],
    ['order 8, x negative', '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85'],
    ['order 8, y negative', 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a'],
    ['order 8, both negative', 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa'],
    ['order 1, with a sign that zero has not', filled('01', '00', '80')],
    ['order 2, with a sign that zero has not', filled('ec', 'ff', 'ff')],
  ])('of %s is refused as of small order', (_order, text) =>
    expect(publicKeyFault(hex(text))).toBe('of small order'),
  );

  test.each([
    ['zero as the prime', filled('ed', 'ff', '7f')],
    ['zero as the prime, x negative', filled('ed', 'ff', 'ff')],
    ['one as the prime and one', filled('ee', 'ff', '7f')],
    ['one as the prime and one, with a sign', filled('ee', 'ff', 'ff')],
    ['eighteen as the largest number', filled('ff', 'ff', '7f')],
    ['eighteen as the largest number, x negative', filled('ff', 'ff', 'ff')],
  ])('that writes %s is refused as not canonical', (_how, text) =>
    expect(publicKeyFault(hex(text))).toBe('not canonically encoded'),
  );

  test.each(['02', '07', '08'])('that no point of the curve has, y = 0x%s, is refused', (y) => {
    const bytes = hex(filled(y, '00', '00'));
    expect(publicKeyFault(bytes)).toBe('not a point of the curve');
    expect(() => publicKeyOf(bytes)).toThrow('not a point of the curve');
  });

  test.each([0, 31, 33, 64])('of %i bytes is refused', (length) =>
    expect(publicKeyFault(new Uint8Array(length).fill(9))).toBe('not 32 bytes'),
  );
});
