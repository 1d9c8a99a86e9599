/** JSON in its one form, RFC 8785, of whole numbers only. */
import { type Bytes, bytesOf } from './bytes.ts';

export type Value = null | boolean | number | string | Value[] | Members;
export interface Members {
  [name: string]: Value;
}

const NESTING_MAX = 64;

export function isMembers(value: Value | undefined): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function writeNumber(value: number): string {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new TypeError('no whole number');
  return String(value);
}

function writeText(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('half a character');
  return JSON.stringify(value);
}

function writeMembers(value: Members, depth: number): string {
  const held = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  if (held.some(([name]) => name === '__proto__')) throw new TypeError('a name that is refused');
  const members = held.map(([name, item]) => `${writeText(name)}:${write(item, depth)}`);
  return `{${members.join(',')}}`;
}

/** The one form of a value. Throws TypeError for what an act may not hold. */
export function write(value: Value, depth = 0): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return writeNumber(value);
  if (typeof value === 'string') return writeText(value);
  if (depth >= NESTING_MAX) throw new TypeError('nested too deep');
  if (!Array.isArray(value)) return writeMembers(value, depth + 1);
  return `[${value.map((item) => write(item, depth + 1)).join(',')}]`;
}

/** Reads an object that is written in its one form; null for anything else. */
export function readMembers(text: string): Members | null {
  try {
    // JSON.parse yields nothing but JSON values.
    const value = JSON.parse(text, (name, item: unknown) => {
      if (name === '__proto__') throw new TypeError('a name that is refused');
      return item;
    }) as Value;
    return isMembers(value) && write(value) === text ? value : null;
  } catch {
    return null;
  }
}

/** The text of bytes that are UTF-8; null where they are not. */
export function textOf(bytes: Bytes): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The bytes of the one form. */
export const canonicalBytes = (value: Value): Bytes => bytesOf(write(value));

/** Whether an object has these members and no others. */
export function hasExactly(value: Members, ...names: readonly string[]): boolean {
  return Object.keys(value).sort().join() === [...names].sort().join();
}

export const text = (value: Value | undefined): string => (typeof value === 'string' ? value : '');
export const list = (value: Value | undefined): Value[] => (Array.isArray(value) ? value : []);
export const members = (value: Value | undefined): Members => (isMembers(value) ? value : {});
export const count = (value: Value | undefined): number | null =>
  typeof value === 'number' && value >= 0 ? value : null;
