/** Nodes of different owners on loopback, over HTTP. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEnvelope } from '../../src/federation/envelope.ts';
import { bundleOf } from '../../src/federation/carry-bundle.ts';
import { followNode, unfollowNode } from '../../src/host/federation/follow.ts';
import { markedFor } from '../../src/kernel/marking.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { FederatedNode, until } from './federated-node.ts';

let [depositary, france, relay] = [null, null, null] as unknown as FederatedNode[];
const [secretariat, mission, post] = ['un-secretary-general', 'FRA', 'relay-node'];

beforeAll(async () => {
  [depositary, france, relay] = await Promise.all([
    FederatedNode.start(secretariat),
    FederatedNode.start(mission),
    FederatedNode.start(post),
  ]);
});
afterAll(async () => {
  await Promise.all([depositary?.stop(), france?.stop(), relay?.stop()]);
});
const node = (one: FederatedNode | undefined): FederatedNode => {
  if (!one) throw new Error('no node');
  return one;
};

describe('a node that is followed', () => {
  it('is looked at first, and followed where its fingerprint is confirmed', async () => {
    const { address } = node(depositary);
    const { room } = node(france);
    const looked = await followNode(room, { address }, 'Amina');
    expect(looked).toMatchObject({
      operator: secretariat,
      did: expect.stringContaining('did:web'),
    });
    expect(await room.peers()).toEqual([]);
    const wrong = await followNode(room, { address, fingerprint: '0000' }, 'Amina');
    expect(wrong).toMatchObject({ rule: { id: 'peer.pinned' } });
    expect(await room.peers()).toEqual([]);
    expect(await followNode(room, { address: node(france).address }, 'Amina')).toMatchObject({
      rule: { id: 'peer.pinned' },
    });
    expect(await followNode(room, { address: 'http://127.0.0.1:1' }, 'Amina')).toMatchObject({
      rule: { id: 'peer.reached' },
    });
  });

  it('brings what it recorded, and what it records from then on within moments', async () => {
    await node(depositary).write(['one', 'two']);
    await node(france).follow(node(depositary));
    node(france).engine.begin();
    await until(async () => (await node(france).notes([])).length === 2);
    // Some time for the bell to be listened to.
    await new Promise((resolve) => setTimeout(resolve, 300));
    await node(depositary).write(['three']);
    await until(async () => (await node(france).notes([])).includes('three'));
    expect(await node(france).notes([])).toEqual(await node(depositary).notes([]));
  });

  it('gives what is marked to those it is for, once it knows them, and nobody else', async () => {
    await node(depositary).write(['for France'], { marking: markedFor('red', [mission]) });
    await node(relay).follow(node(depositary));
    node(relay).engine.begin();
    await until(async () => (await node(relay).notes([])).length === 3);
    expect(await node(france).notes([mission])).not.toContain('for France');
    // From here on the depositary has the key of France on record.
    await node(depositary).follow(node(france));
    await until(async () => {
      await followAgain();
      return (await node(france).notes([mission])).includes('for France');
    });
    expect(await node(france).notes([])).not.toContain('for France');
    expect(await node(relay).notes([post, mission])).not.toContain('for France');
  });

  async function followAgain(): Promise<void> {
    await node(france).follow(node(depositary));
  }

  it('is caught up with after a time offline', async () => {
    await node(depositary).goOffline();
    await until(async () => {
      await followLater();
      const [peer] = await node(france).room.peers();
      return peer?.fault !== null;
    });
    await node(depositary).write(['meanwhile']);
    await node(depositary).goOnline();
    await until(async () => {
      await followLater();
      return (await node(france).notes([])).includes('meanwhile');
    });
    expect(await node(france).notes([])).toEqual(await node(depositary).notes([]));
  });

  async function followLater(): Promise<void> {
    const { room, engine } = node(france);
    await room.pool.query('update federation.peer set next_visit_at = now()');
    engine.ring();
  }

  it('is followed no longer where that is asked', async () => {
    const { room } = node(relay);
    expect(await unfollowNode(room, { operator: secretariat })).toEqual({
      unfollowed: secretariat,
    });
    expect(isRefusal(await unfollowNode(room, { operator: secretariat }))).toBe(true);
    expect(await room.peers()).toEqual([]);
  });
});

describe('an envelope', () => {
  it('passes a relay that cannot read it', async () => {
    const [from, to, between] = [node(depositary), node(france), node(relay)];
    await from.write(['sealed'], { marking: markedFor('red', [mission]) });
    const key = to.room.encryptionKey.publicBytes;
    const chunks: Uint8Array[] = [];
    const bundle = bundleOf(from.store.holdings, {
      head: { network: 'test-network', sender: secretariat, recipient: mission },
      recipientKey: key,
      viewer: { actors: [mission] },
    });
    for await (const chunk of bundle) chunks.push(chunk);
    const envelope = await makeEnvelope(Buffer.concat(chunks), {
      network: 'test-network',
      operator: mission,
      key,
    });
    if (isRefusal(envelope)) throw new Error(envelope.reason);
    // Both are known at the relay; only then does it carry for them.
    await between.follow(from);
    await between.follow(to);
    const remote = from.room.remote({
      address: between.address,
      operator: post,
      network: 'test-network',
    });
    expect(await remote.putEnvelope(envelope)).toBeNull();
    const { rows } = await between.room.pool.query(
      'select bytes, recipient from federation.envelope',
    );
    expect(rows).toHaveLength(1);
    expect(rows[0].recipient).toBe(mission);
    expect(Buffer.from(rows[0].bytes).includes('sealed')).toBe(false);
    await to.follow(between, true);
    await until(async () => (await to.notes([mission])).includes('sealed'));
    await until(async () => {
      const left = await between.room.pool.query('select id from federation.envelope');
      return left.rows.length === 0;
    });
    expect(await between.notes([post, mission])).not.toContain('sealed');
  });
});

describe('what a node answers to strangers', () => {
  it('is what is clear, and nothing that takes a name', async () => {
    const { address } = node(depositary);
    const get = (path: string) => fetch(`${address}${path}`);
    const streams = (await (await get('/federation/streams')).json()) as {
      streams: { marking: { level: string } }[];
    };
    expect(streams.streams.every(({ marking }) => marking.level === 'clear')).toBe(true);
    expect((await get('/federation/envelopes')).status).toBe(403);
    const post = await fetch(`${address}/federation/acts`, { method: 'POST', body: 'x' });
    expect(post.status).toBe(403);
    expect((await get(`/federation/streams/${secretariat}/${'0'.repeat(32)}?from=1`)).status).toBe(
      404,
    );
    const bad = await fetch(`${address}/federation/streams`, {
      headers: { authorization: 'Concord nonsense' },
    });
    expect(bad.status).toBe(401);
    expect(bad.headers.get('concord-nonce')).toMatch(/^[A-Za-z0-9_-]{46}$/);
  });

  it('says who it is in two ways that agree', async () => {
    const { address } = node(depositary);
    const document = await (await fetch(`${address}/.well-known/did.json`)).json();
    const answer = await fetch(`${address}/federation/node`);
    const stated = (await answer.json()) as { statement: { publicKey: string } };
    expect(document).toMatchObject({
      verificationMethod: [{ publicKeyJwk: { x: stated.statement.publicKey } }, {}],
    });
    expect(stated).toMatchObject({ statement: { operator: secretariat, address } });
  });
});
