/**
 * A real PostgreSQL that comes with the node and lives and dies with it: programs from npm, its own
 * unprivileged account where root started the node, one data folder, a Unix socket and no port.
 */
import { open, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Account, unprivilegedAccount } from './embedded/account.ts';
import { type Binaries, installedBinaries, stagedBinaries } from './embedded/binaries.ts';
import { CannotStart } from './embedded/cannot-start.ts';
import { ADMINISTRATOR, type Cluster, DATABASE, openCluster, OWNER } from './embedded/cluster.ts';
import { lockDataFolder } from './embedded/node-lock.ts';
import { keptSecrets } from './embedded/secrets.ts';
import { endLeftBehind, readPostmaster, waitUntilReady } from './embedded/postmaster.ts';
import { makeFolder } from './embedded/reachable.ts';
import { runProgram } from './embedded/run-program.ts';
import { serverSettings, settingFlags } from './embedded/settings.ts';
import { makeSocketFolder, SOCKET_PORT } from './embedded/socket-folder.ts';
import { type Supervised, supervise } from './embedded/supervisor.ts';

/** How to reach a database; `host` is the folder of a Unix socket where it begins with a slash. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export interface Embedded {
  /** As the owner of Concord's database, who is no superuser. */
  readonly connection: Connection;
  /** As PostgreSQL's superuser: for tests and repairs, never to answer a request. */
  readonly administration: Connection;
  readonly firstStart: boolean;
  /** Resolves when the server ends without being told to, with the end of its log. */
  readonly lost: Promise<string>;
  /** Shuts the server down, keeps everything committed, gives the data folder free. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** The node's data folder; made where it is missing. `data-folder.ts` says where it belongs. */
  readonly dataDir: string;
  /** False: without fsync, for tests. */
  readonly durable?: boolean;
}

/** Where root keeps what an unprivileged account must reach, whatever the checkout's own mode. */
export const SHARED_FOLDER = '/var/lib/concord';

const LOG_SIZE_BYTES_MAX = 10_000_000;
const LOG_SHOWN_CHARACTERS_MAX = 2000;

/** Starts PostgreSQL on the data folder. Throws CannotStart with a sentence for the person. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataDir = resolve(options.dataDir);
  const account = await unprivilegedAccount();
  await makeDataFolder(dataDir, account);
  const lock = await lockDataFolder(dataDir);
  try {
    return await startLocked(dataDir, account, options.durable ?? true, () => lock.release());
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** How to reach the server that a living node runs on the data folder; null where none does. */
export async function runningConnection(dataDir: string): Promise<Connection | null> {
  const folder = resolve(dataDir);
  const [postmaster, secrets] = [
    await readPostmaster(join(folder, 'postgres')),
    await keptSecrets(folder),
  ];
  if (!postmaster?.ready || !secrets || !isAlive(postmaster.pid)) return null;
  return {
    host: postmaster.socketFolder,
    port: SOCKET_PORT,
    database: DATABASE,
    user: OWNER,
    password: secrets.ownerPassword,
  };
}

function isAlive(pid: number): boolean {
  try {
    // Signal 0 asks only whether there is such a process.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function startLocked(
  dataDir: string,
  account: Account | null,
  durable: boolean,
  release: () => Promise<void>,
): Promise<Embedded> {
  await endLeftBehind(join(dataDir, 'postgres'));
  const binaries = await reachableBinaries(account);
  const cluster = await openCluster(dataDir, binaries, account, durable);
  const socketFolder = await makeSocketFolder(dataDir, account);
  const log = join(dataDir, 'postgres.log');
  const flags = settingFlags(serverSettings(socketFolder, { durable }));
  const server = await launch(binaries, cluster, account, log, flags);
  if (!(await waitUntilReady(cluster.folder, server.pid, server.ended))) {
    throw new CannotStart(`PostgreSQL did not start:\n${await endOf(log)}`);
  }
  let stopping: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    server.shutDown();
    await server.ended;
    await rm(socketFolder, { recursive: true, force: true });
    await release();
  };
  return {
    ...connections(socketFolder, cluster),
    firstStart: cluster.made,
    lost: lossOf(server, log, () => stopping !== null),
    stop: () => (stopping ??= stop()),
  };
}

function connections(
  host: string,
  { secrets }: Cluster,
): Pick<Embedded, 'connection' | 'administration'> {
  const place = { host, port: SOCKET_PORT, database: DATABASE };
  return {
    connection: { ...place, user: OWNER, password: secrets.ownerPassword },
    administration: { ...place, user: ADMINISTRATOR, password: secrets.administratorPassword },
  };
}

/** Root's node gives the account a way in, and no more: it passes through, but cannot list. */
async function makeDataFolder(dataDir: string, account: Account | null): Promise<void> {
  try {
    await makeFolder(dataDir, account ? 0o711 : 0o700);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CannotStart(
      `The data folder ${dataDir} cannot be made (${why}): name another with CONCORD_DATA.`,
      { cause: error },
    );
  }
  if (!account) return;
  const { code } = await runProgram('/bin/sh', ['-c', 'cd "$1"', 'sh', dataDir], account);
  if (code === 0) return;
  throw new CannotStart(
    `The account ${account.name}, under which PostgreSQL runs, cannot enter ${dataDir}: ` +
      `name a folder that it can reach with CONCORD_DATA, such as one under ${SHARED_FOLDER}.`,
  );
}

async function reachableBinaries(account: Account | null): Promise<Binaries> {
  const installed = await installedBinaries();
  return account ? stagedBinaries(installed, SHARED_FOLDER) : installed;
}

async function launch(
  binaries: Binaries,
  cluster: Cluster,
  account: Account | null,
  log: string,
  flags: readonly string[],
): Promise<Supervised> {
  const size = await stat(log).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LOG_SIZE_BYTES_MAX) await rename(log, `${log}.1`);
  const file = await open(log, 'a', 0o600);
  try {
    const program = join(binaries.folder, 'bin', 'postgres');
    return await supervise(program, ['-D', cluster.folder, ...flags], account, file.fd);
  } finally {
    await file.close();
  }
}

async function lossOf(server: Supervised, log: string, told: () => boolean): Promise<string> {
  await server.ended;
  // Whoever told the server to stop is not told of it in turn.
  return told() ? new Promise<never>(() => undefined) : endOf(log);
}

async function endOf(log: string): Promise<string> {
  const file = await open(log, 'r');
  try {
    const { size } = await file.stat();
    const start = Math.max(0, size - LOG_SHOWN_CHARACTERS_MAX);
    const { buffer, bytesRead } = await file.read({ position: start });
    return buffer.subarray(0, bytesRead).toString('utf8').trim();
  } finally {
    await file.close();
  }
}
