import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followLog } from '../../src/host/log/follow-log.ts';
import { type LogNode, witnessRound } from '../../src/host/log/witness-round.ts';
import { createLog } from '../../src/host/log.ts';
import { cosigners, signCheckpoint } from '../../src/kernel/checkpoint.ts';
import { leafHash } from '../../src/kernel/merkle.ts';
import { refuse } from '../../src/kernel/refusal.ts';
import { said } from '../../src/kernel/said.ts';
import { noteTextOf } from '../../src/kernel/signed-note.ts';
import { QUESTION_RULE } from '../../src/store/rules.ts';
import {
  type TestStore,
  admitted,
  openTestStore,
  registerKey,
  testKeys,
} from '../../src/store/test-store.ts';
import { generateKey } from '../../src/kernel/key.ts';
import { area, createExample } from './example-app.tsx';

/** Two nodes that follow each other, each reached by an address that leads to its application. */
const OPERATORS = ['first-office', 'second-office'] as const;
const nodes = new Map<string, TestStore>();
const apps = new Map<string, ReturnType<typeof createExample>>();
const addressOf = (operator: string): string => `http://${operator}.example`;

function nodeOf(operator: string): TestStore {
  const node = nodes.get(operator);
  if (!node) throw new Error(`no node of ${operator}`);
  return node;
}

function keyOf(operator: string) {
  const key = nodeOf(operator).keys.keyFor(operator);
  if (!key) throw new Error('no key');
  return key;
}

function peerOf(operator: string): LogNode {
  const publicKey = Buffer.from(keyOf(operator).publicBytes).toString('base64url');
  return { address: addressOf(operator), operator, publicKey };
}

/** The round of a node that follows the other one. */
function roundOf(operator: string, followed: readonly LogNode[]) {
  const room = {
    peers: async () => followed,
    requester: {
      ask: async ({ url, method, body }: { url: string; method: string; body?: Uint8Array }) => {
        const app = apps.get(new URL(url).host.replace('.example', ''));
        if (!app) return refuse(QUESTION_RULE, said('There is no such node.'));
        const sent = body === undefined ? {} : { body: Buffer.from(body) };
        const response = await app.app.request(url, { method, ...sent });
        const bytes = new Uint8Array(await response.arrayBuffer());
        return { status: response.status, headers: {}, body: bytes };
      },
    },
  };
  return witnessRound(room, nodeOf(operator).store);
}

beforeAll(async () => {
  for (const operator of OPERATORS) {
    const node = await openTestStore({ areas: [area], operator, keys: testKeys(operator) });
    nodes.set(operator, node);
    apps.set(operator, createExample(node.store));
    await node.store.log.advance();
  }
});
afterAll(async () => {
  for (const app of apps.values()) app.close();
  for (const node of nodes.values()) await node.close();
});

describe('nodes that follow one another', () => {
  const [first, second] = OPERATORS;

  it('cosign each other’s logs, known by the keys that were pinned', async () => {
    const rounds = [roundOf(first, [peerOf(second)]), roundOf(second, [peerOf(first)])];
    for (const round of rounds) await round.learn();
    const [{ store }, [own]] = [nodeOf(first), rounds];
    const asked = own && (await store.witnesses.ask(own.askWitness));
    expect(asked).toMatchObject([{ outcome: 'cosigned', reason: null }]);
    const checkpoint = await store.log.checkpoint();
    const { witnesses } = await store.witnesses.policy();
    const names = checkpoint && cosigners(checkpoint, witnesses).map(({ name }) => name);
    expect(names).toEqual([nodeOf(second).store.log.origin]);
  });

  it('do so by themselves as the record grows', async () => {
    const { store } = nodeOf(first);
    const before = (await store.log.checkpoint())?.size ?? 0;
    await registerKey(store, 'KEN', generateKey()).then((one) => admitted([one]));
    const round = roundOf(first, [peerOf(second)]);
    const stop = followLog({ store, log: createLog('silent'), round });
    await expect
      .poll(async () => (await store.log.checkpoint())?.note.signatures.length, { timeout: 8000 })
      .toBe(2);
    await stop();
    expect((await store.log.checkpoint())?.size).toBeGreaterThan(before);
  });

  it('find a log that shows them another tree than it had signed', async () => {
    const { origin } = nodeOf(second).store.log;
    const size = 1_000_000;
    const key = keyOf(second);
    const treeOf = (name: string) =>
      signCheckpoint({ origin, size, root: leafHash(Buffer.from(name)) }, key);
    const { witnesses } = nodeOf(first).store;
    const own = await nodeOf(second).store.log.checkpoint();
    await witnesses.observe(noteTextOf(treeOf('one').note));
    expect(await witnesses.forks()).toEqual([]);
    const body = `old 0\n\n${own ? noteTextOf(own.note) : ''}`;
    expect(await witnesses.addCheckpoint(body)).toMatchObject({ verdict: 'cosigned' });
    const other = signCheckpoint({ origin, size: own?.size ?? 0, root: treeOf('b').root }, key);
    await witnesses.observe(noteTextOf(other.note));
    expect(await witnesses.forks()).toMatchObject([{ origin }]);
  });

  it('take no other node’s word for a log, and bear one that is away', async () => {
    const { store } = nodeOf(first);
    const known = await store.witnesses.peers();
    const impostor = { ...peerOf(first), address: addressOf(second), operator: 'impostor' };
    const away = { ...peerOf(second), address: 'http://nowhere.example', operator: 'away' };
    const renamed = { ...peerOf(second), operator: 'renamed' };
    const round = roundOf(first, [impostor, away, renamed]);
    await round.learn();
    expect(await store.witnesses.peers()).toEqual(known);
    await expect(round.askWitness('unheard-of', 'old 0\n')).rejects.toThrow('not followed');
  });
});
