import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SHARED_FOLDER } from '../embedded-postgres.ts';
import { makeFolder } from './reachable.ts';

const LEFT_BEHIND_HOURS = 24;
const PREFIX = 'concord-test-';

/**
 * A new folder for a test's server. Root's own temporary folder may be closed to the account that
 * PostgreSQL runs under, so for root it lies where a real node's data would.
 */
export async function makeTestFolder(): Promise<string> {
  const isRoot = process.getuid?.() === 0;
  const parent = isRoot ? SHARED_FOLDER : tmpdir();
  await makeFolder(parent, 0o711);
  await removeLeftBehind(parent);
  const folder = await mkdtemp(join(parent, PREFIX));
  if (isRoot) await chmod(folder, 0o711);
  return folder;
}

/** A run that was killed could not tidy up after itself. */
async function removeLeftBehind(parent: string): Promise<void> {
  const before = Date.now() - LEFT_BEHIND_HOURS * 3_600_000;
  for (const name of await readdir(parent)) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = join(parent, name);
    const found = await stat(folder).catch(() => null);
    const ours = found !== null && found.uid === process.getuid?.();
    if (ours && found.mtimeMs < before) await rm(folder, { recursive: true, force: true });
  }
}
