/**
 * Canonical bytes: RFC 8785 (JCS) JSON, restricted to what an act may hold. Whole numbers only,
 * so that no outcome rests on a float; bounded in size and nesting.
 */
import { isUtf8 } from 'node:buffer';
import canonicalize from 'canonicalize';
import { own } from './own.ts';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** How many arrays and objects may stand one in another. */
export const NESTING_MAX = 64;

const TOO_DEEP = `nested deeper than ${NESTING_MAX}`;
const SURROGATE = 'holding a lone surrogate';
/** Schemas and merging in JavaScript drop or misread it, so two readers could read two payloads. */
const NAME_REFUSED = '__proto__';

/** What a walk over a value learns beside its faults. */
interface Walk {
  /** Whether the members of every object already stand in canonical order. */
  ordered: boolean;
}

/** Own members alone make a plain object; a prototype or `toJSON` would say something else. */
function isPlainObject(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function arrayFault(items: readonly unknown[], nesting: number, walk: Walk): string | null {
  // By index, since iteration by entries would pass over the holes of a sparse array.
  for (let at = 0; at < items.length; at++) {
    const found = valueFault(items[at], nesting, walk);
    if (found !== null) return found;
  }
  return null;
}

function objectFault(
  members: Readonly<Record<string, unknown>>,
  nesting: number,
  walk: Walk,
): string | null {
  let previous = '';
  for (const key of Object.keys(members)) {
    if (!key.isWellFormed()) return SURROGATE;
    if (key === NAME_REFUSED) return `holding a member named ${NAME_REFUSED}`;
    // JavaScript compares text by UTF-16 code units, as RFC 8785, section 3.2.3, asks.
    if (key < previous) walk.ordered = false;
    previous = key;
    const found = valueFault(own(members, key), nesting, walk);
    if (found !== null) return found;
  }
  return null;
}

function containerFault(value: object, nesting: number, walk: Walk): string | null {
  if (nesting > NESTING_MAX) return TOO_DEEP;
  if (Array.isArray(value)) return arrayFault(value, nesting, walk);
  return isPlainObject(value) ? objectFault(value, nesting, walk) : 'not a plain object';
}

function valueFault(value: unknown, nesting: number, walk: Walk): string | null {
  if (typeof value === 'string') return value.isWellFormed() ? null : SURROGATE;
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) && !Object.is(value, -0) ? null : 'holding no whole number';
  }
  if (value === null || typeof value === 'boolean') return null;
  return typeof value === 'object'
    ? containerFault(value, nesting + 1, walk)
    : `holding ${typeof value}, which is no JSON`;
}

/** Why the value cannot stand in an act, in words, or null where it can. */
export function canonicalFault(value: unknown): string | null {
  return valueFault(value, 0, { ordered: true });
}

/**
 * The text of a value that was walked without fault. Where all members stand in order already, what
 * JavaScript writes is the canonical form: RFC 8785 takes its text and numbers from ECMAScript.
 */
function textOf(value: unknown, walk: Walk): string | undefined {
  return walk.ordered ? JSON.stringify(value) : canonicalize(value);
}

/**
 * The canonical form of any JSON value, fractions included, as RFC 8785 has it. What an act holds
 * is narrower; see `canonicalText`. Throws TypeError for what JSON cannot say.
 */
export function plainCanonicalText(value: unknown): string {
  const text = textOf(value, { ordered: false });
  if (text === undefined) throw new TypeError('no canonical form');
  return text;
}

/** The canonical text of a value. Throws TypeError where `canonicalFault` finds one. */
export function canonicalText(value: unknown): string {
  const walk: Walk = { ordered: true };
  const found = valueFault(value, 0, walk);
  if (found !== null) throw new TypeError(`no canonical form: it is ${found}`);
  const text = textOf(value, walk);
  if (text === undefined) throw new TypeError('no canonical form');
  return text;
}

/** The canonical bytes of a value, UTF-8. Throws TypeError as `canonicalText` does. */
export function canonicalBytes(value: unknown): Uint8Array {
  return Buffer.from(canonicalText(value), 'utf8');
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [BRACKET_OPEN, BRACKET_CLOSE, BRACE_OPEN, BRACE_CLOSE] = [0x5b, 0x5d, 0x7b, 0x7d];

/** The place of the quote that ends the text begun at `start`, or the end of the bytes. */
function quoteAfter(bytes: Uint8Array, start: number): number {
  let at = start + 1;
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return at;
}

/** Whether JSON is nested too deep, told before it is parsed, so that no parser has to recurse. */
function isTooDeep(bytes: Uint8Array): boolean {
  let nesting = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) at = quoteAfter(bytes, at);
    else if (byte === BRACE_OPEN || byte === BRACKET_OPEN) nesting++;
    else if (byte === BRACE_CLOSE || byte === BRACKET_CLOSE) nesting--;
    if (nesting > NESTING_MAX) return true;
  }
  return false;
}

export type Parsed = { readonly value: Json } | { readonly fault: string };

/** Parses JSON text; undefined, which JSON cannot say, where it is none. */
function parseText(text: string): Json | undefined {
  try {
    // JSON.parse is declared `any`, and yields nothing but JSON values.
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/**
 * Reads bytes that must already be canonical: `canonical(parse(b)) === b`, or the fault in words
 * that follow "it is". Duplicate members, spare spaces and other spellings of a text or number all
 * fail the comparison; a byte order mark fails the parser.
 */
export function parseCanonical(bytes: Uint8Array, sizeBytesMax: number): Parsed {
  if (bytes.byteLength > sizeBytesMax) return { fault: `larger than ${sizeBytesMax} bytes` };
  if (!isUtf8(bytes)) return { fault: 'not UTF-8' };
  if (isTooDeep(bytes)) return { fault: TOO_DEEP };
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const value = parseText(text);
  if (value === undefined) return { fault: 'not JSON' };
  const walk: Walk = { ordered: true };
  const found = valueFault(value, 0, walk);
  if (found !== null) return { fault: found };
  return textOf(value, walk) === text ? { value } : { fault: 'not in canonical form' };
}
