/** Replays admitted acts from the record through the same `apply` as when they were admitted. */
import { type Kysely, sql } from 'kysely';
import type { Header } from '../kernel/act.ts';
import type { AdmittedAct, Area } from '../kernel/define-area.ts';
import type { Members } from '../kernel/narrower.ts';
import { addPlaced, placedIn } from './apply-act.ts';
import type { Catalog } from './catalog.ts';
import type { Progress } from '../kernel/submission.ts';
import type { RecordTables } from './record-tables.ts';
import { RowBuffer } from './row-buffer.ts';

/** Acts that are in memory at once. */
export const REPLAYED_AT_ONCE_MAX = 2000;

/** A replay as its progress is called. */
export const REPLAY_TASK = 'rebuild';

interface ReplayedRow {
  readonly id: string;
  readonly header: Buffer;
  readonly audience: number;
  readonly register: string;
  readonly position: number;
  readonly ledger: number;
  readonly recorded_at: string;
  /** Of the parts that this node holds or held: bytes, place in the header, audience. */
  readonly parts: readonly (Buffer | null)[];
  readonly places: readonly number[];
  readonly audiences: readonly number[];
}

const decoder = new TextDecoder();

/** The kinds of acts that leave rows in the areas: their own, and those that carry another. */
function typesFor(catalog: Catalog, areas: readonly Area[]): string[] {
  const own = areas.flatMap((area) => area.acts.map(({ type }) => type));
  const carrying = catalog.areas
    .flatMap((area) => area.acts)
    .filter(({ carries }) => carries === true)
    .map(({ type }) => type);
  return [...new Set([...own, ...carrying])];
}

/** The acts of some kinds after a place of the ledger, in its order. */
async function page(
  db: Kysely<RecordTables>,
  after: number,
  types: readonly string[],
): Promise<ReplayedRow[]> {
  const { rows } = await sql<ReplayedRow>`
    select acts.id, acts.header, admissions.audience, admissions.register, admissions.position,
      admissions.ledger, admissions.recorded_at,
      array(select bytes from act_parts where act = acts.id order by part) as parts,
      array(select part from act_parts where act = acts.id order by part) as places,
      array(select audience from act_parts where act = acts.id order by part) as audiences
    from admissions join acts on acts.id = admissions.act
    where admissions.ledger > ${after} and acts.type = any(${[...types]}::text[])
    order by admissions.ledger limit ${REPLAYED_AT_ONCE_MAX}`.execute(db);
  return rows;
}

function apply(
  catalog: Catalog,
  tables: ReadonlySet<string>,
  rows: RowBuffer,
  row: ReplayedRow,
): void {
  // Recorded bytes were parsed by the header's schema when they were admitted.
  const header = JSON.parse(decoder.decode(row.header)) as Header;
  const found = catalog.find(header.type);
  if (!found) throw new Error(`no area knows acts of type ${header.type}`);
  const { register, position, ledger, recorded_at: recordedAt } = row;
  const admission = { register, position, ledger, recordedAt };
  const act: AdmittedAct<unknown> = { id: row.id, header, payload: null, admission };
  const held = header.parts.map((_, at) => row.parts[row.places.indexOf(at)] ?? null);
  // Checked to be objects when they were recorded. An erased part leaves nothing to apply.
  const members = held.map((bytes) => bytes && (JSON.parse(decoder.decode(bytes)) as Members));
  const placed = placedIn(catalog, found.definition, act, members).filter(({ change }) =>
    tables.has(change.table),
  );
  addPlaced(rows, placed, act, (part) => {
    return (part === null ? undefined : row.audiences[row.places.indexOf(part)]) ?? row.audience;
  });
}

/** Replays the acts of the areas into their empty tables. Memory stays bounded by the page. */
export async function replay(
  db: Kysely<RecordTables>,
  catalog: Catalog,
  areas: readonly Area[],
  report: (progress: Progress) => void,
): Promise<number> {
  const rows = new RowBuffer(catalog);
  const types = typesFor(catalog, areas);
  const tables = new Set(areas.flatMap((area) => area.tables.map(({ name }) => name)));
  const total = await countActs(db, types);
  let [after, done] = [0, 0];
  for (;;) {
    const acts = await page(db, after, types);
    for (const row of acts) apply(catalog, tables, rows, row);
    await rows.flush(db);
    done += acts.length;
    report({ task: REPLAY_TASK, done, total });
    after = acts.at(-1)?.ledger ?? after;
    if (acts.length < REPLAYED_AT_ONCE_MAX) return done;
  }
}

async function countActs(db: Kysely<RecordTables>, types: readonly string[]): Promise<number> {
  const { rows } = await sql<{ acts: number }>`
    select count(*) as acts from admissions join acts on acts.id = admissions.act
    where acts.type = any(${[...types]}::text[])`.execute(db);
  return rows[0]?.acts ?? 0;
}
