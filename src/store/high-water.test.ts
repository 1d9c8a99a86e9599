import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openHighWater } from './high-water.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-marks-'));
  file = join(folder, 'high-water.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const written = async (): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));
const EVERY_MILLISECONDS = 5;

it('holds what each of two processes has signed, whoever wrote last', async () => {
  const one = openHighWater(file, EVERY_MILLISECONDS);
  const other = openHighWater(file, EVERY_MILLISECONDS);
  for (let seq = 1; seq <= 40; seq++) {
    one.note('a/clear', seq, `a${seq}`);
    other.note('b/clear', seq, `b${seq}`);
    if (seq % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 8));
  }
  one.note('both', 7, 'seventh');
  other.note('both', 5, 'fifth');
  await Promise.all([one.close(), other.close()]);
  const last = openHighWater(file, EVERY_MILLISECONDS);
  last.note('c', 1, 'c1');
  await last.close();
  expect(await written()).toEqual({
    'a/clear': { seq: 40, last: 'a40' },
    'b/clear': { seq: 40, last: 'b40' },
    both: { seq: 7, last: 'seventh' },
    c: { seq: 1, last: 'c1' },
  });
  expect(await readdir(folder)).toEqual(['high-water.json']);
});

it('writes again what another process took out by putting an older file in place', async () => {
  const marks = openHighWater(file, 400);
  marks.note('a', 3, 'third');
  await expect.poll(written).toEqual({ a: { seq: 3, last: 'third' } });
  await writeFile(file, '{}');
  await expect.poll(written).toEqual({ a: { seq: 3, last: 'third' } });
  await marks.close();
});

it('forgets what is given up, and knows it again from where it goes on', async () => {
  const marks = openHighWater(file, EVERY_MILLISECONDS);
  marks.note('a', 9, 'ninth');
  await expect.poll(written).toEqual({ a: { seq: 9, last: 'ninth' } });
  marks.forget(['a']);
  marks.note('a', 2, 'second');
  await marks.close();
  expect(await written()).toEqual({ a: { seq: 2, last: 'second' } });
});
