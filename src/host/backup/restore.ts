/** A node made from a backup, in an empty data folder. Started, it waits and signs nothing. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Progress } from '../../kernel/submission.ts';
import type { BackupHeader } from '../../store/backup/backup-file.ts';
import { checkBackup, restoreBackup } from '../../store/backup/restore-backup.ts';
import type { ConnectionSettings } from '../../store/connection.ts';
import { CannotStart } from '../../store/embedded/cannot-start.ts';
import { openStore } from '../../store/open-store.ts';
import type { Config } from '../config.ts';
import type { House } from '../house.ts';
import { openNodeKeys } from '../node-keys.ts';
import { startNode } from '../start-node.ts';
import { SETTINGS_FILE } from '../settings/settings-file.ts';
import { asOwner, withDatabase } from './backup.ts';
import { restoringFile } from './restoring.ts';

export interface Restoring {
  readonly config: Config;
  readonly house: House;
  readonly dataFolder: string;
  readonly file: string;
  readonly report: (progress: Progress) => void;
}

async function refuseUsed(folder: string): Promise<void> {
  const there = await readdir(folder).catch(() => []);
  // Settings may lie there before the node does.
  if (there.every((name) => name === SETTINGS_FILE)) return;
  throw new CannotStart(
    `The data folder ${folder} is not empty: name an empty one with CONCORD_DATA.`,
  );
}

function refuseOther({ operator, network }: Config, header: BackupHeader): void {
  if (header.operator === operator && header.network === network) return;
  throw new CannotStart(
    `The backup is of ${header.operator} in ${header.network}, and this node is set up as ` +
      `${operator} in ${network}: set CONCORD_OPERATOR and CONCORD_NETWORK.`,
  );
}

async function refuseFilled(connection: ConnectionSettings): Promise<void> {
  const found = await asOwner(connection, (client) =>
    client.query<{ acts: string | null }>("select to_regclass('public.acts')::text as acts"),
  );
  if (found.rows[0]?.acts === null) return;
  throw new CannotStart(`The database ${connection.database} is not empty: name an empty one.`);
}

/**
 * Has every part of the node make its tables. It does so with a key of its own, put away right
 * after: the key of the backup signs nothing here.
 */
async function makeTables({ config, house, dataFolder, report }: Restoring): Promise<void> {
  const alone = { world: 'none' as const, host: '127.0.0.1', port: 0, address: null };
  const quiet = { ...config, ...alone, portAsked: false, origin: null, smtpUrl: null };
  const running = await startNode({ config: quiet, house, dataFolder, report });
  await running.stop();
  await rm(join(dataFolder, 'keys'), { recursive: true });
  await rm(join(dataFolder, 'high-water.json'), { force: true });
}

async function putKeys(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const [name, bytes] of files) {
    await writeFile(join(folder, name), bytes, { mode: 0o600, flush: true });
  }
}

async function fill(restoring: Restoring, connection: ConnectionSettings): Promise<number> {
  const { config, house, dataFolder, file, report } = restoring;
  await asOwner(connection, (client) => restoreBackup(client, file, new Date()));
  const { operator, network } = config;
  const { ring: keys, secret } = await openNodeKeys(dataFolder, operator);
  const { areas } = house;
  const store = await openStore({ connection, secret, operator, network, keys, areas, report });
  try {
    return (await store.rebuild(report)).acts;
  } finally {
    await store.close();
  }
}

/** Restores a node; what the backup is, and how many acts the tables were made from. */
export async function restore(
  restoring: Restoring,
): Promise<{ header: BackupHeader; acts: number }> {
  const { config, dataFolder, file } = restoring;
  await refuseUsed(dataFolder);
  const { header, files } = await checkBackup(file);
  refuseOther(config, header);
  // PostgreSQL may run under another account, which passes through; the keys' folder is closed.
  await mkdir(dataFolder, { recursive: true, mode: 0o711 });
  if (config.databaseUrl !== null) await withDatabase(config, dataFolder, refuseFilled);
  await writeFile(restoringFile(dataFolder), '', { flush: true });
  await makeTables(restoring);
  await putKeys(join(dataFolder, 'keys'), files);
  const acts = await withDatabase(config, dataFolder, (one) => fill(restoring, one));
  await rm(restoringFile(dataFolder));
  return { header, acts };
}
