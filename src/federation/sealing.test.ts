import { Aes128Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { LEVELS, markedFor } from '../kernel/marking.ts';
import {
  BUCKET_BYTES_MIN,
  ENVELOPE_BYTES_MAX,
  ENVELOPE_CONTENT_BYTES_MAX,
  bucketOf,
  makeEnvelope,
  openEnvelope,
  readOutside,
} from './envelope.ts';
import {
  type EncryptionKey,
  type SealContext,
  SEAL_BYTES,
  beginOpening,
  beginSealing,
  encryptionKeyFromSeed,
  isSealedLevel,
  openPiece,
  openSealed,
  sealFor,
} from './sealing.ts';

const context: SealContext = {
  purpose: 'page',
  network: 'test-network',
  sender: 'FRA',
  recipient: 'KEN',
};
const refused = { refused: true, rule: { id: 'peer.seal' } };
const secret = Buffer.from('movement of the convoy at dawn');
let [kenya, other] = [null, null] as unknown as [EncryptionKey, EncryptionKey];
beforeAll(async () => {
  kenya = await encryptionKeyFromSeed(randomBytes(32));
  other = await encryptionKeyFromSeed(randomBytes(32));
});

async function sealed(plain: Uint8Array = secret): Promise<Uint8Array> {
  const bytes = await sealFor(plain, kenya.publicBytes, context);
  if ('refused' in bytes) throw new Error(bytes.reason);
  return bytes;
}

describe('what is sealed', () => {
  it('opens for its recipient', async () => {
    const bytes = await sealed();
    expect(bytes.byteLength).toBe(secret.byteLength + SEAL_BYTES);
    expect(Buffer.from(bytes).includes(secret)).toBe(false);
    expect(Buffer.from((await openSealed(bytes, kenya, context)) as Uint8Array)).toEqual(secret);
  });

  it('opens for nobody else, as nothing else, and not where a bit is changed', async () => {
    const bytes = await sealed();
    expect(await openSealed(bytes, other, context)).toMatchObject(refused);
    const others: Partial<SealContext>[] = [
      { purpose: 'envelope' },
      { network: 'other' },
      { sender: 'DEU' },
      { recipient: 'DEU' },
    ];
    for (const one of others) {
      expect(await openSealed(bytes, kenya, { ...context, ...one })).toMatchObject(refused);
    }
    for (let at = 0; at < bytes.byteLength; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await openSealed(changed, kenya, context)).toMatchObject(refused);
    }
  });

  it('is no exception, whatever comes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (noise) => {
        expect(await openSealed(noise, kenya, context)).toMatchObject(refused);
        const marked = Buffer.concat([Buffer.from('CCSL\u0001', 'latin1'), noise]);
        expect(await openSealed(marked, kenya, context)).toMatchObject(refused);
      }),
    );
  });

  it('is not made for a key of small order or of another length', async () => {
    for (const key of [new Uint8Array(32), Buffer.from([1, ...new Uint8Array(31)]), secret]) {
      expect(await sealFor(secret, key, context)).toMatchObject(refused);
    }
  });

  it('opens piece by piece, each in its own place', async () => {
    const begun = await beginSealing(kenya.publicBytes, context);
    if ('refused' in begun) throw new Error(begun.reason);
    const [one, two] = [await begun.pieces.next(secret), await begun.pieces.next(secret)];
    const open = async () => {
      const pieces = await beginOpening(begun.encapsulated, kenya, context);
      if ('refused' in pieces) throw new Error(pieces.reason);
      return pieces;
    };
    expect(await openPiece(await open(), two)).toMatchObject(refused);
    const pieces = await open();
    expect(Buffer.from((await openPiece(pieces, one)) as Uint8Array)).toEqual(secret);
    expect(Buffer.from((await openPiece(pieces, two)) as Uint8Array)).toEqual(secret);
  });

  it('is what is RED or AMBER+STRICT', () => {
    const levels = LEVELS.filter((level) => level !== 'clear');
    expect(levels.filter((level) => isSealedLevel(markedFor(level, ['KEN'])))).toEqual([
      'amber+strict',
      'red',
    ]);
    expect(isSealedLevel({ level: 'clear', to: [] })).toBe(false);
  });

  it('has the key of its seed, always the same', async () => {
    const seed = Buffer.alloc(32, 7);
    const [one, two] = [await encryptionKeyFromSeed(seed), await encryptionKeyFromSeed(seed)];
    expect(one.publicBytes).toEqual(two.publicBytes);
    expect(one.publicBytes).toHaveLength(32);
  });
});

/** RFC 9180, Appendix A.1.1: the same key encapsulation and derivation, with AES-128-GCM. */
describe('the test vector of RFC 9180', () => {
  const hex = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'hex'));
  const vector = {
    info: hex('4f6465206f6e2061204772656369616e2055726e'),
    skRm: hex('4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8'),
    pkRm: hex('3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d'),
    ikmR: hex('6db9df30aa07dd42ee5e8181afdb977e538f5e1fec8a06223f33f7013e525037'),
    enc: hex('37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431'),
    plain: hex('4265617574792069732074727574682c20747275746820626561757479'),
    aad: hex('436f756e742d30'),
    sealed: hex(
      'f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a9' +
        '6d8770ac83d07bea87e13c512a',
    ),
  };

  it('opens, and its seed gives its key', async () => {
    const suite = new CipherSuite({
      kem: new DhkemX25519HkdfSha256(),
      kdf: new HkdfSha256(),
      aead: new Aes128Gcm(),
    });
    const recipientKey = await suite.kem.deserializePrivateKey(vector.skRm);
    const { enc, info } = vector;
    const opened = await suite.open({ recipientKey, enc, info }, vector.sealed, vector.aad);
    expect(new Uint8Array(opened)).toEqual(vector.plain);
    expect((await encryptionKeyFromSeed(vector.ikmR)).publicBytes).toEqual(vector.pkRm);
  });
});

describe('an envelope', () => {
  const addressee = () => ({ network: 'test-network', operator: 'KEN', key: kenya.publicBytes });
  const node = { network: 'test-network', operator: 'KEN' };
  const made = async (content: Uint8Array = secret): Promise<Uint8Array> => {
    const bytes = await makeEnvelope(content, addressee());
    if ('refused' in bytes) throw new Error(bytes.reason);
    return bytes;
  };

  it('tells a relay for whom it is, and neither from whom nor what', async () => {
    const bytes = await made();
    expect(readOutside(bytes)).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{64}$/),
      recipient: 'KEN',
      sizeBytes: bytes.byteLength,
    });
    expect(Buffer.from(bytes).includes(secret)).toBe(false);
    expect(Buffer.from(bytes).includes('FRA')).toBe(false);
  });

  it('opens at its recipient, and nowhere else', async () => {
    const bytes = await made();
    expect(Buffer.from((await openEnvelope(bytes, kenya, node)) as Uint8Array)).toEqual(secret);
    expect(await openEnvelope(bytes, other, node)).toMatchObject(refused);
    expect(await openEnvelope(bytes, kenya, { ...node, operator: 'DEU' })).toMatchObject(refused);
    expect(await openEnvelope(bytes, kenya, { ...node, network: 'x' })).toMatchObject(refused);
    const redirected = Buffer.from(
      Buffer.from(bytes).toString('latin1').replace('KEN', 'DEU'),
      'latin1',
    );
    expect(await openEnvelope(redirected, kenya, { ...node, operator: 'DEU' })).toMatchObject(
      refused,
    );
  });

  it('has the size of its bucket, whatever is in it', async () => {
    const sizes = await Promise.all(
      [0, 1, BUCKET_BYTES_MIN - 4].map(
        async (size) => (await made(new Uint8Array(size))).byteLength,
      ),
    );
    expect(new Set(sizes).size).toBe(1);
    expect((await made(new Uint8Array(BUCKET_BYTES_MIN - 3))).byteLength).toBe(
      (sizes[0] ?? 0) + BUCKET_BYTES_MIN,
    );
    expect(bucketOf(5000)).toBe(8192);
  });

  it('holds so much, and not a byte more', async () => {
    const bytes = await made(new Uint8Array(ENVELOPE_CONTENT_BYTES_MAX));
    expect(bytes.byteLength).toBeLessThanOrEqual(ENVELOPE_BYTES_MAX);
    expect(await openEnvelope(bytes, kenya, node)).toHaveLength(ENVELOPE_CONTENT_BYTES_MAX);
    const beyond = new Uint8Array(ENVELOPE_CONTENT_BYTES_MAX + 1);
    expect(await makeEnvelope(beyond, addressee())).toMatchObject(refused);
  });

  it('is carried only in the form of one', async () => {
    const bytes = await made();
    const bad = [
      bytes.subarray(1),
      bytes.subarray(0, -1),
      Buffer.concat([bytes, Buffer.from([0])]),
      Buffer.from(Buffer.from(bytes).toString('latin1').replace('KEN', '../'), 'latin1'),
      Buffer.from('CCEV\u0001', 'latin1'),
      new Uint8Array(ENVELOPE_BYTES_MAX + 1),
    ];
    for (const one of bad) expect(readOutside(one)).toMatchObject(refused);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        expect(readOutside(noise)).toMatchObject(refused);
      }),
    );
  });
});
