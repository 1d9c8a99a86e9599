/** A calendar (RFC 5545) from the content of a feed of dates. */
import { addDays } from '../../kernel/dates.ts';
import type { CalendarEvent } from '../../standards/icalendar/calendar.ts';
import { writeCalendar } from '../../standards/icalendar/write-calendar.ts';
import type { DateEntry, DatesContent } from '../../ui/date-feed.ts';

export interface CalendarSettings {
  readonly origin: string;
  /** Path and query of the feed itself. */
  readonly address: string;
}

function eventOf(entry: DateEntry, { origin }: CalendarSettings): CalendarEvent {
  const { when } = entry;
  const time =
    'on' in when
      ? { start: { day: when.on }, end: { day: addDays(when.on, 1) } }
      : { start: { at: when.at } };
  return {
    uid: `${entry.key}@${new URL(origin).hostname}`,
    stampedAt: entry.changedAt,
    sequence: entry.changes,
    status: entry.isCancelled === true ? 'CANCELLED' : 'CONFIRMED',
    summary: entry.title,
    description: entry.summary,
    url: `${origin}${entry.href}`,
    categories: [...entry.categories],
    ...time,
  };
}

/** The file. Addresses are absolute, since a calendar is read far from its node. */
export function calendarOf(content: DatesContent, settings: CalendarSettings): string {
  const bytes = writeCalendar({
    productId: '-//Concord//Concord//EN',
    name: content.title,
    source: `${settings.origin}${settings.address}`,
    zones: [],
    events: content.entries.map((entry) => eventOf(entry, settings)),
  });
  return new TextDecoder().decode(bytes);
}
