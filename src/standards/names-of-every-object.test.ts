/**
 * What every object answers to without holding it (`constructor`, `toString`) is a name like any
 * other to whoever writes a file: each reader takes it as it takes any name that nobody listed.
 */
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import { readAkomaNtoso } from './akoma-ntoso/read-akoma-ntoso.ts';
import { readDraft } from './bracketed-text/read-text.ts';
import { readCap } from './cap/read-cap.ts';
import { readCalendar } from './icalendar/read-calendar.ts';
import { readRollCalls } from './roll-calls/read-roll-calls.ts';
import { readStatusTable } from './status-table/read-status-table.ts';
import { FILE, IDENTITY, bytesOf } from './stix/examples-for-tests.ts';
import { readStix } from './stix/read-stix.ts';
import { readSelection } from './taxii/selection.ts';

const INHERITED = Object.getOwnPropertyNames(Object.prototype);
/** A name of the same form that is listed nowhere, and held by no object. */
const unlisted = (name: string): string => name.replaceAll(/[a-z]/g, 'q').replaceAll(/[A-Z]/g, 'Q');
/** What was made of a name, with another in its place. */
const renamed = (read: unknown, name: string): string =>
  JSON.stringify(read).toLowerCase().replaceAll(name.toLowerCase(), unlisted(name).toLowerCase());

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const akn = (inside: string, meta = ''): Uint8Array =>
  bytes(
    '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="a">' +
      `${meta}<body>${inside}</body></act></akomaNtoso>`,
  );
const ARTICLE =
  '<article eId="art_1"><num>Article 1</num><content><p>Words</p></content></article>';

const cap = (version: string, inside: string): Uint8Array =>
  bytes(
    `<alert xmlns="urn:oasis:names:tc:emergency:cap:${version}"><identifier>A-1</identifier>` +
      `<sender>duty@example.org</sender><sent>2026-01-17T09:30:00+01:00</sent>${inside}</alert>`,
  );

const UUID = '0f2c1d3e-1111-4a2b-8c3d-4e5f60718293';
const PROCESS = { type: 'process', spec_version: '2.1', id: `process--${UUID}`, pid: 1 };

const ROLL_CALLS = 'rcid,session,date,short\n3,1,1946-01-01,A\n';

/** What each reader makes of a name, wherever one can stand. */
const READERS: Readonly<Record<string, (name: string) => unknown>> = {
  'an element of Akoma Ntoso': (name) => readAkomaNtoso(akn(`<${name}>Words</${name}>${ARTICLE}`)),
  'an element within a quoted structure of Akoma Ntoso': (name) =>
    readAkomaNtoso(
      akn(`<article><content><p><mod><quotedStructure><${name}>Words</${name}></quotedStructure>
        </mod></p></content></article>`),
    ),
  'an attribute of Akoma Ntoso': (name) =>
    readAkomaNtoso(akn(ARTICLE.replace('<content', `<content ${name}="x"`))),
  'an address in Akoma Ntoso': (name) => readAkomaNtoso(akn(ARTICLE.replace('art_1', `${name}_1`))),
  'a number in Akoma Ntoso': (name) =>
    readAkomaNtoso(akn(ARTICLE.replace('Article 1', `Article ${name}`))),
  'the language of Akoma Ntoso': (name) =>
    readAkomaNtoso(akn(ARTICLE, `<meta><FRBRlanguage language="${name}"/></meta>`)),
  'an element of CAP': (name) => readCap(cap('1.2', `<${name}>Words</${name}>`)),
  'the status of CAP 1.2': (name) => readCap(cap('1.2', `<status>${name}</status>`)),
  'a category of CAP 1.0': (name) =>
    readCap(cap('1.0', `<info><category>${name}</category></info>`)),
  'the encoding of XML': (name) =>
    readCap(bytes(`<?xml version="1.0" encoding="${name}"?><alert/>`)),
  'the header of a status table': (name) => readStatusTable(bytes(`Participant,${name}\nA,x\n`)),
  'a letter of a status table': (name) =>
    readStatusTable(bytes(`Participant,Ratification\nAustria,1 Feb 2003 ${name}\n`)),
  'a month of a status table': (name) =>
    readStatusTable(bytes(`Participant,Ratification\nAustria,1 ${name} 2003\n`)),
  'a vote of a roll call': (name) =>
    readRollCalls({ rollCalls: bytes(ROLL_CALLS), votes: bytes(`rcid,c,v\n3,A,${name}\n`) }),
  'a voter of a roll call': (name) =>
    readRollCalls({ rollCalls: bytes(ROLL_CALLS), votes: bytes(`rcid,c,v\n3,${name},yes\n`) }),
  'the header of roll calls': (name) =>
    readRollCalls({ rollCalls: bytes(`rcid,${name}\n3,A\n`), votes: bytes('rcid,c,v\n') }),
  'a field of a draft': (name) =>
    readDraft(`---\nsymbol: A\n${name}: A\n---\n\n1. Decides;\n`, { language: 'en' }),
  'an actor in a draft': (name) => readDraft(`1. Decides [${name}: to act];\n`, { language: 'en' }),
  'a property of a calendar': (name) =>
    readCalendar(
      bytes(
        `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\n${name}:x\r\n` +
          `DTSTART;${name}=x:20260117T093000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
      ),
    ),
  'a query of TAXII': (name) =>
    readSelection(
      new URLSearchParams([
        ['match[type]', name],
        [`match[${name}]`, 'x'],
        [name, 'x'],
      ]),
    ),
};

describe.each(Object.entries(READERS))('%s', (_, read) => {
  it.each(INHERITED)('that is %s is taken as any that is not listed', (name) => {
    const other = unlisted(name);
    expect(renamed(read(name), name)).toBe(renamed(read(other), other));
  });
});

describe('an object of STIX', () => {
  const held = (name: string, value: unknown) => Object.fromEntries([[name, value]]);
  const remarksOn = (value: unknown) => {
    const read = readStix(bytesOf(value));
    if (isRefusal(read)) throw new Error(read.reason);
    return read.objects.map(({ type, verdict }) => ({ type, verdict }));
  };

  const GIVEN: Readonly<Record<string, (name: string) => object>> = {
    'a hash': (name) => ({ ...FILE, hashes: held(name, '') }),
    'an extension': (name) => ({ ...FILE, extensions: held(name, { a: 1 }) }),
    'a selector': (name) => ({
      ...FILE,
      granular_markings: [{ lang: name, selectors: [name, `hashes.${name}`] }],
    }),
    'a property': (name) => ({ ...IDENTITY, ...held(name, 'x') }),
    'a key of a dictionary': (name) => ({ ...PROCESS, environment_variables: held(name, 'x') }),
    'a value of a vocabulary': (name) => ({ ...IDENTITY, identity_class: name }),
    'the source of a reference': (name) => ({
      ...IDENTITY,
      external_references: [{ source_name: name, external_id: name }],
    }),
    'a type': (name) => ({ ...IDENTITY, type: name, id: `${name}--${UUID}` }),
  };

  it.each(
    Object.entries(GIVEN).flatMap(([what, of]) =>
      INHERITED.map((name) => [name, what, of] as const),
    ),
  )('%s as %s is taken as any that is not listed', (name, _, of) => {
    const other = unlisted(name);
    expect(renamed(remarksOn(of(name)), name)).toBe(renamed(remarksOn(of(other)), other));
  });
});
