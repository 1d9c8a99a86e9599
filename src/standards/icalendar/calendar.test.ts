import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar, CalendarEvent } from './calendar.ts';
import {
  CALENDAR_BYTES_MAX,
  COMPONENT_DEPTH_MAX,
  EVENTS_MAX,
  LINES_MAX,
  readCalendar,
} from './read-calendar.ts';
import { writeCalendar } from './write-calendar.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (calendar: Calendar): string => new TextDecoder().decode(writeCalendar(calendar));

const DEADLINE: CalendarEvent = {
  uid: 'deadline-1@example.org',
  stampedAt: '2026-01-17T09:30:00.000Z',
  sequence: 3,
  status: 'CONFIRMED',
  summary: 'Signature closes; come, all',
  categories: ['agreements', 'due, soon'],
  url: 'https://example.org/agreements/river',
  start: { day: '2026-03-01' },
  end: { day: '2026-03-02' },
};
const calendarOf = (...events: CalendarEvent[]): Calendar => ({
  productId: '-//Concord//EN',
  name: 'Due',
  zones: [],
  events,
});

const written = (lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const eventLines = (...lines: string[]): string[] => [
  'BEGIN:VEVENT',
  'UID:1',
  'DTSTAMP:20260117T093000Z',
  ...lines,
  'END:VEVENT',
];

function eventsIn(file: string): readonly CalendarEvent[] {
  const read = readCalendar(bytes(file));
  if ('fault' in read) throw new Error(read.fault);
  return read.calendars.flatMap(({ events }) => events);
}
const remarksIn = (file: string): string[] => {
  const read = readCalendar(bytes(file));
  return 'fault' in read ? [read.fault] : read.remarks.map(({ what }) => what);
};

describe('a calendar that is written', () => {
  it('has whole days as days, and says when it was told and how often anew', () => {
    const lines = text(calendarOf(DEADLINE)).split('\r\n');
    expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
    expect(lines).toContain('DTSTART;VALUE=DATE:20260301');
    expect(lines).toContain('DTEND;VALUE=DATE:20260302');
    expect(lines).toContain('DTSTAMP:20260117T093000Z');
    expect(lines).toContain('SEQUENCE:3');
    expect(lines).toContain('SUMMARY:Signature closes\\; come\\, all');
    expect(lines).toContain('CATEGORIES:agreements,due\\, soon');
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
  });

  it('has moments in UTC, and says what was called off', () => {
    const { end: _, ...rest } = DEADLINE;
    const lines = text(
      calendarOf({
        ...rest,
        start: { at: '2026-03-01T12:00:00.000Z' },
        duration: 'PT1H',
        status: 'CANCELLED',
      }),
    ).split('\r\n');
    expect(lines).toContain('DTSTART:20260301T120000Z');
    expect(lines).toContain('DURATION:PT1H');
    expect(lines).toContain('STATUS:CANCELLED');
  });

  it('has no line of more than 75 octets, in any script', () => {
    const summary = 'Вступление в силу 协定生效 '.repeat(20);
    const lines = text(calendarOf({ ...DEADLINE, summary })).split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });

  it('cannot be made to say another line by what a text holds', () => {
    const summary = 'a\r\nSTATUS:CANCELLED\nEND:VEVENT\u0000';
    const file = text(calendarOf({ ...DEADLINE, summary, uid: 'x\r\nSEQUENCE:9' }));
    expect(file.split('\r\n').filter((line) => /^(STATUS|SEQUENCE|END:VEVENT)/.test(line))).toEqual(
      ['SEQUENCE:3', 'STATUS:CONFIRMED', 'END:VEVENT'],
    );
  });

  it.each([
    ['one that ends in a backslash', ['a\\', 'b']],
    ['only backslashes and commas', ['\\', ',', '\\,', ',\\', '\\\\', 'c']],
    ['one that looks like another line', ['a\\', 'CATEGORIES:b', 'x']],
  ])('keeps its categories apart: %s', (_, categories) => {
    expect(eventsIn(text(calendarOf({ ...DEADLINE, categories })))[0]?.categories).toEqual(
      categories,
    );
  });

  const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 90 });
  const plain = words.filter((one) => one === one.toWellFormed() && !/[\p{Cc}]/u.test(one));
  const events: fc.Arbitrary<CalendarEvent> = fc.record({
    uid: plain,
    stampedAt: fc.constant('2026-01-17T09:30:00.000Z'),
    sequence: fc.nat(),
    status: fc.constantFrom('TENTATIVE' as const, 'CANCELLED' as const),
    summary: plain,
    description: plain.map((one) => `${one}\n${one}`),
    categories: fc.array(plain, { maxLength: 3 }),
    start: fc.constantFrom({ day: '2026-03-01' }, { at: '2026-03-01T12:00:00.000Z' }),
    recurrence: fc.constant('FREQ=YEARLY;COUNT=3'),
  });

  it('is read again as it was', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 4 }), (given) => {
        expect(eventsIn(text(calendarOf(...given)))).toEqual(given);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a calendar that is read', () => {
  it('keeps the hour of a place with the place, and the place as it is defined', () => {
    const zone = ['BEGIN:VTIMEZONE', 'TZID:Here', 'END:VTIMEZONE'];
    const file = written([
      ...zone,
      ...eventLines('DTSTART;TZID=Here:20260301T103000', 'DTEND:20260301T113000'),
    ]);
    expect(eventsIn(file)[0]).toMatchObject({
      start: { local: '2026-03-01T10:30:00', zone: 'Here' },
      end: { local: '2026-03-01T11:30:00', zone: null },
    });
    const read = readCalendar(bytes(file));
    const [calendar] = 'calendars' in read ? read.calendars : [];
    expect(calendar && text(calendar)).toContain(zone.join('\r\n'));
  });

  it('never unrolls what recurs, however often it says', () => {
    const file = written(eventLines('DTSTART:20260301T103000Z', 'RRULE:FREQ=SECONDLY'));
    expect(eventsIn(file)[0]?.recurrence).toBe('FREQ=SECONDLY');
  });

  it.each([
    ['no UID', ['BEGIN:VEVENT', 'DTSTAMP:20260117T093000Z', 'DTSTART:20260301', 'END:VEVENT']],
    ['no DTSTAMP', ['BEGIN:VEVENT', 'UID:1', 'DTSTART:20260301', 'END:VEVENT']],
    ['no DTSTART', eventLines()],
    ['a day that there is not', eventLines('DTSTART;VALUE=DATE:20260230')],
    ['a start that is no time', eventLines('DTSTART:soon')],
  ])('leaves out an event with %s, and says so', (_, lines) => {
    expect(eventsIn(written(lines))).toEqual([]);
    expect(remarksIn(written(lines)).join()).toContain('left out');
  });

  it('says what it leaves out of an event, and of the calendar', () => {
    const alarm = ['BEGIN:VALARM', 'ACTION:DISPLAY', 'END:VALARM'];
    const file = written([
      ...eventLines('DTSTART;VALUE=DATE:20260301', 'ATTENDEE:mailto:a@example.org', ...alarm),
      'BEGIN:VTODO',
      'END:VTODO',
    ]);
    expect(remarksIn(file)).toEqual([
      'attendee is left out',
      'valarm is left out',
      'vtodo is left out',
    ]);
    expect(remarksIn('BEGIN:VCALENDAR\r\nEND:VCALENDAR')).toHaveLength(2);
  });

  it.each([
    ['nothing', ''],
    ['no calendar', 'hello'],
    ['a card', 'BEGIN:VCARD\r\nVERSION:4.0\r\nEND:VCARD'],
    ['a calendar that does not end', 'BEGIN:VCALENDAR\r\nVERSION:2.0'],
  ])('is none where it holds %s', (_, file) => {
    expect(readCalendar(bytes(file))).toHaveProperty('fault');
  });

  it('is bounded in size, lines, depth and events', () => {
    const padded = (size: number) => {
      const file = written([]);
      return readCalendar(bytes(file.replace(':x', `:${'x'.repeat(size - file.length + 1)}`)));
    };
    expect('fault' in padded(CALENDAR_BYTES_MAX)).toBe(false);
    expect('fault' in padded(CALENDAR_BYTES_MAX + 1)).toBe(true);
    const lines = (count: number) => remarksIn(written(Array(count - 5).fill('X-A:1')));
    expect(lines(LINES_MAX)).toEqual([]);
    expect(lines(LINES_MAX + 1)).toEqual([`it has more than ${LINES_MAX} lines`]);
    const nested = (depth: number) =>
      remarksIn(written([...Array(depth - 1).fill('BEGIN:A'), ...Array(depth - 1).fill('END:A')]));
    expect(nested(COMPONENT_DEPTH_MAX)).toEqual(['a is left out']);
    expect(nested(COMPONENT_DEPTH_MAX + 1)).toEqual([
      `components nest deeper than ${COMPONENT_DEPTH_MAX}`,
    ]);
    const many = (count: number) =>
      readCalendar(bytes(written(Array(count).fill(['BEGIN:VEVENT', 'END:VEVENT'].join('\r\n')))));
    expect('fault' in many(EVENTS_MAX)).toBe(false);
    expect('fault' in many(EVENTS_MAX + 1)).toBe(true);
  });

  it('never fails, whatever stands in it', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.constantFrom('BEGIN:VEVENT', 'END:VEVENT', 'DTSTART;VALUE=DATE:x', 'RRULE:FREQ=X', 'A;B'),
      fc.constantFrom('SEQUENCE:-1', 'DTSTAMP:20269999T999999Z', 'DURATION:P', 'UID:1', ';:;:'),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const read = readCalendar(bytes(written(lines)));
        expect('fault' in read || read.calendars.length > 0).toBe(true);
      }),
    );
  });
});
