/**
 * What goes wrong elsewhere, and where it is tested here: each by a test of its name, on the real
 * code. This page is for readers; it also fails where such a test is renamed or goes away.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

/** What went wrong, with whom, and the files and titles of the tests. */
const ITEMS: readonly (readonly [what: string, file: string, ...titles: string[]])[] = [
  [
    'content reaching organisations outside the group (MISP)',
    'test/host/elsewhere/released.test.ts',
    'content reaching organisations outside the group',
  ],
  [
    'an empty group meaning everyone (MISP)',
    'test/host/elsewhere/released.test.ts',
    'an empty group meaning everyone',
  ],
  [
    'an empty group meaning everyone: in a form, and in the API',
    'test/host/release.test.ts',
    'is refused where the group is empty, unknown, or none',
  ],
  [
    'one object authorised, another mutated (MISP)',
    'test/host/elsewhere/released.test.ts',
    'one object authorised, another mutated',
  ],
  [
    'a refactor that left export paths outside the filter (OpenCTI)',
    'test/host/leaks.test.ts',
    'a refactor that left export paths outside the filter',
    'an address that is added',
    'is an error until it is said how to fill it in, or what to send to it',
  ],
  [
    'state resolved by timestamps (Matrix)',
    'test/host/elsewhere/origin.test.ts',
    'state resolved by timestamps',
  ],
  [
    'origin not checked on delivery, signatures over JSON-LD (ActivityPub)',
    'test/host/elsewhere/origin.test.ts',
    'origin not checked on delivery',
    'signatures over JSON-LD',
  ],
  [
    'a fork that halts a feed (hypercore, SSB)',
    'test/host/elsewhere/origin.test.ts',
    'a fork that halts a feed',
  ],
  [
    'a backup that forks it (hypercore, SSB)',
    'src/store/backup/backup.test.ts',
    'takes back what peers have since, and goes on without a fork',
    'is found to be older than what was signed, and signs nothing',
  ],
  [
    'acknowledged before durable (JetStream, PGlite)',
    'test/host/elsewhere/acknowledged.test.ts',
    'acknowledged before durable',
  ],
  [
    'acknowledged before durable: submissions, killed at any moment',
    'src/store/durability.test.ts',
    'loses no acknowledged act when the node or its database is killed at any moment',
  ],
  [
    'requests to private addresses through key discovery',
    'test/host/elsewhere/documents.test.ts',
    'requests to private addresses through key discovery',
  ],
  [
    'requests to private addresses: a name that leads to one, judged when connecting',
    'src/federation/guarded-request.test.ts',
    'is not made to a name that leads to a private address',
  ],
  ['entities in CAP', 'test/host/elsewhere/documents.test.ts', 'entities in CAP'],
  ['deep nesting in JSON', 'test/host/elsewhere/documents.test.ts', 'deep nesting in JSON'],
  [
    'a peer that sends garbage, too much, too slowly, for ever, or an endless chain of pages',
    'test/host/elsewhere/peers.test.ts',
    'a peer that sends garbage',
    'a peer that sends too much',
    'a peer that answers too slowly',
    'a peer that goes on for ever',
    'with an endless chain of pages is left when the visit is over',
  ],
  [
    'a peer that says it has what it does not give, changes pages, or answers for another',
    'test/host/elsewhere/peers.test.ts',
    'a peer that says it has streams that it does not give',
    'a peer that changes pages it gave before',
    'a peer that answers for somebody else',
  ],
  ['clocks off by years', 'test/host/elsewhere/peers.test.ts', 'clocks off by years'],
  ['a disk that is full', 'test/host/elsewhere/disk-full.test.ts', 'a disk that is full'],
  [
    'a database that goes away mid-transaction and returns',
    'test/host/elsewhere/database-away.test.ts',
    'a database that goes away mid-transaction and returns',
    'who asks while the database is away',
  ],
];

describe('what goes wrong elsewhere has a test named after it', () => {
  it.each(ITEMS)('%s: in %s', async (_what, file, ...titles) => {
    const text = await readFile(join(ROOT, file), 'utf8');
    expect(titles.filter((title) => !text.includes(title))).toEqual([]);
  });
});
