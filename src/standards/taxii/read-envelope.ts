/** An envelope as it is sent: a list of objects, each judged apart. Section 3.7. */
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { isJsonObject, readJsonText } from '../stix/json-text.ts';
import { type StixObject, stixObject } from '../stix/read-stix.ts';
import { RULES } from './rules.ts';

export const ENVELOPE_OBJECTS_MAX = 10_000;

const unread = (what: string): Refusal =>
  refuse(RULES.envelope, said('The body cannot be read as an envelope: it is {$what}.', { what }), {
    remedy: said('Send \\{"objects":[…]\\} with at least one object.'),
  });

/** A page as a server gives it. */
export interface GivenPage {
  readonly objects: readonly StixObject[];
  readonly more: boolean;
  /** Where to go on, as the server says it; null where it does not. */
  readonly next: string | null;
}

/** Reads a page that a server gave; one without objects is an envelope too. */
export function readGivenPage(bytes: Uint8Array, sizeBytesMax: number): GivenPage | Refusal {
  const read = readJsonText(bytes, { sizeBytesMax, itemsOf: 'objects' });
  if ('fault' in read) return unread(read.fault);
  const { value, items } = read;
  if (!isJsonObject(value)) return unread('no JSON object');
  const { objects = [], next } = value;
  if (!Array.isArray(objects)) return unread('without a list of objects');
  return {
    objects: objects.map((object, at) => stixObject(object, items[at] ?? '')),
    more: value['more'] === true,
    next: typeof next === 'string' ? next : null,
  };
}

/** The objects of an envelope in the order in which they stand, or the refusal. */
export function readEnvelope(
  bytes: Uint8Array,
  sizeBytesMax: number,
): readonly StixObject[] | Refusal {
  const read = readJsonText(bytes, { sizeBytesMax, itemsOf: 'objects' });
  if ('fault' in read) return unread(read.fault);
  const objects = isJsonObject(read.value) ? read.value['objects'] : undefined;
  if (!Array.isArray(objects) || objects.length === 0) return unread('without a list of objects');
  if (objects.length > ENVELOPE_OBJECTS_MAX) {
    return unread(`a list of more than ${ENVELOPE_OBJECTS_MAX} objects`);
  }
  return objects.map((object, at) => stixObject(object, read.items[at] ?? ''));
}
