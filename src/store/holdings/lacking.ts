/**
 * Acts that came without a part that is for this node. Who passes them on strips them, or was never
 * given that part: so it is asked for by name wherever it may be, until it is here or was erased.
 */
import { type Kysely, sql } from 'kysely';
import type { ActId, Header } from '../../kernel/act.ts';
import { dayOf } from '../../kernel/dates.ts';
import { ACTS_ASKED_MAX } from '../../kernel/exchange.ts';
import { releasedParts } from '../../kernel/release.ts';
import type { Recorder } from '../record-batch.ts';
import type { RecordTables } from '../record-tables.ts';
import type { NodeIdentity, ToRecord, Work } from '../work.ts';
import { isOwn, oursIn } from './take-given.ts';

type Db = Kysely<RecordTables>;

/** The places of the parts that are for this node: of what was signed here, all. */
export function partsForUs(node: NodeIdentity, header: Header): readonly number[] {
  if (isOwn(node, header)) return header.parts.map((_, at) => at);
  return releasedParts(header, oursIn(node, header));
}

/** Notes which acts are recorded without a part that is for this node. */
export async function noteLacking(
  { db, node }: Pick<Work, 'db' | 'node'>,
  records: readonly Pick<ToRecord, 'act' | 'parts'>[],
): Promise<void> {
  const stripped = records.filter(({ parts }) => parts.includes(null));
  const lacking = stripped.filter(({ act, parts }) =>
    partsForUs(node, act.header).some((at) => parts[at] === null),
  );
  if (lacking.length === 0) return;
  const ids = lacking.map(({ act }) => act.id);
  await sql`insert into acts_lacking select unnest(${ids}::text[])
    on conflict do nothing`.execute(db);
}

/** Those of the acts that lack a part here. */
export async function lackingAmong(db: Db, ids: readonly ActId[]): Promise<Set<ActId>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ act: string }>`
    select act from acts_lacking where act = any(${[...ids]}::text[])`.execute(db);
  return new Set(rows.map(({ act }) => act));
}

interface LackingRow {
  readonly act: string;
  readonly header: Buffer;
  /** Places of the parts that are here, or were erased here. */
  readonly known: readonly number[];
}

async function readLacking(db: Db, ids: readonly ActId[]): Promise<LackingRow[]> {
  const { rows } = await sql<LackingRow>`
    select lacking.act, acts.header,
      array(select part from act_parts where act = acts.id) as known
    from acts_lacking lacking join acts on acts.id = lacking.act
    where lacking.act = any(${[...ids]}::text[]) order by lacking.act`.execute(db);
  return rows;
}

/** The places of the parts that an act still lacks here. */
function stillLacking(node: NodeIdentity, { header, known }: LackingRow): readonly number[] {
  // Recorded bytes were parsed by the header's schema when they were taken.
  const fields = JSON.parse(header.toString('utf8')) as Header;
  return partsForUs(node, fields).filter((at) => !known.includes(at));
}

/** Forgets those of the acts that lack nothing any more. */
export async function forgetWhole(
  { db, node }: Pick<Work, 'db' | 'node'>,
  ids: readonly ActId[],
): Promise<void> {
  const rows = await readLacking(db, ids);
  const whole = rows.filter((row) => stillLacking(node, row).length === 0);
  if (whole.length === 0) return;
  await sql`delete from acts_lacking
    where act = any(${whole.map(({ act }) => act)}::text[])`.execute(db);
}

/** The parts whose erasure was asked for, as far as is known here; null: the whole act ended. */
async function readRecalled(
  { catalog, writer, now }: Pick<Recorder, 'catalog' | 'writer' | 'now'>,
  ids: readonly ActId[],
): Promise<Map<ActId, ReadonlySet<number> | null>> {
  if (!catalog.find('releases.confirm-erasure')) return new Map();
  const { rows } = await sql<{ act: string; kind: string; parts: number[] }>`
    select of_act as act, kind, parts from releases_statement
    where of_act = any(${[...ids]}::text[]) and (kind = 'request' or
      kind = 'expire' and (on_day is null or on_day <= ${dayOf(now())}))`.execute(writer);
  return new Map(
    [...Map.groupBy(rows, ({ act }) => act)].map(([act, all]) => [
      act,
      all.some(({ kind }) => kind === 'expire') ? null : new Set(all.flatMap(({ parts }) => parts)),
    ]),
  );
}

/** Acts after an id, in order, that lack a part which nobody asked to be erased. */
export async function readLackingAfter(
  { catalog, node, writer, now }: Pick<Recorder, 'catalog' | 'node' | 'writer' | 'now'>,
  after: string,
): Promise<readonly ActId[]> {
  const found: ActId[] = [];
  for (let from = after; found.length < ACTS_ASKED_MAX; ) {
    const { rows: some } = await sql<{ act: string }>`select act from acts_lacking
      where act > ${from} order by act limit ${ACTS_ASKED_MAX}`.execute(writer);
    const ids = some.map(({ act }) => act);
    await forgetWhole({ db: writer, node }, ids);
    const rows = await readLacking(writer, ids);
    const recalled = await readRecalled({ catalog, writer, now }, ids);
    const wanted = rows.filter((row) => {
      const gone = recalled.get(row.act);
      return gone !== null && stillLacking(node, row).some((at) => gone?.has(at) !== true);
    });
    found.push(...wanted.map(({ act }) => act));
    from = ids.at(-1) ?? from;
    if (ids.length < ACTS_ASKED_MAX) break;
  }
  return found.slice(0, ACTS_ASKED_MAX);
}

/**
 * Remembers of parts that were never here that they were erased, so that nobody brings them now.
 * `parts` may name more places than the act has.
 */
export async function eraseLacking(
  { db, node, state }: Pick<Work, 'db' | 'node' | 'state'>,
  act: ActId,
  parts: readonly number[],
): Promise<void> {
  const [row] = await readLacking(db, [act]);
  if (!row) return;
  const erased = stillLacking(node, row).filter((at) => parts.includes(at));
  if (erased.length === 0) return;
  await sql`insert into act_parts (act, part, audience, erased_at)
    select id, part, audience, ${state.recordedAt}
    from acts, unnest(${erased}::integer[]) as part where id = ${act}`.execute(db);
  await forgetWhole({ db, node }, [act]);
}
