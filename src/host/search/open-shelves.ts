/**
 * The shelves of all areas as one reader may see them. Each area reads its own under that reader's
 * row security, so that an index holds nothing which the reader could not read.
 */
import type { Area, Asked, MemoryKind, Query } from '../../kernel/define-area.ts';
import type { Findable, Shelf } from '../../kernel/findable.ts';
import type { RecordTables } from '../../store/record-tables.ts';
import { type ShelfIndex, indexFor } from './shelf-index.ts';

export interface OpenShelf {
  readonly shelf: Shelf;
  readonly index: ShelfIndex;
}

interface Opened {
  /** Where the record ended for the reader, and the minute in which that was. */
  readonly stamp: string;
  readonly shelves: readonly OpenShelf[];
}

const OPENED: MemoryKind<Opened> = { name: 'search.shelves' };
const EVERY_DAY = '9999-12-31';
/** As much of an instant as names its minute. */
const MINUTE_CHARACTERS = 16;

/** What the viewer may see: the tables' row security stands between. */
function recordIn(query: Query): Query<RecordTables> {
  // The store keeps these tables under these names, and `RecordTables` types them.
  return query;
}

/** What erasure and expiry take away moves no ledger; the minute bounds how long it is found. */
async function stampOf({ query, now }: Asked): Promise<string> {
  const last = await recordIn(query)
    .selectFrom('admissions')
    .select('ledger')
    .orderBy('ledger', 'desc')
    .limit(1)
    .executeTakeFirst();
  return `${last?.ledger ?? 0} ${now.slice(0, MINUTE_CHARACTERS)}`;
}

/** Whatever the day and the instant asked for: what was there then is looked at when found. */
const always = (asked: Asked): Asked => ({ ...asked, asOf: EVERY_DAY, knownAt: null });

async function read(asked: Asked, shelves: readonly Shelf[]): Promise<OpenShelf[]> {
  const opened: OpenShelf[] = [];
  for (const shelf of shelves) {
    opened.push({ shelf, index: await indexFor(await shelf.load(always(asked))) });
  }
  return opened;
}

/** All shelves, read again where the record has moved for this reader. */
export async function openShelves(
  asked: Asked,
  areas: readonly Area[],
  own: readonly Shelf[],
): Promise<readonly OpenShelf[]> {
  const stamp = await stampOf(asked);
  const held = asked.memory.latest(OPENED, 'all');
  if (held?.stamp === stamp) return held.shelves;
  const all = [...own, ...areas.flatMap((area) => area.searchable ?? [])];
  const shelves = await read(asked, all);
  asked.memory.keep(OPENED, 'all', [], { stamp, shelves });
  return shelves;
}

/** Whether it was there, and known, by the dates asked for. */
export function isThere(thing: Findable, { asOf, knownAt }: Pick<Asked, 'asOf' | 'knownAt'>) {
  if (thing.from !== undefined && thing.from > asOf) return false;
  return knownAt === null || thing.recordedAt === undefined || thing.recordedAt <= knownAt;
}
