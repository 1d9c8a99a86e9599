/** The sign that a restore into a data folder has begun and not ended. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotStart } from '../../store/embedded/cannot-start.ts';

export const restoringFile = (folder: string): string => join(folder, 'restoring');

/** Throws CannotStart where a restore into the folder was cut short. */
export async function refuseHalfRestored(folder: string): Promise<void> {
  const isHalf = await access(restoringFile(folder)).then(
    () => true,
    () => false,
  );
  if (!isHalf) return;
  throw new CannotStart(
    `A restore into ${folder} was cut short: empty that folder, and restore into it again.`,
  );
}
