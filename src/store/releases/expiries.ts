/**
 * Releases that ended: a node that is neither the originator's nor the custodian's destroys what it
 * holds, and says so in an act. The day is given; what follows from the act needs no clock.
 */
import { sql } from 'kysely';
import type { PlainDateText } from '../../kernel/dates.ts';
import type { Query } from '../../kernel/define-area.ts';
import type { DraftAct, Receipt } from '../../kernel/submission.ts';
import type { Store } from '../contract.ts';
import { loadReleased, loadStatements } from './load.ts';
import { type ReleasedAct, type Statement, endedBy, keepsAfterEnd } from './statements.ts';

/** What is said at once; the rest at the next time. */
export const EXPIRED_AT_ONCE_MAX = 200;

/** Those of the acts of which bytes are at hand. */
async function heldOf(query: Query, acts: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ act: string }>`
    select distinct act from act_parts
    where act = any(${[...acts]}::text[]) and bytes is not null`.execute(query);
  return new Set(rows.map(({ act }) => act));
}

/** What the operator has said of ends already, also where a custodian has yet to admit it. */
async function answeredBy(query: Query, operator: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ request: string }>`
    select convert_from(act_parts.bytes, 'UTF8')::jsonb ->> 'request' as request
    from acts join act_parts on act_parts.act = acts.id
    where acts.type = 'releases.confirm-erasure' and acts.actor = ${operator}
      and act_parts.bytes is not null`.execute(query);
  return new Set(rows.map(({ request }) => request));
}

function draftOf(operator: string, { header, id }: ReleasedAct, { entry }: Statement): DraftAct {
  return {
    type: 'releases.confirm-erasure',
    register: header.register ?? '',
    actor: operator,
    author: operator,
    payload: { act: id, request: entry, outcome: 'erased', ground: 'expired' },
    basis: { kind: 'signed' },
    marking: header.marking,
  };
}

/** Says in the operator's name of each release that ended by the day that what it had is gone. */
export async function letExpire(
  { operator, read, submit }: Pick<Store, 'operator' | 'read' | 'submit'>,
  today: PlainDateText,
): Promise<readonly Receipt[]> {
  const drafts = await read({ actors: [operator] }, async (query) => {
    const ended = endedBy(await loadStatements(query, null), today);
    const acts = ended.map(({ of_act: act }) => act);
    const released = await loadReleased(query, acts);
    const held = await heldOf(query, acts);
    const answered = await answeredBy(query, operator);
    return ended.flatMap((statement) => {
      const act = released.get(statement.of_act);
      if (!act || !held.has(act.id) || answered.has(statement.entry)) return [];
      return keepsAfterEnd(act, [operator]) ? [] : [draftOf(operator, act, statement)];
    });
  });
  return drafts.length === 0 ? [] : submit(drafts.slice(0, EXPIRED_AT_ONCE_MAX));
}
