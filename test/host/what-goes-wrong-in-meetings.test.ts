/**
 * What goes wrong in meetings, and where it is tested: each by a test of its name, on a real store
 * or in a browser. This page is for readers; it also fails where such a test goes away.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const STORE = 'src/practices/meetings/bad-input.test.ts';
const SCREENS = 'test/browser/live-session.test.ts';

/** What is done, and the files and titles of the tests. */
const ITEMS: readonly (readonly [what: string, file: string, ...titles: string[]])[] = [
  ['a vote after closing', STORE, 'after closing is refused, and says when it closed'],
  [
    'a vote twice',
    STORE,
    'twice is refused, and the first counts',
    'twice at one moment counts once',
  ],
  ['a vote by a suspended member', STORE, 'by a suspended member is refused with the provision'],
  ['a vote without credentials', STORE, 'without credentials is refused'],
  [
    'a vote by a delegate of another State',
    STORE,
    'by a delegate of another State is refused',
    'by who is no member is refused',
  ],
  ['weights that do not cover the members', STORE, 'that do not cover the members are refused'],
  ['a rule that contradicts itself', STORE, 'is refused when it is written'],
  ['unbalanced brackets', STORE, 'brackets that do not balance'],
  [
    'unbalanced brackets, on the screen on which they were typed',
    'test/browser/drafting.test.ts',
    'refuses what the rules refuse, and leaves the words to be mended',
  ],
  [
    'a silence broken at the deadline’s second',
    STORE,
    'a silence broken at the deadline’s second',
    'before it',
    'at it',
    'after it',
  ],
  [
    'an author’s clock that is wrong',
    STORE,
    'of an author by years count for nothing',
    'of an author that say “in time” do not make a late vote one',
  ],
  [
    'a custodian’s clock that jumps back',
    STORE,
    'of the custodian that jump back open nothing again',
    'of the custodian that jump back break no silence that had ended',
  ],
  ['the record after all of it', STORE, 'is intact: made anew, it answers as before'],
  [
    'a screen that lost its line',
    SCREENS,
    'a list of speakers',
    'an agenda',
    'votes that are cast',
    'a text that is negotiated',
  ],
];

describe('what goes wrong in meetings has a test named after it', () => {
  it.each(ITEMS)('%s: in %s', async (_what, file, ...titles) => {
    const text = await readFile(join(ROOT, file), 'utf8');
    expect(titles.filter((title) => !text.includes(title))).toEqual([]);
  });
});
