/** Who may act for whom: the mandates that the record holds, and those that serve now. */
import { z } from 'zod';
import { ActId } from '../kernel/act.ts';
import { AUTHORITY_REGISTER } from '../kernel/authority-acts.ts';
import { ActorId } from '../kernel/actor-id.ts';
import { InstantText, PlainDateText } from '../kernel/dates.ts';
import { type Query, defineQuestion } from '../kernel/define-area.ts';
import { MANDATE_CHAIN_MAX, type MandateState } from '../kernel/mandate.ts';
import type { RecordTables } from './record-tables.ts';

/** A mandate with the instants at which it was recorded and revoked. */
export interface RecordedMandate extends MandateState {
  readonly recordedAt: InstantText;
  readonly revokedBy: ActId | null;
  readonly revokedAt: InstantText | null;
}

/** Which mandates are wanted; a list that is left out leaves nothing out. */
export interface MandatesWanted {
  readonly actors?: readonly string[];
  readonly holders?: readonly string[];
  readonly knownAt?: InstantText | null;
  /** The register of keys and mandates; this node's own where it is left out. */
  readonly registry?: string;
}

/** Mandates in the order of the record, as far as the query's viewer may see them. */
export async function readMandates(
  query: Query,
  { actors, holders, knownAt = null, registry = AUTHORITY_REGISTER }: MandatesWanted,
): Promise<RecordedMandate[]> {
  if (actors?.length === 0 || holders?.length === 0) return [];
  let wanted = selectMandates(query, registry, knownAt).orderBy('mandates_mandate.ledger');
  if (actors !== undefined) wanted = wanted.where('mandates_mandate.actor', 'in', actors);
  if (holders !== undefined) wanted = wanted.where('mandates_mandate.holder', 'in', holders);
  if (knownAt !== null) wanted = wanted.where('mandates_mandate.recorded_at', '<=', knownAt);
  const found = (await wanted.execute()).map(recordedOf);
  const chains = await withThoseAbove(found, (acts) => {
    const more = selectMandates(query, registry, knownAt);
    return more.where('mandates_mandate.mandate', 'in', acts).execute();
  });
  return found.map((mandate) => endedWith(mandate, chains));
}

/** The mandates, and those that they were given under, by their acts. */
async function withThoseAbove(
  found: readonly RecordedMandate[],
  read: (acts: readonly string[]) => Promise<Row[]>,
): Promise<ReadonlyMap<string, RecordedMandate>> {
  const known = new Map(found.map((mandate) => [mandate.act, mandate]));
  for (let length = 0; length < MANDATE_CHAIN_MAX; length += 1) {
    const named = [...known.values()].flatMap(({ under }) => under ?? []);
    const unread = named.filter((act) => !known.has(act));
    if (unread.length === 0) break;
    for (const one of (await read(unread)).map(recordedOf)) known.set(one.act, one);
  }
  return known;
}

function selectMandates(query: Query, registry: string, knownAt: InstantText | null) {
  // The store keeps these tables under these names, and `RecordTables` types them.
  const tables: Query<RecordTables> = query;
  return tables
    .selectFrom('mandates_mandate')
    .leftJoin('mandates_end', (join) => {
      const end = join
        .onRef('mandates_end.mandate', '=', 'mandates_mandate.mandate')
        .onRef('mandates_end.registry', '=', 'mandates_mandate.registry');
      return knownAt === null ? end : end.on('mandates_end.recorded_at', '<=', knownAt);
    })
    .selectAll('mandates_mandate')
    .select(['mandates_end.act as end_act', 'mandates_end.ledger as end_ledger'])
    .select('mandates_end.recorded_at as end_at')
    .where('mandates_mandate.registry', '=', registry);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectMandates>['execute']>>[number];

const recordedOf = (row: Row): RecordedMandate => ({
  act: row.mandate,
  actor: row.actor,
  holder: row.holder,
  covers: row.covers,
  registers: row.registers,
  fromOn: row.from_on,
  toOn: row.to_on,
  under: row.under,
  from: row.ledger,
  // The act that revokes a mandate is the last place at which it counts.
  until: row.end_ledger === null ? null : row.end_ledger + 1,
  recordedAt: row.recorded_at,
  revokedBy: row.end_act,
  revokedAt: row.end_at,
});

/** The mandate with the first end in its chain: it ends with those that it was given under. */
function endedWith(
  mandate: RecordedMandate,
  above: ReadonlyMap<string, RecordedMandate>,
): RecordedMandate {
  let first = mandate;
  let next = mandate.under;
  for (let length = 1; next !== null && length < MANDATE_CHAIN_MAX; length += 1) {
    const one = above.get(next);
    if (one && (one.until ?? Infinity) < (first.until ?? Infinity)) first = one;
    next = one?.under ?? null;
  }
  const { until, revokedBy, revokedAt } = first;
  return { ...mandate, until, revokedBy, revokedAt };
}

/** Whether a mandate that nobody revoked holds on the day. */
export function standsOn(mandate: MandateState, day: PlainDateText): boolean {
  const { until, fromOn, toOn } = mandate;
  return until === null && fromOn <= day && (toOn === null || day <= toOn);
}

const Answer = z.object({
  mandate: ActId,
  actor: ActorId,
  holder: ActorId,
  covers: z.array(z.string()),
  /** Null: all registers. */
  registers: z.array(z.string()).nullable(),
  fromOn: PlainDateText,
  toOn: PlainDateText.nullable(),
  /** The mandate that it was given under, and with which it ends; null where there is none. */
  under: ActId.nullable(),
  /** Whether it holds on the day as of which it was asked. */
  standing: z.boolean(),
  recordedAt: InstantText,
  revokedBy: ActId.nullable(),
  revokedAt: InstantText.nullable(),
});

export const listMandates = defineQuestion({
  name: 'mandates.list',
  title: 'Who may act for whom, in what, and since when?',
  input: z.strictObject({
    actor: ActorId.optional().describe('Only what this actor gave'),
    holder: ActorId.optional().describe('Only what this office or person holds'),
    standing: z.boolean().optional().describe('Only what holds, or only what does not'),
  }),
  output: z.object({ rows: z.array(Answer) }),
  example: { actor: 'FRA' },
  async answer({ query, asOf, knownAt }, { actor, holder, standing }) {
    const found = await readMandates(query, {
      ...(actor === undefined ? {} : { actors: [actor] }),
      ...(holder === undefined ? {} : { holders: [holder] }),
      knownAt,
    });
    const rows = found.map((mandate) => ({
      mandate: mandate.act,
      actor: mandate.actor,
      holder: mandate.holder,
      covers: [...mandate.covers],
      registers: mandate.registers === null ? null : [...mandate.registers],
      fromOn: mandate.fromOn,
      toOn: mandate.toOn,
      under: mandate.under,
      standing: standsOn(mandate, asOf),
      recordedAt: mandate.recordedAt,
      revokedBy: mandate.revokedBy,
      revokedAt: mandate.revokedAt,
    }));
    return { rows: rows.filter((row) => standing === undefined || row.standing === standing) };
  },
});
