/** A PostgreSQL and a streaming replica of it, of the embedded programs, for tests. */
import { appendFile, cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { makeTestFolder } from './embedded/test-folder.ts';
import { type Connection, type Embedded, startEmbedded } from './embedded-postgres.ts';

const STEP_MILLISECONDS = 20;

export interface TestReplica {
  readonly primary: Connection;
  /** How to reach the replica; the same before and after it was away. */
  readonly replica: Connection;
  /** A statement on one of the two, as the superuser; gives its rows. */
  on(which: 'primary' | 'replica', statement: string): Promise<Record<string, unknown>[]>;
  /** Waits until the replica holds all that the primary does. */
  caughtUp(): Promise<void>;
  stopReplica(): Promise<void>;
  startReplica(): Promise<void>;
  close(): Promise<void>;
}

/** Beside `all`, replication has to be named (PostgreSQL, "The pg_hba.conf File"). */
async function letReplicate(folder: string): Promise<void> {
  await appendFile(
    join(folder, 'postgres', 'pg_hba.conf'),
    'local replication all scram-sha-256\n',
  );
}

/** The primary's folder while it rests, told to follow it. */
async function makeStandby(from: string, to: string, primary: Connection): Promise<void> {
  await cp(from, to, { recursive: true, filter: (path) => !path.endsWith('.lock') });
  const { host, port, user, password } = primary;
  const reached = `host=${host} port=${port} user=${user} password=${password}`;
  await writeFile(join(to, 'postgres', 'standby.signal'), '');
  const file = join(to, 'postgres', 'postgresql.auto.conf');
  await appendFile(
    file,
    `primary_conninfo = '${reached}'\nwal_retrieve_retry_interval = '200ms'\n`,
  );
}

async function ask(connection: Connection, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ ...connection });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** Starts both. */
export async function startTestReplica(): Promise<TestReplica> {
  const folders = [await makeTestFolder(), await makeTestFolder()] as const;
  const [one, two] = folders;
  const made = await startEmbedded({ dataDir: one, durable: false });
  await made.stop();
  await letReplicate(one);
  const standbyFolder = join(two, 'node');
  const copyOf = made.administration;
  await makeStandby(one, standbyFolder, copyOf);
  const primary = await startEmbedded({ dataDir: one, durable: false });
  const start = (): Promise<Embedded> => startEmbedded({ dataDir: standbyFolder, durable: false });
  let standby: Embedded | null = await start();
  const { connection: replica, administration: replicaAdministration } = standby;
  const on: TestReplica['on'] = (which, statement) =>
    ask(which === 'primary' ? primary.administration : replicaAdministration, statement);
  const stopReplica = async (): Promise<void> => {
    await standby?.stop();
    standby = null;
  };
  return {
    primary: primary.connection,
    replica,
    on,
    async caughtUp() {
      const [row] = await on('primary', 'select pg_current_wal_flush_lsn()::text as at');
      const is = `select pg_last_wal_replay_lsn() >= '${String(row?.['at'])}' as there`;
      while ((await on('replica', is))[0]?.['there'] !== true) {
        await new Promise((resolve) => setTimeout(resolve, STEP_MILLISECONDS));
      }
    },
    stopReplica,
    async startReplica() {
      standby ??= await start();
    },
    async close() {
      await stopReplica();
      await primary.stop();
      for (const folder of folders) await rm(folder, { recursive: true, force: true });
    },
  };
}
