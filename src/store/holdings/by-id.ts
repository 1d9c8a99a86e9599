/** Acts that are asked for by their ids, wherever they stand: in a stream, or beside one. */
import type { Kysely } from 'kysely';
import { type ActId, type Header, type SignedAct, actId } from '../../kernel/act.ts';
import { type NodeViewer, PAGE_SIZE_BYTES_MAX } from '../../kernel/exchange.ts';
import { released } from '../../kernel/release.ts';
import { readAs } from '../read-record.ts';
import type { RecordTables } from '../record-tables.ts';
import type { GivenNoMore } from '../releases/given-no-more.ts';
import { loadBeside } from './beside.ts';
import { readActs } from './pages.ts';

type Db = Kysely<RecordTables>;

const headerOf = ({ header }: SignedAct): Header =>
  // Recorded bytes were parsed by the header's schema when they were taken.
  JSON.parse(Buffer.from(header).toString('utf8')) as Header;

const sizeOf = ({ header, parts }: SignedAct): number =>
  parts.reduce((sum, part) => sum + (part?.bytes.byteLength ?? 0), header.byteLength);

/** What authors may have back, and what stands beside streams as far as it is released. */
async function readPast(
  writer: Db,
  viewer: NodeViewer,
  ids: readonly ActId[],
  endedOf: GivenNoMore,
): Promise<SignedAct[]> {
  const { actors, authors = [] } = viewer;
  const ended = await endedOf(writer, actors, ids);
  const beside = [...(await loadBeside(writer, ids)).values()];
  const all = authors.length === 0 ? [] : await readActs(writer, viewer, ids, endedOf);
  const own = [...all, ...beside.map(({ signed }) => signed)].filter((act) =>
    authors.includes(headerOf(act).author),
  );
  return [
    ...own,
    ...beside.flatMap(({ act, signed }) =>
      ended.has(act.id) ? [] : (released(act.header, signed, actors) ?? []),
    ),
  ];
}

/** Each act once, as many as a page holds. */
function onePage(acts: readonly SignedAct[]): SignedAct[] {
  const byId = new Map<ActId, SignedAct>();
  let sizeBytes = 0;
  for (const act of acts) {
    const id = actId(act.header);
    if (byId.has(id)) continue;
    sizeBytes += sizeOf(act);
    if (byId.size > 0 && sizeBytes > PAGE_SIZE_BYTES_MAX) break;
    byId.set(id, act);
  }
  return [...byId.values()];
}

/** Acts of these ids, as far as the viewer may have them. */
export async function readById(
  { writer, reader }: { readonly writer: Db; readonly reader: Db },
  viewer: NodeViewer,
  ids: readonly ActId[],
  endedOf: GivenNoMore,
): Promise<SignedAct[]> {
  if (ids.length === 0) return [];
  const past = await readPast(writer, viewer, ids, endedOf);
  const seen = await readAs(reader, viewer, (query) => readActs(query, viewer, ids, endedOf));
  // What is an author's own comes first, for it is whole.
  const own = past.filter((act) => viewer.authors?.includes(headerOf(act).author));
  return onePage([...own, ...seen, ...past]);
}
