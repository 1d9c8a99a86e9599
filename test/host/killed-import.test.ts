import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { makeTestFolder } from '../../src/store/embedded/test-folder.ts';

const ROLL_CALLS = 700;

let dataDir: string;
let importer: ChildProcess | null = null;
beforeEach(async () => {
  dataDir = await makeTestFolder();
});
afterEach(async () => {
  if (importer?.exitCode === null) importer.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

function start(): {
  child: ChildProcess;
  said: () => string;
  saying: (words: RegExp) => Promise<void>;
} {
  const file = join(import.meta.dirname, 'import-process-for-test.ts');
  const flags = ['--experimental-strip-types', '--no-warnings', file, dataDir, String(ROLL_CALLS)];
  const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] });
  importer = child;
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  const saying = async (words: RegExp): Promise<void> => {
    while (!words.test(said)) {
      if (child.exitCode !== null) throw new Error(`ended early: ${said}`);
      await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    }
  };
  return { child, said: () => said, saying };
}

const Ended = z.object({
  totals: z.record(z.string(), z.int()),
  rows: z.array(z.record(z.string(), z.string())),
});

it('goes on where it was killed: nothing is recorded twice, and nothing is missing', async () => {
  for (const reached of [/^300 of 700$/m, /^500 of 700$/m]) {
    const { child, saying } = start();
    await saying(reached);
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  const { child, said } = start();
  await once(child, 'close');
  const { rows, totals } = Ended.parse(JSON.parse(said().trim().split('\n').at(-1) ?? ''));
  expect(totals).toMatchObject({ rollCalls: ROLL_CALLS, votes: 3 * ROLL_CALLS, refused: 0 });
  expect(totals['already-recorded']).toBeGreaterThanOrEqual(400);
  expect((totals['recorded'] ?? 0) + (totals['already-recorded'] ?? 0)).toBe(ROLL_CALLS);
  const numbers = rows.map(({ number }) => Number(number)).sort((one, other) => one - other);
  expect(numbers).toEqual(Array.from({ length: ROLL_CALLS }, (_, at) => at + 1));
  const cast = rows.map(({ yes, no, abstain }) =>
    `${yes} ${no} ${abstain}`.split(' ').sort().join(' '),
  );
  expect(new Set(cast)).toEqual(new Set(['FJI FRA KEN']));
}, 300_000);
