/** One event of a calendar (RFC 5545, 3.6.1), and what of it could not be taken. */
import type ICAL from 'ical.js';
import { CalendarEvent, CalendarTime, EVENT_STATUSES } from './calendar.ts';

const TAKEN = new Set([
  'uid',
  'dtstamp',
  'sequence',
  'status',
  'summary',
  'description',
  'location',
  'url',
  'categories',
  'dtstart',
  'dtend',
  'duration',
  'rrule',
]);

/** A property's value as text; empty ones say nothing. */
function textOf(component: ICAL.Component, name: string): string | undefined {
  const value = component.getFirstPropertyValue(name);
  const text = typeof value === 'string' ? value : value?.toString();
  return text === '' ? undefined : text;
}

/**
 * A zone of UTC, one that is named, or none. The value is taken as it was written: of a 30th of
 * February the library makes a day of March.
 */
function timeOf(component: ICAL.Component, name: string): CalendarTime | undefined {
  const property = component.getFirstProperty(name);
  if (property === null) return undefined;
  const json: unknown = property.toJSON();
  const parts: readonly unknown[] = Array.isArray(json) ? json : [];
  const [, , type, text] = parts;
  if (typeof text !== 'string') return undefined;
  const zone: unknown = property.getParameter('tzid');
  const time = text.endsWith('Z')
    ? { at: text.replace(/Z$/, '.000Z') }
    : { local: text, zone: typeof zone === 'string' ? zone : null };
  const parsed = CalendarTime.safeParse(type === 'date' ? { day: text } : time);
  return parsed.success ? parsed.data : undefined;
}

function categoriesOf(component: ICAL.Component): string[] {
  return component
    .getAllProperties('categories')
    .flatMap((property): unknown[] => property.getValues())
    .flatMap((value) => (typeof value === 'string' && value !== '' ? [value] : []));
}

function membersOf(component: ICAL.Component) {
  const stamp = timeOf(component, 'dtstamp');
  const status = textOf(component, 'status')?.toUpperCase();
  const sequence = Number(textOf(component, 'sequence') ?? '0');
  return {
    uid: textOf(component, 'uid'),
    stampedAt: stamp !== undefined && 'at' in stamp ? stamp.at : undefined,
    sequence: Number.isSafeInteger(sequence) && sequence >= 0 ? sequence : 0,
    status: EVENT_STATUSES.find((one) => one === status),
    summary: textOf(component, 'summary'),
    description: textOf(component, 'description'),
    location: textOf(component, 'location'),
    url: textOf(component, 'url'),
    categories: categoriesOf(component),
    start: timeOf(component, 'dtstart'),
    end: timeOf(component, 'dtend'),
    duration: textOf(component, 'duration'),
    recurrence: textOf(component, 'rrule'),
  };
}

/** Members without which nothing can be known again or entered: each with its own name. */
const NEEDED = { uid: 'UID', stampedAt: 'DTSTAMP', start: 'DTSTART' } as const;

function leftOf(component: ICAL.Component): string[] {
  const properties = component.getAllProperties().map(({ name }) => name.toLowerCase());
  const components = component.getAllSubcomponents().map(({ name }) => name);
  return [...new Set([...properties.filter((name) => !TAKEN.has(name)), ...components])].map(
    (name) => `${name} is left out`,
  );
}

interface ReadEvent {
  readonly event: CalendarEvent | null;
  readonly left: readonly string[];
}

const UNREADABLE: ReadEvent = { event: null, left: ['it cannot be read, and is left out'] };

/** The event, or null with what it lacks; and what of it was left out. */
export function readEvent(component: ICAL.Component): ReadEvent {
  try {
    return eventIn(component);
  } catch {
    // Values are looked into only here, and the library throws where one is none of its kind.
    return UNREADABLE;
  }
}

function eventIn(component: ICAL.Component): ReadEvent {
  const members = membersOf(component);
  const lacking = (Object.keys(NEEDED) as (keyof typeof NEEDED)[])
    .filter((name) => members[name] === undefined)
    .map((name) => `it lacks ${NEEDED[name]} that can be read, and is left out`);
  if (lacking.length > 0) return { event: null, left: lacking };
  const present = Object.fromEntries(
    Object.entries(members).filter(([, one]) => one !== undefined),
  );
  const parsed = CalendarEvent.safeParse(present);
  return parsed.success ? { event: parsed.data, left: leftOf(component) } : UNREADABLE;
}
