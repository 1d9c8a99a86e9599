/** Feeds of the practice: what was recorded, under all agreements or under one. */
import { isRefusal } from '../../kernel/refusal.ts';
import type { DateEntry, DateFeed } from '../../ui/date-feed.ts';
import type { Feed } from '../../ui/feed.ts';
import type { PageRequest } from '../../ui/page.ts';
import { acts } from './questions/acts.ts';
import { deadlines } from './questions/deadlines.ts';
import { notifications } from './questions/notifications.ts';
import { actWord } from './pages/depositary/notification-text.ts';
import type { Act, Due } from './pages/answers.ts';

/** Entries that a feed goes back to, on several pages. */
const ENTRIES_MAX = 1000;

function entryOf({ text }: PageRequest, act: Act) {
  const { instrument, kind } = act;
  const what = text(
    instrument === null || kind !== 'deposit'
      ? `agreements.event.${kind}`
      : `agreements.instrument.${instrument}`,
  );
  return {
    href: `/acts/${act.act}`,
    title: `${act.name}: ${what}`,
    summary: `${act.title} – ${what}, ${act.name}, ${act.on}`,
    at: act.recordedAt,
    author: act.name,
  };
}

/** What was done under one agreement, latest first. */
export const actsFeed: Feed = {
  path: '/agreements/:agreement/acts.atom',
  examples: ['/agreements/paris-agreement/acts.atom'],
  async render(request) {
    const { locale, params } = request;
    const agreement = params['agreement'] ?? '';
    const found = await request.ask(acts, { agreement, locale });
    if (isRefusal(found)) return found;
    const latest = found.rows.slice(-ENTRIES_MAX).reverse();
    return {
      title: found.rows[0]?.title ?? agreement,
      href: `/agreements/${agreement}`,
      entries: latest.map((act) => entryOf(request, act)),
    };
  },
};

/** Depositary notifications under all agreements, latest first. */
export const notificationsFeed: Feed = {
  path: '/notifications.atom',
  examples: ['/notifications.atom'],
  async render(request) {
    const { locale, text } = request;
    const found = await request.ask(notifications, { locale });
    if (isRefusal(found)) return found;
    const latest = found.rows.filter((row) => !row.struckOut).slice(0, ENTRIES_MAX);
    return {
      title: text('agreements.notifications.title'),
      href: '/notifications',
      entries: latest.map((row) => ({
        href: `/notifications/${row.number}`,
        title: `${row.number}: ${row.title}`,
        summary: row.kinds.map((kind) => actWord(text, { kind, instrument: null })).join(', '),
        at: row.recordedAt,
        author: text('agreements.notification.depositary'),
      })),
    };
  },
};

export const agreementFeeds: readonly Feed[] = [actsFeed, notificationsFeed];

/**
 * What falls due, as entries of a calendar. Each is known by the act that it comes from, so that it
 * stays the same when its day moves; several of one act are told apart by their order.
 */
function datesOf({ text }: PageRequest, rows: readonly Due[]): DateEntry[] {
  const counts = new Map<string, number>();
  return rows.map((row) => {
    const what = text(`agreements.deadline.${row.kind}`, { name: row.name ?? '' });
    const key = `${row.kind}.${row.agreement}.${row.actor ?? 'all'}.${row.about}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return {
      key: count === 1 ? key : `${key}.${count}`,
      when: { on: row.on },
      title: `${row.title}: ${what}`,
      summary: `${what} – ${row.citation}`,
      href: `/agreements/${row.agreement}`,
      changedAt: row.changedAt,
      changes: row.changes,
      categories: [text('agreements.due')],
    };
  });
}

/** A feed of dates over what is due: under all agreements, under one, or for one actor. */
function dueFeed(path: string, example: string): DateFeed {
  return {
    path,
    examples: [example],
    async render(request) {
      const { locale, params, text } = request;
      const found = await request.ask(deadlines, { ...params, locale });
      if (isRefusal(found)) return found;
      const [named] = found.rows;
      const of = params['agreement'] === undefined ? params['actor'] : (named?.title ?? '');
      const title = [text('agreements.due'), of].filter(Boolean).join(': ');
      return { title, entries: datesOf(request, found.rows) };
    },
  };
}

export const agreementDates: readonly DateFeed[] = [
  dueFeed('/deadlines.ics', '/deadlines.ics'),
  dueFeed('/agreements/:agreement/deadlines.ics', '/agreements/paris-agreement/deadlines.ics'),
  dueFeed('/ministry/:actor/deadlines.ics', '/ministry/KEN/deadlines.ics'),
];
