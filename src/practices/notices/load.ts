/** Reads what was admitted to channels into what the rules fold. */
import { sql } from 'kysely';
import type { InstantText } from '../../kernel/dates.ts';
import type { Query } from '../../kernel/define-area.ts';
import { Marking } from '../../kernel/marking.ts';
import { EVENT_KINDS } from './acts/rows.ts';
import { OpenedChannel } from './payloads/channel.ts';
import { Annex } from './payloads/notice.ts';
import { StoredNotice } from './payloads/stored.ts';
import type { ChannelFact, EventFact, NoticeFact } from './rules/facts.ts';
import { type Archive, DEPTH_MAX, archiveOf, onePerAct } from './rules/threads.ts';
import type { NoticeTables } from './tables.ts';

type ChannelRow = NoticeTables['notices_channel'];
type NoticeRow = NoticeTables['notices_notice'];
type EventRow = NoticeTables['notices_event'];

/** The area's own tables, in a query that every area shares. */
export function noticesIn(query: Query): Query<NoticeTables> {
  // The store creates exactly these tables from the definitions that the types come from.
  const tables: unknown = query;
  return tables as Query<NoticeTables>;
}

const LAST_INSTANT = '9999-12-31T23:59:59.999Z';

/** The values as one parameter, however many there are. */
const among = (values: Iterable<string>) => sql<string>`any(${[...values]}::text[])`;

type Unplaced<Row> = Omit<Row, 'audience' | 'register' | 'position' | 'act'>;

/** A row of channels as the rules see it. */
export function channelOfRow(row: Unplaced<ChannelRow>): ChannelFact {
  return {
    channel: row.channel,
    act: row.entry,
    custodian: row.custodian,
    openedAt: row.opened_at,
    marking: Marking.parse(row.marking),
    opening: OpenedChannel.parse(row.opening),
  };
}

const knownOf = (row: Unplaced<EventRow> | Unplaced<NoticeRow>) => ({
  act: row.entry,
  channel: row.channel,
  actor: row.actor,
  issuedAt: row.issued_at,
  recordedAt: row.recorded_at,
  ledger: row.ledger,
  source: row.source,
  marking: Marking.parse(row.marking),
});

/** A row of notices as the rules see it. */
export function noticeOfRow(row: Unplaced<NoticeRow>): NoticeFact {
  return { ...knownOf(row), notice: StoredNotice.parse(row.notice) };
}

/** A row of events as the rules see it. */
export function eventOfRow(row: Unplaced<EventRow>): EventFact {
  const kind = EVENT_KINDS.find((one) => one === row.kind);
  if (kind === undefined) throw new Error(`an event of unknown kind: ${row.kind}`);
  return {
    ...knownOf(row),
    notice: row.notice,
    kind,
    // The column is written from an object only.
    detail: row.detail as Record<string, unknown>,
  };
}

/** The channels that may be seen, by name; all where none is named. */
export async function loadChannels(
  query: Query,
  names: readonly string[] | null,
  knownAt: InstantText | null,
): Promise<readonly ChannelFact[]> {
  const rows = await noticesIn(query)
    .selectFrom('notices_channel')
    .selectAll()
    .where('recorded_at', '<=', knownAt ?? LAST_INSTANT)
    .$if(names !== null, (asked) => asked.where('channel', '=', among(names ?? [])))
    .orderBy('ledger')
    .execute();
  return rows.map(channelOfRow);
}

/** What was done upon the notices. */
export async function loadEvents(
  query: Query,
  notices: Iterable<string>,
  knownAt: InstantText | null,
): Promise<readonly EventFact[]> {
  const rows = await noticesIn(query)
    .selectFrom('notices_event')
    .selectAll()
    .where('notice', '=', among(notices))
    .where('recorded_at', '<=', knownAt ?? LAST_INSTANT)
    .orderBy('ledger')
    .execute();
  return rows.map(eventOfRow);
}

/** The annex of a notice, where there is one that may be seen. */
export async function loadAnnex(query: Query, act: string): Promise<Annex | null> {
  const row = await noticesIn(query)
    .selectFrom('notices_annex')
    .select('annex')
    .where('entry', '=', act)
    .executeTakeFirst();
  return row === undefined ? null : Annex.parse(row.annex);
}

/** The notices by their acts. */
async function loadNotices(query: Query, acts: Iterable<string>): Promise<readonly NoticeFact[]> {
  const rows = await noticesIn(query)
    .selectFrom('notices_notice')
    .selectAll()
    .where('entry', '=', among(acts))
    .orderBy('ledger')
    .execute();
  return onePerAct(rows.map(noticeOfRow));
}

/** The notices, those that they answer or pass on, and so on upwards. */
export async function loadUpwards(
  query: Query,
  acts: Iterable<string>,
): Promise<ReadonlyMap<string, NoticeFact>> {
  const found = new Map<string, NoticeFact>();
  let next = [...new Set(acts)];
  for (let depth = 0; depth < DEPTH_MAX && next.length > 0; depth += 1) {
    const loaded = await loadNotices(query, next);
    for (const fact of loaded) found.set(fact.act, fact);
    const named = loaded.flatMap(({ notice }) => [notice.inReplyTo, notice.source?.notice]);
    const wanted = named.filter((act) => act !== undefined);
    next = [...new Set(wanted)].filter((act) => !found.has(act));
  }
  return found;
}

/** The notices that pass on one of these, in the order in which they were admitted. */
export async function loadOnward(
  query: Query,
  sources: readonly string[],
  bound: InstantText | null,
): Promise<readonly NoticeFact[]> {
  const rows = await noticesIn(query)
    .selectFrom('notices_notice')
    .selectAll()
    .where('source_notice', '=', among(sources))
    .where('recorded_at', '<=', bound ?? LAST_INSTANT)
    .orderBy('ledger')
    .execute();
  return onePerAct(rows.map(noticeOfRow));
}

/** Of which notices an archive is wanted; what is absent narrows nothing. */
export interface Wanted {
  readonly channel?: string;
  readonly knownAt: InstantText | null;
  /** Only what was recorded by then, since the day asked for is over. */
  readonly recordedBy: InstantText | null;
}

/** All notices that may be seen, in one channel or in all, with what was done upon them. */
export async function loadArchive(query: Query, wanted: Wanted): Promise<Archive> {
  const { channel, knownAt, recordedBy } = wanted;
  const bounds = [knownAt ?? LAST_INSTANT, recordedBy ?? LAST_INSTANT];
  const bound = bounds.toSorted()[0] ?? LAST_INSTANT;
  const tables = noticesIn(query);
  const notices = await tables
    .selectFrom('notices_notice')
    .selectAll()
    .where('recorded_at', '<=', bound)
    .$if(channel !== undefined, (asked) => asked.where('channel', '=', channel ?? ''))
    .orderBy('ledger')
    .execute();
  const events = await tables
    .selectFrom('notices_event')
    .selectAll()
    .where('recorded_at', '<=', bound)
    .$if(channel !== undefined, (asked) => asked.where('channel', '=', channel ?? ''))
    .orderBy('ledger')
    .execute();
  return archiveOf(notices.map(noticeOfRow), events.map(eventOfRow));
}
