/** In which sessions something happened that a secret ballot may wait for. */
import { sql } from 'kysely';
import type { Query } from '../../kernel/define-area.ts';
import { meetingsIn } from './load.ts';
import { nameIn } from './registers.ts';

const MOVES = [
  'meetings.put-question',
  'meetings.open-voting',
  'meetings.prepare-ballot-papers',
  'meetings.take-ballot-paper',
  'meetings.close-voting',
  'meetings.open-ballot-box',
  'meetings.withdraw-question',
];

/** Those that moved after a place of the ledger, and the last place that was looked at. */
export async function sessionsMoved(
  query: Query,
  after: number,
): Promise<{ readonly sessions: readonly string[]; readonly ledger: number }> {
  const rows = await meetingsIn(query)
    .selectFrom('meetings_fact')
    .select(['register', sql<string>`max(ledger)`.as('last')])
    .where('type', '=', sql<string>`any(${MOVES}::text[])`)
    .where('ledger', '>', after)
    .groupBy('register')
    .execute();
  return {
    sessions: rows.map(({ register }) => nameIn('session', register)).filter((one) => one !== ''),
    ledger: Math.max(after, ...rows.map(({ last }) => Number(last))),
  };
}
