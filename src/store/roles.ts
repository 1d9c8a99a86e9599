/** Creates the database and its two roles, where they are not there yet. */
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import pg from 'pg';
import {
  type ConnectionSettings,
  ROLES,
  clientConfig,
  roleName,
  rolePassword,
} from './connection.ts';

const UNKNOWN_DATABASE = '3D000';
const DUPLICATE_DATABASE = '42P04';
const SCRAM_ITERATIONS = 4096;

/** PostgreSQL's error code, where the error is one of PostgreSQL's. */
export function sqlState(error: unknown): string | null {
  return error instanceof pg.DatabaseError ? (error.code ?? null) : null;
}

/**
 * What the server keeps instead of a password (RFC 5802, as PostgreSQL stores it). It is computed
 * here so that no password stands in a statement that the server might log.
 */
export function scramVerifier(password: string, salt: Uint8Array = randomBytes(16)): string {
  const salted = pbkdf2Sync(password, salt, SCRAM_ITERATIONS, 32, 'sha256');
  const keyed = (name: string): Buffer => createHmac('sha256', salted).update(name).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  const server = keyed('Server Key').toString('base64');
  const saltText = Buffer.from(salt).toString('base64');
  return `SCRAM-SHA-256$${SCRAM_ITERATIONS}:${saltText}$${stored}:${server}`;
}

async function createDatabase(owner: ConnectionSettings): Promise<void> {
  const client = new pg.Client(clientConfig({ ...owner, database: 'postgres' }));
  await client.connect();
  try {
    // From template0, so that what an administrator put into template1 does not leak in.
    const name = client.escapeIdentifier(owner.database);
    await client.query(`create database ${name} encoding 'UTF8' template template0`);
  } catch (error) {
    // Another process was faster.
    if (sqlState(error) !== DUPLICATE_DATABASE) throw error;
  } finally {
    await client.end();
  }
}

/** Connects as the owner, creating the database where the server has none of this name. */
export async function connectOwner(owner: ConnectionSettings): Promise<pg.Client> {
  const first = new pg.Client(clientConfig(owner));
  try {
    await first.connect();
    return first;
  } catch (error) {
    await first.end().catch(() => undefined);
    if (sqlState(error) !== UNKNOWN_DATABASE) throw error;
  }
  await createDatabase(owner);
  const second = new pg.Client(clientConfig(owner));
  await second.connect();
  return second;
}

/**
 * Creates the writer and the reader, or gives them their passwords and limits anew. Neither owns
 * anything, creates anything or bypasses row security.
 */
export async function ensureRoles(
  client: pg.Client,
  owner: ConnectionSettings,
  secret: string,
): Promise<void> {
  for (const role of ROLES) {
    const name = roleName(owner.database, role);
    const quoted = client.escapeIdentifier(name);
    const found = await client.query('select 1 from pg_roles where rolname = $1', [name]);
    if (found.rowCount === 0) await client.query(`create role ${quoted}`);
    const verifier = scramVerifier(rolePassword(secret, owner.database, role));
    await client.query(`alter role ${quoted} login password ${client.escapeLiteral(verifier)}`);
    await client.query(
      `grant connect on database ${client.escapeIdentifier(owner.database)} to ${quoted}`,
    );
    await client.query(`grant usage on schema public to ${quoted}`);
  }
  await refuseStrongRoles(client, owner);
}

/** Row security is no boundary to a superuser: rather not start than start with one. */
async function refuseStrongRoles(client: pg.Client, owner: ConnectionSettings): Promise<void> {
  const names = ROLES.map((role) => roleName(owner.database, role));
  const strong = await client.query<{ rolname: string }>(
    `select rolname from pg_roles
     where rolname = any($1) and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
    [names],
  );
  const [first] = strong.rows;
  if (first) throw new Error(`role ${first.rolname} is too strong to serve requests`);
}
