import { expect, test } from 'vitest';
import { calendarOf } from './calendar.ts';

const settings = { origin: 'https://concord.example', address: '/deadlines.ics?lang=fr' };
const entry = {
  key: 'effect.river.KEN.1',
  when: { on: '2026-02-28' },
  title: 'River: takes effect for Kenya',
  summary: 'Article 5',
  href: '/agreements/river',
  changedAt: '2026-01-17T09:30:00.000Z',
  changes: 4,
  categories: ['effect'],
};
const linesOf = (...entries: (typeof entry & { isCancelled?: boolean })[]): string[] =>
  calendarOf({ title: 'Due', entries }, settings).split('\r\n');

test('a day is a whole day, known by one name for ever, with an address to read more at', () => {
  const lines = linesOf(entry);
  expect(lines).toContain('UID:effect.river.KEN.1@concord.example');
  expect(lines).toContain('DTSTART;VALUE=DATE:20260228');
  expect(lines).toContain('DTEND;VALUE=DATE:20260301');
  expect(lines).toContain('URL:https://concord.example/agreements/river');
  expect(lines).toContain('SOURCE;VALUE=URI:https://concord.example/deadlines.ics?lang=fr');
});

test('what was changed says when and how often, and what was called off says so', () => {
  const lines = linesOf({ ...entry, isCancelled: true });
  expect(lines).toContain('DTSTAMP:20260117T093000Z');
  expect(lines).toContain('SEQUENCE:4');
  expect(lines).toContain('STATUS:CANCELLED');
});

test('a moment is one of UTC', () => {
  const moment = { ...entry, when: { at: '2026-02-28T22:15:00.000Z' } };
  const lines = calendarOf({ title: 'Due', entries: [moment] }, settings);
  expect(lines).toContain('DTSTART:20260228T221500Z');
});

test('a calendar of nothing is one all the same', () => {
  expect(linesOf().filter((line) => line.startsWith('BEGIN'))).toEqual(['BEGIN:VCALENDAR']);
});
