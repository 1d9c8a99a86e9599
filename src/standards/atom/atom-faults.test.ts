import { expect, test } from 'vitest';
import { atomFaults } from './atom-faults.ts';

const FEED = '<id>urn:a</id><title>A</title><updated>2026-01-17T09:30:00Z</updated>';
const SELF = '<link rel="self" href="https://example.org/a.atom"/>';
const AUTHOR = '<author><name>Registry</name></author>';
const LINK = '<link href="https://example.org/1"/>';
const ENTRY = '<id>urn:1</id><title>One</title><updated>2026-01-17T09:30:00+01:00</updated>';

const faults = (inside: string): readonly string[] =>
  atomFaults(Buffer.from(`<feed xmlns="http://www.w3.org/2005/Atom">${inside}</feed>`));
const entry = (inside: string): string => `<entry>${inside}</entry>`;
const whole = FEED + SELF + entry(ENTRY + AUTHOR + LINK);

test('a feed with all that readers need has no fault', () => {
  expect(faults(whole)).toEqual([]);
  expect(faults(FEED + SELF)).toEqual([]);
  expect(faults(FEED + SELF + AUTHOR + entry(`${ENTRY}<content>x</content>`))).toEqual([]);
});

test.each([
  ['has no id', whole.replace('<id>urn:1</id>', ''), 'entry 1 has not one id (4.1)'],
  ['has no title', whole.replace('<title>A</title>', ''), 'the feed has not one title (4.1)'],
  [
    'has an id that is none',
    whole.replace('urn:1', 'one'),
    'entry 1 has an id that is no IRI (4.2.6)',
  ],
  [
    'was updated today',
    whole.replace('2026-01-17T09:30:00Z', 'today'),
    'the feed was updated at no time (3.3)',
  ],
  [
    'leads nowhere',
    FEED + SELF + entry(ENTRY + AUTHOR),
    'entry 1 has neither content nor a link to it (4.1.2)',
  ],
  ['is by nobody', FEED + SELF + entry(ENTRY + LINK), 'entry 1 has no author (4.1.1)'],
  ['is nowhere', FEED, 'the feed does not say where it is (4.1.1)'],
  [
    'says a thing twice',
    FEED + SELF + entry(ENTRY + AUTHOR + LINK).repeat(2),
    'two entries have one id (4.1.1)',
  ],
  ['has what has no place', `${whole}<foo/>`, 'the feed has foo, which has no place there (4.1)'],
  ['has a link to nothing', `${whole}<link/>`, 'the feed has a link to nothing (4.2.7.1)'],
])('a feed that %s is told so', (_, inside, fault) => {
  expect(faults(inside)).toEqual([fault]);
});

test('what is no feed has that for its fault', () => {
  expect(atomFaults(Buffer.from('<rss/>'))).toEqual(['it is rss, no feed']);
  expect(atomFaults(Buffer.from('<!DOCTYPE feed><feed/>'))).toHaveLength(1);
});
