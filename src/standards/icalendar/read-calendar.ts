/**
 * Reads iCalendar (RFC 5545) into typed events. What a calendar holds besides – alarms, journals,
 * attendees – is told and left out. Nothing that recurs is unrolled: a rule that a stranger writes
 * might have no end.
 */
import ICAL from 'ical.js';
import { Calendar, type CalendarEvent, type CalendarZone } from './calendar.ts';
import { readEvent } from './read-event.ts';

export const CALENDAR_BYTES_MAX = 4 * 1024 * 1024;
export const EVENTS_MAX = 5000;
export const LINES_MAX = 200_000;
export const COMPONENT_DEPTH_MAX = 8;

/** What is wrong, or was left out, and of which event; 0: of the calendar. */
export interface CalendarRemark {
  readonly event: number;
  readonly what: string;
}

export type ReadCalendar =
  | { readonly calendars: readonly Calendar[]; readonly remarks: readonly CalendarRemark[] }
  | { readonly fault: string };

/** Lines before they are unfolded, and how deep components stand in each other. */
function boundsFault(text: string): string | null {
  let [lines, depth] = [0, 0];
  for (const found of text.matchAll(/(^|\n)(BEGIN:|END:)?/gi)) {
    lines += 1;
    if (found[2] !== undefined) depth += found[2].toUpperCase() === 'BEGIN:' ? 1 : -1;
    if (lines > LINES_MAX) return `it has more than ${LINES_MAX} lines`;
    if (depth > COMPONENT_DEPTH_MAX) return `components nest deeper than ${COMPONENT_DEPTH_MAX}`;
  }
  return null;
}

function decoded(bytes: Uint8Array): { text: string } | { fault: string } {
  if (bytes.byteLength > CALENDAR_BYTES_MAX) {
    return { fault: `it is larger than ${CALENDAR_BYTES_MAX} bytes` };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const fault = boundsFault(text);
    return fault === null ? { text } : { fault };
  } catch {
    // RFC 5545, 3.1.4.
    return { fault: 'it is not UTF-8' };
  }
}

const textOf = (component: ICAL.Component, name: string): string | undefined => {
  const value = component.getFirstPropertyValue(name);
  return typeof value === 'string' && value !== '' ? value : undefined;
};

const zonesOf = (root: ICAL.Component): CalendarZone[] =>
  root.getAllSubcomponents('vtimezone').flatMap((zone) => {
    const id = textOf(zone, 'tzid');
    return id === undefined ? [] : [{ id, definition: zone.toString() }];
  });

const READ = new Set(['vevent', 'vtimezone']);

function readRoot(root: ICAL.Component, remarks: CalendarRemark[]): Calendar {
  const say = (event: number, what: string): void => void remarks.push({ event, what });
  const events = root.getAllSubcomponents('vevent').flatMap((component, at): CalendarEvent[] => {
    const { event, left } = readEvent(component);
    for (const what of left) say(at + 1, what);
    return event === null ? [] : [event];
  });
  for (const { name } of root.getAllSubcomponents()) {
    if (!READ.has(name)) say(0, `${name} is left out`);
  }
  const productId = textOf(root, 'prodid');
  if (productId === undefined) say(0, 'it names no product (PRODID)');
  if (textOf(root, 'version') !== '2.0') say(0, 'it is of no version that is known (VERSION)');
  return Calendar.parse({
    productId: productId ?? 'unknown',
    name: textOf(root, 'name') ?? textOf(root, 'x-wr-calname'),
    source: textOf(root, 'source'),
    zones: zonesOf(root),
    events,
  });
}

const CATEGORIES = /^categories(?:;(?:"[^"]*"|[^":])*)?:/i;

/**
 * Each category on a line of its own, as RFC 5545, 3.8.1.2, lets them stand, where one ends in a
 * backslash: the parser takes the comma behind an escaped backslash for an escaped comma.
 */
function categoriesApart(text: string): string {
  const lines = text.replaceAll(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const apart = lines.flatMap((line) => {
    const [head] = (line.includes('\\\\,') && CATEGORIES.exec(line)) || [];
    if (head === undefined) return [line];
    const values = line.slice(head.length).match(/(?:\\.|[^\\,])+/gs) ?? [];
    return values.map((value) => head + value);
  });
  return apart.join('\r\n');
}

/** The calendars in their own notation; the parser throws where lines are none of iCalendar's. */
function parsed(text: string): ICAL.Component[] | string {
  try {
    const given: unknown = ICAL.parse(categoriesApart(text));
    if (!Array.isArray(given)) return 'it holds no calendar';
    const roots: unknown[] = Array.isArray(given[0]) ? given : [given];
    return roots.flatMap((root) => (Array.isArray(root) ? [new ICAL.Component(root)] : []));
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 300) : 'it cannot be read';
  }
}

/** Reads a file of at most `CALENDAR_BYTES_MAX` bytes, which may hold several calendars. */
export function readCalendar(bytes: Uint8Array): ReadCalendar {
  const read = decoded(bytes);
  if ('fault' in read) return read;
  const roots = parsed(read.text);
  if (typeof roots === 'string') return { fault: roots };
  const other = roots.find(({ name }) => name !== 'vcalendar');
  if (other !== undefined) return { fault: `it begins with ${other.name}, not with VCALENDAR` };
  const count = roots.reduce((sum, root) => sum + root.getAllSubcomponents('vevent').length, 0);
  if (count > EVENTS_MAX) return { fault: `it holds ${count} events, more than ${EVENTS_MAX}` };
  const remarks: CalendarRemark[] = [];
  return { calendars: roots.map((root) => readRoot(root, remarks)), remarks };
}
