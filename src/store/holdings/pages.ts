/** Streams as they are given to other nodes: their ends, and pages of their acts. */
import { type Kysely, sql } from 'kysely';
import type { ActId, Header, SignedAct } from '../../kernel/act.ts';
import {
  ACTS_ASKED_MAX,
  type NodeViewer,
  PAGE_ACTS_MAX,
  PAGE_SIZE_BYTES_MAX,
  type StreamEnd,
} from '../../kernel/exchange.ts';
import { Marking } from '../../kernel/marking.ts';
import { partsOf } from '../read-record.ts';
import type { RecordTables } from '../record-tables.ts';
import type { GivenNoMore } from '../releases/given-no-more.ts';

type Db = Kysely<RecordTables>;

/** The ends of the streams that the viewer of this transaction may see, by name. */
export function readHeads(query: Db): Promise<StreamEnd[]> {
  return endsOf(headsIn(query));
}

/**
 * The ends of all streams of these authors. They are given to their authors, whatever they are
 * marked: who signed an act and lost it may have it back. To be asked past row security.
 */
export function readOwnHeads(writer: Db, authors: readonly string[]): Promise<StreamEnd[]> {
  if (authors.length === 0) return Promise.resolve([]);
  return endsOf(headsIn(writer).where('author', '=', sql<string>`any(${[...authors]}::text[])`));
}

/** Whether the author of a stream, by its name, is who asks. */
export const isAuthor = ({ authors = [] }: NodeViewer, stream: string): boolean =>
  authors.includes(authorIn(stream));

/** The author of a stream, by its name. */
export const authorIn = (stream: string): string => stream.slice(0, stream.lastIndexOf('/'));

const headsIn = (query: Db) =>
  query
    .selectFrom('streams')
    .innerJoin('audiences', 'audiences.id', 'streams.audience')
    .select(['stream', 'author', 'seq', 'last', 'level', 'released_to'])
    .orderBy('stream');

async function endsOf(query: ReturnType<typeof headsIn>): Promise<StreamEnd[]> {
  const rows = await query.execute();
  return rows.map(({ level, released_to: to, ...end }) => ({
    ...end,
    marking: Marking.parse({ level, to }),
  }));
}

interface PageRow {
  readonly id: string;
  readonly header: Buffer;
  readonly signature: Buffer;
}

/** Acts from a place on, as many as a page holds; the first always, however large. */
async function readRows(query: Db, stream: string, from: number): Promise<readonly PageRow[]> {
  const { rows } = await sql<PageRow & { total: number }>`
    select id, header, signature, sum(octet_length(header) + coalesce((
        select sum(octet_length(bytes)) from act_parts where act = acts.id
      ), 0)) over (order by seq) as total
    from acts where stream = ${stream} and seq >= ${from}
    order by seq limit ${PAGE_ACTS_MAX}`.execute(query);
  return withinPage(rows);
}

const withinPage = <Row extends { readonly total: number }>(rows: readonly Row[]): readonly Row[] =>
  rows.filter(({ total }, at) => at === 0 || total <= PAGE_SIZE_BYTES_MAX);

/**
 * A page of a stream as the viewer of this transaction may see it, with the parts that are at hand.
 * It breaks off at none that is not: who withheld a part would hold up all who read here. Who lacks
 * a part asks for it by name.
 */
export async function readPage(
  query: Db,
  viewer: NodeViewer,
  stream: string,
  from: number,
  endedOf: GivenNoMore,
): Promise<SignedAct[]> {
  return withParts(query, viewer, await readRows(query, stream, from), endedOf);
}

async function withParts(
  query: Db,
  { actors, authors = [] }: NodeViewer,
  rows: readonly PageRow[],
  endedOf: GivenNoMore,
): Promise<SignedAct[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const parts = await query
    .selectFrom('act_parts')
    .select(['act', 'part', 'salt', 'bytes'])
    .where('act', '=', sql<string>`any(${ids}::text[])`)
    .execute();
  const byAct = Map.groupBy(parts, (part) => part.act);
  // Authors have back what they signed, also where it ended.
  const ended = await endedOf(query, actors, ids);
  return rows.map(({ id, header, signature }) => {
    // Recorded bytes were parsed by the header's schema when they were taken.
    const fields = JSON.parse(header.toString('utf8')) as Header;
    const isGivenNoMore = ended.has(id) && !authors.includes(fields.author);
    return {
      header,
      signature,
      parts: partsOf(fields, isGivenNoMore ? [] : (byAct.get(id) ?? [])),
    };
  });
}

/** Acts of some ids as this transaction may see them, as many as a page holds. */
export async function readActs(
  query: Db,
  viewer: NodeViewer,
  ids: readonly ActId[],
  endedOf: GivenNoMore,
): Promise<SignedAct[]> {
  const { rows } = await sql<PageRow & { total: number }>`
    select id, header, signature, sum(octet_length(header) + coalesce((
        select sum(octet_length(bytes)) from act_parts where act = acts.id
      ), 0)) over (order by id) as total
    from acts where id = any(${ids.slice(0, ACTS_ASKED_MAX)}::text[])
    order by id`.execute(query);
  return withParts(query, viewer, withinPage(rows), endedOf);
}
