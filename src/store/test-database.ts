/** Fresh databases for tests, on the server that test/database.ts provides to the whole run. */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { inject } from 'vitest';
import type { Connection } from './embedded-postgres.ts';

const SESSION_LOOKS_MAX = 40;
const SESSION_LOOK_MILLISECONDS = 50;

/** The server of a test run. */
export interface TestServer {
  /** Makes and drops databases. */
  readonly administration: Connection;
  /** Owns them; no superuser where the server is the embedded one. */
  readonly owner: Connection;
}

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

export interface TestDatabase {
  /** As the database's owner. */
  readonly connection: Connection;
  /** Ends all its sessions and removes it, with the roles whose names begin with its name. */
  drop(): Promise<void>;
}

/** An empty database that nobody else uses. Drop it in `afterAll` or `afterEach`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { administration, owner } = inject('testServer');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await statements(administration, [
    `create database ${name} owner ${pg.escapeIdentifier(owner.user)} template template0`,
  ]);
  return {
    connection: { ...owner, database: name },
    drop: () => dropDatabase(administration, name),
  };
}

/**
 * Waits for sessions that are just ending. Up to PostgreSQL 15 whoever may create roles still may
 * not end their sessions, unless it is a superuser.
 */
async function sessionsEnded(administration: Connection, name: string): Promise<void> {
  for (let turn = 0; turn < SESSION_LOOKS_MAX; turn++) {
    const sessions = await statements(administration, [
      `select 1 from pg_stat_activity where datname = '${name}'`,
    ]);
    if (sessions.length === 0) return;
    await delay(SESSION_LOOK_MILLISECONDS);
  }
}

async function dropDatabase(administration: Connection, name: string): Promise<void> {
  await sessionsEnded(administration, name);
  await statements(administration, [`drop database if exists ${name} with (force)`]);
  const found = await statements(administration, [
    `select rolname from pg_roles where starts_with(rolname, '${name}_')`,
  ]);
  const roles = found.map((row) => `drop role ${pg.escapeIdentifier(String(row['rolname']))}`);
  if (roles.length > 0) await statements(administration, roles);
}

async function statements(
  connection: Connection,
  texts: readonly string[],
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ ...connection });
  await client.connect();
  try {
    const results: Record<string, unknown>[] = [];
    for (const text of texts) {
      results.push(...(await client.query<Record<string, unknown>>(text)).rows);
    }
    return results;
  } finally {
    await client.end();
  }
}
