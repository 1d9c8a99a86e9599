/**
 * A disk that is full: PostgreSQL itself is refused the writing, by the operating system's limit on
 * the size of a file, which needs neither root nor a disk of one's own. Also what is left of a
 * database whose process is killed while the node is at work.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { storageRefusal } from '../../../src/host/storage-fault.ts';
import { generateKey } from '../../../src/kernel/key.ts';
import { unprivilegedAccount } from '../../../src/store/embedded/account.ts';
import { readPostmaster } from '../../../src/store/embedded/postmaster.ts';
import { makeTestFolder } from '../../../src/store/embedded/test-folder.ts';
import { type Embedded, startEmbedded } from '../../../src/store/embedded-postgres.ts';
import type { Store } from '../../../src/store/contract.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { notesArea } from '../../../src/store/test-area.ts';
import { OPERATOR, admitted, note } from '../../../src/store/test-store.ts';

const run = promisify(execFile);
const WAL_FILE_BYTES = 16 * 1024 * 1024;
const LARGE_BYTES = 600 * 1024;

let dataDir: string;
let embedded: Embedded;
let store: Store;
let postmaster: number;

beforeAll(async () => {
  dataDir = await makeTestFolder();
  embedded = await startEmbedded({ dataDir, durable: false });
  const key = generateKey();
  store = await openStore({
    connection: embedded.connection,
    secret: 'a secret for tests',
    operator: OPERATOR,
    network: 'test-network',
    keys: { keyFor: (actor) => (actor === OPERATOR ? key : null) },
    areas: [notesArea],
  });
  postmaster = (await readPostmaster(join(dataDir, 'postgres')))?.pid ?? 0;
}, 60_000);
afterAll(async () => {
  await store.close();
  await embedded.stop();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

/** Limits the files of the server and of all its sessions, those that come later included. */
async function limitFiles(bytes: number | 'unlimited'): Promise<void> {
  // Only the account that a process runs under sets its limits.
  const account = await unprivilegedAccount();
  const as = account ? { uid: account.uid, gid: account.gid } : {};
  const children = await readFile(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8');
  for (const pid of [postmaster, ...children.trim().split(' ').map(Number)]) {
    // The limit that is kept to, below the one up to which it may be raised again.
    await run('prlimit', ['--pid', `${pid}`, `--fsize=${bytes}:`], as);
  }
}

const large = (name: string) =>
  note(name, { payload: { note: name, text: randomBytes(LARGE_BYTES / 2).toString('hex') } });

const names = () =>
  store.read({ actors: [] }, async (query) => {
    const rows = await query
      .withTables<{ notes_note: { note: string } }>()
      .selectFrom('notes_note')
      .select('note')
      .execute();
    return rows.map((row) => row.note);
  });

it('a disk that is full loses nothing that was told, says so, and is got over', async () => {
  const told: string[] = [];
  await limitFiles(WAL_FILE_BYTES);
  let fault: unknown = null;
  for (let batch = 0; batch < 40; batch++) {
    const batchNames = [1, 2, 3].map((one) => `large ${batch}.${one}`);
    const drafts = batchNames.map(large);
    try {
      admitted(await store.submit(drafts));
    } catch (error) {
      fault = error;
      break;
    }
    told.push(...batchNames);
  }
  expect(told.length).toBeGreaterThan(3);
  expect(storageRefusal(fault)).toMatchObject({
    rule: { id: 'host.room' },
    reason: expect.stringContaining('nothing of this was recorded'),
  });
  // Reading goes on, of exactly what was told.
  expect((await names()).sort()).toEqual([...told].sort());
  const ledger = await store.ledger();
  await expect(store.submit([large('still full')])).rejects.toThrow(/could not (write|extend)/);
  expect(await store.ledger()).toBe(ledger);
  await limitFiles('unlimited');
  admitted(await store.submit([large('there is room')]));
  expect((await names()).sort()).toEqual([...told, 'there is room'].sort());
});

it('a database whose process is killed recovers with all that was told', async () => {
  const before = await names();
  const told: string[] = [];
  const client = new pg.Client({ ...embedded.administration, database: 'postgres' });
  client.on('error', () => undefined);
  await client.connect();
  admitted(await store.submit([note('opens a session')]));
  const { rows } = await client.query<{ pid: number }>(
    `select pid from pg_stat_activity where usename like '%writer' limit 1`,
  );
  let failed = 0;
  for (let at = 0; at < 60 && failed < 1; at++) {
    const [name, pid] = [`killed ${at}`, rows[0]?.pid];
    // Where one of its processes dies like this, PostgreSQL ends all others and recovers.
    if (at === 5 && pid !== undefined) setTimeout(() => process.kill(pid, 'SIGKILL'), 1);
    const receipts = await store.submit([note(name)]).catch(() => null);
    if (receipts === null) failed += 1;
    else told.push(...admitted(receipts).map(() => name));
  }
  expect(failed).toBeGreaterThan(0);
  const end = performance.now() + 45_000;
  let kept: string[] | null = null;
  while (kept === null && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    kept = await names().catch(() => null);
  }
  const missing = [...before, ...told].filter((name) => !(kept ?? []).includes(name));
  expect(missing).toEqual([]);
  admitted(await store.submit([note('after the recovery')]));
  await store.rebuild();
  expect(await names()).toContain('after the recovery');
}, 90_000);
