/** What the practice keeps of its acts: a row an act, folded into states when asked for. */
import { type StoredRow, defineTable } from '../../kernel/table.ts';

/** One row for each act of a body, session, text or list of positions. */
export const factTable = defineTable({
  name: 'meetings_fact',
  columns: {
    entry: { type: 'text' },
    type: { type: 'text' },
    actor: { type: 'text' },
    author: { type: 'text' },
    issued_at: { type: 'instant' },
    effective_on: { type: 'date', nullable: true },
    /** Where a custodian recorded it: from what. */
    source: { type: 'text', nullable: true },
    marking: { type: 'json' },
    /** The payload, as its schema gave it. */
    payload: { type: 'json' },
  },
  key: ['entry'],
  indexes: [['register', 'ledger'], ['type'], ['actor']],
});

/** One row for each roll call of a body's past, all votes in it: they are read together. */
export const rollCallTable = defineTable({
  name: 'meetings_roll_call',
  columns: {
    entry: { type: 'text' },
    body: { type: 'text' },
    /** The number by which the source knows it. */
    number: { type: 'text' },
    session: { type: 'text', nullable: true },
    taken_on: { type: 'date' },
    symbol: { type: 'text', nullable: true },
    title: { type: 'text' },
    issues: { type: 'text[]' },
    matter: { type: 'text', nullable: true },
    /** Actors that voted, apart by a space, by what they voted. */
    yes: { type: 'text' },
    no: { type: 'text' },
    abstain: { type: 'text' },
    absent: { type: 'text' },
    /** The rest of the payload: tallies as the source states them, names that it gives. */
    detail: { type: 'json' },
    source: { type: 'text', nullable: true },
  },
  key: ['entry'],
  indexes: [['body', 'taken_on'], ['body', 'number'], ['symbol']],
});

export interface MeetingTables {
  meetings_fact: StoredRow<typeof factTable>;
  meetings_roll_call: StoredRow<typeof rollCallTable>;
}
