/** When and where the last backup was written: a small file in the data folder, for operators. */
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { BackupDone } from './node-state.ts';

const NAME = 'last-backup.json';
const Done = z.object({ at: z.iso.datetime(), file: z.string(), sizeBytes: z.number() });

/** Writes down that a backup was made; called once its file is whole. */
export async function noteBackup(dataFolder: string, file: string, at: Date): Promise<void> {
  const { size: sizeBytes } = await stat(file);
  const done: BackupDone = { at: at.toISOString(), file: resolve(file), sizeBytes };
  await writeFile(join(dataFolder, NAME), `${JSON.stringify(done)}\n`, { mode: 0o600 });
}

/** The last backup that was written down; null where there is none, or the file is unreadable. */
export async function lastBackup(dataFolder: string): Promise<BackupDone | null> {
  try {
    const parsed = Done.safeParse(JSON.parse(await readFile(join(dataFolder, NAME), 'utf8')));
    return parsed.data ?? null;
  } catch {
    // There was none, which operators are told.
    return null;
  }
}
