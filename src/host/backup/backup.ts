/** A backup of this node, made beside it while it runs, or while it rests. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { writeBackup } from '../../store/backup/write-backup.ts';
import { type ConnectionSettings, settingsOf } from '../../store/connection.ts';
import { noteBackup } from '../operators/last-backup.ts';
import { CannotStart } from '../../store/embedded/cannot-start.ts';
import { runningConnection, startEmbedded } from '../../store/embedded-postgres.ts';
import type { Config } from '../config.ts';

/** The node's database for as long as something is done with it. */
export async function withDatabase<Result>(
  config: Pick<Config, 'databaseUrl'>,
  dataFolder: string,
  use: (connection: ConnectionSettings) => Promise<Result>,
): Promise<Result> {
  if (config.databaseUrl !== null) return use(settingsOf(config.databaseUrl));
  const running = await runningConnection(dataFolder);
  if (running) return use(running);
  const embedded = await startEmbedded({ dataDir: dataFolder });
  try {
    return await use(embedded.connection);
  } finally {
    await embedded.stop();
  }
}

/** A connection of its own as the owner, ended afterwards. */
export async function asOwner<Result>(
  connection: ConnectionSettings,
  use: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(connection);
  // Whoever uses it is told by the query that failed.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** Without its keys there is no node: a wrong folder would else get an empty database. */
function refuseEmpty(keysFolder: string, dataFolder: string): void {
  if (existsSync(keysFolder)) return;
  throw new CannotStart(`There is no node in ${dataFolder}: name its folder with CONCORD_DATA.`);
}

/** Writes a backup of the node to a file. Throws CannotStart where there is none in the folder. */
export async function backUp(
  config: Pick<Config, 'databaseUrl' | 'operator' | 'network'>,
  dataFolder: string,
  file: string,
): Promise<void> {
  const { operator, network } = config;
  const keysFolder = join(dataFolder, 'keys');
  refuseEmpty(keysFolder, dataFolder);
  const given = { operator, network, keysFolder, now: () => new Date() };
  await withDatabase(config, dataFolder, (connection) =>
    asOwner(connection, (client) => writeBackup({ client, ...given }, file)),
  );
  await noteBackup(dataFolder, file, new Date());
}
