/** Feeds of the practice: what was issued in one channel. */
import { isRefusal } from '../../kernel/refusal.ts';
import type { Feed } from '../../ui/feed.ts';
import { channel } from './questions/channels.ts';

const ENTRIES_MAX = 50;

/** What was issued in a channel, latest first. */
export const channelFeed: Feed = {
  path: '/notices/:channel/notices.atom',
  examples: ['/notices/outbreak-alerts/notices.atom'],
  async render(request) {
    const { locale, params, text } = request;
    const found = await request.ask(channel, { channel: params['channel'], locale });
    if (isRefusal(found)) return found;
    return {
      title: found.title,
      href: `/notices/${found.channel}`,
      entries: found.rows.slice(0, ENTRIES_MAX).map((row) => ({
        href: `/notices/${row.channel}/${row.notice}`,
        title: row.subject,
        summary: [
          text(`notices.precedence.${row.precedence}`),
          text(`notices.state.${row.state}`),
          row.number ?? '',
        ]
          .filter((part) => part !== '')
          .join(' · '),
        at: row.recordedAt,
        author: row.senderName,
      })),
    };
  },
};

export const noticeFeeds: readonly Feed[] = [channelFeed];
