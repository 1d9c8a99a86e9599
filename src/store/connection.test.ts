import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientConfig, roleName, rolePassword, settingsOf } from './connection.ts';
import { migrateDown, migrateUp, migrations } from './migrate.ts';
import { roleNames } from './prepare-database.ts';
import { connectOwner, ensureRoles, scramVerifier } from './roles.ts';
import { type TestDatabase, createTestDatabase } from './test-database.ts';

let database: TestDatabase;
let owner: Kysely<unknown>;
beforeAll(async () => {
  database = await createTestDatabase();
  const pool = new pg.Pool(clientConfig(database.connection));
  owner = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
});
afterAll(async () => {
  await owner.destroy();
  await database.drop();
});

describe('values of the database', () => {
  it('become whole numbers, exact text, plain dates and instants in UTC', async () => {
    const { rows } = await sql`select 9007199254740991::bigint as whole, 1.10::numeric as exact,
      date '0001-01-01' as first, date '9999-12-31' as last,
      timestamptz '2026-01-17 12:30:00.1239+03' as instant, timestamptz '2026-01-17' as midnight,
      array[date '2026-01-17', null] as days, array[]::date[] as none`.execute(owner);
    expect(rows).toEqual([
      {
        whole: 9007199254740991,
        exact: '1.10',
        first: '0001-01-01',
        last: '9999-12-31',
        instant: '2026-01-17T09:30:00.123Z',
        midnight: '2026-01-17T00:00:00.000Z',
        days: ['2026-01-17', null],
        none: [],
      },
    ]);
  });

  it('are never rounded: a number that is too large fails', async () => {
    await expect(sql`select 9007199254740993::bigint`.execute(owner)).rejects.toThrow(RangeError);
  });
});

describe('addresses and roles', () => {
  it('reads an address, with a socket’s folder where there is one', () => {
    expect(settingsOf('postgres://some%40one:p%2Fw@db.example:6000/concord')).toEqual({
      host: 'db.example',
      port: 6000,
      user: 'some@one',
      password: 'p/w',
      database: 'concord',
    });
    const socket = settingsOf('postgresql://me@localhost/concord?host=/run/postgresql');
    expect(socket).toMatchObject({ host: '/run/postgresql', port: 5432, password: '' });
    for (const wrong of ['', 'mysql://a/b', 'postgres://host/', 'nonsense']) {
      expect(() => settingsOf(wrong)).toThrow(RangeError);
    }
  });

  it('names roles after the database, within what PostgreSQL keeps of a name', () => {
    expect(roleName('concord', 'reader')).toBe('concord_reader');
    const long = roleName('x'.repeat(60), 'writer');
    expect(Buffer.byteLength(long)).toBeLessThanOrEqual(63);
    expect(long).not.toBe(roleName('y'.repeat(60), 'writer'));
  });

  it('derives passwords that differ by secret, database and role', () => {
    const all = [
      rolePassword('s', 'a', 'reader'),
      rolePassword('s', 'a', 'writer'),
      rolePassword('s', 'b', 'reader'),
      rolePassword('t', 'a', 'reader'),
    ];
    expect(new Set(all).size).toBe(4);
    expect(rolePassword('s', 'a', 'reader')).toBe(all[0]);
  });

  it('gives the server no password, only what proves it', () => {
    const verifier = scramVerifier('pencil', Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64'));
    expect(verifier).toMatch(/^SCRAM-SHA-256\$4096:W22ZaJ0SNY7soEsUEjb6gQ==\$[^:]{44}:[^:]{44}$/);
    expect(verifier).not.toContain('pencil');
  });
});

describe('migrations', () => {
  it('go up, down and up again', async () => {
    const { connection } = database;
    const client = await connectOwner(connection);
    await ensureRoles(client, connection, 'secret');
    await ensureRoles(client, connection, 'another secret');
    await client.end();
    // With their indexes: a migration may bring no more than one of these.
    const tables = async (): Promise<number> => {
      const { rows } = await sql<{ count: number }>`select count(*) from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'i')
          and relname not like 'kysely%'`.execute(owner);
      return rows[0]?.count ?? -1;
    };
    await migrateUp(owner, roleNames(connection));
    const up = await tables();
    expect(up).toBeGreaterThan(8);
    const roles = roleNames(connection);
    for (const _each of Object.keys(migrations(roles))) {
      const before = await tables();
      await migrateDown(owner, roles);
      expect(await tables()).toBeLessThan(before);
    }
    expect(await tables()).toBe(0);
    await migrateUp(owner, roleNames(connection));
    expect(await tables()).toBe(up);
  });
});
