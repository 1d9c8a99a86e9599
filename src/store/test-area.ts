/** A small area for the store's own tests: notes that are written, and struck out again. */
import { z } from 'zod';
import type { Kysely } from 'kysely';
import type { ActOf } from '../kernel/act.ts';
import { ActorId } from '../kernel/actor-id.ts';
import { PlainDateText } from '../kernel/dates.ts';
import { type Query, defineAct, defineArea, defineQuestion } from '../kernel/define-area.ts';
import { rule } from '../kernel/law.ts';
import { refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import { type StoredRow, defineTable, put } from '../kernel/table.ts';

export const NOTE_RULE = rule('notes.once', 'Test rule 1', 'A note is written once in a register.');

export const noteTable = defineTable({
  name: 'notes_note',
  columns: {
    note: { type: 'text' },
    author: { type: 'text' },
    text: { type: 'text' },
    written_on: { type: 'date', nullable: true },
    tags: { type: 'text[]' },
    count: { type: 'integer' },
    struck: { type: 'boolean' },
    detail: { type: 'json', nullable: true },
    issued: { type: 'instant' },
  },
  key: ['note'],
  indexes: [['author']],
});

/** What is said of a note to fewer than may read it. */
export const annexTable = defineTable({
  name: 'notes_annex',
  columns: { note: { type: 'text' }, annex: { type: 'text' }, text: { type: 'text' } },
  key: ['note'],
});

interface NoteTables {
  notes_note: StoredRow<typeof noteTable>;
}

const WritePayload = z.object({
  note: z.string().min(1).max(200),
  text: z.string(),
  writtenOn: PlainDateText.nullable().default(null),
  tags: z.array(z.string()).default([]),
  count: z.int().default(0),
  detail: z.record(z.string(), z.json()).default({}),
  /** May be for fewer than the note itself. */
  annex: z.string().optional(),
  summary: z.string().optional(),
});

type Given = z.output<typeof WritePayload>;

async function load(query: Query, acts: readonly ActOf<unknown>[]) {
  // The store hands an area only what its schemas gave.
  const notes = acts.map((act) => (act.payload as Given).note);
  const rows = await (query as unknown as Kysely<NoteTables>)
    .selectFrom('notes_note')
    .select(['note', 'struck'])
    .where('note', 'in', notes)
    .execute();
  const known = new Map(rows.map((row) => [row.note, row.struck]));
  return {
    decide: (act: ActOf<unknown>) => {
      const { note } = act.payload as Given;
      const strikes = act.header.type === 'notes.strike';
      return strikes === (known.get(note) === false) && (strikes || !known.has(note))
        ? null
        : refuse(
            NOTE_RULE,
            said('The note {$note} is there already, or is not there to be struck.', { note }),
          );
    },
    evolve: (act: ActOf<unknown>) => {
      known.set((act.payload as Given).note, act.header.type === 'notes.strike');
    },
  };
}

const annexRow = ({ note, summary = '' }: Given, annex: string) =>
  put(annexTable, { note, annex, text: summary }, { of: 'annex' });

const SEEN = { actor: ActorId.optional() };

export const notesArea = defineArea({
  name: 'notes',
  title: 'Notes',
  acts: [
    defineAct({
      type: 'notes.write',
      title: 'Write a note',
      payload: WritePayload,
      example: { note: 'n1', text: 'A note' },
      opens: true,
      carriable: true,
      narrowable: ['annex', 'summary', 'detail', 'tags'],
      apply: ({ header, payload }) => [
        put(noteTable, {
          note: payload.note,
          author: header.author,
          // What an area should not do: the row is for all, and the summary may not be.
          text: payload.summary ?? payload.text,
          written_on: payload.writtenOn,
          tags: payload.tags,
          count: payload.count,
          struck: false,
          detail: payload.detail,
          issued: header.issuedAt,
        }),
        ...(payload.annex === undefined ? [] : [annexRow(payload, payload.annex)]),
      ],
    }),
    defineAct({
      type: 'notes.strike',
      title: 'Strike a note out',
      payload: z.object({ note: z.string() }),
      example: { note: 'n1' },
      apply: ({ header, payload }) => [
        put(noteTable, {
          note: payload.note,
          author: header.author,
          text: '',
          written_on: null,
          tags: [],
          count: -1,
          struck: true,
          detail: null,
          issued: header.issuedAt,
        }),
      ],
    }),
  ],
  tables: [noteTable, annexTable],
  questions: [],
  decider: { load },
});

export const notesQuestion = defineQuestion({
  name: 'list',
  title: 'Which notes are there?',
  input: z.object(SEEN),
  output: z.array(z.object({ note: z.string(), text: z.string() })),
  example: {},
  answer: async ({ query }, { actor }) => {
    const notes = (query as unknown as Kysely<NoteTables>)
      .selectFrom('notes_note')
      .select(['note', 'text'])
      .orderBy('ledger');
    return (actor === undefined ? notes : notes.where('author', '=', actor)).execute();
  },
});
