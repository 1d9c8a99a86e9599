/** The database of a practice: made beside the node's own on the same server, and dropped whole. */
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { type ConnectionSettings, ROLES, clientConfig, roleName } from '../../store/connection.ts';
import { sqlState } from '../../store/roles.ts';
import { PRACTICE_RULE } from './rules.ts';

/** As whom practices are made: the owner of the node's database, or who administers the server. */
export interface Server {
  /** The owner of the node's own database. */
  readonly owner: ConnectionSettings;
  /** Who may make databases for that owner. */
  readonly administration: ConnectionSettings;
}

const FORBIDDEN = '42501';
const IN_USE = '55006';
const TRIES_MAX = 60;
const TRY_MILLISECONDS = 50;

/** The database of a practice, named after the node's own so that two nodes on a server differ. */
export function databaseOf({ owner }: Server, id: string): ConnectionSettings {
  return { ...owner, database: `${owner.database}_practice_${id}` };
}

async function withServer<Result>(
  { administration }: Server,
  doing: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(clientConfig(administration));
  await client.connect();
  try {
    return await doing(client);
  } finally {
    await client.end();
  }
}

/** Makes it, empty. Refuses where the server lets nobody make databases for this node. */
export async function makeDatabase(server: Server, id: string): Promise<Refusal | null> {
  const { database, user } = databaseOf(server, id);
  return withServer(server, async (client) => {
    const [name, owner] = [client.escapeIdentifier(database), client.escapeIdentifier(user)];
    try {
      await client.query(
        `create database ${name} owner ${owner} encoding 'UTF8' template template0`,
      );
      return null;
    } catch (error) {
      if (sqlState(error) !== FORBIDDEN) throw error;
      return refuse(
        PRACTICE_RULE,
        said('The database server lets this node make no other database.'),
        {
          remedy: said('Its administrator can allow it: ALTER ROLE {$owner} CREATEDB.', { owner }),
          values: { why: 'no-database' },
        },
      );
    }
  });
}

/** Ends its sessions where that is allowed, and else waits until they have ended. */
async function dropPatiently(client: pg.Client, name: string): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      await client.query(`drop database if exists ${name} with (force)`);
      return;
    } catch (error) {
      const mayPass = [FORBIDDEN, IN_USE].includes(sqlState(error) ?? '');
      if (!mayPass || tried === TRIES_MAX) throw error;
      await delay(TRY_MILLISECONDS);
    }
  }
}

/** Drops it with its roles; what is not there any more is no fault. */
export async function dropDatabase(server: Server, id: string): Promise<void> {
  const { database } = databaseOf(server, id);
  await withServer(server, async (client) => {
    await dropPatiently(client, client.escapeIdentifier(database));
    for (const role of ROLES) {
      await client.query(
        `drop role if exists ${client.escapeIdentifier(roleName(database, role))}`,
      );
    }
  });
}
