/** Streams as they are given to other nodes: their ends, and pages of their acts. */
import { type Kysely, sql } from 'kysely';
import type { Header, SignedAct } from '../../kernel/act.ts';
import type { Viewer } from '../../kernel/define-area.ts';
import {
  type NodeViewer,
  PAGE_ACTS_MAX,
  PAGE_SIZE_BYTES_MAX,
  type StreamEnd,
} from '../../kernel/exchange.ts';
import { Marking } from '../../kernel/marking.ts';
import { releasedParts } from '../../kernel/release.ts';
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
async function readRows(query: Db, stream: string, from: number): Promise<PageRow[]> {
  const { rows } = await sql<PageRow & { total: number }>`
    select id, header, signature, sum(octet_length(header) + coalesce((
        select sum(octet_length(bytes)) from act_parts where act = acts.id
      ), 0)) over (order by seq) as total
    from acts where stream = ${stream} and seq >= ${from}
    order by seq limit ${PAGE_ACTS_MAX}`.execute(query);
  return rows.filter(({ total }, at) => at === 0 || total <= PAGE_SIZE_BYTES_MAX);
}

interface PagePart {
  readonly part: number;
}

/**
 * Whether all parts of an act that are for the viewer are on record here, or were erased. Who was
 * given an act without them would never ask for them again, so it is not given at all.
 */
function isWhole(header: Header, viewer: Viewer, stored: readonly PagePart[]): boolean {
  const all = releasedParts(header, viewer.actors);
  return all.every((at) => stored.some(({ part }) => part === at));
}

/** What a page is made by, beside the record. */
export interface PageCare {
  /** Whether this node signs as the stream's author. */
  readonly isOurs: boolean;
  readonly endedOf: GivenNoMore;
}

/**
 * A page of a stream as the viewer of this transaction may see it. Its author, and whoever asks the
 * node of its author, gets what is at hand: a part that is lost there must not hold up the rest.
 */
export async function readPage(
  query: Db,
  viewer: NodeViewer,
  stream: string,
  from: number,
  { isOurs, endedOf }: PageCare,
): Promise<SignedAct[]> {
  const rows = await readRows(query, stream, from);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const parts = await query
    .selectFrom('act_parts')
    .select(['act', 'part', 'salt', 'bytes'])
    .where('act', '=', sql<string>`any(${ids}::text[])`)
    .execute();
  const byAct = Map.groupBy(parts, (part) => part.act);
  const own = isAuthor(viewer, stream);
  const ended = own ? new Set() : await endedOf(query, viewer.actors, ids);
  const acts: SignedAct[] = [];
  for (const { id, header, signature } of rows) {
    // Recorded bytes were parsed by the header's schema when they were taken.
    const fields = JSON.parse(header.toString('utf8')) as Header;
    const stored = byAct.get(id) ?? [];
    if (!isOurs && !own && !isWhole(fields, viewer, stored)) break;
    acts.push({ header, signature, parts: partsOf(fields, ended.has(id) ? [] : stored) });
  }
  return acts;
}
