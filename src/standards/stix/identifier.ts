/** Identifiers, and the UUIDs of observables that follow from what is observed (section 3.4). */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Json } from '../../kernel/canonical.ts';
import { own } from '../../kernel/own.ts';
import { isJsonObject } from './json-text.ts';

const HEX = '[0-9a-fA-F]';
const FORM = new RegExp(
  `^([a-z][a-z0-9-]+[a-z0-9])--` +
    `(${HEX}{8}-${HEX}{4}-[1-8]${HEX}{3}-[89abAB]${HEX}{3}-${HEX}{12})$`,
);
export const IDENTIFIER_LENGTH_MAX = 250 + 2 + 36;

/** Namespace of the UUIDs of observables, section 2.9. */
const NAMESPACE = Buffer.from('00abedb4aa42466c9c01fed23315a9b7', 'hex');

export interface Identifier {
  readonly type: string;
  readonly uuid: string;
  readonly uuidVersion: number;
}

/** Reads an identifier, or gives null where the text is none. */
export function readIdentifier(text: string): Identifier | null {
  if (text.length > IDENTIFIER_LENGTH_MAX) return null;
  const [, type, uuid] = FORM.exec(text) ?? [];
  if (type === undefined || uuid === undefined) return null;
  return { type, uuid: uuid.toLowerCase(), uuidVersion: Number(uuid.charAt(14)) };
}

/** The type that an identifier names, or null. */
export function typeOf(identifier: string): string | null {
  return readIdentifier(identifier)?.type ?? null;
}

/** The UUID of version 5 (RFC 4122, section 4.3) of a name in the namespace of observables. */
export function observableUuid(name: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(name, 'utf8').digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}

const HASHES_PREFERRED = ['MD5', 'SHA-1', 'SHA-256', 'SHA-512'];

/** Of several hashes one counts: the first of those preferred, else the first by name. */
function hashThatCounts(hashes: Readonly<Record<string, Json>>): Json {
  const names = Object.keys(hashes).sort();
  const name = HASHES_PREFERRED.find((preferred) => names.includes(preferred)) ?? names[0];
  return name === undefined ? {} : { [name]: own(hashes, name) ?? null };
}

/**
 * The id that an observable of the type should have by the properties that contribute to it, or
 * null where none of them is there: then the UUID is of version 4.
 */
export function deterministicId(
  type: string,
  contributing: readonly string[],
  members: Readonly<Record<string, Json>>,
): string | null {
  const named = new Map<string, Json>();
  for (const name of contributing) {
    const value = own(members, name);
    if (value === undefined) continue;
    const isOfHashes = name === 'hashes' && isJsonObject(value);
    named.set(name, isOfHashes ? hashThatCounts(value) : value);
  }
  const text = named.size === 0 ? undefined : canonicalize(Object.fromEntries(named));
  return text === undefined ? null : `${type}--${observableUuid(text)}`;
}
