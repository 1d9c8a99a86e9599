/** What taking asks of the record, answered in the transaction of the batch. */
import { sql } from 'kysely';
import type { Act, ActId } from '../../kernel/act.ts';
import type { Work } from '../work.ts';
import { fillIn } from './fill-in.ts';
import { keepFork } from './forks.ts';
import { lackingAmong } from './lacking.ts';
import { loadRefusalsAhead } from './refusals-ahead.ts';
import { type Given, loadHeld } from './take-given.ts';
import type { RecordAtHand } from './taking.ts';

/** The record as the transaction of the work sees it. */
export function recordIn(work: Work, given: readonly Given[]): RecordAtHand {
  const { db, state } = work;
  const ids = given.map(({ act }) => act.id);
  // Each is asked for once for the whole batch, and not before anything needs it.
  let lacking: Promise<ReadonlySet<ActId>> | null = null;
  let ahead: Promise<ReadonlyMap<ActId, readonly Act[]>> | null = null;
  return {
    act: async (id) => {
      const found = (await loadHeld(db, [id])).get(id);
      if (!found) throw new Error(`act ${id} stands in a stream, and is not held`);
      return found.signed;
    },
    keepFork: async (fork) => {
      await keepFork(db, state, fork);
    },
    fillIn: async (held) => {
      lacking ??= lackingAmong(db, ids);
      return (await lacking).has(held.act.id) && fillIn(work, held);
    },
    refusalsOf: async (id) => {
      ahead ??= loadRefusalsAhead(db, ids);
      return (await ahead).get(id) ?? [];
    },
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
