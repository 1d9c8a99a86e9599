import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CannotStart } from './embedded/cannot-start.ts';
import { readPostmaster } from './embedded/postmaster.ts';
import { processBeginning } from './embedded/process-identity.ts';
import { makeTestFolder } from './embedded/test-folder.ts';
import { type Connection, startEmbedded } from './embedded-postgres.ts';

let dataDir: string;
let nodes: ChildProcess[];

beforeEach(async () => {
  dataDir = await makeTestFolder();
  nodes = [];
});

afterEach(async () => {
  for (const node of nodes) if (node.exitCode === null) node.kill('SIGKILL');
  await ended(await serverPid());
  await rm(dataDir, { recursive: true, force: true });
});

interface TestNode {
  readonly process: ChildProcess;
  readonly said: string;
}

/** Starts a node as a process of its own, and gives its first line. */
async function startNode(): Promise<TestNode> {
  const file = join(import.meta.dirname, 'embedded', 'node-for-test.ts');
  const flags = ['--experimental-strip-types', '--no-warnings', file, dataDir];
  const node = spawn(process.execPath, flags, {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  nodes.push(node);
  for await (const said of createInterface({ input: node.stdout })) return { process: node, said };
  return { process: node, said: '' };
}

async function serverPid(): Promise<number> {
  return (await readPostmaster(join(dataDir, 'postgres')))?.pid ?? 0;
}

async function ended(pid: number): Promise<void> {
  while ((await processBeginning(pid)) !== null) await delay(10);
}

function connectionIn({ said }: TestNode): Connection {
  return JSON.parse(said.replace('ready ', ''));
}

async function ask(connection: Connection, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ ...connection });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

test('what was committed is there after a stop and another start', async () => {
  const first = await startEmbedded({ dataDir });
  expect(first.firstStart).toBe(true);
  await ask(first.connection, 'create table mark as select 42 as n');
  await first.stop();
  const second = await startEmbedded({ dataDir });
  expect(second.firstStart).toBe(false);
  expect(await ask(second.connection, 'select n from mark')).toEqual([{ n: 42 }]);
  await second.stop();
  expect(await serverPid()).toBe(0);
});

test('it is durable, off the network, and the node is no superuser', async () => {
  const server = await startEmbedded({ dataDir });
  const [row] = await ask(
    server.connection,
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
       current_setting('listen_addresses') as addresses, rolsuper, rolbypassrls, rolcreatedb
     from pg_roles where rolname = current_user`,
  );
  expect(row).toEqual({
    fsync: 'on',
    commit: 'on',
    addresses: '',
    rolsuper: false,
    rolbypassrls: false,
    rolcreatedb: false,
  });
  await server.stop();
});

test('a wrong password is refused, and passwords and socket are closed to others', async () => {
  const server = await startEmbedded({ dataDir });
  const wrong = { ...server.connection, password: 'guess' };
  await expect(ask(wrong, 'select 1')).rejects.toThrow('password authentication failed');
  expect((await stat(join(dataDir, 'secrets.json'))).mode & 0o777).toBe(0o600);
  expect((await stat(server.connection.host)).mode & 0o777).toBe(0o700);
  expect((await stat(join(dataDir, 'postgres'))).mode & 0o777).toBe(0o700);
  await server.stop();
});

test('a data folder too deep for a socket still serves', async () => {
  const deep = join(dataDir, 'a-folder-with-a-long-name'.repeat(4), 'and-below');
  const server = await startEmbedded({ dataDir: deep, durable: false });
  expect(server.connection.host.startsWith(deep)).toBe(false);
  expect(await ask(server.connection, 'select 1 as n')).toEqual([{ n: 1 }]);
  await server.stop();
  await expect(stat(server.connection.host)).rejects.toThrow('ENOENT');
});

test('a first start that was interrupted is begun anew', async () => {
  await mkdir(join(dataDir, 'postgres.part', 'base'), { recursive: true });
  const server = await startEmbedded({ dataDir, durable: false });
  expect(server.firstStart).toBe(true);
  await server.stop();
});

test('data of another major version is left alone, with a sentence on what to do', async () => {
  await mkdir(join(dataDir, 'postgres'));
  await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
  const started = startEmbedded({ dataDir });
  await expect(started).rejects.toThrow(CannotStart);
  await expect(started).rejects.toThrow('made by PostgreSQL 17');
  await expect(stat(join(dataDir, 'node.lock'))).rejects.toThrow('ENOENT');
});

test('a server that ends by itself is reported with its log', async () => {
  const server = await startEmbedded({ dataDir, durable: false });
  process.kill(await serverPid(), 'SIGQUIT');
  expect(await server.lost).toContain('shutdown');
  await server.stop();
});

describe('as a process of its own', () => {
  test('the second node on a data folder says so and ends with a code', async () => {
    const first = await startNode();
    expect(first.said).toMatch(/^ready/);
    const second = await startNode();
    expect(second.said).toContain(`Another Concord node (process ${first.process.pid})`);
    if (second.process.exitCode === null) await once(second.process, 'exit');
    expect(second.process.exitCode).toBe(1);
    expect(await ask(connectionIn(first), 'select 1 as n')).toEqual([{ n: 1 }]);
  });

  test('killed with -9, it takes its server along and loses nothing it acknowledged', async () => {
    const first = await startNode();
    await ask(connectionIn(first), 'create table mark as select 42 as n');
    const pid = await serverPid();
    first.process.kill('SIGKILL');
    await ended(pid);
    const second = await startNode();
    expect(await ask(connectionIn(second), 'select n from mark')).toEqual([{ n: 42 }]);
  });

  test('started again at once after -9, it waits for the server left behind', async () => {
    const first = await startNode();
    first.process.kill('SIGKILL');
    await once(first.process, 'exit');
    expect((await startNode()).said).toMatch(/^ready/);
  });

  test('a server left behind without its supervisor is stopped by the next node', async () => {
    const first = await startNode();
    const orphan = await serverPid();
    for (const pid of await supervisorsOf(orphan)) process.kill(pid, 'SIGKILL');
    first.process.kill('SIGKILL');
    await once(first.process, 'exit');
    expect(await processBeginning(orphan)).not.toBeNull();
    expect((await startNode()).said).toMatch(/^ready/);
    expect(await processBeginning(orphan)).toBeNull();
  });

  test('Ctrl-C in the terminal reaches the node and not its server', async () => {
    const node = await startNode();
    // What a terminal does: the signal goes to the whole foreground group.
    expect(node.process.pid).toBeGreaterThan(1);
    process.kill(-Number(node.process.pid), 'SIGINT');
    await delay(200);
    expect(await ask(connectionIn(node), 'select 1 as n')).toEqual([{ n: 1 }]);
    node.process.kill('SIGTERM');
    await once(node.process, 'exit');
    expect(node.process.exitCode).toBe(0);
    expect(await serverPid()).toBe(0);
  });
});

/** The shell above the server, and the shell's child that watches the pipe. */
async function supervisorsOf(server: number): Promise<number[]> {
  const parent = Number(await statusOf(server, 'PPid'));
  const list = await readFile(`/proc/${parent}/task/${parent}/children`, 'utf8');
  const children = list.trim().split(' ').map(Number);
  return [...children.filter((pid) => pid !== server), parent];
}

async function statusOf(pid: number, field: string): Promise<string> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8');
  return new RegExp(`^${field}:\\s*(.*)$`, 'm').exec(text)?.[1] ?? '';
}

describe.runIf(process.getuid?.() === 0)('started by root', () => {
  test('the server and its files belong to an unprivileged account', async () => {
    const server = await startEmbedded({ dataDir, durable: false });
    const uid = Number((await statusOf(await serverPid(), 'Uid')).split('\t')[0]);
    expect(uid).toBeGreaterThan(0);
    expect((await stat(join(dataDir, 'postgres'))).uid).toBe(uid);
    expect((await stat(join(dataDir, 'secrets.json'))).uid).toBe(0);
    await server.stop();
  });

  test('a data folder that the account cannot enter is refused with a way out', async () => {
    const closed = join(dataDir, 'closed');
    await mkdir(closed, { mode: 0o700 });
    const started = startEmbedded({ dataDir: join(closed, 'data') });
    await expect(started).rejects.toThrow('CONCORD_DATA');
  });
});
