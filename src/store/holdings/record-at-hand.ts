/** What taking asks of the record, answered in the transaction of the batch. */
import { sql } from 'kysely';
import type { Work } from '../work.ts';
import { fillIn } from './fill-in.ts';
import { keepFork } from './forks.ts';
import { loadHeld } from './take-given.ts';
import type { RecordAtHand } from './taking.ts';

/** The record as the transaction of the work sees it. */
export function recordIn(work: Work): RecordAtHand {
  const { db, state } = work;
  return {
    act: async (id) => {
      const found = (await loadHeld(db, [id])).get(id);
      if (!found) throw new Error(`act ${id} stands in a stream, and is not held`);
      return found.signed;
    },
    keepFork: async (fork) => {
      await keepFork(db, state, fork);
    },
    fillIn: (held) => fillIn(work, held),
    lastAdmittedBy: async (stream, upTo) => {
      const { rows } = await sql<{ ledger: number | null }>`
        select max(admissions.ledger) as ledger from acts named
          join acts on acts.stream = named.stream and acts.seq <= named.seq
          join admissions on admissions.admitted_by = acts.id
        where named.id = ${upTo} and named.stream = ${stream}`.execute(db);
      return rows[0]?.ledger ?? null;
    },
  };
}
