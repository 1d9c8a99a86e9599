/** Acts that wait for a custodian who is elsewhere, and what such a custodian refused. */
import { z } from 'zod';
import { ActId } from '../kernel/act.ts';
import { ActorId } from '../kernel/actor-id.ts';
import { InstantText } from '../kernel/dates.ts';
import { type Query, defineQuestion } from '../kernel/define-area.ts';
import type { RecordTables } from './record-tables.ts';

export const AWAITING_SHOWN_MAX = 200;

/** What the viewer may see: the tables' row security stands between. */
function recordIn(query: Query): Query<RecordTables> {
  // The store keeps these tables under these names, and `RecordTables` types them.
  return query;
}

/** Acts that stand in streams, for registers, and have no position there. */
function withoutPlace(query: Query) {
  return recordIn(query)
    .selectFrom('acts')
    .innerJoin('registers', 'registers.key', 'acts.register')
    .leftJoin('admissions', 'admissions.act', 'acts.id')
    .where('admissions.act', 'is', null)
    .where('acts.type', 'not like', 'registers.%');
}

/** An act that was signed here, for a register that another keeps, and is not decided on. */
export interface AwaitingAct {
  readonly act: string;
  readonly stream: string;
  readonly seq: number;
  readonly custodian: string;
}

/** Acts of these authors that wait for custodians other than they are, in the order of streams. */
export async function readAwaiting(
  query: Query,
  authors: readonly string[],
  limit: number,
): Promise<AwaitingAct[]> {
  if (authors.length === 0) return [];
  return withoutPlace(query)
    .leftJoin('refusals', 'refusals.act', 'acts.id')
    .where('refusals.act', 'is', null)
    .where('acts.author', 'in', authors)
    .where('registers.custodian', 'not in', authors)
    .select(['acts.id as act', 'acts.stream', 'acts.seq', 'registers.custodian'])
    .orderBy('acts.stream')
    .orderBy('acts.seq')
    .limit(limit)
    .execute();
}

const Refused = z.object({
  rule: z.string(),
  citation: z.string(),
  reason: z.string(),
  on: InstantText,
});

const Row = z.object({
  act: ActId,
  type: z.string(),
  actor: ActorId,
  author: ActorId,
  register: z.string(),
  /** Whose node decides. */
  custodian: ActorId,
  issuedAt: InstantText,
  /** Under which rule the custodian refused it; null where it waits. */
  refused: Refused.nullable(),
});

export const awaitingActs = defineQuestion({
  name: 'record.awaiting',
  title: 'Which acts wait for the custodian of their register, or were refused by it?',
  input: z.strictObject({
    /** One act, whosesoever; absent: those of the actors one acts for. */
    act: ActId.optional(),
    /** Whether what was refused is left out. */
    undecided: z.boolean().default(false),
    limit: z.coerce.number().int().min(1).max(AWAITING_SHOWN_MAX).default(50),
  }),
  output: z.object({ rows: z.array(Row) }),
  example: { limit: 20 },
  async answer({ query, viewer }, { act, undecided, limit }) {
    const actors = [...viewer.actors];
    if (act === undefined && actors.length === 0) return { rows: [] };
    const wanted = withoutPlace(query).leftJoin('refusals', 'refusals.act', 'acts.id');
    const chosen =
      act === undefined
        ? wanted.where((where) =>
            where.or([where('acts.actor', 'in', actors), where('acts.author', 'in', actors)]),
          )
        : wanted.where('acts.id', '=', act);
    const open = undecided ? chosen.where('refusals.act', 'is', null) : chosen;
    const found = await open
      .select(['acts.id', 'acts.type', 'acts.actor', 'acts.author', 'acts.issued_at'])
      .select(['registers.key', 'registers.custodian'])
      .select(['refusals.refusal', 'refusals.recorded_at'])
      .orderBy('acts.issued_at', 'desc')
      .orderBy('acts.id')
      .limit(limit)
      .execute();
    const rows = found.map((row) => ({
      act: row.id,
      type: row.type,
      actor: row.actor,
      author: row.author,
      register: row.key,
      custodian: row.custodian,
      issuedAt: row.issued_at,
      refused: row.refusal && {
        rule: row.refusal.rule.id,
        citation: row.refusal.rule.citation,
        reason: row.refusal.reason,
        on: row.recorded_at ?? row.issued_at,
      },
    }));
    return { rows };
  },
});
