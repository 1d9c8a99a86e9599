/** Reads rows of the registry as known at an instant, typed, in the order of the record. */
import { sql } from 'kysely';
import type { InstantText } from '../../kernel/dates.ts';
import type { Query } from '../../kernel/define-area.ts';
import {
  type ActorTables,
  type CorrectionRow,
  actorTable,
  actorTables,
  attributeTable,
  correctionTable,
  membershipTable,
  nameTable,
  successionTable,
} from './tables.ts';

/** The tables of the registry, and the instant by which a row has to be recorded to count. */
export interface Records {
  readonly tables: Query<ActorTables>;
  /** Null: all that is recorded. */
  readonly knownAt: InstantText | null;
}

/** The registry as known at an instant. */
export function recordsOf(query: Query, knownAt: InstantText | null): Records {
  return { tables: actorTables(query), knownAt };
}

/** The values as one parameter, however many there are: `where('actor', '=', among(actors))`. */
export function among(values: Iterable<string>) {
  return sql<string>`any(${[...values]}::text[])`;
}

const bound = ({ knownAt }: Records) => knownAt ?? '9999-12-31T23:59:59.999Z';

/** Entries of actors, to be narrowed and executed. */
export function entries(records: Records) {
  const { tables } = records;
  return tables.selectFrom('actors_actor').selectAll().where('recorded_at', '<=', bound(records));
}

/** Names that were added to those of the entries. */
export function otherNames(records: Records) {
  const { tables } = records;
  return tables.selectFrom('actors_name').selectAll().where('recorded_at', '<=', bound(records));
}

/** Who took whose place. */
export function successions(records: Records) {
  return records.tables
    .selectFrom('actors_succession')
    .selectAll()
    .where('recorded_at', '<=', bound(records));
}

/** Joinings and leavings. */
export function memberships(records: Records) {
  return records.tables
    .selectFrom('actors_membership_event')
    .selectAll()
    .where('recorded_at', '<=', bound(records));
}

/** Figures of attributes. */
export function figures(records: Records) {
  return records.tables
    .selectFrom('actors_attribute')
    .selectAll()
    .where('recorded_at', '<=', bound(records));
}

/** Offices of actors. */
export function offices(records: Records) {
  const { tables } = records;
  return tables.selectFrom('actors_office').selectAll().where('recorded_at', '<=', bound(records));
}

/** All corrections, in no order. */
export function allCorrections(records: Records) {
  return records.tables
    .selectFrom('actors_correction')
    .selectAll()
    .where('recorded_at', '<=', bound(records));
}

/** The last correction of each of the acts, or of all acts where none are named. */
export async function corrections(
  records: Records,
  acts: Iterable<string> | null = null,
): Promise<ReadonlyMap<string, ActorTables['actors_correction']>> {
  const all = allCorrections(records).orderBy('ledger');
  const named = acts === null ? all : all.where('corrects', '=', among(acts));
  return lastOf(await named.execute());
}

/** The last of the corrections for each act; they come in the order in which they were recorded. */
export function lastOf<Row extends CorrectionRow>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.corrects, row]));
}

const TABLES = [
  actorTable,
  nameTable,
  successionTable,
  membershipTable,
  attributeTable,
  correctionTable,
].map((table) => table.name);

/**
 * When the registry, as known at an instant, was last added to: null where that is how it stands
 * today, `never` where nothing was known. The same facts are known at every instant in between, so
 * that they need loading once.
 */
export async function lastAddedBy(query: Query, knownAt: InstantText): Promise<string | null> {
  const ends = sql.join(
    TABLES.map((name) => sql`select recorded_at from ${sql.table(name)}`),
    sql` union all `,
  );
  const { rows } = await sql<{ known: InstantText | null; last: InstantText | null }>`
    select max(recorded_at) filter (where recorded_at <= ${knownAt}) as known,
      max(recorded_at) as last from (${ends}) as ends`.execute(query);
  const { known = null, last = null } = rows[0] ?? {};
  return known === last ? null : (known ?? 'never');
}
