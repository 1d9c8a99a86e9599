/** Two commands in one fresh checkout must not install over each other: the second waits. */
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const WAIT_MILLISECONDS = 100;
const WAIT_SECONDS_MAX = 600;

/**
 * Runs `work` while holding the file `lock`; waits while another live process holds it.
 * @param {string} lock path of the file that stands for the lock
 * @param {() => void} work
 */
export function oneAtATime(lock, work) {
  mkdirSync(dirname(lock), { recursive: true });
  const until = Date.now() + WAIT_SECONDS_MAX * 1000;
  while (!take(lock)) {
    if (!holderLives(lock)) rmSync(lock, { force: true });
    else if (Date.now() > until) throw new Error(`another set-up still runs; see ${lock}`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MILLISECONDS);
  }
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Linking a written file into place makes the lock appear together with the number inside. */
function take(lock) {
  const own = `${lock}-${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

function holderLives(lock) {
  try {
    // Signal 0 asks whether the process is there without doing anything to it.
    return process.kill(Number(readFileSync(lock, 'utf8')), 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
