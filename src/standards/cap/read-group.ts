/** One element of an alert, by its grammar: its members, and every way in which it differs. */
import { own } from '../../kernel/own.ts';
import type { XmlElement } from '../xml/read-xml.ts';
import { type Field, type Group, NAMED_VALUE } from './grammar.ts';
import { schemaRules } from './schema-rules.ts';
import { objectionToTime, strictTime } from './times.ts';
import {
  isDecimal,
  piecesOf,
  readAddresses,
  readCircle,
  readEquation,
  readPolygon,
  readReference,
} from './values.ts';
import type { Fault, Weight } from './verdict.ts';
import { VERSIONS, type CapVersion } from './versions.ts';

export const SIGNATURE_NAMESPACE = 'http://www.w3.org/2000/09/xmldsig#';
const SCHEMA_INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';
const LANGUAGE = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/;

/** What is read so far, and what was found wrong. */
export interface Reading {
  readonly version: CapVersion;
  readonly namespace: string;
  readonly faults: Fault[];
}

interface Place {
  readonly path: string;
  readonly element: XmlElement;
}

type RuleName = keyof typeof schemaRules;

function note(
  reading: Reading,
  rule: RuleName,
  { path, element }: Place,
  what: string,
  weight: Weight = 'error',
): void {
  reading.faults.push({ rule: schemaRules[rule], weight, path, line: element.line, what });
}

/** Where a value may be read in either of two ways: it, or why not. */
function orNote(reading: Reading, rule: RuleName, place: Place, read: unknown): unknown {
  if (typeof read !== 'string') return read;
  note(reading, rule, place, read);
  return undefined;
}

function timeIn(reading: Reading, _: Field, place: Place): string | undefined {
  const text = place.element.text.trim();
  const strict = VERSIONS[reading.version].strictTimes;
  const objection = objectionToTime(text, strict);
  if (objection !== null) {
    note(reading, 'time', place, objection);
    return undefined;
  }
  const rewritten = strictTime(text);
  if (rewritten !== text)
    note(reading, 'moved', place, `${text} is kept as ${rewritten}`, 'warning');
  return rewritten;
}

function wordIn(reading: Reading, field: Field, place: Place): string | undefined {
  const { text } = place.element;
  if (field.words?.includes(text) !== true) {
    const known = field.words?.join(', ') ?? '';
    note(reading, 'word', place, `“${text.slice(0, 40)}” is none of ${known}`);
    return undefined;
  }
  const group =
    place.path
      .split('/')
      .at(-2)
      ?.replace(/\[\d+\]$/, '') ?? '';
  return own(own(VERSIONS[reading.version].renamed, `${group}.${field.element}`), text) ?? text;
}

function referencesIn(reading: Reading, _: Field, place: Place): unknown {
  const pieces = piecesOf(place.element.text);
  if (pieces.length === 0) return orNote(reading, 'references', place, 'it names no alert');
  return pieces.flatMap((piece) => {
    const read = orNote(reading, 'references', place, readReference(piece));
    return read === undefined ? [] : [read];
  });
}

/** A text between tags is no fault where it is empty: it says nothing, and is left out. */
const textIn = (_: Reading, field: Field, { element }: Place): string | undefined =>
  element.text.trim() === '' && !field.required ? undefined : element.text;

function checked(rule: RuleName, holds: (text: string) => boolean, what: string) {
  return (reading: Reading, _: Field, place: Place): string | undefined => {
    const text = place.element.text.trim();
    if (holds(text)) return text;
    note(reading, rule, place, `“${text.slice(0, 40)}” is no ${what}`);
    return undefined;
  };
}

type Reader = (reading: Reading, field: Field, place: Place) => unknown;

const READERS: Readonly<Record<Field['holds'], Reader>> = {
  text: textIn,
  word: wordIn,
  time: timeIn,
  language: checked('language', (text) => LANGUAGE.test(text), 'language tag'),
  decimal: checked('decimal', isDecimal, 'decimal number'),
  integer: checked('integer', (text) => /^[-+]?\d+$/.test(text), 'whole number'),
  quoted: (_, _field, { element }) => readAddresses(element.text),
  references: referencesIn,
  polygon: (reading, _, place) =>
    orNote(reading, 'polygon', place, readPolygon(place.element.text)),
  circle: (reading, _, place) => orNote(reading, 'circle', place, readCircle(place.element.text)),
  equation: (_, _field, { element }) => readEquation(element.text),
  'named-value': (reading, _, place) => readGroup(reading, NAMED_VALUE, place),
  group: (reading, field, place) => readGroup(reading, field.group ?? NAMED_VALUE, place),
};

const isLeaf = ({ holds }: Field): boolean => holds !== 'group' && holds !== 'named-value';

/** Attributes and what stands beside the element's own: none, but what tells of its schema. */
function noteStrays(reading: Reading, place: Place, leaf: boolean): void {
  const { attributes, children, text } = place.element;
  for (const { name, namespace } of attributes) {
    if (namespace !== SCHEMA_INSTANCE) note(reading, 'attribute', place, `it has ${name}`);
  }
  if (leaf) {
    for (const child of children) note(reading, 'unknown', place, `it holds ${child.name}`);
  } else if (text.trim() !== '') {
    note(reading, 'text', place, `“${text.trim().slice(0, 40)}” stands between its elements`);
  }
}

const emptyMember = ({ holds, many }: Field): unknown =>
  many || holds === 'quoted' || holds === 'references' ? [] : undefined;

/** Walks the children of a group in the order of its fields. */
class Walk {
  readonly members = new Map<string, unknown>();
  readonly #counts = new Map<string, number>();
  readonly #reading: Reading;
  readonly #group: Group;
  #at = 0;

  constructor(reading: Reading, group: Group) {
    this.#reading = reading;
    this.#group = group;
    for (const field of group.fields) {
      if (field.member !== null) this.members.set(field.member, emptyMember(field));
    }
  }

  take(child: XmlElement, above: string): void {
    const place = { path: `${above}/${child.name}`, element: child };
    const found = this.#group.fields.findIndex(
      ({ element, absent }) => element === child.name && !absent,
    );
    const field = this.#group.fields[found];
    if (child.namespace !== this.#reading.namespace) {
      return note(this.#reading, 'namespace', place, `it is of “${child.namespace}”`);
    }
    if (field === undefined) {
      return note(this.#reading, 'unknown', place, `${this.#group.name} has no such element`);
    }
    const count = (this.#counts.get(child.name) ?? 0) + 1;
    this.#counts.set(child.name, count);
    if (found < this.#at) note(this.#reading, 'order', place, 'it stands after what follows it');
    this.#at = Math.max(this.#at, found);
    if (count > 1 && !field.many) {
      return note(this.#reading, 'repeated', place, 'it stands more than once');
    }
    this.#keep(field, field.many ? { ...place, path: `${place.path}[${count}]` } : place);
    return undefined;
  }

  #keep(field: Field, place: Place): void {
    noteStrays(this.#reading, place, isLeaf(field));
    if (field.member === null) {
      return note(this.#reading, 'password', place, 'it is read past', 'warning');
    }
    const value = READERS[field.holds](this.#reading, field, place);
    if (value === undefined) return undefined;
    const before = this.members.get(field.member);
    if (field.many && Array.isArray(before)) before.push(value);
    else this.members.set(field.member, value);
    return undefined;
  }

  finish(place: Place): void {
    for (const { element, required } of this.#group.fields) {
      if (required && !this.#counts.has(element)) {
        note(this.#reading, 'missing', place, `it lacks ${element}`);
      }
    }
  }
}

/** The members of an element; what is wrong with it is added to the reading's faults. */
function readGroup(
  reading: Reading,
  group: Group,
  place: Place,
): Readonly<Record<string, unknown>> {
  const walk = new Walk(reading, group);
  const isAlert = group.name === 'alert';
  for (const child of place.element.children) {
    // Signatures are looked at where they are verified. CAP 1.2, 3.3.4.1.
    const isSignature = child.name === 'Signature' && child.namespace === SIGNATURE_NAMESPACE;
    if (!(isAlert && isSignature)) walk.take(child, place.path);
  }
  walk.finish(place);
  return Object.fromEntries([...walk.members].filter(([, value]) => value !== undefined));
}

/** The members of an alert, and what stands in it that may not. */
export function readRoot(
  reading: Reading,
  grammar: Group,
  element: XmlElement,
): Readonly<Record<string, unknown>> {
  const place = { path: 'alert', element };
  noteStrays(reading, place, false);
  return readGroup(reading, grammar, place);
}
