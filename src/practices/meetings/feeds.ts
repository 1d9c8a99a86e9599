/** Feeds of the practice: documents of a session as they come out, and what is taken up when. */
import { isRefusal } from '../../kernel/refusal.ts';
import type { DateEntry, DateFeed } from '../../ui/date-feed.ts';
import type { Feed } from '../../ui/feed.ts';
import { documents } from './questions/sessions/documents.ts';
import { session } from './questions/sessions/session.ts';

/** Entries that a feed goes back to, on several pages. */
const ENTRIES_MAX = 1000;

/** What was issued in a session, the latest first. */
export const documentsFeed: Feed = {
  path: '/meetings/sessions/:session/documents.atom',
  examples: ['/meetings/sessions/first-session/documents.atom'],
  async render(request) {
    const { locale, params, text } = request;
    const name = params['session'] ?? '';
    const found = await request.ask(documents, { session: name, locale });
    if (isRefusal(found)) return found;
    return {
      title: `${found.head.title}: ${text('meetings.session.documents')}`,
      href: `/meetings/sessions/${name}/documents`,
      entries: found.rows
        .slice(-ENTRIES_MAX)
        .reverse()
        .map((row) => ({
          href: `/acts/${row.act}`,
          title: `${row.symbol}: ${row.title}`,
          summary: [
            text(`meetings.document.${row.kind}`),
            text(`meetings.distribution.${row.distribution}`),
            row.sponsors.map((one) => one.name).join(', '),
          ]
            .filter((part) => part !== '')
            .join(' · '),
          at: row.issuedAt,
          author: found.head.bodyTitle,
        })),
    };
  },
};

export const meetingFeeds: readonly Feed[] = [documentsFeed];

/** The order of each day of a session, as entries of a calendar. */
export const orderDates: DateFeed = {
  path: '/meetings/sessions/:session/order.ics',
  examples: ['/meetings/sessions/first-session/order.ics'],
  async render(request) {
    const { locale, params, text } = request;
    const name = params['session'] ?? '';
    const found = await request.ask(session, { session: name, locale });
    if (isRefusal(found)) return found;
    const { days, head } = found;
    const entries = days.flatMap(({ changedAt, changes, on, rows }) =>
      rows.map(
        (row): DateEntry => ({
          key: `${name}.${on}.${row.item}`,
          when: row.at === null ? { on } : { at: row.at },
          title: `${row.number === null ? '' : `${row.number}. `}${row.title}`,
          summary: [head.title, head.place ?? '', row.note ?? '']
            .filter((part) => part !== '')
            .join(' · '),
          href: `/meetings/sessions/${name}`,
          changedAt,
          changes,
          categories: [text(`meetings.item.${row.standing}`)],
        }),
      ),
    );
    return { title: `${head.title}: ${text('meetings.order')}`, entries };
  },
};

export const meetingDates: readonly DateFeed[] = [orderDates];
