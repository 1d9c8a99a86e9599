/** Documents that acts name, from node to node: fetched, sealed, carried on a stick. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleOf, takeBundle } from '../../src/federation/carry-bundle.ts';
import { documentSections } from '../../src/federation/document-sections.ts';
import type { RemoteNode } from '../../src/federation/remote-node.ts';
import { fetchDocuments } from '../../src/host/federation/fetch-documents.ts';
import type { KnownDocument } from '../../src/kernel/attachment-type.ts';
import { type Marking, CLEAR, markedFor } from '../../src/kernel/marking.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { FederatedNode } from './federated-node.ts';

let [depositary, france, stranger] = [null, null, null] as unknown as FederatedNode[];
const [secretariat, mission, other] = ['un-secretary-general', 'FRA', 'other-node'];
const { signal } = new AbortController();

beforeAll(async () => {
  [depositary, france, stranger] = await Promise.all([
    FederatedNode.start(secretariat),
    FederatedNode.start(mission),
    FederatedNode.start(other),
  ]);
  await node(france).follow(node(depositary));
  await node(depositary).follow(node(france));
  await node(stranger).follow(node(depositary));
});
afterAll(async () => {
  await Promise.all([depositary?.stop(), france?.stop(), stranger?.stop()]);
});
const node = (one: FederatedNode | undefined): FederatedNode => {
  if (!one) throw new Error('no node');
  return one;
};

/** The depositary writes a note that names a document; France has the act and not the bytes. */
async function named(name: string, marking: Marking = CLEAR): Promise<KnownDocument> {
  const from = node(depositary);
  const kept = await from.store.attachments.keep(Buffer.from(`text of ${name}`), 'text/plain');
  if (isRefusal(kept)) throw new Error(kept.reason);
  const detail = { document: { ...kept, name: `${name}.txt` } };
  await from.write([name], { payload: { note: name, text: '', detail }, marking });
  const viewer = { actors: [mission ?? ''] };
  for (const { stream } of await from.store.holdings.heads(viewer)) {
    await node(france).store.holdings.take(await from.store.holdings.page(viewer, stream, 1));
  }
  return kept;
}

const remoteOf = (asker: FederatedNode) =>
  asker.room.remote({
    address: node(depositary).address,
    operator: secretariat ?? '',
    network: 'test-network',
  });
const fetching = (remote: Pick<RemoteNode, 'document'> = remoteOf(node(france)), bounds = {}) =>
  fetchDocuments(node(france).room, secretariat ?? '', remote, signal, {
    documentsMax: 10,
    bytesMax: 10_000,
    ...bounds,
  });
const isHere = async ({ digest }: KnownDocument): Promise<boolean> =>
  (await node(france).store.attachments.atHand([digest])).has(digest);
const anew = () => node(france).room.pool.query('delete from federation.document');

describe('a document that an act of another node names', () => {
  it('is fetched from that node, once', async () => {
    const scan = await named('fetched');
    expect(await isHere(scan)).toBe(false);
    expect(await fetching()).toBe(1);
    expect(await isHere(scan)).toBe(true);
    expect(await fetching()).toBe(0);
  });

  it('travels sealed where the act is for few, and is given to nobody else', async () => {
    const scan = await named('red', markedFor('red', [mission ?? '']));
    const remote = remoteOf(node(stranger));
    expect(isRefusal(await remote.document(scan))).toBe(true);
    const open = await fetch(`${node(depositary).address}/federation/documents/${scan.digest}`);
    expect(open.status).toBe(404);
    const unknown = { ...scan, digest: `sha256:${'0'.repeat(64)}` as const };
    const nothing = await fetch(
      `${node(depositary).address}/federation/documents/${unknown.digest}`,
    );
    expect(await open.text()).toBe(await nothing.text());
    expect(await fetching()).toBe(1);
    expect(await isHere(scan)).toBe(true);
  });

  it('is not kept where something else is sent for it, and is asked for again later', async () => {
    const scan = await named('other bytes');
    let asked = 0;
    const liar = {
      document: () => {
        asked += 1;
        return Promise.resolve(new Uint8Array(scan.sizeBytes));
      },
    };
    expect(await fetching(liar)).toBe(0);
    expect(await fetching(liar)).toBe(0);
    expect(asked).toBe(1);
    await anew();
    expect(await fetching()).toBe(1);
  });

  it('is fetched within bounds of count and of bytes', async () => {
    const [one, two] = [await named('one of two'), await named('two of two')];
    expect(await fetching(undefined, { documentsMax: 1 })).toBe(1);
    expect(await fetching(undefined, { bytesMax: one.sizeBytes - 1 })).toBe(0);
    expect(await fetching(undefined, { bytesMax: one.sizeBytes })).toBe(1);
    expect([await isHere(one), await isHere(two)]).toEqual([true, true]);
  });
});

describe('a bundle', () => {
  it('carries documents to where they are missing, and says which it lacks', async () => {
    const [carried, lacked] = [await named('on a stick'), await named('left behind')];
    const { store } = node(depositary);
    const head = { network: 'test-network', sender: secretariat ?? '', recipient: null };
    const viewer = { actors: [] };
    const { attachments: documents } = store;
    const bundle = bundleOf(store.holdings, { head, recipientKey: null, viewer, documents });
    const to = node(france);
    const reader = { network: 'test-network', operator: 'FRA', key: to.room.encryptionKey };
    const report = await takeBundle(bundle, to.store.holdings, reader, to.store.attachments);
    expect(report).toMatchObject({ documents: 2, documentsLacking: 0, faultsCount: 0 });
    expect([await isHere(carried), await isHere(lacked)]).toEqual([true, true]);
    const kinds: string[] = [];
    for await (const { kind } of documentSections(documents, viewer, carried.sizeBytes)) {
      kinds.push(kind);
    }
    expect(kinds).toEqual(['document', 'lacking']);
  });
});
