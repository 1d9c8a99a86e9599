import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CannotStart } from './cannot-start.ts';
import { lockDataFolder } from './node-lock.ts';
import { processBeginning } from './process-identity.ts';

let folder: string;
const lockFile = (): string => join(folder, 'node.lock');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-lock-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Numbers beyond what any system gives out (proc(5): pid_max is 2^22 at most). */
const NO_PROCESS = 2 ** 22 + 1;

test('the second node is told which process holds the folder', async () => {
  await lockDataFolder(folder);
  const second = lockDataFolder(folder);
  await expect(second).rejects.toThrow(CannotStart);
  await expect(second).rejects.toThrow(`(process ${process.pid})`);
});

test('a released folder can be taken again, and releasing twice harms nobody', async () => {
  const first = await lockDataFolder(folder);
  await first.release();
  const second = await lockDataFolder(folder);
  await first.release();
  await expect(lockDataFolder(folder)).rejects.toThrow(CannotStart);
  await second.release();
  expect(await readdir(folder)).toEqual([]);
});

test('a lock whose process has ended is taken over', async () => {
  await writeFile(lockFile(), JSON.stringify({ pid: NO_PROCESS, began: '1', token: 'x' }));
  await lockDataFolder(folder);
  expect(JSON.parse(await readFile(lockFile(), 'utf8'))).toMatchObject({ pid: process.pid });
});

test('a lock whose number went to another process is taken over', async () => {
  const held = { pid: process.ppid, began: 'long before', token: 'x' };
  await writeFile(lockFile(), JSON.stringify(held));
  await lockDataFolder(folder);
  expect(JSON.parse(await readFile(lockFile(), 'utf8'))).toMatchObject({ pid: process.pid });
});

test('a lock of another living process is respected', async () => {
  const began = await processBeginning(process.ppid);
  await writeFile(lockFile(), JSON.stringify({ pid: process.ppid, began, token: 'x' }));
  await expect(lockDataFolder(folder)).rejects.toThrow(`(process ${process.ppid})`);
});

test.each(['', '{', 'null', '[]', '"text"', '{"pid":"1; rm"}'])(
  'a lock that a stopped machine left as %j is taken over',
  async (text) => {
    await writeFile(lockFile(), text);
    await lockDataFolder(folder);
    expect(await readdir(folder)).toEqual(['node.lock']);
  },
);

test('of many nodes that find the same stale lock, exactly one takes it', async () => {
  await writeFile(lockFile(), JSON.stringify({ pid: NO_PROCESS, began: '1', token: 'x' }));
  const tries = Array.from({ length: 20 }, () => lockDataFolder(folder));
  const taken = (await Promise.allSettled(tries)).filter((one) => one.status === 'fulfilled');
  expect(taken).toHaveLength(1);
});

test('a process has one beginning whenever it is asked for, and no process has none', async () => {
  expect(await processBeginning(process.pid)).toBe(await processBeginning(process.pid));
  expect(await processBeginning(NO_PROCESS)).toBeNull();
  expect(await processBeginning(0)).toBeNull();
  expect(await processBeginning(-1)).toBeNull();
});
