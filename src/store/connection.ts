/**
 * The one layer between us and PostgreSQL. Three roles with three logins, so that what a request
 * may do is decided by whom it is connected as, never by a switch of role that could be undone:
 * the owner migrates and rebuilds, the writer records, the reader answers.
 */
import { createHash, createHmac } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { columnParsers } from './column-parsers.ts';

/** Where the database is, and as whom it is owned. */
export interface ConnectionSettings {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export const ROLES = ['writer', 'reader'] as const;
export type Role = (typeof ROLES)[number];

export const POOL_CONNECTIONS_MAX = { owner: 2, writer: 4, reader: 12, replica: 12 } as const;
/** A question that takes longer than this is stopped; an answer nobody waits for helps nobody. */
export const QUESTION_MILLISECONDS_MAX = 15_000;
/** A replica may fall silent without closing its connections; then the primary is asked. */
const REPLICA_MILLISECONDS_MAX = 2000;
const QUESTION_LIMIT = { statement_timeout: QUESTION_MILLISECONDS_MAX };
const LIMITS: Readonly<Record<keyof typeof POOL_CONNECTIONS_MAX, pg.PoolConfig>> = {
  owner: {},
  writer: {},
  reader: QUESTION_LIMIT,
  replica: {
    ...QUESTION_LIMIT,
    query_timeout: QUESTION_MILLISECONDS_MAX + REPLICA_MILLISECONDS_MAX,
    connectionTimeoutMillis: REPLICA_MILLISECONDS_MAX,
  },
};
const NAME_BYTES_MAX = 63;

/** Reads `postgres://user:password@host:port/database`. Throws RangeError for anything else. */
export function settingsOf(url: string): ConnectionSettings {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const database = decodeURIComponent(parsed?.pathname.slice(1) ?? '');
  if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol) || database === '') {
    throw new RangeError('not a database address: postgres://user:password@host:port/database');
  }
  return {
    // A socket's folder may stand as `?host=/run/postgresql`.
    host: parsed.searchParams.get('host') ?? decodeURIComponent(parsed.hostname),
    port: Number(parsed.port || 5432),
    user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    database,
  };
}

/** The name of a database's role; a long one is shortened by digest, since names are cut at 63. */
export function roleName(database: string, role: Role): string {
  const name = `${database}_${role}`;
  if (Buffer.byteLength(name) <= NAME_BYTES_MAX) return name;
  return `${createHash('sha256').update(database).digest('hex').slice(0, 32)}_${role}`;
}

/** The password of a role: derived, so that several processes agree without telling each other. */
export function rolePassword(secret: string, database: string, role: Role): string {
  return createHmac('sha256', secret)
    .update(`concord role\n${database}\n${role}`)
    .digest('base64url');
}

/** The settings with which a role logs in. */
export function settingsAs(
  owner: ConnectionSettings,
  secret: string,
  role: Role,
): ConnectionSettings {
  return {
    ...owner,
    user: roleName(owner.database, role),
    password: rolePassword(secret, owner.database, role),
  };
}

/** Settings for the driver, with our parsers and a session in UTC that never acknowledges early. */
export function clientConfig(settings: ConnectionSettings): pg.ClientConfig {
  return {
    ...settings,
    types: columnParsers(),
    options: '-c timezone=UTC -c datestyle=ISO -c synchronous_commit=on -c jit=off',
    application_name: 'concord',
    keepAlive: true,
  };
}

/**
 * Lets a pool outlive its connections. An idle one may be cut, and one in use may be, too: whoever
 * uses it is told by the query that failed, and the pool opens another when it is next needed. The
 * driver also tells the connection itself, and where nobody listens there, the process would end.
 */
export function outliveConnections(pool: pg.Pool): void {
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
}

/** A pool of a role's connections, typed by whoever opens it. */
export function openPool<Tables>(
  settings: ConnectionSettings,
  role: Role | 'owner' | 'replica',
): { db: Kysely<Tables>; pool: pg.Pool } {
  const pool = new pg.Pool({
    ...clientConfig(settings),
    max: POOL_CONNECTIONS_MAX[role],
    ...LIMITS[role],
  });
  outliveConnections(pool);
  return { db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), pool };
}
