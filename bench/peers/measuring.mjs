/** What the programs of this folder share. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PAUSE_MILLISECONDS = 500;

/** A folder that is removed when the program ends. */
export function temporary() {
  const folder = mkdtempSync(join(tmpdir(), 'concord-peer-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The result of something that calls back. */
export function once(work) {
  return new Promise((resolve, reject) => {
    work((error, result) => (error ? reject(error) : resolve(result)));
  });
}

/** Lets what was begun before come to its end. */
export function pause() {
  return new Promise((resolve) => {
    setTimeout(resolve, PAUSE_MILLISECONDS);
  });
}

/** How many a second, for so many done by the work. */
export async function perSecond(count, work) {
  const began = performance.now();
  await work();
  return (count / (performance.now() - began)) * 1000;
}
