/** Other nodes for administrators: over the API, the command line and on pages of whole nodes. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/program.ts';
import { readConfig } from '../../src/host/config.ts';
import { house } from '../../src/host/house.ts';
import { type Running, startNode } from '../../src/host/start-node.ts';
import { type TestDatabase, createTestDatabase } from '../../src/store/test-database.ts';
import { admitted } from '../../src/store/test-store.ts';
import { tokenByLink } from './administrator.ts';
import { until } from './federated-node.ts';
import { adoption } from './offices-node.ts';

interface Whole {
  readonly database: TestDatabase;
  readonly folder: string;
  readonly running: Running;
  readonly token: string;
}

async function start(operator: string, agreements: readonly string[]): Promise<Whole> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'concord-nodes-'));
  const { host, port, user, password, database: name } = database.connection;
  const server = `postgres://${user}:${encodeURIComponent(password)}@localhost:${port}/${name}`;
  const config = readConfig({
    DATABASE_URL: `${server}?host=${encodeURIComponent(host)}`,
    CONCORD_OPERATOR: operator,
    CONCORD_LOG: 'silent',
    CONCORD_PORT: '0',
    CONCORD_PRIVATE_PEERS: '127.0.0.0/8',
  });
  const small = {
    ...house,
    loadWorld: async (store: Parameters<typeof house.loadWorld>[0]) => {
      const drafts = agreements.map((name) => adoption(`agreements/${name}`, name));
      admitted(await store.submit(drafts.map((draft) => ({ ...draft, actor: operator }))));
    },
  };
  const report = () => undefined;
  const running = await startNode({ config, house: small, dataFolder: folder, report });
  return { database, folder, running, token: await tokenByLink(running.firstLink ?? '') };
}

async function stop({ running, database, folder }: Whole): Promise<void> {
  await running.stop();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
}

let [secretariat, kenya] = [null, null] as unknown as [Whole, Whole];
beforeAll(async () => {
  [secretariat, kenya] = await Promise.all([
    start('un-secretary-general', ['river', 'lake']),
    start('ken-node', []),
  ]);
});
afterAll(async () => {
  await Promise.all([stop(secretariat), stop(kenya)]);
});

const files = new Map<string, Uint8Array>();
/** Runs a command line against a node. */
async function concord(node: Whole, ...words: string[]) {
  const [said, complained]: [string[], string[]] = [[], []];
  const code = await run(words, {
    environment: { CONCORD_URL: node.running.address, CONCORD_TOKEN: node.token },
    terminal: {
      isTerminal: false,
      write: (text) => said.push(text),
      complain: (line) => complained.push(line),
      read: async () => '',
      readBytes: async (file) => files.get(file) ?? new Uint8Array(),
      save: async (file, content) => void files.set(file, Buffer.from(content as Uint8Array)),
    },
    fetch,
  });
  const body = said.join('');
  const json: Record<string, unknown> = body.startsWith('{') ? JSON.parse(body) : {};
  return { code, json, complaint: complained.join('\n') };
}
const knows = async (node: Whole, agreement: string): Promise<boolean> => {
  const answer = await fetch(`${node.running.address}/api/agreements/list`);
  return (await answer.text()).includes(`"${agreement}"`);
};

describe('an administrator', () => {
  it('carries a bundle to a node that no line reaches', async () => {
    expect(await concord(secretariat, 'bundle', 'write', '--to', 'stick')).toMatchObject({
      code: 0,
      complaint: expect.stringContaining('for everyone'),
    });
    const taken = await concord(kenya, 'bundle', 'take', 'stick', '--json');
    // Whose key it is signed with is not on record there: all of it waits.
    expect(taken).toMatchObject({ code: 0, json: { faultsCount: 0, acts: { waiting: 1 } } });
    const to = ['--to', 'stick', '--recipient', 'ken-node'];
    expect(await concord(secretariat, 'bundle', 'write', ...to)).toMatchObject({
      code: 1,
      complaint: expect.stringContaining('No node of ken-node is followed'),
    });
  });

  it('looks at a node, compares, follows, and has what it recorded', async () => {
    const { address } = secretariat.running;
    const looked = await concord(kenya, 'admin', 'node', 'follow', address, '--json');
    expect(looked).toMatchObject({ code: 0, json: { operator: 'un-secretary-general' } });
    const fingerprint = String(looked.json['fingerprint']);
    const wrong = ['--fingerprint', fingerprint.replaceAll('a', 'b').replaceAll('1', '2')];
    expect(await concord(kenya, 'admin', 'node', 'follow', address, ...wrong)).toMatchObject({
      code: 1,
      complaint: expect.stringContaining('not that of the key'),
    });
    const right = ['--fingerprint', fingerprint, '--json'];
    expect(await concord(kenya, 'admin', 'node', 'follow', address, ...right)).toMatchObject({
      code: 0,
      json: { followed: true },
    });
    await until(() => knows(kenya, 'lake'));
    await until(async () => {
      const { json } = await concord(kenya, 'admin', 'node', 'list', '--json');
      const [row] = json['rows'] as { visitedAt: string | null }[];
      return row?.visitedAt !== null;
    });
    const { json } = await concord(kenya, 'admin', 'node', 'list', '--json');
    expect(json).toMatchObject({
      rows: [{ operator: 'un-secretary-general', fault: null, behind: 0, fingerprint }],
    });
    expect(JSON.stringify(json)).not.toContain('publicKey');
    expect(await concord(kenya, 'admin', 'node', 'pull', '--json')).toMatchObject({
      json: { due: 1 },
    });
  });

  it('takes a bundle that brings nothing new, and is told so', async () => {
    const taken = await concord(kenya, 'bundle', 'take', 'stick', '--json');
    expect(taken).toMatchObject({ code: 0, json: { behind: 0, faultsCount: 0 } });
    expect(taken.json['acts']).toMatchObject({ kept: 0, admitted: 0, waiting: 0 });
    files.set('noise', Buffer.from('no bundle at all'));
    expect(await concord(kenya, 'bundle', 'take', 'noise', '--json')).toMatchObject({
      json: { faultsCount: 1, faults: [{ rule: 'peer.bundle' }] },
    });
  });

  it('is the only one who may', async () => {
    const nobody = { ...kenya, token: 'concord_nobody' };
    for (const words of [
      ['admin', 'node', 'list'],
      ['admin', 'node', 'follow', 'https://concord.example'],
      ['admin', 'node', 'unfollow', 'un-secretary-general'],
      ['bundle', 'write', '--to', 'x'],
      ['bundle', 'take', 'stick'],
    ]) {
      expect(await concord(nobody, ...words)).toMatchObject({ code: 1 });
    }
    expect(files.has('x')).toBe(false);
  });

  it('follows a node no longer', async () => {
    const words = ['admin', 'node', 'unfollow', 'un-secretary-general'];
    expect(await concord(kenya, ...words)).toMatchObject({ code: 0 });
    expect(await concord(kenya, ...words)).toMatchObject({ code: 1 });
    const { json } = await concord(kenya, 'admin', 'node', 'list', '--json');
    expect(json).toEqual({ rows: [], awaiting: [], introduced: [] });
  });
});
