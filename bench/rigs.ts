/** What measurements run on: a durable embedded PostgreSQL in a folder of its own, and its node. */
import { rm } from 'node:fs/promises';
import pg from 'pg';
import { openNodeKeys } from '../src/host/node-keys.ts';
import { house } from '../src/host/house.ts';
import { makeTestFolder } from '../src/store/embedded/test-folder.ts';
import { type Connection, startEmbedded } from '../src/store/embedded-postgres.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/contract.ts';

export const OPERATOR = 'concord-world';
export const NETWORK = 'measured';

export interface Rig {
  readonly folder: string;
  /** Makes an empty database. */
  database(name: string): Promise<Connection>;
  /** The way to a database that was made before. */
  connection(name: string): Connection;
  stop(): Promise<void>;
}

/** Starts the server as a node does, fsync on. */
export async function startRig(): Promise<Rig> {
  const folder = await makeTestFolder();
  const embedded = await startEmbedded({ dataDir: folder });
  return {
    folder,
    async database(name) {
      const client = new pg.Client({ ...embedded.administration });
      await client.connect();
      const { user } = embedded.connection;
      await client.query(`create database ${name} owner ${client.escapeIdentifier(user)}`);
      await client.end();
      return { ...embedded.connection, database: name };
    },
    connection: (name) => ({ ...embedded.connection, database: name }),
    async stop() {
      await embedded.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Opens the store of a node on the database, with the keys that lie in the folder. */
export async function openRigStore(folder: string, connection: Connection): Promise<Store> {
  const { ring, secret } = await openNodeKeys(folder, OPERATOR);
  const node = { operator: OPERATOR, network: NETWORK, keys: ring };
  return openStore({ ...node, connection, secret, areas: house.areas });
}
