/** Bytes read as a bundle, one object, or a list of objects, with a verdict for each object. */
import type { Json } from '../../kernel/canonical.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { checkObject } from './check/check-object.ts';
import { typeOf } from './identifier.ts';
import { isJsonObject, readJsonText } from './json-text.ts';
import { RULES } from './rules.ts';
import { Remarks, type Verdict, quoted } from './verdict.ts';

export const STIX_BYTES_MAX = 32 * 1024 * 1024;
export const OBJECTS_MAX = 100_000;
export const OBJECT_BYTES_MAX = 1024 * 1024;

/** One object as it was sent. */
export interface StixObject {
  /** Empty where it has none that is text. */
  readonly id: string;
  readonly type: string;
  readonly specVersion: string;
  /** When this version was made: `modified`, else `created`; null where it has neither. */
  readonly version: string | null;
  readonly created: string | null;
  /** Whether its author has withdrawn it. */
  readonly revoked: boolean;
  readonly value: Readonly<Record<string, Json>>;
  /** Its own words, spare white space aside: what is stored and handed on. */
  readonly text: string;
  readonly verdict: Verdict;
}

export interface StixReading {
  /** The bundle's id, where objects came in one. */
  readonly bundle: string | null;
  readonly objects: readonly StixObject[];
  /** What is said of the bundle itself. */
  readonly verdict: Verdict;
}

const textOr = <Other>(value: Json | undefined, other: Other): string | Other =>
  typeof value === 'string' ? value : other;

const NO_OBJECT = { rule: RULES.json, where: '', what: 'it is no JSON object' };

/** An object from its value and the words in which that was sent. */
export function stixObject(value: Json, text: string): StixObject {
  const members = isJsonObject(value) ? value : {};
  const { type, id, created, modified } = members;
  const isTooLarge = Buffer.byteLength(text) > OBJECT_BYTES_MAX;
  const tooLarge = { rule: RULES.size, where: '', what: `larger than ${OBJECT_BYTES_MAX} bytes` };
  const readable = isJsonObject(value)
    ? checkObject(members)
    : { errors: [NO_OBJECT], warnings: [] };
  const version = textOr(modified, textOr(created, null));
  return {
    id: textOr(id, ''),
    type: textOr(type, ''),
    // An observable may leave it out and is of 2.1; another object without it is of 2.0.
    specVersion: textOr(members['spec_version'], version === null ? '2.1' : '2.0'),
    version: textOr(type, '') === 'marking-definition' ? textOr(created, null) : version,
    created: textOr(created, null),
    revoked: members['revoked'] === true,
    value: members,
    text,
    verdict: isTooLarge ? { errors: [tooLarge], warnings: [] } : readable,
  };
}

function checkBundle(value: Readonly<Record<string, Json>>): Verdict {
  const remarks = new Remarks();
  const { id = '', objects = null } = value;
  if (typeOf(textOr(id, '')) !== 'bundle') {
    remarks.error(RULES.bundle, 'id', `${quoted(id)} is no identifier of a bundle`);
  }
  if ('objects' in value && !(Array.isArray(objects) && objects.length > 0)) {
    remarks.error(RULES.bundle, 'objects', 'it is no list of at least one object');
  }
  if (value['spec_version'] !== undefined) {
    remarks.warn(RULES.bundle, 'spec_version', 'bundles since STIX 2.1 have none');
  }
  for (const name of Object.keys(value)) {
    if (['type', 'id', 'objects', 'spec_version'].includes(name)) continue;
    remarks.warn(RULES.custom, name, `the property ${quoted(name)} is not of a bundle`);
  }
  return remarks;
}

const unread = (what: string): Refusal =>
  refuse(RULES.json, said('This cannot be read as STIX: it is {$what}.', { what }), {
    remedy: said('Send one bundle or object as JSON in UTF-8, within the bounds.'),
  });

/**
 * Reads a bundle or a single object of at most `STIX_BYTES_MAX` bytes. What is no JSON, or beyond
 * the bounds, is refused; an object that breaks a rule is there with its errors.
 */
export function readStix(bytes: Uint8Array): StixReading | Refusal {
  const read = readJsonText(bytes, { sizeBytesMax: STIX_BYTES_MAX, itemsOf: 'objects' });
  if ('fault' in read) return unread(read.fault);
  const { value, text, items } = read;
  if (!isJsonObject(value)) return unread('no JSON object');
  if (value['type'] !== 'bundle') {
    return {
      bundle: null,
      objects: [stixObject(value, text)],
      verdict: { errors: [], warnings: [] },
    };
  }
  const objects = Array.isArray(value['objects']) ? value['objects'] : [];
  if (objects.length > OBJECTS_MAX) return unread(`a bundle of more than ${OBJECTS_MAX} objects`);
  return {
    bundle: textOr(value['id'], null),
    objects: objects.map((object, at) => stixObject(object, items[at] ?? '')),
    verdict: checkBundle(value),
  };
}

/** Whether neither the bundle nor any object in it breaks a rule. */
export function isValid({ objects, verdict }: StixReading): boolean {
  return [verdict, ...objects.map((object) => object.verdict)].every(
    ({ errors }) => errors.length === 0,
  );
}
