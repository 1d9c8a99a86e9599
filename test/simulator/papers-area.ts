/**
 * A field for the simulator: papers that are put, replaced and withdrawn. Of two the later stands,
 * so that rows tell in which order they were admitted; an annex may be for fewer than the paper.
 */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { ActOf } from '../../src/kernel/act.ts';
import { type Judge, type Query, defineAct, defineArea } from '../../src/kernel/define-area.ts';
import { rule } from '../../src/kernel/law.ts';
import { type Refusal, refuse } from '../../src/kernel/refusal.ts';
import { said } from '../../src/kernel/said.ts';
import { type StoredRow, defineTable, put } from '../../src/kernel/table.ts';

export const PAPER_RULE = rule(
  'papers.stands',
  'Simulator',
  'What was withdrawn is not put again.',
);

const paperTable = defineTable({
  name: 'papers_paper',
  columns: {
    place: { type: 'text' },
    paper: { type: 'text' },
    author: { type: 'text' },
    text: { type: 'text' },
    withdrawn: { type: 'boolean' },
  },
  key: ['place', 'paper'],
});
const annexTable = defineTable({
  name: 'papers_annex',
  columns: { place: { type: 'text' }, paper: { type: 'text' }, annex: { type: 'text' } },
  key: ['place', 'paper'],
});

const PutPayload = z.strictObject({
  paper: z.string().min(1).max(40),
  text: z.string().max(200),
  annex: z.string().max(200).optional(),
});
const WithdrawPayload = z.strictObject({ paper: z.string().min(1).max(40) });

const acts = [
  defineAct({
    type: 'papers.put',
    title: 'Put a paper',
    payload: PutPayload,
    example: { paper: 'one', text: 'a text' },
    opens: true,
    narrowable: ['annex'],
    apply: ({ header, payload, admission }) => {
      const { paper, text, annex } = payload;
      const named = { place: admission.register, paper };
      const row = put(paperTable, { ...named, author: header.author, text, withdrawn: false });
      return annex === undefined
        ? [row]
        : [row, put(annexTable, { ...named, annex }, { of: 'annex' })];
    },
  }),
  defineAct({
    type: 'papers.withdraw',
    title: 'Withdraw a paper',
    payload: WithdrawPayload,
    example: { paper: 'one' },
    apply: ({ header, payload, admission }) => [
      put(paperTable, {
        place: admission.register,
        paper: payload.paper,
        author: header.author,
        text: '',
        withdrawn: true,
      }),
    ],
  }),
];

/** Whether each paper that was ever put has been withdrawn, by `paperName`. */
export type Papers = Map<string, boolean>;

/** The name of a paper over all registers. */
export const paperName = (register: string, paper: string): string => `${register} ${paper}`;

/** Judges by what is known of papers, wherever that was loaded from. */
export function papersJudge(known: Papers): Judge {
  const nameOf = ({ header, payload }: ActOf<unknown>): string =>
    // Every payload of the area names a paper.
    paperName(header.register ?? '', (payload as { paper: string }).paper);
  const decide = (act: ActOf<unknown>): Refusal | null => {
    const withdrawn = known.get(nameOf(act));
    const isWithdrawal = act.header.type === 'papers.withdraw';
    return withdrawn === true || (isWithdrawal && withdrawn === undefined)
      ? refuse(
          PAPER_RULE,
          said('The paper {$act} was withdrawn, or never put.', { act: nameOf(act) }),
        )
      : null;
  };
  return {
    decide,
    evolve: (act) => void known.set(nameOf(act), act.header.type === 'papers.withdraw'),
  };
}

interface PaperTables {
  papers_paper: StoredRow<typeof paperTable>;
}

async function load(query: Query): Promise<Judge> {
  // The area types the tables that it asks for by itself.
  const rows = await (query as unknown as Kysely<PaperTables>)
    .selectFrom('papers_paper')
    .select(['place', 'paper', 'withdrawn'])
    .orderBy('ledger')
    .execute();
  return papersJudge(
    new Map(rows.map(({ place, paper, withdrawn }) => [paperName(place, paper), withdrawn])),
  );
}

export const papersArea = defineArea({
  name: 'papers',
  title: 'Papers',
  acts,
  tables: [paperTable, annexTable],
  questions: [],
  decider: { load },
});
