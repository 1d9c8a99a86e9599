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

const another = (condition: Condition): Condition => sql`exists (select 1 from notices_object other
  where other.channel = mine.channel and other.object_id = mine.object_id and ${condition})`;

/** The same version was there before: what was added first counts, as TAXII asks of a server. */
const AGAIN = another(sql`other.version = mine.version
  and (other.ledger, other.at) < (mine.ledger, mine.at)`);
const NEWER = another(sql`other.version > mine.version`);
const OLDER = another(sql`other.version < mine.version`);

const either = (conditions: readonly Condition[]): Condition =>
  sql`(${sql.join(conditions, sql` or `)})`;

function versionsCondition({ last, first, all, at }: Versions): Condition | null {
  if (all) return null;
  const wanted = [
    ...(last ? [sql`not ${NEWER}`] : []),
    ...(first ? [sql`not ${OLDER}`] : []),
    ...(at.length > 0 ? [sql`mine.version in (${sql.join(at)})`] : []),
  ];
  return either(wanted);
}

function among(column: string, values: readonly string[]): Condition[] {
  return values.length === 0 ? [] : [sql`mine.${sql.ref(column)} in (${sql.join(values)})`];
}

function conditionsOf(channel: string, selection: Selection): Condition[] {
  const { addedAfter, after, ids, types, specVersions, versions } = selection;
  const wanted = versionsCondition(versions);
  return [
    sql`mine.channel = ${channel}`,
    ...(addedAfter === null ? [] : [sql`mine.added_at > ${addedAfter}::timestamptz`]),
    ...(after === null ? [] : [sql`(mine.ledger, mine.at) > (${after.ledger}, ${after.at})`]),
    ...among('object_id', ids),
    ...among('object_type', types),
    ...among('spec_version', specVersions),
    sql`not ${AGAIN}`,
    ...(wanted === null ? [] : [wanted]),
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
