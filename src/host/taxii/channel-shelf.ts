/** Channels of notices as collections: what the asker may read there, and add to it. */
import { LRUCache } from 'lru-cache';
import type { Query, Viewer } from '../../kernel/define-area.ts';
import type { NoticeTables } from '../../practices/notices/tables.ts';
import type { Collection } from '../../standards/taxii/resources.ts';
import type { Services } from '../services.ts';
import { addObjects } from './add-objects.ts';
import { readPage } from './object-query.ts';
import type { Asker, TaxiiShelf } from './shelf.ts';

/** What of a channel's opening is told here; its schema gave it when it was admitted. */
export interface ChannelOpening {
  readonly title: { readonly en: string };
  readonly note?: string;
}

type ChannelRow = NoticeTables['notices_channel'];

/** The channels that the viewer may know of, each once, whatever audiences its rows have. */
export async function readChannels(query: Query): Promise<ChannelRow[]> {
  // The store keeps these tables under these names, and `NoticeTables` types them.
  const tables: Query<NoticeTables> = query;
  const rows = await tables
    .selectFrom('notices_channel')
    .selectAll()
    .orderBy('channel')
    .orderBy('audience')
    .execute();
  return [...new Map(rows.map((row) => [row.channel, row])).values()];
}

function collectionOf(row: ChannelRow, asker: Asker): Collection {
  const { title, note } = row.opening as ChannelOpening; // As the schema of its act gave it.
  return {
    alias: row.channel,
    title: title.en,
    ...(note === undefined ? {} : { description: note }),
    canRead: true,
    // Whether the channel takes it from one of these, its rules say when it is sent.
    canWrite: asker.session !== null && asker.session.person.actors.length > 0,
  };
}

/** Viewers whose channels are kept in mind at once. */
const VIEWERS_MAX = 1000;

/**
 * The channels of a viewer, kept in mind as long as the record stays where it is: every request for
 * a page asks first whether there is such a channel for whoever asks.
 */
function channelMemory({ store, position }: Services) {
  const kept = new LRUCache<string, Promise<ChannelRow[]>>({ max: VIEWERS_MAX });
  return async (viewer: Viewer): Promise<ChannelRow[]> => {
    const key = `${await position.current()} ${viewer.actors.join(' ')}`;
    const known = kept.get(key);
    if (known) return known;
    const reading = store.read(viewer, readChannels);
    kept.set(key, reading);
    // What failed is asked for again.
    reading.catch(() => kept.delete(key));
    return reading;
  };
}

/** The shelf over the node's record. */
export function channelShelf(services: Services): TaxiiShelf {
  const { store } = services;
  const channelsFor = channelMemory(services);
  return {
    collections: async (asker) =>
      (await channelsFor(asker.viewer)).map((row) => collectionOf(row, asker)),
    select: (asker, alias, selection) =>
      store.read(asker.viewer, (query) => readPage(query, alias, selection)),
    add: (session, alias, objects, actor) =>
      addObjects(services, session, { channel: alias, objects, actor }),
  };
}
