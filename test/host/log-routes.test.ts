import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followLog } from '../../src/host/log/follow-log.ts';
import { createLog } from '../../src/host/log.ts';
import { readCheckpoint, signCheckpoint } from '../../src/kernel/checkpoint.ts';
import { leafHash, rootOf } from '../../src/kernel/merkle.ts';
import { witnessBody } from '../../src/kernel/witness.ts';
import { markedFor } from '../../src/kernel/marking.ts';
import {
  OPERATOR,
  type TestStore,
  admitted,
  openTestStore,
  testKeys,
} from '../../src/store/test-store.ts';
import { area, createExample } from './example-app.tsx';

const OTHER = 'other-office';
let test: TestStore;
let other: TestStore;
let made: ReturnType<typeof createExample>;
let stopFollowing: () => Promise<void>;

beforeAll(async () => {
  test = await openTestStore({ areas: [area] });
  other = await openTestStore({ areas: [area], operator: OTHER, keys: testKeys(OTHER) });
  made = createExample(test.store);
  const draft = { type: 'examples.make', register: 'examples/one', actor: OPERATOR } as const;
  const payload = { title: 'A table', kind: 'table' };
  const basis = { kind: 'signed' } as const;
  admitted(
    await test.store.submit([
      { ...draft, basis, payload },
      { ...draft, basis, payload, marking: markedFor('amber', ['KEN']) },
    ]),
  );
  stopFollowing = followLog({ store: test.store, log: createLog('silent') });
});
afterAll(async () => {
  await stopFollowing();
  made.close();
  await other.close();
  await test.close();
});

const get = (path: string) => made.app.request(path);
const post = (body: string) => made.app.request('/log/add-checkpoint', { method: 'POST', body });

async function checkpointOf(from: TestStore) {
  await from.store.log.advance();
  const checkpoint = await from.store.log.checkpoint();
  if (!checkpoint) throw new Error('no checkpoint');
  return checkpoint;
}

describe('the log as others read it', () => {
  it('has a checkpoint whose root follows from its tiles', async () => {
    await test.store.log.advance();
    const response = await get('/log/checkpoint');
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const checkpoint = readCheckpoint(await response.text());
    if ('fault' in checkpoint) throw new Error(checkpoint.fault);
    const { size, root } = checkpoint;
    const tile = await get(`/log/tile/0/000.p/${size}`);
    expect(tile.headers.get('content-type')).toBe('application/octet-stream');
    expect(tile.headers.get('cache-control')).toContain('immutable');
    const bytes = new Uint8Array(await tile.arrayBuffer());
    const hashes = Array.from({ length: size }, (_, at) => bytes.slice(at * 32, at * 32 + 32));
    expect(rootOf(hashes)).toEqual(root);
    const bundle = Buffer.from(await (await get(`/log/tile/entries/000.p/${size}`)).arrayBuffer());
    expect(bundle.byteLength).toBe(size * 34);
    const entries = hashes.map((_, at) => bundle.subarray(at * 34 + 2, at * 34 + 34));
    expect(entries.map((entry) => leafHash(entry))).toEqual(hashes);
  });

  it('tells nothing of a hidden act but that there is one act more', async () => {
    const { size } = await checkpointOf(test);
    const tile = await get(`/log/tile/0/000.p/${size}`);
    const text = Buffer.from(await tile.arrayBuffer()).toString('latin1');
    expect(text).not.toContain('KEN');
    expect(text.length).toBe(size * 32);
  });

  it.each([
    '/log/tile/0/001',
    '/log/tile/0/000',
    '/log/tile/0/000.p/99',
    '/log/tile/7/x',
    '/log/tile/',
  ])('has nothing at %s', async (path) => expect((await get(path)).status).toBe(404));
});

describe('the page of the log', () => {
  it('shows the tree, its keys, its witnesses and what forked', async () => {
    await test.store.log.advance();
    const html = await (await get('/log?lang=en')).text();
    expect(html).toContain('The log of this node');
    expect(html).toContain(test.store.log.origin);
    expect(html).toContain('No other node cosigns this log yet.');
    expect(html).toContain('None was found.');
    expect(await (await get('/log/forks')).json()).toEqual([]);
  });

  it('keeps a fork for whoever wants to prove it', async () => {
    const peer = await openTestStore({ operator: 'forking', keys: testKeys('forking') });
    const key = peer.keys.keyFor('forking');
    if (!key) throw new Error('no key');
    const { origin } = peer.store.log;
    const logKeys = [peer.store.witnesses.logKey() ?? ''];
    await peer.close();
    await test.store.witnesses.follow({ origin, logKeys, witnessKey: null });
    const treeOf = (name: string) =>
      signCheckpoint({ origin, size: 1, root: leafHash(Buffer.from(name)) }, key);
    const [one, two] = [treeOf('one'), treeOf('other')];
    expect((await post(witnessBody({ old: 0, proof: [], checkpoint: one }))).status).toBe(200);
    expect((await post(witnessBody({ old: 1, proof: [], checkpoint: two }))).status).toBe(409);
    const html = await (await get('/log?lang=en')).text();
    expect(html).toContain('Each of these signed two trees that cannot both be.');
    const forks: unknown = await (await get('/log/forks')).json();
    expect(forks).toMatchObject([{ origin, between: null }]);
  });
});

describe('the door for other logs', () => {
  it('answers as the protocol says: who is unknown, unsigned, ahead or unproven', async () => {
    const checkpoint = await checkpointOf(other);
    const first = witnessBody({ old: 0, proof: [], checkpoint });
    expect((await post('nonsense')).status).toBe(400);
    expect((await post('x'.repeat(20_000))).status).toBe(400);
    expect((await post(first)).status).toBe(404);
    const stranger = await openTestStore({ areas: [area] });
    const foreign = { origin: checkpoint.origin, witnessKey: null };
    const strangerKeys = [stranger.store.witnesses.logKey() ?? ''];
    await test.store.witnesses.follow({ ...foreign, logKeys: strangerKeys });
    await stranger.close();
    expect((await post(first)).status).toBe(403);
    const logKeys = [other.store.witnesses.logKey() ?? ''];
    await test.store.witnesses.follow({ ...foreign, logKeys });
    const cosigned = await post(first);
    expect(cosigned.status).toBe(200);
    expect(await cosigned.text()).toMatch(/^— test-network\/\S+ \S+\n$/);
    const conflict = await post(witnessBody({ old: 1, proof: [], checkpoint }));
    expect(conflict.status).toBe(409);
    expect(conflict.headers.get('content-type')).toBe('text/x.tlog.size');
    expect(await conflict.text()).toBe(`${checkpoint.size}\n`);
    const draft = { type: 'examples.make', register: 'examples/one', actor: OTHER } as const;
    const payload = { title: 'Another', kind: 'table' };
    admitted(await other.store.submit([{ ...draft, basis: { kind: 'signed' }, payload }]));
    const grown = await checkpointOf(other);
    const unproven = witnessBody({ old: checkpoint.size, proof: [], checkpoint: grown });
    expect((await post(unproven)).status).toBe(422);
    const proof = await other.store.log.consistency(checkpoint.size, grown.size);
    const proven = witnessBody({ old: checkpoint.size, proof, checkpoint: grown });
    expect((await post(proven)).status).toBe(200);
  });
});
