/** The record itself as an area: what was admitted lately, over all registers. */
import { z } from 'zod';
import { ActId, Header } from '../kernel/act.ts';
import { InstantText, PlainDateText } from '../kernel/dates.ts';
import { type Query, defineArea, defineQuestion, judgeWith } from '../kernel/define-area.ts';
import { awaitingActs } from './awaiting.ts';
import type { RecordTables } from './record-tables.ts';

export const ACTS_SHOWN_MAX = 200;
const ACTS_SHOWN = 50;

const Row = z.object({
  act: ActId,
  type: z.string(),
  actor: z.string(),
  author: z.string(),
  register: z.string(),
  position: z.int(),
  effectiveOn: PlainDateText.nullable(),
  recordedAt: InstantText,
  basis: z.enum(['signed', 'recorded']),
  /** Where it was recorded from. */
  source: z.string().nullable(),
});

const Input = z.strictObject({
  limit: z.coerce.number().int().min(1).max(ACTS_SHOWN_MAX).default(ACTS_SHOWN),
  /** Only what was admitted before this act. */
  before: ActId.optional(),
  register: z.string().max(200).optional(),
  type: z.string().max(100).optional(),
  actor: z.string().max(100).optional(),
  /** Acts of one practice, by its name. */
  area: z
    .string()
    .regex(/^[a-z][a-z-]{0,40}$/)
    .optional(),
});

/** What the viewer may see: the tables' row security stands between. */
function recordIn(query: Query): Query<RecordTables> {
  // The store keeps these tables under these names, and `RecordTables` types them.
  return query;
}

/** Admissions of what practices do; admitting and opening are the record's own work. */
function admissionsIn(query: Query, knownAt: string | null) {
  return recordIn(query)
    .selectFrom('admissions')
    .innerJoin('acts', 'acts.id', 'admissions.act')
    .where('admissions.recorded_at', '<=', knownAt ?? '9999-12-31T23:59:59.999Z');
}

async function ledgerOf(query: Query, act: string): Promise<number> {
  const row = await recordIn(query)
    .selectFrom('admissions')
    .select('ledger')
    .where('act', '=', act)
    .executeTakeFirst();
  return row?.ledger ?? Number.MAX_SAFE_INTEGER;
}

export const latestActs = defineQuestion({
  name: 'record.latest',
  title: 'Which acts were admitted last, over all registers?',
  input: Input,
  output: z.object({ rows: z.array(Row), total: z.int(), next: ActId.nullable() }),
  example: { limit: 20 },
  async answer({ query, knownAt }, { limit, before, register, type, actor, area }) {
    let wanted = admissionsIn(query, knownAt);
    if (register !== undefined) wanted = wanted.where('admissions.register', '=', register);
    if (type !== undefined) wanted = wanted.where('acts.type', '=', type);
    if (actor !== undefined) wanted = wanted.where('acts.actor', '=', actor);
    if (area !== undefined) wanted = wanted.where('acts.type', 'like', `${area}.%`);
    const counted = await wanted
      .select((select) => select.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const until = before === undefined ? null : await ledgerOf(query, before);
    const page = until === null ? wanted : wanted.where('admissions.ledger', '<', until);
    const found = await page
      .select(['acts.id', 'acts.header', 'acts.type', 'acts.actor', 'acts.author'])
      .select(['acts.effective_on', 'admissions.register', 'admissions.position'])
      .select('admissions.recorded_at')
      .orderBy('admissions.ledger', 'desc')
      .limit(limit + 1)
      .execute();
    const rows = found.slice(0, limit).map((row) => {
      const { basis } = Header.parse(JSON.parse(row.header.toString('utf8')));
      return {
        act: row.id,
        type: row.type,
        actor: row.actor,
        author: row.author,
        register: row.register,
        position: row.position,
        effectiveOn: row.effective_on,
        recordedAt: row.recorded_at,
        basis: basis.kind,
        source: basis.kind === 'recorded' ? basis.source : null,
      };
    });
    const next = found.length > limit ? (rows.at(-1)?.act ?? null) : null;
    return { rows, total: counted.total, next };
  },
});

/** An area that takes no acts: it only tells of those that others took. */
export const recordArea = defineArea({
  name: 'record',
  title: 'Record',
  acts: [],
  tables: [],
  questions: [latestActs, awaitingActs],
  decider: {
    load: async () =>
      judgeWith(
        null,
        () => null,
        (state) => state,
      ),
  },
});
