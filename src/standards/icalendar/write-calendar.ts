/** Writes a calendar (RFC 5545, RFC 7986), its lines folded and ended as the standard says. */
import ICAL from 'ical.js';
import type { Calendar, CalendarEvent, CalendarTime } from './calendar.ts';

/** A property as jCal has it (RFC 7265): name, parameters, type, values. */
type Property = readonly [string, Readonly<Record<string, string>>, string, ...unknown[]];
type Component = readonly [string, readonly Property[], readonly unknown[]];

/** RFC 5545, 3.3.11: no control characters but tab and the end of a line. */
const clean = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?![\t\n])\p{Cc}/gu, '\ufffd');

const textProperty = (name: string, text: string | undefined, type = 'text'): Property[] =>
  text === undefined ? [] : [[name, {}, type, clean(text)]];

const instant = (at: string): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

function timeProperty(name: string, time: CalendarTime | undefined): Property[] {
  if (time === undefined) return [];
  if ('day' in time) return [[name, {}, 'date', time.day]];
  if ('at' in time) return [[name, {}, 'date-time', instant(time.at)]];
  const zone: Record<string, string> = time.zone === null ? {} : { tzid: clean(time.zone) };
  return [[name, zone, 'date-time', time.local]];
}

function recurrenceProperty(recurrence: string | undefined): Property[] {
  return recurrence === undefined
    ? []
    : [['rrule', {}, 'recur', ICAL.Recur.fromString(recurrence).toJSON()]];
}

function eventComponent(event: CalendarEvent): Component {
  const { categories, duration } = event;
  const properties: Property[] = [
    ...textProperty('uid', event.uid),
    ['dtstamp', {}, 'date-time', instant(event.stampedAt)],
    ['sequence', {}, 'integer', event.sequence],
    ...timeProperty('dtstart', event.start),
    ...timeProperty('dtend', event.end),
    ...textProperty('duration', duration, 'duration'),
    ...recurrenceProperty(event.recurrence),
    ...textProperty('status', event.status),
    ...textProperty('summary', event.summary),
    ...textProperty('description', event.description),
    ...textProperty('location', event.location),
    ...textProperty('url', event.url, 'uri'),
    ...(categories.length === 0
      ? []
      : [['categories', {}, 'text', ...categories.map(clean)] as const]),
  ];
  return ['vevent', properties, []];
}

const OCTETS_MAX = 75;

/** A line in pieces of at most 75 octets, the space before each included. RFC 5545, 3.1. */
function folded(line: string): string {
  const pieces: string[] = [];
  let [piece, octets] = ['', 0];
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > OCTETS_MAX) {
      pieces.push(piece);
      [piece, octets] = [' ', 1];
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n');
}

/** The file, in UTF-8. */
export function writeCalendar(calendar: Calendar): Uint8Array {
  const { productId, name, source, zones, events } = calendar;
  const properties: Property[] = [
    ['version', {}, 'text', '2.0'],
    ['prodid', {}, 'text', clean(productId)],
    ['calscale', {}, 'text', 'GREGORIAN'],
    ...textProperty('name', name),
    // What most programs read for a name, RFC 7986 being younger than they.
    ...textProperty('x-wr-calname', name),
    ...textProperty('source', source, 'uri'),
  ];
  const defined: unknown[] = zones.map(({ definition }): unknown => ICAL.parse(definition));
  const whole: unknown[] = ['vcalendar', properties, [...defined, ...events.map(eventComponent)]];
  // The library folds too, and counts the space before a piece to no line.
  const lines = ICAL.stringify(whole).replaceAll('\r\n ', '').split('\r\n');
  const kept = lines.filter((line) => line !== '').map(folded);
  return new TextEncoder().encode(`${kept.join('\r\n')}\r\n`);
}
