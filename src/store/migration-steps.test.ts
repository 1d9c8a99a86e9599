import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientConfig } from './connection.ts';
import { migrateTo, migrateUp, migrations, planMove } from './migrate.ts';
import { HELD_BY, appliedIn } from './migration-steps.ts';
import { roleNames } from './prepare-database.ts';
import { notesQuestion } from './test-area.ts';
import { type TestStore, admitted, note, openTestStore, testKeys } from './test-store.ts';

let test: TestStore;
let db: Kysely<unknown>;
let roles: ReturnType<typeof roleNames>;
const everybody = { viewer: { actors: [] }, asOf: '2026-11-22', knownAt: null };

beforeAll(async () => {
  test = await openTestStore({ keys: testKeys() });
  const { connection } = test.options;
  roles = roleNames(connection);
  const pool = new pg.Pool({ ...clientConfig(connection), max: 2 });
  db = new Kysely({ dialect: new PostgresDialect({ pool }) });
  admitted(await test.store.submit(['a', 'b', 'c'].map((name) => note(name))));
});
afterAll(async () => {
  await db.destroy();
  await test.close();
});

const LAST = Object.keys(HELD_BY).at(-1) ?? '';

/** The record and what is made of it: digests of tables, and an answer. */
async function state(): Promise<unknown> {
  const { rows } = await sql<{ acts: string; parts: string; admissions: string }>`
    select (select md5(string_agg(one::text, '|' order by id)) from acts one) as acts,
      (select md5(string_agg(one::text, '|' order by one::text)) from act_parts one) as parts,
      (select md5(string_agg(one::text, '|' order by ledger)) from admissions one) as admissions
  `.execute(db);
  const answer = await test.store.ask(notesQuestion, {}, everybody);
  return { rows, answer };
}

describe('moving the tables of a filled database', () => {
  it('knows of every migration what it holds', () => {
    expect(Object.keys(HELD_BY)).toEqual(Object.keys(migrations(roles)));
  });

  it('goes back and forth with the same record, rows and answers', async () => {
    const before = await state();
    const down = await migrateTo(db, roles, '0003-merkle-log');
    expect(down.direction).toBe('down');
    expect(down.steps[0]).toBe(LAST);
    expect(await appliedIn(db)).toEqual(upTo('0003-merkle-log'));
    expect((await migrateTo(db, roles, LAST)).direction).toBe('up');
    expect((await migrateTo(db, roles, LAST)).direction).toBe('none');
    expect(await state()).toEqual(before);
  });

  it('plans without doing', async () => {
    const plan = await planMove(db, roles, '0008-beside');
    expect(plan).toEqual({ direction: 'down', steps: ['0009-came-late'] });
    expect((await appliedIn(db)).at(-1)).toBe(LAST);
  });

  it('refuses what would lose the record, and says what', async () => {
    await sql`insert into acts_beside values ('act', 'stream', 1, '{}')`.execute(db);
    const lost = migrateTo(db, roles, '0007-rulings');
    await expect(lost).rejects.toThrow('0008-beside: 1 in acts_beside');
    await sql`delete from acts_beside`.execute(db);
  });

  it('does all steps or none', async () => {
    const before = await appliedIn(db);
    await sql`alter table acts_beside rename to acts_elsewhere`.execute(db);
    await sql`create view acts_beside as select * from acts_elsewhere`.execute(db);
    await expect(migrateTo(db, roles, '0006-recoveries')).rejects.toThrow('not a table');
    expect(await appliedIn(db)).toEqual(before);
    await sql`drop view acts_beside`.execute(db);
    await sql`alter table acts_elsewhere rename to acts_beside`.execute(db);
  });

  it('says of a newer database which version it needs', async () => {
    await sql`insert into kysely_migration values ('9999-newer', '2030-01-01')`.execute(db);
    await expect(migrateUp(db, roles)).rejects.toThrow('by a newer version, which has 9999-newer');
    await sql`delete from kysely_migration where name = '9999-newer'`.execute(db);
  });

  it('knows no other names', async () => {
    await expect(planMove(db, roles, '0010')).rejects.toThrow('There is no 0010');
  });
});

function upTo(name: string): string[] {
  const all = Object.keys(HELD_BY);
  return all.slice(0, all.indexOf(name) + 1);
}
