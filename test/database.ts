/**
 * One PostgreSQL for a test run: an embedded one in a temporary folder, without fsync, or the
 * server that TEST_DATABASE_URL names. Each test file asks it for databases of its own.
 */
import { rm } from 'node:fs/promises';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { makeTestFolder } from '../src/store/embedded/test-folder.ts';
import { startEmbedded } from '../src/store/embedded-postgres.ts';
import type { TestServer } from '../src/store/test-database.ts';

/** Starts the server before the first test; the function it gives stops it after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env['TEST_DATABASE_URL'];
  if (url) {
    project.provide('testServer', outsideServer(url));
    return () => Promise.resolve();
  }
  const dataDir = await makeTestFolder();
  const server = await startEmbedded({ dataDir, durable: false });
  project.provide('testServer', {
    administration: server.administration,
    owner: server.connection,
  });
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

/** The user of the address makes the databases and owns them, so it needs CREATEDB, CREATEROLE. */
function outsideServer(url: string): TestServer {
  const { host, port, user, password, database } = new pg.Client({ connectionString: url });
  const connection = {
    host,
    port,
    user: user ?? '',
    password: password ?? '',
    database: database ?? 'postgres',
  };
  return { administration: connection, owner: connection };
}
