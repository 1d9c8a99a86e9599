/** What of this practice a search finds: channels, and the notices in them. */
import type { Findable, Shelf } from '../../kernel/findable.ts';
import { loadChannels, noticesIn } from './load.ts';
import { StoredNotice } from './payloads/stored.ts';

/** So much of a notice is searched and shown. */
const WORDS_LENGTH_MAX = 1500;

const channelShelf: Shelf = {
  name: 'channels',
  async load({ query }) {
    return (await loadChannels(query, null, null)).map(
      ({ channel, opening, openedAt }): Findable => ({
        kind: 'channel',
        id: channel,
        href: `/notices/${channel}`,
        title: opening.title,
        names: [channel.replaceAll('-', ' ')],
        words: opening.note ?? '',
        from: openedAt.slice(0, 10),
        recordedAt: openedAt,
      }),
    );
  },
};

const noticeShelf: Shelf = {
  name: 'notices',
  async load({ query }) {
    const rows = await noticesIn(query)
      .selectFrom('notices_notice')
      .select(['entry', 'channel', 'number', 'issued_at', 'recorded_at', 'notice'])
      .orderBy('ledger')
      .execute();
    const perAct = new Map(rows.map((row) => [row.entry, row]));
    return [...perAct.values()].map((row): Findable => {
      const { subject, body } = StoredNotice.parse(row.notice);
      return {
        kind: 'notice',
        id: row.entry,
        href: `/notices/${row.channel}/${row.entry}`,
        title: { en: subject },
        names: row.number === null ? [] : [row.number],
        words: body.slice(0, WORDS_LENGTH_MAX),
        from: row.issued_at.slice(0, 10),
        recordedAt: row.recorded_at,
      };
    });
  },
};

export const noticeShelves: readonly Shelf[] = [channelShelf, noticeShelf];
