/**
 * A page of objects out of the table of a channel, under the row security of whoever reads. By
 * keyset: a page costs the same wherever it begins.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Query } from '../../kernel/define-area.ts';
import type { Held, PageOf } from '../../standards/taxii/resources.ts';
import type { Selection, Versions } from '../../standards/taxii/selection.ts';

interface Row {
  readonly ledger: number;
  readonly at: number;
  readonly object_id: string;
  readonly added_at: string;
  readonly version: string;
  readonly spec_version: string;
  readonly object: string;
}

type Condition = RawBuilder<unknown>;

/**
 * Whether the row is the first, in this order, among those of its object that the viewer may see.
 * A subquery with a limit is asked row by row, off an index, until the page is full; as a join the
 * whole collection would be read for every page.
 */
function isFirstBy(order: Condition, among: Condition = sql`true`): Condition {
  return sql`(mine.ledger, mine.at) = (select other.ledger, other.at from notices_object other
    where other.channel = mine.channel and other.object_id = mine.object_id and ${among}
    order by ${order}, other.ledger, other.at limit 1)`;
}

// Where a version was added again, what was added first counts, as TAXII asks of a server.
const LAST = isFirstBy(sql`other.version desc`);
const FIRST = isFirstBy(sql`other.version`);
const ONCE = isFirstBy(sql`other.version`, sql`other.version = mine.version`);

function versionsCondition({ last, first, all, at }: Versions): Condition {
  if (all) return ONCE;
  const wanted = [
    ...(last ? [LAST] : []),
    ...(first ? [FIRST] : []),
    ...(at.length > 0 ? [sql`(mine.version in (${sql.join(at)}) and ${ONCE})`] : []),
  ];
  return sql`(${sql.join(wanted, sql` or `)})`;
}

function among(column: string, values: readonly string[]): Condition[] {
  return values.length === 0 ? [] : [sql`mine.${sql.ref(column)} in (${sql.join(values)})`];
}

function conditionsOf(channel: string, selection: Selection): Condition[] {
  const { addedAfter, after, ids, types, specVersions, versions } = selection;
  return [
    sql`mine.channel = ${channel}`,
    ...(addedAfter === null ? [] : [sql`mine.added_at > ${addedAfter}::timestamptz`]),
    ...(after === null ? [] : [sql`(mine.ledger, mine.at) > (${after.ledger}, ${after.at})`]),
    ...among('object_id', ids),
    ...among('object_type', types),
    ...among('spec_version', specVersions),
    versionsCondition(versions),
  ];
}

const heldOf = (row: Row): Held => ({
  ledger: row.ledger,
  at: row.at,
  id: row.object_id,
  addedAt: row.added_at,
  version: row.version,
  specVersion: row.spec_version,
  text: row.object,
});

/** Reads one page; whether there is more is told by asking for one object more than it has. */
export async function readPage(
  query: Query,
  channel: string,
  selection: Selection,
): Promise<PageOf<Held>> {
  const { rows } = await sql<Row>`
    select ledger, at, object_id, added_at, version, spec_version, object
    from notices_object mine
    where ${sql.join(conditionsOf(channel, selection), sql` and `)}
    order by ledger, at
    limit ${selection.limit + 1}`.execute(query);
  const page = rows.slice(0, selection.limit).map(heldOf);
  return { rows: page, more: rows.length > page.length };
}
