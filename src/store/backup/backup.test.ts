import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markedFor } from '../../kernel/marking.ts';
import { type HighWater, openHighWater } from '../high-water.ts';
import type { Store } from '../contract.ts';
import { type StoreOptions, openStore } from '../open-store.ts';
import { noteTable } from '../test-area.ts';
import { createTestDatabase } from '../test-database.ts';
import {
  OPERATOR,
  type TestStore,
  admitted,
  note,
  openTestStore,
  registerKey,
  ruleOf,
  testKeys,
} from '../test-store.ts';
import type { AskedPeer } from './ask-heads.ts';
import { checkBackup, restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

let folder: string;
let node: TestStore;
let peer: TestStore;
const closing: (() => Promise<void>)[] = [];

const now = (): Date => new Date('2026-11-22T12:00:00Z');

async function as<Result>(options: StoreOptions, run: (client: pg.Client) => Promise<Result>) {
  const client = new pg.Client(options.connection);
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

async function backUp(name: string): Promise<string> {
  const file = join(folder, name);
  const { operator, network } = node.options;
  const given = { operator, network, keysFolder: join(folder, 'keys'), now };
  await as(node.options, (client) => writeBackup({ client, ...given }, file));
  return file;
}

/** A fresh database, filled from the backup, with the keys that the node had. */
async function restore(file: string, highWater?: HighWater): Promise<Store> {
  const database = await createTestDatabase();
  const options = { ...node.options, connection: database.connection };
  await (await openStore(options)).close();
  await as(options, (client) => restoreBackup(client, file, now()));
  const store = await openStore({ ...options, ...(highWater ? { highWater } : {}) });
  await store.rebuild();
  closing.push(async () => {
    await store.close();
    await database.drop();
  });
  return store;
}

/** What a peer gives to a node that asks for its own streams. */
const asPeer = ({ store }: TestStore): AskedPeer => ({
  name: store.operator,
  heads: () => store.holdings.heads({ actors: [OPERATOR] }),
  page: (stream, from) => store.holdings.page({ actors: [OPERATOR] }, stream, from),
});

/** Lets the peer have all that the node shows to it. */
async function follow(): Promise<void> {
  await peer.store.standing.askHeads([
    {
      name: OPERATOR,
      heads: () => node.store.holdings.heads({ actors: ['KEN', OPERATOR] }),
      page: (stream, from) => node.store.holdings.page({ actors: ['KEN'] }, stream, from),
    },
  ]);
}

const rows = (store: Store) =>
  store.read({ actors: ['KEN', OPERATOR] }, (query) =>
    query
      .selectFrom(noteTable.name)
      .select(['note', 'author', 'position'])
      .orderBy('note')
      .execute(),
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-backup-'));
  await mkdir(join(folder, 'keys'));
  await writeFile(join(folder, 'keys', `${OPERATOR}.key`), 'a key\n');
  node = await openTestStore();
  const keys = testKeys('KEN');
  keys.held.delete(OPERATOR);
  peer = await openTestStore({ operator: 'KEN', keys });
  const operatorKey = node.keys.held.get(OPERATOR);
  if (!operatorKey) throw new Error('no key');
  await registerKey(peer.store, OPERATOR, operatorKey);
}, 60_000);
afterAll(async () => {
  for (const close of closing) await close();
  await Promise.all([node.close(), peer.close()]);
  await rm(folder, { recursive: true, force: true });
});

describe('a node that is restored from a backup', () => {
  it('takes back what peers have since, and goes on without a fork', async () => {
    admitted(await node.store.submit([note('one'), note('two')]));
    const marking = markedFor('red', ['KEN', OPERATOR]);
    admitted(await node.store.submit([note('secret', { marking })]));
    const file = await backUp('first.backup');
    admitted(await node.store.submit([note('three'), note('secret four', { marking })]));
    await follow();

    const restored = await restore(file);
    expect(await restored.standing.waiting()).toMatchObject({ why: 'restored' });
    expect((await rows(restored)).map((row) => row['note'])).toEqual(['one', 'secret', 'two']);
    expect(ruleOf((await restored.submit([note('too early')]))[0])).toBe('node.restored');
    const asking = { viewer: { actors: [] }, asOf: '2026-11-22', knownAt: null };
    expect(ruleOf(await restored.preview(note('too early'), asking))).toBe('node.restored');
    const nobody = await restored.standing.resume({ answers: [], confirmed: null });
    expect(ruleOf(nobody)).toBe('node.restored');

    const answers = await restored.standing.askHeads([asPeer(peer)]);
    expect(answers).toMatchObject([{ peer: 'KEN', fault: null, forks: [], left: [] }]);
    expect(await restored.standing.resume({ answers, confirmed: null })).toBe(null);
    expect(await rows(restored)).toEqual(await rows(node.store));
    expect(await restored.standing.waiting()).toBe(null);

    admitted(await restored.submit([note('five'), note('secret six', { marking })]));
    const heads = await restored.holdings.heads({ actors: ['KEN', OPERATOR] });
    for (const { stream } of heads) {
      const held = (await peer.store.holdings.heads({ actors: ['KEN', OPERATOR] })).find(
        (one) => one.stream === stream,
      );
      const page = await restored.holdings.page(
        { actors: ['KEN', OPERATOR] },
        stream,
        held?.seq ?? 1,
      );
      const outcomes = (await peer.store.holdings.take(page)).map(({ outcome }) => outcome);
      expect(outcomes).not.toContain('forked');
    }
    expect(await peer.store.holdings.forks({ actors: ['KEN', OPERATOR] })).toEqual([]);
  });

  it('goes on without peers only where an administrator types its name', async () => {
    const restored = await restore(await backUp('alone.backup'));
    const silent: AskedPeer = {
      name: 'NOR',
      heads: () => Promise.reject(new Error('no answer')),
      page: async () => [],
    };
    const answers = await restored.standing.askHeads([silent]);
    expect(answers).toMatchObject([{ peer: 'NOR', fault: 'no answer' }]);
    const { resume } = restored.standing;
    expect(await resume({ answers, confirmed: null })).toMatchObject({
      reason: expect.stringContaining('NOR'),
    });
    expect(ruleOf(await resume({ answers, confirmed: 'yes' }))).toBe('node.restored');
    expect(await resume({ answers, confirmed: OPERATOR })).toBe(null);
    expect(await restored.standing.waiting()).toBe(null);
  });

  it('has the same rows, and the numbers that the database gives go on', async () => {
    const restored = await restore(await backUp('same.backup'));
    expect(await rows(restored)).toEqual(await rows(node.store));
    expect(await restored.ledger()).toBe(await node.store.ledger());
  });
});

describe('a backup', () => {
  it('holds the key files, and says whose it is', async () => {
    const { header, files } = await checkBackup(await backUp('keys.backup'));
    expect(header).toMatchObject({ operator: OPERATOR, network: 'test-network' });
    expect([...files.keys()]).toEqual([`${OPERATOR}.key`]);
  });

  it('that was cut short or changed restores nothing', async () => {
    const whole = gunzipSync(await readFile(await backUp('whole.backup'))).toString('utf8');
    const spoiled: [string, string, string][] = [
      ['cut', 'was cut short', whole.split('\n').slice(0, -3).join('\n')],
      ['changed', 'was changed', whole.replace('un-secretary', 'un-secretery')],
      ['longer', 'goes on after its end', `${whole}{"row":{}}\n`],
      ['other', 'concord-backup/1', '{"format":"other"}\n'],
    ];
    for (const [name, why, text] of spoiled) {
      const file = join(folder, name);
      await writeFile(file, gzipSync(text));
      await expect(checkBackup(file)).rejects.toThrow(why);
    }
  });
});

describe('a database that was put back by hand', () => {
  it('opens no empty record where this node has signed before', async () => {
    const marks = openHighWater(join(folder, 'lost.json'), 5);
    marks.note(`${OPERATOR}/clear`, 3, 'f'.repeat(64));
    await marks.close();
    const { connection, drop } = await createTestDatabase();
    const highWater = openHighWater(join(folder, 'lost.json'), 5);
    const opening = openStore({ ...node.options, connection, highWater });
    await expect(opening).rejects.toThrow('restore a backup');
    await drop();
  });

  it('is found to be older than what was signed, and signs nothing', async () => {
    const marks = join(folder, 'high-water.json');
    const before = await backUp('by-hand.backup');
    const running = await restore(before, openHighWater(marks, 5));
    await running.standing.resume({ answers: [], confirmed: OPERATOR });
    admitted(await running.submit([note('signed and lost')]));
    await closing.pop()?.();

    const put = await restore(before, openHighWater(marks, 5));
    const answers = [{ peer: 'KEN', fault: null, taken: 0, forks: [], left: [] }];
    expect(await put.standing.resume({ answers, confirmed: null })).toMatchObject({
      reason: expect.stringContaining('nobody gave it back'),
    });
    expect(ruleOf((await put.submit([note('never twice')]))[0])).toBe('node.restored');
    await closing.pop()?.();
  });

  it('is let go on where nobody gives back what is missing, by name alone', async () => {
    const marks = openHighWater(join(folder, 'ahead.json'), 5);
    marks.note(`${OPERATOR}/clear`, 1_000_000, 'f'.repeat(64));
    const options = { ...node.options, highWater: marks };
    const set = await openStore(options);
    expect(await set.standing.waiting()).toMatchObject({
      why: 'set-back',
      behind: [{ stream: `${OPERATOR}/clear`, seq: 1_000_000 }],
    });
    const answers = [{ peer: 'KEN', fault: null, taken: 0, forks: [], left: [] }];
    expect(await set.standing.resume({ answers, confirmed: null })).toMatchObject({
      reason: expect.stringContaining('1000000'),
    });
    expect(await set.standing.resume({ answers, confirmed: OPERATOR })).toBe(null);
    admitted(await set.submit([note('goes on')]));
    await set.close();
    const again = await openStore({
      ...options,
      highWater: openHighWater(join(folder, 'ahead.json')),
    });
    expect(await again.standing.waiting()).toBe(null);
    await again.close();
  });
});
