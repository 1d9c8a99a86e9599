/** The scripts that run before anything else; plain JavaScript, so their types are written here. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const scripts = join(import.meta.dirname, '..', 'scripts');
const runtime: { isNewEnough(version: string): boolean } = await import(
  join(scripts, 'setup', 'runtime.mjs')
);

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-setup-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

test.each([
  ['20.20.2', false],
  ['22.11.9', false],
  ['22.12.0', true],
  ['22.13.0', true],
  ['24.0.0', true],
])('Node %s serves: %s', (version, serves) => {
  expect(runtime.isNewEnough(version)).toBe(serves);
});

/** A process that adds a line when it begins its work under the lock and another when it ends. */
async function workUnderLock(name: string): Promise<number | null> {
  const program = `
    import { appendFileSync } from 'node:fs';
    import { oneAtATime } from ${JSON.stringify(join(scripts, 'setup', 'one-at-a-time.mjs'))};
    oneAtATime('lock', () => {
      appendFileSync('log', '${name}\\n');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
      appendFileSync('log', '${name}\\n');
    });`;
  const flags = ['--input-type=module', '--eval', program];
  const child = spawn(process.execPath, flags, { cwd: folder, stdio: 'inherit' });
  await once(child, 'exit');
  return child.exitCode;
}

test('set-ups that begin together run one after the other', async () => {
  expect(await Promise.all(['a', 'b', 'c'].map(workUnderLock))).toEqual([0, 0, 0]);
  const lines = (await readFile(join(folder, 'log'), 'utf8')).trim().split('\n');
  expect(lines).toHaveLength(6);
  for (const at of [0, 2, 4]) expect(lines[at]).toBe(lines[at + 1]);
});

test('a set-up that was killed does not stop the next one', async () => {
  // No system gives out a number this high (proc(5): pid_max is 2^22 at most).
  await writeFile(join(folder, 'lock'), String(2 ** 22 + 1));
  expect(await workUnderLock('a')).toBe(0);
  await expect(stat(join(folder, 'lock'))).rejects.toThrow('ENOENT');
});
