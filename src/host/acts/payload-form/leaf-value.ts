/** Single values: as they are typed, and as a payload has them. */
import { own } from '../../../kernel/own.ts';
import { Temporal } from 'temporal-polyfill';
import { readWords } from '../../../standards/bracketed-text/read-words.ts';
import type { Fields } from '../../form.ts';
import { isWordingJson, wordingOf } from '../wording-field.ts';
import { typedAt, zoneName } from './field-names.ts';
import type { Leaf, LeafShape } from './form-node.ts';

/** The value of a JSON text; the text itself where it is none, for the schema to say so. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const linesOf = (text: string): string[] =>
  text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));

const LOCAL = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/;
export const UTC = 'UTC';

/**
 * The instant of a clock's time in a zone, in UTC; the text itself where it is none. A time that
 * the clocks leave out, or show twice, is no instant.
 */
function instantOf(text: string, zone: string): string {
  if (!LOCAL.test(text)) return text;
  try {
    const local = Temporal.PlainDateTime.from(text.replace(' ', 'T'));
    const instant = local.toZonedDateTime(zone, { disambiguation: 'reject' }).toInstant();
    return instant.toString({ smallestUnit: 'millisecond' });
  } catch {
    return text;
  }
}

/** Words whose brackets do not match go on as they are, for the form to say where. */
function bracketed(text: string): unknown {
  const read = readWords(text);
  return 'fault' in read ? text : read.words;
}

type Read = (text: string, typed: Fields, path: string) => unknown;

const READ: Readonly<Record<Exclude<LeafShape, 'constant'>, Read>> = {
  choice: (text) => text,
  text: (text) => text,
  date: (text) => text.trim(),
  instant: (text, typed, path) => instantOf(text.trim(), typedAt(typed, zoneName(path)) || UTC),
  flag: (text) => (text === 'true' ? true : text === 'false' ? false : text),
  number: (text) => (/^-?\d{1,15}$/.test(text.trim()) ? Number(text) : text),
  lines: (text) => linesOf(text),
  wording: (text) => (isWordingJson(text) ? jsonOf(text) : wordingOf(text)),
  bracketed,
  json: jsonOf,
  document: jsonOf,
};

/** What was typed, as the schema wants it; what is none goes on, for the schema to say so. */
export function leafValue(leaf: Leaf, path: string, typed: Fields): unknown {
  const text = own(typed, path) ?? '';
  if (text.trim() === '') return undefined;
  if (leaf.shape === 'constant') return leaf.schema.const;
  if (leaf.schema.enum !== undefined) return ofEnum(leaf.schema.enum, text);
  return READ[leaf.shape](text, typed, path);
}

/** A form knows texts alone; a schema may name numbers among its choices. */
const ofEnum = (values: readonly unknown[], text: string): unknown =>
  values.find((value) => String(value) === text) ?? text;
