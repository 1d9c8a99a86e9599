/** Where a node keeps its data, when nobody says so. */
import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { SHARED_FOLDER } from './embedded-postgres.ts';

export interface Surroundings {
  /** The folder of the checkout from which the node runs. */
  readonly checkout: string;
  /** CONCORD_DATA, where it is set. */
  readonly named?: string | undefined;
  /** The user's number; 0 is root. Absent on systems without. */
  readonly user: number | undefined;
}

/**
 * The data folder: the one named, or `data` in the checkout, or for root a folder of the checkout's
 * own under the shared one, since root's checkouts often lie where no other account may enter.
 */
export function dataFolder({ checkout, named, user }: Surroundings): string {
  if (named) return resolve(named);
  if (user !== 0) return join(checkout, 'data');
  const path = realpathSync(checkout);
  const key = createHash('sha256').update(path).digest('hex').slice(0, 8);
  const name = basename(path).replace(/[^A-Za-z0-9-]/g, '-');
  return join(SHARED_FOLDER, `${name.slice(0, 24)}-${key}`);
}
