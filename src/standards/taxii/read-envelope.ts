/** An envelope as it is sent: a list of objects, each judged apart. Section 3.7. */
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { isJsonObject, readJsonText } from '../stix/json-text.ts';
import { type StixObject, stixObject } from '../stix/read-stix.ts';
import { RULES } from './rules.ts';

export const ENVELOPE_OBJECTS_MAX = 10_000;

const unread = (what: string): Refusal =>
  refuse(RULES.envelope, `The body cannot be read as an envelope: it is ${what}.`, {
    remedy: 'Send {"objects":[…]} with at least one object.',
  });

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
