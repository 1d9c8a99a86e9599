/** The folder of the server's Unix socket: short enough, and closed to everyone else. */
import { chmod, chown, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account } from './account.ts';
import { CannotStart } from './cannot-start.ts';

/**
 * The longest path of a socket in bytes, without its final zero: 107 on Linux (unix(7)), 103 on
 * macOS. The smaller one holds on both.
 */
export const SOCKET_PATH_BYTES_MAX = 103;

/** The number is only part of the socket's name; nothing listens on a network port. */
export const SOCKET_PORT = 5432;

/** The path of the socket that PostgreSQL makes in a folder. */
export function socketPath(folder: string): string {
  return join(folder, `.s.PGSQL.${SOCKET_PORT}`);
}

/** Whether a socket can be made in that folder at all. */
export function fitsSocket(folder: string): boolean {
  return Buffer.byteLength(socketPath(folder)) <= SOCKET_PATH_BYTES_MAX;
}

/** Makes the folder inside the data folder, or under the temporary one where that is too deep. */
export async function makeSocketFolder(dataDir: string, account: Account | null): Promise<string> {
  const near = join(dataDir, 'run');
  const folder = fitsSocket(near) ? near : await mkdtemp(shortParent(dataDir));
  if (folder === near) {
    await rm(near, { recursive: true, force: true });
    await mkdir(near, { mode: 0o700 });
  }
  await chmod(folder, 0o700);
  if (account) await chown(folder, account.uid, account.gid);
  return folder;
}

function shortParent(dataDir: string): string {
  const prefix = join(tmpdir(), 'concord-');
  if (fitsSocket(`${prefix}XXXXXX`)) return prefix;
  throw new CannotStart(
    `The path of ${dataDir} is too long for a socket, and so is that of ${tmpdir()}: ` +
      'name a shorter folder with CONCORD_DATA.',
  );
}
