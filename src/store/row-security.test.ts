import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Marking, markedFor } from '../kernel/marking.ts';
import { openPool, settingsAs } from './connection.ts';
import type { RecordTables } from './record-tables.ts';
import { UNMARKED_TABLES } from './row-security.ts';
import { notesQuestion } from './test-area.ts';
import { type TestStore, admitted, note, openTestStore } from './test-store.ts';

const CANARY = 'canary-7f3a';
const MARKINGS: Record<string, Marking> = {
  red: markedFor('red', ['FRA']),
  amber: markedFor('amber', ['FRA', 'KEN']),
  nobody: { level: 'red', to: [] },
};

let test: TestStore;
let reader: Kysely<RecordTables>;
const ids = new Map<string, string>();

beforeAll(async () => {
  test = await openTestStore();
  const { connection, secret } = test.options;
  reader = openPool<RecordTables>(settingsAs(connection, secret, 'reader'), 'reader').db;
  for (const [name, marking] of Object.entries(MARKINGS)) {
    const payload = {
      note: `${CANARY}-${name}`,
      text: CANARY,
      tags: [CANARY],
      detail: { c: CANARY },
    };
    const [receipt] = admitted(
      await test.store.submit([note('', { payload, marking, register: `notes/${name}` })]),
    );
    ids.set(name, receipt?.id ?? '');
  }
  admitted(await test.store.submit([note('clear')]));
});
afterAll(async () => {
  await reader.destroy();
  await test.close();
});

/** Tables that the reader may select, with whether row security is on and forced. */
async function readable() {
  const { rows } = await sql<{ name: string; secured: boolean }>`
    select relname as name, relrowsecurity and relforcerowsecurity as secured
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind in ('r', 'p', 'v', 'm', 'f')
      and nspname not in ('pg_catalog', 'information_schema')
      and (has_table_privilege(pg_class.oid, 'select')
        or has_any_column_privilege(pg_class.oid, 'select'))`.execute(reader);
  return rows;
}

async function notesSeenBy(...actors: string[]): Promise<string[]> {
  const at = { viewer: { actors }, asOf: '2026-06-01', knownAt: null };
  const notes = await test.store.ask(notesQuestion, {}, at);
  return 'refused' in notes ? [] : notes.map((one) => one.note.replace(`${CANARY}-`, '')).sort();
}

describe('row security', () => {
  it('is forced on every table that the reader may select, but for a short list', async () => {
    const tables = await readable();
    expect(tables.length).toBeGreaterThanOrEqual(10);
    const open = tables.filter((table) => !table.secured).map((table) => table.name);
    expect(open.sort()).toEqual([...UNMARKED_TABLES].sort());
  });

  it('shows nothing but what is clear where no viewer is set', async () => {
    for (const { name, secured } of await readable()) {
      if (!secured) continue;
      const { rows } = await sql<{ row: string }>`
        select one::text as row from ${sql.table(name)} as one`.execute(reader);
      expect(
        rows.filter((row) => row.row.includes(CANARY)),
        name,
      ).toEqual([]);
      for (const id of ids.values()) {
        expect(
          rows.filter((row) => row.row.includes(id)),
          name,
        ).toEqual([]);
      }
    }
    const audiences = await reader.selectFrom('audiences').select('id').execute();
    expect(audiences).toEqual([{ id: 0 }]);
  });

  it('shows each viewer what is released to it, and an empty release set to nobody', async () => {
    expect(await notesSeenBy()).toEqual(['clear']);
    expect(await notesSeenBy('FRA')).toEqual(['amber', 'clear', 'red']);
    expect(await notesSeenBy('KEN')).toEqual(['amber', 'clear']);
    expect(await notesSeenBy('USA', 'KEN')).toEqual(['amber', 'clear']);
    expect(await notesSeenBy('USA')).toEqual(['clear']);
  });

  it('takes no more from a viewer’s name than a name', async () => {
    const names = ["FRA' or true --", 'FRA,KEN', '*', '', '{FRA}', '%'];
    expect(await notesSeenBy(...names)).toEqual(['clear']);
  });

  it('forgets the viewer at the end of the transaction', async () => {
    await notesSeenBy('FRA');
    await Promise.all(Array.from({ length: 20 }, () => notesSeenBy('FRA')));
    for (let turn = 0; turn < 20; turn++) expect(await notesSeenBy()).toEqual(['clear']);
  });

  it('gives an act to those who may see it only', async () => {
    const amber = ids.get('amber') ?? '';
    expect(await test.store.act(amber, { actors: [] })).toBeNull();
    expect(await test.store.act(amber, { actors: ['USA'] })).toBeNull();
    expect((await test.store.act(amber, { actors: ['KEN'] }))?.payload['text']).toBe(CANARY);
  });

  it('does not tell by a key or a position that hidden rows exist', async () => {
    // The same note, written in the clear by someone who cannot know of the hidden one.
    const payload = { note: 'same', text: 'hidden' };
    const marking = MARKINGS['red'] ?? markedFor('red', []);
    const register = 'notes/same';
    await test.store.submit([note('', { payload: { note: 'first', text: '' }, register })]);
    const [hidden] = admitted(await test.store.submit([note('', { payload, marking, register })]));
    const [next] = admitted(await test.store.submit([note('next', { register })]));
    expect(hidden?.position).toBe(1);
    expect(next?.position).toBe(2);
  });

  it('leaves the reader nothing to write, and neither role anything strong', async () => {
    await expect(
      sql`insert into registers values ('x', 'y', 'z', 0)`.execute(reader),
    ).rejects.toThrow(/permission denied/);
    await expect(sql`select * from jobs`.execute(reader)).rejects.toThrow(/permission denied/);
    await expect(sql`create table strange (id int)`.execute(reader)).rejects.toThrow(
      /permission denied/,
    );
    const { connection } = test.options;
    const { rows } = await sql<{ rolsuper: boolean; rolbypassrls: boolean; memberships: number }>`
      select rolsuper, rolbypassrls,
        (select count(*) from pg_auth_members where member = pg_roles.oid) as memberships
      from pg_roles where starts_with(rolname, ${`${connection.database}_`})`.execute(reader);
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      expect(row).toEqual({ rolsuper: false, rolbypassrls: false, memberships: 0 });
    }
  });
});
