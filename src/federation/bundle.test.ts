import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { markedFor } from '../kernel/marking.ts';
import { TestSigner } from '../store/test-signer.ts';
import { type BundleHead, type BundleReader, readBundle, writeBundle } from './bundle.ts';
import { bundleOf, takeBundle } from './carry-bundle.ts';
import { decodeForks, encodeForks } from './fork-frame.ts';
import { encryptionKeyFromSeed } from './sealing.ts';
import { TestHoldings } from './test-holdings.ts';

const registrar = new TestSigner('un-secretary-general');
const france = new TestSigner('FRA');
const publicKey = Buffer.from(france.key.publicBytes).toString('base64url');
const forKenya = markedFor('red', ['KEN']);
const keyOfFrance = registrar.next({ actor: 'FRA', publicKey }, { type: 'keys.register' }).signed;
const clear = Array.from({ length: 9 }, (_, at) => france.note(`clear ${at}`));
const red = Array.from({ length: 5 }, (_, at) => france.note(`red ${at}`, { marking: forKenya }));

const viewer = { actors: ['KEN'] };
const holdingsOf = () => new TestHoldings(['KEN'], [registrar.actor, registrar.key.publicBytes], 2);
const head = (more: Partial<BundleHead> = {}): BundleHead => ({
  network: 'test-network',
  sender: 'FRA',
  recipient: 'KEN',
  ...more,
});
const refused = (id: string) => ({ refused: true, rule: { id } });

let theirs: TestHoldings;
let ours: TestHoldings;
let reader: BundleReader;
beforeAll(async () => {
  const key = await encryptionKeyFromSeed(randomBytes(32));
  reader = { network: 'test-network', operator: 'KEN', key };
});
beforeEach(async () => {
  theirs = holdingsOf();
  ours = holdingsOf();
  await theirs.take([keyOfFrance, ...clear, ...red]);
});

async function written(more: Partial<BundleHead> = {}, since?: Map<string, number>) {
  const of = head(more);
  const recipientKey = of.recipient === null ? null : reader.key.publicBytes;
  const options = { head: of, recipientKey, viewer, ...(since ? { since } : {}) };
  const chunks: Uint8Array[] = [];
  for await (const chunk of bundleOf(theirs, options)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
/** The bytes in pieces of a size. */
async function* inPieces(bytes: Uint8Array, size = 100): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += size)
    yield await Promise.resolve(bytes.subarray(at, at + size));
}
async function lastOf(bytes: Uint8Array, as: BundleReader = reader): Promise<unknown> {
  let last: unknown = 'whole';
  for await (const section of readBundle(inPieces(bytes), as)) {
    if ('refused' in section) last = section;
  }
  return last;
}

describe('a bundle', () => {
  it('brings on a stick what the line would bring, and a second time nothing', async () => {
    const bytes = await written();
    const report = await takeBundle(inPieces(bytes), ours, reader);
    expect(report).toMatchObject({ faultsCount: 0, waiting: [], acts: { kept: 15 } });
    expect(ours.ids()).toEqual(theirs.ids());
    const again = await takeBundle(inPieces(bytes), ours, reader);
    expect(again).toMatchObject({ faultsCount: 0, acts: { kept: 0, again: 15 } });
  });

  it('is read alike in pieces of any size', async () => {
    const bytes = await written();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 700 }), async (size) => {
        const holdings = holdingsOf();
        await takeBundle(inPieces(bytes, size), holdings, reader);
        expect(holdings.ids()).toEqual(theirs.ids());
      }),
      { numRuns: 10 },
    );
  });

  it('holds, where it is not sealed, what is clear alone', async () => {
    const bytes = await written({ recipient: null });
    expect(bytes.includes('red 1')).toBe(false);
    expect(bytes.includes('clear 1')).toBe(true);
    await takeBundle(inPieces(bytes), ours, reader);
    expect(Object.keys(ours.ids())).toEqual(['FRA/clear', 'un-secretary-general/clear']);
  });

  it('shows nothing of what is sealed, and opens for its recipient alone', async () => {
    const bytes = await written();
    expect(bytes.includes('clear 1')).toBe(false);
    const other = await encryptionKeyFromSeed(randomBytes(32));
    expect(await lastOf(bytes, { ...reader, key: other })).toMatchObject(refused('peer.seal'));
    expect(await lastOf(bytes, { ...reader, operator: 'DEU' })).toMatchObject(
      refused('peer.bundle'),
    );
    expect(await lastOf(bytes, { ...reader, network: 'x' })).toMatchObject(refused('peer.bundle'));
  });

  it('leaves out what the recipient has', async () => {
    const since = new Map([
      ['FRA/clear', 7],
      ['un-secretary-general/clear', 1],
    ]);
    await ours.take([keyOfFrance, ...clear.slice(0, 7)]);
    const report = await takeBundle(inPieces(await written({}, since)), ours, reader);
    expect(report.acts).toMatchObject({ kept: 7, again: 0 });
    expect(ours.ids()).toEqual(theirs.ids());
  });

  it('is refused wherever it is cut off, and where more follows', async () => {
    for (const bytes of [await written(), await written({ recipient: null })]) {
      for (let end = 0; end < bytes.byteLength; end += 37) {
        expect(await lastOf(bytes.subarray(0, end))).toHaveProperty('refused');
      }
      expect(await lastOf(Buffer.concat([bytes, Buffer.from([0])]))).toHaveProperty('refused');
      expect(await lastOf(bytes)).toBe('whole');
    }
  });

  it('is refused where a section is changed, left out or put elsewhere', async () => {
    const plain = await written({ recipient: null });
    for (const bytes of [plain, await written()]) {
      for (let at = 0; at < bytes.byteLength; at += 41) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ 1;
        expect(await lastOf(changed)).toHaveProperty('refused');
      }
    }
    const begin = 7 + plain.readUInt16BE(5);
    const end = begin + 4 + plain.readUInt32BE(begin);
    const without = Buffer.concat([plain.subarray(0, begin), plain.subarray(end)]);
    expect(await lastOf(without)).toMatchObject(refused('peer.bundle'));
  });

  it('gives a refusal for any bytes, and never an exception', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (noise) => {
        expect(await lastOf(noise)).toHaveProperty('refused');
        const begun = Buffer.concat([Buffer.from('CCBN\u0001', 'latin1'), noise]);
        expect(await lastOf(begun)).toHaveProperty('refused');
      }),
    );
  });

  it('takes up what waited for a key that comes later in it', async () => {
    async function* sections() {
      yield await Promise.resolve({ kind: 'acts', acts: clear } as const);
      yield { kind: 'acts', acts: [keyOfFrance] } as const;
    }
    const chunks = writeBundle(head({ recipient: null }), null, sections());
    const report = await takeBundle(chunks, ours, reader);
    expect(report).toMatchObject({ waiting: [], behind: 0, acts: { kept: 10 } });
  });

  it('says what waits for something that it does not hold', async () => {
    async function* sections() {
      yield await Promise.resolve({ kind: 'acts', acts: clear } as const);
    }
    const chunks = writeBundle(head({ recipient: null }), null, sections());
    const report = await takeBundle(chunks, ours, reader);
    expect(report).toMatchObject({ behind: 9, waiting: [{ stream: 'FRA/clear' }] });
  });

  it('carries forks, and no false ones', async () => {
    const twin = new TestSigner('FRA');
    twin.key = france.key;
    const [first, second] = clear;
    if (!first || !second) throw new Error('no acts');
    const proof = { stream: 'FRA/clear', seq: 1, acts: [first, twin.note('twin')] } as const;
    async function* sections() {
      yield await Promise.resolve({ kind: 'acts', acts: [keyOfFrance] } as const);
      yield { kind: 'forks', forks: [proof] } as const;
    }
    const chunks = writeBundle(head({ recipient: null }), null, sections());
    const report = await takeBundle(chunks, ours, reader);
    expect(report.forks).toMatchObject([{ stream: 'FRA/clear', seq: 1 }]);
    const none = encodeForks([{ ...proof, acts: [first, second] }]);
    expect(decodeForks(none)).toMatchObject(refused('peer.fork'));
  });
});
