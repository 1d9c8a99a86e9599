import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let first: TestDatabase;
let second: TestDatabase;

async function ask(connection: TestDatabase['connection'], text: string): Promise<unknown[]> {
  const client = new pg.Client({ ...connection });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
});

afterAll(async () => {
  await Promise.all([first.drop(), second.drop()]);
});

test('two databases of one run do not see each other', async () => {
  await ask(first.connection, 'create table mark (n int)');
  const found = await ask(second.connection, "select to_regclass('mark') as mark");
  expect(found).toEqual([{ mark: null }]);
});

test('names in every script come back as they were', async () => {
  const names = 'Åland, Côte d’Ivoire, 中国, مصر';
  expect(await ask(first.connection, `select '${names}' as names`)).toEqual([{ names }]);
});

test('a dropped database is gone, with the roles that bear its name', async () => {
  const third = await createTestDatabase();
  const role = `${third.connection.database}_reader`;
  await ask(third.connection, `create role ${role}; grant usage on schema public to ${role}`);
  await third.drop();
  await expect(ask(third.connection, 'select 1')).rejects.toThrow('does not exist');
  const { administration } = inject('testServer');
  const left = await ask(administration, `select 1 from pg_roles where rolname = '${role}'`);
  expect(left).toEqual([]);
});
