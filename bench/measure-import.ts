/**
 * The past of a body imported as people do it: by the command line, into a node that runs with its
 * world. Told apart: the node before, the node at its most, and the command itself.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readWorldActors } from '../src/world/actors.ts';
import { tokenByLink } from '../test/host/administrator.ts';
import { VOTERS, tablesOf } from './measure-history.ts';
import { whileServing } from './parts.ts';
import { forgetMax, residentBytes, residentBytesMax } from './process-memory.ts';
import type { Rig } from './rigs.ts';

/** For what follows the start: the front page is made then, once. */
const SETTLED_MILLISECONDS = 4000;
const LOOK_MILLISECONDS = 50;

export interface ImportMeasured {
  readonly seconds: number;
  /** All of its start, in which the world was recorded. */
  readonly startBytesMax: number | null;
  readonly idleBytes: number | null;
  /** While it records. */
  readonly nodeBytesMax: number | null;
  readonly commandBytesMax: number | null;
}

/** Writes the tables as files, and gives the command that imports them. */
function commandFor(checkout: string, folder: string): string[] {
  const states = readWorldActors(join(checkout, 'world', 'actors')).actors.filter(
    ({ kind }) => kind === 'state',
  );
  const made = tablesOf(states.slice(0, VOTERS).map(({ id }) => id));
  const put = (name: keyof typeof made): string => {
    const file = join(folder, `${name}.csv`);
    writeFileSync(file, made[name]);
    return file;
  };
  const files = [put('rollCalls'), '--votes', put('votes'), '--voters', put('voters')];
  const about = ['--body', 'measured-assembly', '--source', 'tables for measuring'];
  return [join(checkout, 'dist', 'cli.js'), 'import', 'roll-calls', ...files, ...about];
}

/** Runs the command to its end; the most that it took. */
async function run(command: string[], environment: NodeJS.ProcessEnv): Promise<number | null> {
  const child = spawn(process.execPath, [...process.execArgv, ...command], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let bytesMax: number | null = null;
  const look = setInterval(() => {
    bytesMax = residentBytesMax(child.pid ?? 0) ?? bytesMax;
  }, LOOK_MILLISECONDS);
  await once(child, 'exit');
  clearInterval(look);
  if (child.exitCode !== 0) throw new Error(`the import ended with ${child.exitCode}`);
  return bytesMax;
}

/** Starts a node with the whole world, and imports as many votes as the real tables have. */
export async function measureImport(rig: Rig, checkout: string): Promise<ImportMeasured> {
  const connection = await rig.database('measured_import');
  const tables = mkdtempSync(join(rig.folder, 'tables-'));
  try {
    const command = commandFor(checkout, tables);
    const job = { folder: rig.folder, connection, world: 'load' as const };
    return await whileServing('serve', job, async (address, firstLink, pid) => {
      const token = await tokenByLink(firstLink);
      await delay(SETTLED_MILLISECONDS);
      const before = { startBytesMax: residentBytesMax(pid), idleBytes: residentBytes(pid) };
      forgetMax(pid);
      const began = performance.now();
      const environment = { CONCORD_URL: address, CONCORD_TOKEN: token };
      const commandBytesMax = await run(command, environment);
      const seconds = (performance.now() - began) / 1000;
      return { ...before, seconds, nodeBytesMax: residentBytesMax(pid), commandBytesMax };
    });
  } finally {
    rmSync(tables, { recursive: true, force: true });
  }
}
