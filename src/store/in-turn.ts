/** Work that only one of a node's processes does at a time; the others wait for their turn. */
import pg from 'pg';
import { type ConnectionSettings, clientConfig } from './connection.ts';

/** Does the work when no other process holds the lock; a process that dies gives it back. */
export async function inTurn<Result>(
  connection: ConnectionSettings,
  lock: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(clientConfig(connection));
  // A connection that is cut gives the lock back; what is done under it bears being done twice.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    return await work();
  } finally {
    await client.end();
  }
}

/** The same, while the work lasts on a connection of a pool: it is given the connection. */
export async function inTurnOn(
  pool: pg.Pool,
  lock: number,
  work: (client: pg.PoolClient) => Promise<unknown>,
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    await work(client);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lock]);
    client.release();
  }
}
