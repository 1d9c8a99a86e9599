/**
 * Canonical bytes: RFC 8785 (JCS) JSON, restricted to what an act may hold. Whole numbers only,
 * so that no outcome rests on a float; bounded in size and nesting.
 */
import canonicalize from 'canonicalize';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export const NESTING_MAX = 64;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What is wrong with the value as content of an act, or null. */
function fault(value: unknown, depth: number): string | null {
  if (depth > NESTING_MAX) return `nested deeper than ${NESTING_MAX}`;
  if (typeof value === 'string') return value.isWellFormed() ? null : 'a lone surrogate in text';
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) && !Object.is(value, -0) ? null : 'not a whole number';
  }
  if (value === null || typeof value === 'boolean') return null;
  if (typeof value !== 'object') return `a ${typeof value} is no JSON`;
  for (const [key, item] of Object.entries(value)) {
    const found =
      (key.isWellFormed() ? null : 'a lone surrogate in a key') ?? fault(item, depth + 1);
    if (found) return found;
  }
  return null;
}

/** Why the value cannot stand in an act, in words, or null where it can. */
export function canonicalFault(value: unknown): string | null {
  return fault(value, 1);
}

/** The canonical text of a value. Throws TypeError where `canonicalFault` finds one. */
export function canonicalText(value: unknown): string {
  const found = fault(value, 1);
  if (found) throw new TypeError(`no canonical form: ${found}`);
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('no canonical form: undefined');
  return text;
}

/** The canonical bytes of a value, UTF-8. Throws TypeError as `canonicalText` does. */
export function canonicalBytes(value: unknown): Uint8Array {
  return Buffer.from(canonicalText(value), 'utf8');
}

/** Nesting of JSON text before it is parsed, so that no parser recurses on hostile input. */
function nestingOf(text: string): number {
  let [depth, deepest, quoted] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\\' && quoted) at++;
    else if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth);
    else if (character === '}' || character === ']') depth--;
  }
  return deepest;
}

export type Parsed = { value: Json } | { fault: string };

/** Reads bytes that must already be canonical: `canonical(parse(b)) === b`, or the fault. */
export function parseCanonical(bytes: Uint8Array, sizeBytesMax: number): Parsed {
  if (bytes.byteLength > sizeBytesMax) return { fault: `larger than ${sizeBytesMax} bytes` };
  try {
    const text = decoder.decode(bytes);
    if (nestingOf(text) > NESTING_MAX) return { fault: `nested deeper than ${NESTING_MAX}` };
    // JSON.parse yields nothing but JSON values.
    const value = JSON.parse(text) as Json;
    return canonicalText(value) === text ? { value } : { fault: 'not in canonical form' };
  } catch {
    return { fault: 'not JSON in UTF-8' };
  }
}
