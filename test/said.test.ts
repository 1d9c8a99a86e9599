/** What rules say, and what refusals say, is said in all six languages. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MessageFormat } from 'messageformat';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const OTHERS = ['ar', 'es', 'fr', 'ru', 'zh'] as const;

/** What is not translated yet, as beginnings of paths of sources. Nothing is to stay here. */
const AWAITED: readonly string[] = [];

/** Rules of technical standards, of which no page but those of their own codecs tells. */
const RULES_AWAITED = ['cap.', 'stix.', 'taxii.'];
/** Rules whose words are made of data: what says them, says them in the reader's language. */
const RULES_OF_DATA = [
  'agreements.entry-into-force',
  'agreements.recent-rate',
  'meetings.quorum',
  'roll-calls.size',
  'status-table.size',
];

const LITERAL = String.raw`'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"`;
const SAID = new RegExp(String.raw`\bsaid\(\s*(?<text>${LITERAL})`, 'g');
const RULE = new RegExp(String.raw`\brule\(\s*(?<text>${LITERAL})`, 'g');
const PLACE = /\{?\$([A-Za-z][A-Za-z0-9]*)/g;

/** What a literal of the code stands for. */
function valueOf(literal: string): string {
  return literal.slice(1, -1).replaceAll(/\\(['"\\])/g, '$1');
}

interface Source {
  readonly path: string;
  readonly text: string;
}

const sources: readonly Source[] = globSync('src/**/*.{ts,tsx}', { cwd: root })
  .filter((path) => !/(\.test\.tsx?|-for-tests\.ts|\/test-[^/]*)$/.test(path))
  .filter((path) => !path.startsWith('src/islands/'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

function found(pattern: RegExp, all: readonly Source[]): Set<string> {
  const texts = all.flatMap(({ text }) => [...text.matchAll(pattern)]);
  return new Set(texts.map((match) => valueOf(match.groups?.['text'] ?? "''")));
}

const isBare = (template: string): boolean => /^(?:\{\$\w+\} ?)+$/.test(template);
const speaking = sources.filter(
  ({ text }) => text.includes('kernel/said.ts') || text.includes("'./said.ts'"),
);
const settled = (all: readonly Source[]): Source[] =>
  all.filter(({ path }) => !AWAITED.some((begin) => path.startsWith(begin)));
const templates = [...found(SAID, settled(speaking))].filter((template) => !isBare(template));
const everyTemplate = found(SAID, speaking);
const ruleIds = [...found(RULE, settled(sources))].filter(
  (id) =>
    id.includes('.') &&
    !RULES_OF_DATA.includes(id) &&
    !RULES_AWAITED.some((begin) => id.startsWith(begin)),
);

type Messages = Readonly<Record<string, string>>;
const roomsBy = (pattern: string): string[] =>
  [...new Set(globSync(pattern, { cwd: root }).map(dirname))].sort();
const rooms = roomsBy('src/**/{said,said/text/*}/*-said.ts');
/** What findings say has catalogues of its own, with the same keys. */
const findingRooms = roomsBy('src/practices/*/text/findings/fr.json');

function messagesOf(room: string, locale: string): Messages {
  // The shape is what these tests go on to hold.
  return JSON.parse(readFileSync(join(root, room, `${locale}.json`), 'utf8')) as Messages;
}

const placesIn = (source: string): string =>
  [...new Set([...source.matchAll(PLACE)].map((match) => match[1] ?? ''))].sort().join();

/** What is wrong with a sentence in another language, or nothing. */
function faultOf(locale: string, key: string, source: string): string[] {
  const values = Object.fromEntries([...key.matchAll(PLACE)].map(([, name = '']) => [name, 3]));
  const faults: string[] = [];
  try {
    new MessageFormat(locale, source).format(values, (error) => faults.push(String(error)));
  } catch (error) {
    faults.push(String(error));
  }
  if (!key.startsWith('rule.') && placesIn(source) !== placesIn(key)) faults.push('other places');
  if (source === key && /[a-z]{4}/.test(key.replaceAll(/\{.*?\}/g, ''))) faults.push('English');
  return faults.map((fault) => `${locale} ${key}: ${fault}`);
}

describe('what refusals and rules say', () => {
  const all = (locale: string, from: readonly string[] = rooms): Messages =>
    // As read.
    Object.assign({}, ...from.map((room) => messagesOf(room, locale))) as Messages;

  it('is found', () => {
    expect(templates.length).toBeGreaterThan(1000);
    expect(ruleIds.length).toBeGreaterThan(300);
    expect(rooms.length).toBeGreaterThan(3);
  });

  it.each(OTHERS)('is said in %s', (locale) => {
    const known = all(locale, [...rooms, ...findingRooms]);
    const lacking = templates.filter((template) => !Object.hasOwn(known, template));
    expect(lacking).toEqual([]);
    expect(ruleIds.filter((id) => !Object.hasOwn(known, `rule.${id}`))).toEqual([]);
  });

  it.each(OTHERS)('can be read in %s, and fills the same places', (locale) => {
    const faults = Object.entries(all(locale)).flatMap(([key, said]) => faultOf(locale, key, said));
    expect(faults).toEqual([]);
  });

  it.each(OTHERS)('is said by the code, and nothing else is, in %s', (locale) => {
    const keys = Object.keys(all(locale)).filter((key) => !/^(rule|word)\./.test(key));
    const strange = keys.filter((key) => !everyTemplate.has(key));
    const schemas = new Set(Object.keys(messagesOf('src/host/said/text/schemas', locale)));
    // What a schema says is no sentence with values: it stands in the code between quotes.
    const isWritten = (key: string): boolean =>
      sources.some(({ text }) => text.includes(`'${key}'`));
    expect(strange.filter((key) => !(schemas.has(key) && isWritten(key)))).toEqual([]);
  });

  it.each(rooms)('stands in %s once, and in every language', (room) => {
    const keys = OTHERS.map((locale) => Object.keys(messagesOf(room, locale)));
    for (const own of keys) expect(own).toEqual(keys[0]);
    const elsewhere = rooms
      .filter((other) => other !== room)
      .flatMap((other) => Object.keys(messagesOf(other, 'fr')));
    expect(keys[0]?.filter((key) => elsewhere.includes(key))).toEqual([]);
  });
});
