import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bigintArray, bytesArray, integerArray, textArray } from './binary-arrays.ts';
import { clientConfig } from './connection.ts';
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

describe('columns as binary arrays', () => {
  it('come back as the rows that they were taken from, in order', async () => {
    const texts = ['Αθήνα', '', null, '{"a,b"}\\', '条约'];
    const bytes = [Buffer.from([0, 255]), Buffer.alloc(0), null, Buffer.alloc(3), Buffer.from('x')];
    const integers = [0, -1, 2147483647, -2147483648, 7];
    const bigs = [0, -1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 2147483648];
    const { rows } = await sql`select * from unnest(${textArray(texts)}::text[],
      ${bytesArray(bytes)}::bytea[], ${integerArray(integers)}::integer[],
      ${bigintArray(bigs)}::bigint[]) as given (text, bytes, small, big)`.execute(owner);
    expect(rows).toEqual(
      texts.map((text, at) => ({
        text,
        bytes: bytes[at],
        small: integers[at],
        big: bigs[at],
      })),
    );
  });

  it('are no rows where there are none', async () => {
    const { rows } = await sql`select * from unnest(${textArray([])}::text[],
      ${integerArray([])}::integer[])`.execute(owner);
    expect(rows).toEqual([]);
  });

  it('take no integer that does not fit, and no long one that is not whole', () => {
    expect(() => integerArray([2147483648])).toThrow(RangeError);
    expect(() => bigintArray([0.5])).toThrow(RangeError);
  });
});
