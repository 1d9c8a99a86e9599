/** Turns at a file that several processes read, change and put in place again. */
import { open, rm, stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

const PAUSE_MILLISECONDS = 10;
/** A process that died in its turn left it taken; a turn is a matter of milliseconds. */
export const TURN_MILLISECONDS_MAX = 10_000;

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : null;

async function isTakenNow(turn: string): Promise<boolean> {
  try {
    await (await open(turn, 'wx', 0o600)).close();
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Whether the turn was taken so long ago that whoever took it is gone. */
async function isLeft(turn: string): Promise<boolean> {
  try {
    return Date.now() - (await stat(turn)).mtimeMs > TURN_MILLISECONDS_MAX;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Does the work while no other process does the like with the same file. */
export async function inTurnAtFile<Result>(
  file: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const turn = `${file}.turn`;
  while (!(await isTakenNow(turn))) {
    if (await isLeft(turn)) await rm(turn, { force: true });
    else await delay(Math.random() * PAUSE_MILLISECONDS);
  }
  try {
    return await work();
  } finally {
    await rm(turn, { force: true });
  }
}
