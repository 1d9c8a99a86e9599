import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataFolder } from './data-folder.ts';
import { accountInList } from './embedded/account.ts';
import { fitsSocket, SOCKET_PATH_BYTES_MAX, socketPath } from './embedded/socket-folder.ts';

let first: string;
let second: string;
const USER = 1000;
const ROOT = 0;

beforeAll(async () => {
  first = await realpath(await mkdtemp(join(tmpdir(), 'concord-')));
  second = await realpath(await mkdtemp(join(tmpdir(), 'concord-')));
});

afterAll(async () => {
  await rm(first, { recursive: true });
  await rm(second, { recursive: true });
});

test('an ordinary user keeps the data in the checkout', () => {
  expect(dataFolder({ checkout: first, user: USER })).toBe(join(first, 'data'));
});

test('root keeps it outside, in a folder of the checkout’s own that stays the same', () => {
  const folder = dataFolder({ checkout: first, user: ROOT });
  expect(folder.startsWith(first)).toBe(false);
  expect(dataFolder({ checkout: `${first}/.`, user: ROOT })).toBe(folder);
  expect(dataFolder({ checkout: second, user: ROOT })).not.toBe(folder);
});

test('a folder that somebody named is taken, whoever starts the node', () => {
  expect(dataFolder({ checkout: first, named: second, user: ROOT })).toBe(second);
  expect(dataFolder({ checkout: first, named: '', user: USER })).toBe(join(first, 'data'));
});

test('a socket fits at the limit and not one byte above it', () => {
  const around = Buffer.byteLength(socketPath(''));
  const folder = `/${'x'.repeat(SOCKET_PATH_BYTES_MAX - around - 2)}`;
  expect(Buffer.byteLength(socketPath(folder))).toBe(SOCKET_PATH_BYTES_MAX);
  expect(fitsSocket(folder)).toBe(true);
  expect(fitsSocket(`${folder}x`)).toBe(false);
  expect(fitsSocket(`${folder.slice(1)}é`)).toBe(false);
});

test('an account is found by its whole name, and root is never given', () => {
  const list = 'root:x:0:0::/:/bin/sh\nconcord-old:x:7:7::/:/x\nconcord:x:996:995::/:/x\nbad:x\n';
  expect(accountInList(list, 'concord')).toEqual({ name: 'concord', uid: 996, gid: 995 });
  expect(accountInList(list, 'root')).toBeNull();
  expect(accountInList(list, 'bad')).toBeNull();
  expect(accountInList(list, 'nobody')).toBeNull();
});
