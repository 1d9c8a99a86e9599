import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { isRefusal } from '../../kernel/refusal.ts';
import {
  ADDRESS,
  type Example,
  FILE,
  IDENTITY,
  INDICATES,
  INDICATOR,
  LOCATION,
  MALWARE,
  SIGHTING,
  STATEMENT,
  VESSEL,
  bundleOf,
  bytesOf,
} from './examples-for-tests.ts';
import { NESTING_MAX } from './json-text.ts';
import {
  OBJECT_BYTES_MAX,
  STIX_BYTES_MAX,
  type StixObject,
  type StixReading,
  isValid,
  readStix,
} from './read-stix.ts';
import { markDefinitionOf } from './tlp.ts';
import { OBJECT_TYPES } from './types/other-objects.ts';
import type { Remark } from './verdict.ts';
import { writeBundle } from './write-stix.ts';

function readingOf(bytes: Uint8Array): StixReading {
  const read = readStix(bytes);
  if (isRefusal(read)) throw new Error(read.reason);
  return read;
}

function readOne(value: unknown): StixObject {
  const [object] = readingOf(bytesOf(value)).objects;
  if (!object) throw new Error('no object was read');
  return object;
}

const said = (remarks: readonly Remark[]): string[] =>
  remarks.map(({ rule, where }) => `${rule.id} ${where}`);
const errorsOf = (value: unknown): string[] => said(readOne(value).verdict.errors);
const warningsOf = (value: unknown): string[] => said(readOne(value).verdict.warnings);

function without(example: Example, ...names: string[]): Example {
  return Object.fromEntries(Object.entries(example).filter(([name]) => !names.includes(name)));
}

const REFUSED = (bytes: Uint8Array): string => {
  const read = readStix(bytes);
  return isRefusal(read) ? read.reason : 'read';
};

describe('what is valid', () => {
  it.each([
    ['an identity', IDENTITY],
    ['an indicator', INDICATOR],
    ['a family of malware', MALWARE],
    ['a relationship', INDICATES],
    ['a sighting', SIGHTING],
    ['a place by its coordinates', LOCATION],
    ['a statement as marking', STATEMENT],
    ['an address whose id follows from it', ADDRESS],
    ['a file with an extension', FILE],
    ['an object of a new type', VESSEL],
    ['a mark of TLP 2.0', markDefinitionOf('amber+strict')],
    ['a file without a version of the specification', without(FILE, 'spec_version')],
    ['what was withdrawn', { ...IDENTITY, revoked: true }],
  ])('%s is so, without a warning', (_, example) => {
    expect(readOne(example).verdict).toEqual({ errors: [], warnings: [] });
  });

  it('tells id, type, version and withdrawal of an object', () => {
    const later = { ...IDENTITY, modified: '2026-03-05T08:00:00.000Z', revoked: true };
    expect(readOne(later)).toMatchObject({
      id: IDENTITY['id'],
      type: 'identity',
      specVersion: '2.1',
      created: '2026-03-01T08:00:00.000Z',
      version: '2026-03-05T08:00:00.000Z',
      revoked: true,
    });
    expect(readOne(STATEMENT).version).toBe('2026-03-01T08:00:00.000Z');
    expect(readOne(ADDRESS).version).toBeNull();
  });
});

const changed = (example: Example, changes: Example): Example => ({ ...example, ...changes });
const EXTENSION = 'extension-definition--0f2c1d3e-aaaa-4a2b-8c3d-4e5f60718293';
const ANOTHER = '0f2c1d3e-cccc-4a2b-8c3d-4e5f60718293';

describe('what breaks a rule', () => {
  it.each<[string, Example, string]>([
    ['a name is missing', without(IDENTITY, 'name'), 'stix.required name'],
    ['a modification is missing', without(IDENTITY, 'modified'), 'stix.required modified'],
    ['it is of STIX 2.0', without(IDENTITY, 'spec_version'), 'stix.required spec_version'],
    [
      'another version',
      changed(IDENTITY, { spec_version: '2.0' }),
      'stix.spec-version spec_version',
    ],
    ['a number for a name', changed(IDENTITY, { name: 7 }), 'stix.kind name'],
    ['the id of another type', changed(IDENTITY, { id: `tool--${ANOTHER}` }), 'stix.identifier id'],
    ['an id without a UUID', changed(IDENTITY, { id: 'identity--7' }), 'stix.identifier id'],
    [
      'a modification before creation',
      changed(IDENTITY, { modified: '2025-03-01T08:00:00.000Z' }),
      'stix.versions modified',
    ],
    [
      'a creation to the second',
      changed(IDENTITY, { created: '2026-03-01T08:00:00Z' }),
      'stix.precision created',
    ],
    [
      'a day that does not exist',
      changed(IDENTITY, { created: '2026-02-30T08:00:00.000Z' }),
      'stix.timestamp created',
    ],
    [
      'an hour of a zone',
      changed(INDICATOR, { valid_from: '2026-03-01T08:00:00+01:00' }),
      'stix.timestamp valid_from',
    ],
    [
      'validity that ends as it begins',
      changed(INDICATOR, { valid_until: '2026-03-01T08:00:00.0Z' }),
      'stix.order valid_until',
    ],
    ['an empty list', changed(IDENTITY, { sectors: [] }), 'stix.list sectors'],
    ['an empty list of its own', changed(IDENTITY, { x_list: [] }), 'stix.list x_list'],
    ['nothing held', changed(IDENTITY, { x_nothing: null }), 'stix.kind x_nothing'],
    ['a name with a sign', changed(IDENTITY, { 'x_new!': 'a' }), 'stix.property x_new!'],
    ['a name that is short', changed(IDENTITY, { xy: 'a' }), 'stix.property xy'],
    ['a reserved name', changed(IDENTITY, { severity: 'high' }), 'stix.reserved severity'],
    ['too much confidence', changed(IDENTITY, { confidence: 101 }), 'stix.integer confidence'],
    ['confidence in words', changed(IDENTITY, { confidence: 'high' }), 'stix.kind confidence'],
    [
      'a creator that is no identity',
      changed(IDENTITY, { created_by_ref: `tool--${ANOTHER}` }),
      'stix.reference created_by_ref',
    ],
    [
      'a relationship to a bundle',
      changed(INDICATES, { target_ref: `bundle--${ANOTHER}` }),
      'stix.reference target_ref',
    ],
    [
      'a sighting of an observable',
      changed(SIGHTING, { sighting_of_ref: `file--${ANOTHER}` }),
      'stix.reference sighting_of_ref',
    ],
    [
      'a sighting that ends before it begins',
      changed(SIGHTING, { last_seen: '2026-03-02T07:59:59Z' }),
      'stix.order last_seen',
    ],
    ['a family without a name', without(MALWARE, 'name'), 'stix.combination name'],
    ['half a place', without(LOCATION, 'longitude'), 'stix.combination '],
    ['a place beyond the pole', changed(LOCATION, { latitude: 90.1 }), 'stix.integer latitude'],
    ['a place nowhere', without(LOCATION, 'latitude', 'longitude'), 'stix.combination '],
    ['a file of no name', without(FILE, 'name', 'hashes'), 'stix.combination '],
    ['a hash too short', changed(FILE, { hashes: { MD5: 'ab' } }), 'stix.hashes hashes.MD5'],
    [
      'an odd number of digits',
      changed(FILE, { magic_number_hex: 'abc' }),
      'stix.hexadecimal magic_number_hex',
    ],
    [
      'an extension that says nothing',
      changed(FILE, { extensions: { 'pdf-ext': { is_optimized: 'yes' } } }),
      'stix.kind extensions.pdf-ext.is_optimized',
    ],
    [
      'an extension by no name',
      changed(FILE, { extensions: { foobar: { a_b: 1 } } }),
      'stix.extension extensions.foobar',
    ],
    [
      'an extension of no kind',
      changed(IDENTITY, { extensions: { [EXTENSION]: { rank: 5 } } }),
      `stix.extension extensions.${EXTENSION}.extension_type`,
    ],
    [
      'a reference without what it refers to',
      changed(IDENTITY, { external_references: [{ source_name: 'press' }] }),
      'stix.combination external_references[0]',
    ],
    [
      'an id of no catalogue',
      changed(IDENTITY, { external_references: [{ source_name: 'cve', external_id: 'CVE-16-1' }] }),
      'stix.external-reference external_references[0].external_id',
    ],
    [
      'a selector of nothing',
      changed(IDENTITY, { granular_markings: [{ lang: 'fr', selectors: ['labels.[0]'] }] }),
      'stix.granular granular_markings[0].selectors',
    ],
    [
      'a marking that is an indicator',
      changed(IDENTITY, { object_marking_refs: [`indicator--${ANOTHER}`] }),
      'stix.reference object_marking_refs[0]',
    ],
    [
      'a marking of itself',
      changed(STATEMENT, { object_marking_refs: [STATEMENT['id'] ?? ''] }),
      'stix.circular object_marking_refs',
    ],
    [
      'a marking that says nothing',
      without(STATEMENT, 'definition', 'definition_type'),
      'stix.combination ',
    ],
    [
      'a colour under an id of its own',
      changed(STATEMENT, { definition_type: 'tlp', definition: { tlp: 'red' } }),
      'stix.tlp definition',
    ],
    [
      'another level under the id of RED',
      changed(markDefinitionOf('red'), {
        extensions: markDefinitionOf('green')['extensions'] ?? {},
      }),
      'stix.tlp extensions',
    ],
    [
      'a pattern that does not end',
      changed(INDICATOR, { pattern: "[file:name = 'a'" }),
      'stix.pattern pattern',
    ],
    ['a type in capitals', changed(VESSEL, { type: 'Vessel' }), 'stix.type type'],
  ])('%s', (_, example, expected) => {
    expect(errorsOf(example)).toContain(expected);
  });

  it('is found once for each place where it is', () => {
    const selectors = ['aliases', 'sectors.[5]', 'name.first'];
    const example = changed(IDENTITY, { granular_markings: [{ lang: 'fr', selectors }] });
    expect(errorsOf(example)).toHaveLength(3);
  });

  it('is found in observables inside observed data, which may name each other by key', () => {
    const objects = {
      '0': without(changed(FILE, { contains_refs: ['1'] }), 'extensions'),
      '1': without(FILE, 'name', 'hashes', 'extensions'),
    };
    const example = {
      ...without(IDENTITY, 'name', 'identity_class'),
      type: 'observed-data',
      id: `observed-data--${ANOTHER}`,
      first_observed: '2026-03-01T08:00:00Z',
      last_observed: '2026-03-01T08:00:00Z',
      number_observed: 1,
      objects,
    };
    expect(errorsOf(example)).toEqual(['stix.combination objects.1']);
    expect(warningsOf(example)).toContain('stix.deprecated objects');
  });
});

describe('what is only unwise', () => {
  it.each<[string, Example, string]>([
    [
      'a word of no vocabulary',
      changed(IDENTITY, { sectors: ['fishing'] }),
      'stix.open-vocabulary sectors[0]',
    ],
    ['a property of its own', changed(IDENTITY, { x_rank: 5 }), 'stix.custom x_rank'],
    [
      'a type that no extension makes',
      changed(without(VESSEL, 'extensions'), { type: 'vessel' }),
      'stix.custom type',
    ],
    [
      'an observable whose id does not follow from it',
      changed(ADDRESS, { value: '198.51.100.4' }),
      'stix.deterministic id',
    ],
    [
      'microseconds',
      changed(IDENTITY, { modified: '2026-03-01T08:00:00.000001Z' }),
      'stix.precision modified',
    ],
  ])('%s', (_, example, expected) => {
    expect(errorsOf(example)).toEqual([]);
    expect(warningsOf(example)).toContain(expected);
  });

  it('says nothing of properties that a top-level extension brings', () => {
    const extensions = { [EXTENSION]: { extension_type: 'toplevel-property-extension' } };
    expect(warningsOf(changed(IDENTITY, { rank: 5, extensions }))).toEqual([]);
  });
});

describe('a bundle', () => {
  it('is read with a verdict for each object', () => {
    const read = readingOf(bytesOf(bundleOf(IDENTITY, without(MALWARE, 'is_family'))));
    expect(read.bundle).toBe('bundle--0f2c1d3e-bbbb-4a2b-8c3d-4e5f60718293');
    expect(read.objects.map(({ verdict }) => verdict.errors.length)).toEqual([0, 1]);
    expect(isValid(read)).toBe(false);
  });

  it('without objects is one; with an empty list it is not', () => {
    expect(isValid(readingOf(bytesOf(without(bundleOf(), 'objects'))))).toBe(true);
    expect(isValid(readingOf(bytesOf(bundleOf())))).toBe(false);
  });

  it('is not one without an id of its own type', () => {
    const { errors } = readingOf(bytesOf({ ...bundleOf(IDENTITY), id: IDENTITY['id'] })).verdict;
    expect(said(errors)).toEqual(['stix.bundle id']);
  });

  it('keeps each object in its own words', () => {
    const words =
      '{"type":"identity","x_size":1.50,"name":"\\u00c9tat","x_big":12345678901234567890}';
    const spaced = words.replaceAll(',', ' ,\n\t').replaceAll(':"', ' : "');
    const text = `{"type":"bundle","id":"x","objects":[ ${spaced} , {} ],"x":{"objects":[1]}}`;
    expect(readingOf(Buffer.from(text)).objects.map((object) => object.text)).toEqual([
      words,
      '{}',
    ]);
  });
});

describe('what cannot be read', () => {
  const nested = (depth: number): Uint8Array =>
    Buffer.from(`{"type":"note","a":${'['.repeat(depth)}${']'.repeat(depth)}}`);

  it('is refused in words that say why', () => {
    expect(REFUSED(Buffer.from('{"type":"identity",}'))).toContain('not JSON');
    expect(REFUSED(Buffer.from('[]'))).toContain('no JSON object');
    expect(REFUSED(Buffer.from([0x7b, 0xff, 0x7d]))).toContain('not UTF-8');
    expect(REFUSED(Buffer.from('{"type":"note","ty\\u0070e":"tool"}'))).toContain('member twice');
  });

  it('is what is nested deeper than the bound', () => {
    expect(REFUSED(nested(NESTING_MAX - 1))).toBe('read');
    expect(REFUSED(nested(NESTING_MAX))).toContain('nested deeper');
    expect(REFUSED(Buffer.from('['.repeat(1_000_000)))).toContain('nested deeper');
  });

  it('is what is larger than the bound', () => {
    const note = (length: number): Uint8Array =>
      bytesOf({ type: 'note', content: 'a'.repeat(length) });
    const around = note(0).byteLength;
    expect(REFUSED(note(STIX_BYTES_MAX - around))).toBe('read');
    expect(REFUSED(note(STIX_BYTES_MAX - around + 1))).toContain('larger than');
    expect(errorsOf({ ...IDENTITY, description: 'a'.repeat(OBJECT_BYTES_MAX) })).toEqual([
      'stix.size ',
    ]);
  });

  it('is told as an error where an item of a bundle is no object', () => {
    const read = readingOf(bytesOf({ ...bundleOf(), objects: [7, null] }));
    expect(read.objects.map(({ verdict }) => said(verdict.errors))).toEqual([
      ['stix.json '],
      ['stix.json '],
    ]);
  });
});

describe('properties', () => {
  it('holds for each type: nothing in it but what no table requires is an error', () => {
    expect(Object.keys(OBJECT_TYPES)).toHaveLength(19 + 2 + 18 + 3);
    for (const type of Object.keys(OBJECT_TYPES)) {
      expect(errorsOf({ type, id: `${type}--${ANOTHER}` })).not.toContain('stix.type type');
    }
  });

  it('never throws, whatever JSON stands where an object should', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(OBJECT_TYPES)), fc.jsonValue(), (type, value) => {
        const members = Object.keys(OBJECT_TYPES[type]?.members ?? {});
        const object = { ...Object.fromEntries(members.map((name) => [name, value])), type };
        expect(readOne(object).type).toBe(type);
      }),
    );
  });

  it('reads a written bundle as the same objects in the same words', () => {
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 1 }),
        (values) => {
          const texts = values.map((value) => JSON.stringify(value));
          expect(readingOf(writeBundle(texts)).objects.map((object) => object.text)).toEqual(texts);
        },
      ),
    );
  });
});
