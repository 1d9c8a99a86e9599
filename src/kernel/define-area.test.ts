import { describe, expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import {
  type Area,
  type Asked,
  defineAct,
  defineArea,
  defineQuestion,
  judgeWith,
} from './define-area.ts';
import { rule } from './law.ts';
import { refuse } from './refusal.ts';
import { said } from './said.ts';
import { type RowOf, type StoredRow, defineTable, put } from './table.ts';

const noteTable = defineTable({
  name: 'notices_note',
  columns: {
    entry: { type: 'text' },
    title: { type: 'text' },
    count: { type: 'integer', nullable: true },
    tags: { type: 'text[]' },
  },
  key: ['entry'],
  indexes: [['title', 'ledger'], ['recorded_at']],
});

const noteAct = defineAct({
  type: 'notices.note',
  title: 'Note something',
  payload: z.strictObject({ title: z.string(), count: z.int().default(0) }),
  example: { title: 'An example' },
  apply: ({ id, payload }) => [
    put(noteTable, { entry: id, title: payload.title, count: payload.count, tags: [] }),
  ],
});

const countQuestion = defineQuestion({
  name: 'count',
  title: 'How many notes are there?',
  input: z.object({ title: z.string().optional() }),
  output: z.object({ count: z.number() }),
  example: {},
  answer: async (_asked: Asked, input) => ({ count: input.title === undefined ? 1 : 0 }),
});

const area: Area = {
  name: 'notices',
  title: 'Notices',
  acts: [noteAct],
  tables: [noteTable],
  questions: [countQuestion],
  decider: {
    load: async () =>
      judgeWith(
        0,
        () => null,
        (state) => state,
      ),
  },
};

describe('a table', () => {
  type Definition = Parameters<typeof defineTable>[0];
  const definition: Definition = { name: 'a_table', columns: { a: { type: 'text' } }, key: ['a'] };

  test('types its rows, and what the store adds to them', () => {
    expectTypeOf<RowOf<typeof noteTable>>().toEqualTypeOf<{
      readonly entry: string;
      readonly title: string;
      readonly count: number | null;
      readonly tags: string[];
    }>();
    expectTypeOf<StoredRow<typeof noteTable>['ledger']>().toEqualTypeOf<number>();
    expect(put(noteTable, { entry: 'a', title: 'b', count: null, tags: ['c'] })).toEqual({
      table: 'notices_note',
      put: { entry: 'a', title: 'b', count: null, tags: ['c'] },
    });
  });

  test.each<[string, Partial<Definition>, string]>([
    ['a name with a capital', { name: 'Notices' }, 'snake_case'],
    ['a name with SQL in it', { name: 'a"; drop table act; --' }, 'snake_case'],
    ['a name too long', { name: 'a'.repeat(57) }, 'snake_case'],
    ['a column with a hyphen', { columns: { 'a-b': { type: 'text' } } }, 'snake_case'],
    ['a column of the store’s', { columns: { ledger: { type: 'text' } } }, 'adds'],
    ['no key', { key: [] }, 'no key'],
    ['a key that it has not', { key: ['b'] }, 'no column b'],
    ['a key that may be null', { columns: { a: { type: 'text', nullable: true } } }, 'null'],
    ['an index on nothing', { indexes: [['a'], ['b']] }, 'no column b'],
  ])('with %s is refused when it is defined', (_what, change, why) =>
    expect(() => defineTable({ ...definition, ...change })).toThrow(why),
  );

  test('may have a name as long as the longest', () => {
    expect(defineTable({ ...definition, name: 'a'.repeat(56) }).name).toHaveLength(56);
  });
});

describe('an area', () => {
  const named = (name: string): Area['tables'][number] => ({ ...noteTable, name });

  test('is what it was defined as', () => expect(defineArea(area)).toBe(area));

  test.each<[string, Partial<Area>, string]>([
    ['an act of another', { acts: [{ ...noteAct, type: 'meetings.note' }] }, 'no act of notices'],
    ['an act of a like name', { acts: [{ ...noteAct, type: 'notices-a.note' }] }, 'no act of'],
    ['an act that no header takes', { acts: [{ ...noteAct, type: 'notices.Note' }] }, 'no act of'],
    ['an act twice', { acts: [noteAct, noteAct] }, 'notices.note stands twice'],
    ['topics that leave an act out', { topics: [{ key: 'a', acts: [] }] }, 'under no topic'],
    [
      'topics that have an act twice',
      { topics: [{ key: 'a', acts: [noteAct, noteAct] }] },
      'notices.note stands twice',
    ],
    ['a table of another', { tables: [named('meetings_note')] }, 'no table of notices'],
    ['a table twice', { tables: [noteTable, noteTable] }, 'notices_note stands twice'],
    ['a question twice', { questions: [countQuestion, countQuestion] }, 'count stands twice'],
  ])('with %s is refused when it is defined', (_what, change, why) =>
    expect(() => defineArea({ ...area, ...change })).toThrow(why),
  );

  test('with a hyphen in its name has tables with an underscore', () => {
    const hyphened = { ...area, name: 'human-rights', acts: [], tables: [named('human_rights_a')] };
    expect(defineArea(hyphened)).toBe(hyphened);
  });

  test('applies an act to rows that its schema has typed', () => {
    const payload = noteAct.payload.parse(noteAct.example);
    expect(payload).toEqual({ title: 'An example', count: 0 });
  });
});

describe('a judge', () => {
  const twice = rule('notices.twice', 'none', 'Nothing is noted twice.');
  // Only the id matters to this judge; the header is that of any act.
  const act = (id: string): Parameters<ReturnType<typeof judgeWith>['decide']>[0] =>
    ({ id, payload: {} }) as never;

  test('judges the next act by what the accepted ones have changed', () => {
    const judge = judgeWith<readonly string[]>(
      [],
      (seen, { id }) => (seen.includes(id) ? refuse(twice, said('{$id} is noted.', { id })) : null),
      (seen, { id }) => [...seen, id],
    );
    expect(judge.decide(act('a'))).toBeNull();
    expect(judge.decide(act('a'))).toBeNull();
    judge.evolve(act('a'));
    expect(judge.decide(act('a'))?.rule).toBe(twice);
    expect(judge.decide(act('b'))).toBeNull();
  });
});
