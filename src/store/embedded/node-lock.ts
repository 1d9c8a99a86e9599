/**
 * One node for one data folder. The lock is a file that names the process; a lock whose process has
 * ended, or whose number went to another process since, is stale and is taken over.
 */
import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CannotStart } from './cannot-start.ts';
import { processBeginning } from './process-identity.ts';

export interface NodeLock {
  /** Gives the data folder free; calling it twice does nothing more. */
  release(): Promise<void>;
}

const Holder = z.object({ pid: z.int(), began: z.string().nullable() });

/** Stale locks met in a row before giving up: each try loses only to another node that starts. */
const TAKEOVERS_MAX = 5;

/** Takes the data folder for this process, or says which process has it. */
export async function lockDataFolder(dataDir: string, pid = process.pid): Promise<NodeLock> {
  const file = join(dataDir, 'node.lock');
  const own = JSON.stringify({ pid, began: await processBeginning(pid), token: randomUUID() });
  for (let tries = 0; tries < TAKEOVERS_MAX; tries += 1) {
    if (await put(file, own)) return { release: () => release(file, own) };
    const held = await readFile(file, 'utf8').catch(() => null);
    if (held === null) continue;
    const holder = await livingHolder(held);
    if (holder !== null) throw inUse(dataDir, holder);
    await setAside(file, held);
  }
  throw new CannotStart(`Several nodes are starting on the data folder ${dataDir} at once.`);
}

function inUse(dataDir: string, pid: number): CannotStart {
  return new CannotStart(
    `Another Concord node (process ${pid}) is using the data folder ${dataDir}. ` +
      'Stop it first, or give this node a folder of its own with CONCORD_DATA.',
  );
}

/** The number of the process that holds the lock, or null when it has ended. */
async function livingHolder(held: string): Promise<number | null> {
  const { pid, began } = parse(held);
  const beginning = await processBeginning(pid);
  return beginning !== null && (began === null || began === beginning) ? pid : null;
}

function parse(held: string): z.infer<typeof Holder> {
  try {
    return Holder.parse(JSON.parse(held));
  } catch {
    // Half a line can only come from a machine that stopped while writing: nobody holds it.
    return { pid: 0, began: null };
  }
}

/** Linking a written file into place lets the lock appear whole, for one process only. */
async function put(file: string, text: string): Promise<boolean> {
  const part = `${file}-${randomUUID()}`;
  await writeFile(part, text, { mode: 0o600 });
  try {
    await link(part, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await unlink(part);
  }
}

/**
 * Removes a stale lock. Between reading and removing, another node may have put its own there: what
 * was moved is compared with what was judged, and goes back when it is not the same.
 */
async function setAside(file: string, judged: string): Promise<void> {
  const aside = `${file}-${randomUUID()}`;
  const moved = await rename(file, aside).then(
    () => true,
    () => false,
  );
  if (!moved) return;
  const text = await readFile(aside, 'utf8');
  if (text !== judged) await link(aside, file).catch(() => undefined);
  await unlink(aside);
}

async function release(file: string, own: string): Promise<void> {
  const held = await readFile(file, 'utf8').catch(() => null);
  if (held === own) await rm(file, { force: true });
}
