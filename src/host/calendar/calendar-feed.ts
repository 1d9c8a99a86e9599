/** The calendar over all practices, for calendars that follow it from outside. */
import { isRefusal } from '../../kernel/refusal.ts';
import type { DateFeed } from '../../ui/date-feed.ts';
import { dates } from './calendar-area.ts';
import { askedOf } from './calendar-asked.ts';
import { dateText, happeningText } from './date-words.ts';

/** Narrowed by its address as the page is. */
export const calendarFeed: DateFeed = {
  path: '/calendar.ics',
  examples: ['/calendar.ics', '/calendar.ics?group=into-force&actor=KEN'],
  async render(request) {
    const { locale, text } = request;
    const found = await request.ask(dates, { ...askedOf(request.search), locale });
    if (isRefusal(found)) return found;
    return {
      title: text('calendar.title'),
      entries: found.rows.map((row) => ({
        key: row.key,
        when: row.at === null ? { on: row.on } : { at: row.at },
        title: dateText(text, row),
        summary: [happeningText(text, row), row.citation ?? '']
          .filter((part) => part !== '')
          .join(' – '),
        href: row.href,
        changedAt: row.changedAt,
        changes: row.changes,
        categories: [text(`calendar.group.${row.group}`)],
      })),
    };
  },
};
