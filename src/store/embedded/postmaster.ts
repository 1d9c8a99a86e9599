/** What PostgreSQL says of itself in postmaster.pid, the file it keeps in its data folder. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { CannotStart } from './cannot-start.ts';
import { processBeginning } from './process-identity.ts';

const LOOK_AGAIN_MILLISECONDS = 10;
const SHUTDOWN_SECONDS_MAX = 60;

export interface Postmaster {
  readonly pid: number;
  readonly ready: boolean;
  /** The folder of its Unix socket. */
  readonly socketFolder: string;
}

/**
 * Line 1 is the process, line 5 the folder of its socket, line 8 its state (PostgreSQL,
 * src/include/utils/pidfile.h).
 */
export async function readPostmaster(folder: string): Promise<Postmaster | null> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  return pid > 0
    ? { pid, ready: lines[7]?.trim() === 'ready', socketFolder: lines[4]?.trim() ?? '' }
    : null;
}

/** Waits until the server takes connections (true), or has ended before it did (false). */
export async function waitUntilReady(
  folder: string,
  pid: number,
  ended: Promise<unknown>,
): Promise<boolean> {
  const over = ended.then(() => true);
  // Recovery after a crash may take minutes, so there is no limit while the server lives.
  for (;;) {
    const state = await readPostmaster(folder);
    if (state?.pid === pid && state.ready) return true;
    if (await Promise.race([over, delay(LOOK_AGAIN_MILLISECONDS, false)])) return false;
  }
}

/**
 * Ends a server that a node left behind. Its supervisor stops it by itself when the node is killed;
 * this waits for that, and asks again where the supervisor was killed too. The caller holds the
 * node's lock, so no living node uses the server.
 */
export async function endLeftBehind(folder: string): Promise<void> {
  const left = await readPostmaster(folder);
  if (!left || !(await isServerOf(left.pid, folder))) return;
  const beginning = await processBeginning(left.pid);
  const until = Date.now() + SHUTDOWN_SECONDS_MAX * 1000;
  send(left.pid, 'SIGINT');
  while ((await processBeginning(left.pid)) === beginning) {
    if (Date.now() > until) {
      throw new CannotStart(`PostgreSQL (process ${left.pid}) of ${folder} does not stop.`);
    }
    await delay(LOOK_AGAIN_MILLISECONDS);
  }
}

/** The number in the file may belong to another program by now, which must not be touched. */
async function isServerOf(pid: number, folder: string): Promise<boolean> {
  if ((await processBeginning(pid)) === null) return false;
  if (process.platform !== 'linux') return true;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return command.includes('postgres') && command.split('\0').includes(folder);
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself meanwhile, which is what was wanted.
  }
}
