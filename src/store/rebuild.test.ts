import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Area } from '../kernel/define-area.ts';
import { markedFor } from '../kernel/marking.ts';
import type { DraftAct, Progress } from '../kernel/submission.ts';
import type { Store } from './contract.ts';
import { OWN_AREAS } from './catalog.ts';
import { openStore } from './open-store.ts';
import { REPLAYED_AT_ONCE_MAX } from './replay.ts';
import { notesArea, notesQuestion } from './test-area.ts';
import { type TestStore, admitted, note, openTestStore, testKeys } from './test-store.ts';

const EVERYBODY = { actors: ['FRA', 'KEN'] };

let test: TestStore;
beforeAll(async () => {
  test = await openTestStore({ keys: testKeys() });
});
afterAll(async () => {
  await test.close();
});

/** All rows of all areas' tables, as text, so that no difference of type is lost. */
async function rowsOf(store: Store): Promise<string[]> {
  const tables = [...OWN_AREAS, notesArea].flatMap((area) => area.tables);
  return store.read(EVERYBODY, async (query) => {
    const all: string[] = [];
    for (const { name } of tables) {
      const { rows } = await sql<{ row: string }>`
        select one::text as row from ${sql.table(name)} as one order by ledger, one::text`.execute(
        query,
      );
      all.push(...rows.map(({ row }) => `${name} ${row}`));
    }
    return all;
  });
}

const marking = fc.constantFrom(
  undefined,
  markedFor('amber', ['FRA']),
  markedFor('red', ['FRA', 'KEN']),
);
const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const day = fc.constantFrom(null, '0001-01-01', '1945-10-24', '9999-12-31');
const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const written = fc.record({
  note: name,
  text,
  writtenOn: day,
  tags: fc.array(text, { maxLength: 3 }),
  count: fc.maxSafeInteger(),
  detail: fc.dictionary(
    fc.string({ minLength: 1, maxLength: 5 }).filter((key) => key !== '__proto__'),
    fc.oneof(
      text,
      fc.integer().filter((value) => !Object.is(value, -0)),
      fc.constant(null),
    ),
    { maxKeys: 3 },
  ),
});

function drafted(
  type: string,
  payload: object,
  given: DraftAct['marking'],
  register: string,
): DraftAct {
  const marked = given ? { marking: given } : {};
  return { ...note('', { type, payload, register: `notes/${register}` }), ...marked };
}

/** With what is for France alone, or for nobody who reads here. */
const annexed = fc.tuple(written, fc.constantFrom('FRA', 'NOR'), name).map(
  ([payload, reader, register]): DraftAct => ({
    ...drafted('notes.write', { ...payload, annex: 'for fewer' }, undefined, register),
    narrower: [{ marking: markedFor('red', [reader]), members: ['annex'] }],
  }),
);

const draft: fc.Arbitrary<Parameters<typeof drafted>> = fc.oneof(
  fc.tuple(fc.constant('notes.write'), written, marking, name),
  fc.tuple(fc.constant('notes.strike'), fc.record({ note: name }), marking, name),
);

const anyDraft = draft.map((one) => drafted(...one));

describe('rebuilding', () => {
  it('gives exactly the rows that living gave, whatever was submitted', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.oneof(anyDraft, annexed), { maxLength: 8 }), { maxLength: 3 }),
        async (all) => {
          for (const batch of all) {
            await test.store.submit(batch);
          }
          const live = await rowsOf(test.store);
          const { acts } = await test.store.rebuild();
          expect(await rowsOf(test.store)).toEqual(live);
          expect(acts).toBe(await test.store.ledger());
        },
      ),
      { numRuns: 25 },
    );
    expect((await rowsOf(test.store)).length).toBeGreaterThan(5);
  });

  it('goes page by page, and tells how far it has come', async () => {
    const drafts = Array.from({ length: REPLAYED_AT_ONCE_MAX + 1 }, (_, at) => note(`page-${at}`));
    admitted(await test.store.submit(drafts));
    const live = await rowsOf(test.store);
    const told: Progress[] = [];
    const { acts } = await test.store.rebuild((progress) => told.push(progress));
    expect(await rowsOf(test.store)).toEqual(live);
    expect(told.length).toBeGreaterThanOrEqual(2);
    expect(told.at(-1)).toEqual({ task: 'rebuild', done: acts, total: acts });
    const [latest] = await test.store.progress();
    expect(latest).toMatchObject({ task: 'rebuild', done: acts, total: acts });
  });

  it('keeps a row for each audience, so that no hidden act changes what others see', async () => {
    const hidden = { marking: markedFor('amber', ['FRA']), type: 'notes.strike' };
    admitted(
      await test.store.submit([
        note('open'),
        note('open', { ...hidden, payload: { note: 'open' } }),
      ]),
    );
    const seen = async (actors: string[]) => {
      const at = { viewer: { actors }, asOf: '2026-06-01', knownAt: null };
      const notes = await test.store.ask(notesQuestion, {}, at);
      return 'refused' in notes ? [] : notes.filter((one) => one.note === 'open');
    };
    expect(await seen([])).toEqual([{ note: 'open', text: 'text of open' }]);
    expect(await seen(['FRA'])).toHaveLength(2);
  });

  it('follows by itself when the definition of a table has changed', async () => {
    const [table, ...others] = notesArea.tables;
    if (!table) throw new Error('no table');
    const indexed = { ...table, indexes: [['author'], ['note']] };
    const changed: Area = { ...notesArea, tables: [indexed, ...others] };
    const live = await rowsOf(test.store);
    const told: Progress[] = [];
    const other = await openStore({
      ...test.options,
      areas: [changed],
      report: (progress) => told.push(progress),
    });
    try {
      expect(told.at(-1)?.done).toBeGreaterThan(REPLAYED_AT_ONCE_MAX);
      expect(await rowsOf(other)).toEqual(live);
    } finally {
      await other.close();
    }
    const told2: Progress[] = [];
    const same = await openStore({
      ...test.options,
      areas: [changed],
      report: (progress) => told2.push(progress),
    });
    await same.close();
    expect(told2).toEqual([]);
  });
});
