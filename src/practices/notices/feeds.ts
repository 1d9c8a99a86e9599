/** Feeds of the practice: what was issued in one channel, and what is due on it. */
import { isRefusal } from '../../kernel/refusal.ts';
import type { DateEntry, DateFeed } from '../../ui/date-feed.ts';
import type { Feed } from '../../ui/feed.ts';
import type { PageRequest } from '../../ui/page.ts';
import { channel } from './questions/channels.ts';
import type { NoticeRow } from './questions/shapes.ts';

/** Entries that a feed goes back to, on several pages. */
const ENTRIES_MAX = 1000;

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

const DUE = ['acknowledgeBy', 'replyBy'] as const;

/** When a notice is to be acknowledged and answered; what was cancelled is called off. */
function datesOf({ text }: PageRequest, row: NoticeRow): DateEntry[] {
  return DUE.flatMap((due): DateEntry[] => {
    const at = row[due];
    if (at === null) return [];
    return [
      {
        key: `${due}.${row.notice}`,
        when: { at },
        title: `${row.subject}: ${text(`notices.field.${due}`)}`,
        summary: [row.senderName, row.number ?? ''].filter((part) => part !== '').join(' · '),
        href: `/notices/${row.channel}/${row.notice}`,
        changedAt: row.changedAt,
        changes: row.changes,
        isCancelled: row.state === 'cancelled',
        categories: [text(`notices.precedence.${row.precedence}`)],
      },
    ];
  });
}

/** What is due in a channel, as moments of a calendar. */
export const channelDates: DateFeed = {
  path: '/notices/:channel/deadlines.ics',
  examples: ['/notices/outbreak-alerts/deadlines.ics'],
  async render(request) {
    const { locale, params } = request;
    const found = await request.ask(channel, { channel: params['channel'], locale });
    if (isRefusal(found)) return found;
    const rows = found.rows.slice(0, ENTRIES_MAX);
    return { title: found.title, entries: rows.flatMap((row) => datesOf(request, row)) };
  },
};

export const noticeDates: readonly DateFeed[] = [channelDates];
