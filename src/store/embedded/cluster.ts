/** The database cluster of a data folder: made whole or not at all. */
import { lstatSync } from 'node:fs';
import { chown, lchown, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { CannotStart } from './cannot-start.ts';
import { runProgram } from './run-program.ts';
import { keptSecrets, makeSecrets, type Secrets } from './secrets.ts';

/** What the node connects as: the owner of its database, no superuser. */
export const OWNER = 'concord';
export const DATABASE = 'concord';
/** PostgreSQL's superuser, used while the cluster is made and by tests that make databases. */
export const ADMINISTRATOR = 'postgres';

export interface Cluster {
  /** PostgreSQL's own data folder, inside the node's. */
  readonly folder: string;
  readonly secrets: Secrets;
  /** Whether this call made it. */
  readonly made: boolean;
}

/** The cluster in `dataDir`, made on the first start. `durable: false` leaves out the sync. */
export async function openCluster(
  dataDir: string,
  binaries: Binaries,
  account: Account | null,
  durable: boolean,
): Promise<Cluster> {
  const folder = join(dataDir, 'postgres');
  const kept = await keptSecrets(dataDir);
  const version = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(() => null);
  if (version === null) {
    const secrets = kept ?? (await makeSecrets(dataDir));
    await makeCluster({ folder, secrets, binaries, account, durable });
    return { folder, secrets, made: true };
  }
  checkVersion(folder, version.trim(), binaries);
  if (!kept) throw new CannotStart(`The passwords of ${folder} are missing: restore secrets.json.`);
  await giveTo(folder, account);
  return { folder, secrets: kept, made: false };
}

/** A cluster is read only by the major version that made it (PostgreSQL, "Upgrading"). */
function checkVersion(folder: string, version: string, binaries: Binaries): void {
  const [ours] = binaries.version.split('.');
  if (version === ours) return;
  throw new CannotStart(
    `${folder} was made by PostgreSQL ${version}, and this node brings ${ours}: ` +
      'dump it with the older node and restore it into a new data folder.',
  );
}

interface Making {
  readonly folder: string;
  readonly secrets: Secrets;
  readonly binaries: Binaries;
  readonly account: Account | null;
  readonly durable: boolean;
}

async function makeCluster(making: Making): Promise<void> {
  const { folder, binaries, account, durable } = making;
  const part = `${folder}.part`;
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { mode: 0o700 });
  if (account) await chown(part, account.uid, account.gid);
  const initdb = join(binaries.folder, 'bin', 'initdb');
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  // Trust holds only until the line below: no server runs on the folder before it is replaced.
  const flags = ['--auth=trust', '--encoding=UTF8', '--no-sync', '--no-instructions', ...locale];
  await must(
    runProgram(initdb, [`--pgdata=${part}`, `--username=${ADMINISTRATOR}`, ...flags], account),
  );
  await writeFile(join(part, 'pg_hba.conf'), 'local all all scram-sha-256\n');
  await makeDatabase(part, making);
  // One sync of everything at the end costs a tenth of syncing each file when it is written.
  if (durable) await must(runProgram(initdb, [`--pgdata=${part}`, '--sync-only'], account));
  await rename(part, folder);
}

/** PostgreSQL's single-user mode makes roles and database before any server listens. */
async function makeDatabase(folder: string, making: Making): Promise<void> {
  const { secrets, binaries, account } = making;
  // Passwords are base64url, so they need no escaping. CREATEROLE lets the owner make the
  // unprivileged role that requests run under.
  const statements = [
    `ALTER ROLE ${ADMINISTRATOR} PASSWORD '${secrets.administratorPassword}';`,
    `CREATE ROLE ${OWNER} LOGIN CREATEROLE PASSWORD '${secrets.ownerPassword}';`,
    `CREATE DATABASE ${DATABASE} OWNER ${OWNER};`,
    'REVOKE CONNECT ON DATABASE postgres FROM PUBLIC;',
  ];
  const flags = ['--single', '-F', '-D', folder, '-c', 'exit_on_error=on', 'postgres'];
  const postgres = join(binaries.folder, 'bin', 'postgres');
  await must(runProgram(postgres, flags, account, `${statements.join('\n')}\n`));
}

async function must(running: ReturnType<typeof runProgram>): Promise<void> {
  const { code, output } = await running;
  if (code === 0) return;
  throw new CannotStart(`PostgreSQL could not prepare its data folder:\n${output.trim()}`);
}

/** Files restored from a copy, or made before the account was, belong to somebody else. */
async function giveTo(folder: string, account: Account | null): Promise<void> {
  if (!account || lstatSync(folder).uid === account.uid) return;
  const names = await readdir(folder, { recursive: true });
  for (const name of names) await lchown(join(folder, name), account.uid, account.gid);
  await chown(folder, account.uid, account.gid);
}
