import { mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { TURN_MILLISECONDS_MAX, inTurnAtFile } from './file-turn.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-turn-'));
  file = join(folder, 'count');
  await writeFile(file, '0');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function addOne(): Promise<void> {
  const count = Number(await readFile(file, 'utf8'));
  await delay(1);
  await writeFile(file, `${count + 1}`);
}

it('loses nothing of what many write at once', async () => {
  await Promise.all(Array.from({ length: 30 }, () => inTurnAtFile(file, addOne)));
  expect(await readFile(file, 'utf8')).toBe('30');
  expect(await readdir(folder)).toEqual(['count']);
});

it('gives the turn on where the work fails', async () => {
  await expect(inTurnAtFile(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await inTurnAtFile(file, addOne);
  expect(await readFile(file, 'utf8')).toBe('1');
});

it('takes over from a process that died in its turn', async () => {
  const turn = `${file}.turn`;
  await writeFile(turn, '');
  const long = (Date.now() - TURN_MILLISECONDS_MAX) / 1000 - 1;
  await utimes(turn, long, long);
  await inTurnAtFile(file, addOne);
  expect(await readFile(file, 'utf8')).toBe('1');
});
