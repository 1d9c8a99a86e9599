import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { actId } from '../kernel/act.ts';
import { keyFromSeed } from '../kernel/key.ts';
import { signatureHolds } from '../kernel/sign.ts';
import { publicKeyOf } from '../kernel/key.ts';
import { openPool } from './connection.ts';
import { readPostmaster } from './embedded/postmaster.ts';
import { makeTestFolder } from './embedded/test-folder.ts';
import { type Embedded, startEmbedded } from './embedded-postgres.ts';
import { openStore } from './open-store.ts';
import type { RecordTables } from './record-tables.ts';
import { notesArea } from './test-area.ts';
import { OPERATOR } from './test-store.ts';

const KEY = keyFromSeed(Buffer.alloc(32, 7));

let dataDir: string;
let node: ChildProcess | null;
beforeEach(async () => {
  dataDir = await makeTestFolder();
  node = null;
});
afterEach(async () => {
  if (node?.exitCode === null) node.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

/** Lets a node submit for a while, then kills it, its database, or both; gives what it had said. */
async function killedNode(turn: number, kill: (child: ChildProcess) => Promise<void>) {
  const file = join(import.meta.dirname, 'node-for-durability-test.ts');
  const flags = ['--experimental-strip-types', '--no-warnings', file, dataDir, String(turn)];
  const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'ignore'] });
  node = child;
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  const deadline = Date.now() + 60_000;
  // A few acknowledged batches first, then at any moment.
  while (said.split('\n').length < 20) {
    if (Date.now() > deadline || child.exitCode !== null) throw new Error(`not ready: ${said}`);
    await delay(10);
  }
  await delay(Math.random() * 400);
  await kill(child);
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  // The last line may have been cut off.
  return said
    .split('\n')
    .slice(0, -1)
    .filter((line) => line !== 'ready');
}

async function killDatabase(): Promise<void> {
  const postmaster = await readPostmaster(join(dataDir, 'postgres'));
  if (postmaster) process.kill(postmaster.pid, 'SIGKILL');
}

/** Opens what was left behind, and looks through all of it. */
async function checkRecord(said: readonly string[]): Promise<void> {
  const embedded = await startEmbedded({ dataDir });
  try {
    await checkOpened(embedded, said);
  } finally {
    await embedded.stop();
  }
}

async function checkOpened({ connection, administration }: Embedded, said: readonly string[]) {
  const store = await openStore({
    connection,
    secret: 'a secret for tests',
    operator: OPERATOR,
    network: 'test-network',
    keys: { keyFor: () => KEY },
    areas: [notesArea],
  });
  const all = openPool<RecordTables>(
    { ...administration, database: connection.database },
    'owner',
  ).db;
  try {
    const admitted = await all.selectFrom('admissions').select('act').execute();
    const kept = new Set(admitted.map((row) => row.act));
    expect(said.filter((id) => !kept.has(id))).toEqual([]);
    await checkChain(all);
    const count = async () =>
      (await sql<{ count: number }>`select count(*) from notes_note`.execute(all)).rows[0]?.count;
    // One row for each act but the first, which registers the key: nothing is half-written.
    expect(await count()).toBe(kept.size - 1);
    await store.rebuild();
    expect(await count()).toBe(kept.size - 1);
  } finally {
    await all.destroy();
    await store.close();
  }
}

/** Every act follows the one before it, is signed, has its part, and is admitted or admits. */
async function checkChain(all: Kysely<RecordTables>): Promise<void> {
  const key = publicKeyOf(KEY.publicBytes);
  const acts = await all.selectFrom('acts').selectAll().orderBy('seq').execute();
  for (const [at, act] of acts.entries()) {
    expect([act.seq, act.prev]).toEqual([at + 1, acts[at - 1]?.id ?? null]);
    expect(actId(act.header)).toBe(act.id);
    expect(signatureHolds(act.id, act.signature, key)).toBe(true);
  }
  const { rows } = await sql<{ faults: number }>`
    select (select count(*) from acts left join act_parts on act = id where act is null)
      + (select count(*) from acts left join admissions on act = id
         where act is null and type <> 'registers.admit')
      + (select count(*) from admissions left join acts as by on by.id = admitted_by
         where by.id is null)
      + (select max(ledger) - count(*) from admissions)
      + (select count(*) from positions
         where last <> (select count(*) from admissions where register = positions.register))
      as faults`.execute(all);
  expect(Number(rows[0]?.faults)).toBe(0);
}

it('loses no acknowledged act when the node or its database is killed at any moment', async () => {
  const said: string[] = [];
  const kills = [
    async (child: ChildProcess) => void child.kill('SIGKILL'),
    async () => killDatabase(),
    async (child: ChildProcess) => {
      await killDatabase();
      child.kill('SIGKILL');
    },
  ];
  for (const [turn, kill] of kills.entries()) {
    said.push(...(await killedNode(turn, kill)));
    await checkRecord(said);
  }
  expect(said.length).toBeGreaterThan(60);
}, 120_000);
