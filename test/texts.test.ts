/** Every room that has texts has them in six languages, key by key, and each can be read. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';
import { MessageFormat } from 'messageformat';
import { describe, expect, it } from 'vitest';
import { locales } from '../src/ui/text/locale.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const rooms = globSync('src/**/text/{,*/}en.json', { cwd: root }).map(dirname).sort();

type Messages = Readonly<Record<string, string>>;

/** The texts of a room in a language; none where the file is missing. */
function messagesOf(room: string, locale: string): Messages {
  const found = globSync(`${room}/${locale}.json`, { cwd: root });
  // The shape is what these tests go on to hold.
  return found[0] ? (JSON.parse(readFileSync(join(root, found[0]), 'utf8')) as Messages) : {};
}

const placeholdersIn = (source: string): string[] =>
  [...new Set([...source.matchAll(/\$([a-z]+)/g)].map((match) => match[1] ?? ''))].sort();

/** What is wrong with a message, or nothing. */
function faultOf(locale: string, source: string, english: string): string | null {
  try {
    const values = Object.fromEntries(placeholdersIn(english).map((name) => [name, 3]));
    const faults: string[] = [];
    new MessageFormat(locale, source).format(values, (error) => faults.push(String(error)));
    if (faults[0]) return faults[0];
  } catch (error) {
    return String(error);
  }
  const [here, there] = [placeholdersIn(source), placeholdersIn(english)];
  return here.join() === there.join() ? null : `fills ${here.join()}, not ${there.join()}`;
}

describe('texts', () => {
  it('are found', () => {
    expect(rooms.length).toBeGreaterThanOrEqual(3);
  });

  describe.each(rooms)('of %s', (room) => {
    const english = messagesOf(room, 'en');

    it.each(locales)('are all there in %s, and no others', (locale) => {
      const wanted = Object.keys(english).toSorted();
      expect(wanted.length).toBeGreaterThan(0);
      expect(Object.keys(messagesOf(room, locale)).toSorted()).toEqual(wanted);
    });

    it.each(locales)('can be read in %s and fill the same places', (locale) => {
      const faults = Object.entries(messagesOf(room, locale)).flatMap(([key, source]) => {
        const fault = faultOf(locale, source, english[key] ?? '');
        return fault === null ? [] : [`${key}: ${fault}`];
      });
      expect(faults).toEqual([]);
    });
  });
});
