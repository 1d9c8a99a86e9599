/** Relationships (section 5) and objects that speak about others (section 7). */
import {
  anything,
  boolean,
  closed,
  dictionary,
  integer,
  list,
  matching,
  reference,
  referenceExcept,
  required,
  text,
  timestamp,
} from '../kinds.ts';
import { unversionedMembers, versionedMembers } from './shared-members.ts';
import { DOMAIN_OBJECTS } from './domain-objects.ts';
import type { ObjectTypes } from './object-type.ts';
import { OBSERVABLES } from './observables.ts';

const NO_END = [
  'bundle',
  'extension-definition',
  'language-content',
  'marking-definition',
  'relationship',
  'sighting',
];
const end = required(referenceExcept(NO_END, 'a domain object or an observable'));

const NOT_SIGHTED = [...NO_END, ...Object.keys(OBSERVABLES)];

export const RELATIONSHIPS: ObjectTypes = {
  relationship: {
    family: 'relationship',
    section: '5.1',
    members: {
      ...versionedMembers,
      relationship_type: required(matching(/^[a-z0-9-]+$/, 'of small letters, digits and hyphens')),
      description: text,
      source_ref: end,
      target_ref: end,
      start_time: timestamp,
      stop_time: timestamp,
    },
    constraints: { order: [['start_time', 'stop_time', 'strictly']] },
  },
  sighting: {
    family: 'relationship',
    section: '5.2',
    members: {
      ...versionedMembers,
      description: text,
      first_seen: timestamp,
      last_seen: timestamp,
      count: integer(0, 999_999_999),
      sighting_of_ref: required(referenceExcept(NOT_SIGHTED, 'a domain object')),
      observed_data_refs: list(reference('observed-data')),
      where_sighted_refs: list(reference('identity', 'location')),
      summary: boolean,
    },
    constraints: { order: [['first_seen', 'last_seen']] },
  },
};

export const META_OBJECTS: ObjectTypes = {
  'extension-definition': {
    family: 'meta',
    section: '7.3',
    members: {
      ...versionedMembers,
      created_by_ref: required(reference('identity')),
      name: required(text),
      description: text,
      schema: required(text),
      version: required(text),
      extension_types: required(list(closed('extension-type'))),
      extension_properties: list(text),
    },
  },
  'language-content': {
    family: 'meta',
    section: '7.1',
    members: {
      ...versionedMembers,
      object_ref: required(referenceExcept(['bundle'], 'an object')),
      object_modified: timestamp,
      contents: required(dictionary(anything)),
    },
  },
  'marking-definition': {
    family: 'meta',
    section: '7.2.1',
    members: {
      ...unversionedMembers,
      name: text,
      definition_type: text,
      definition: anything,
    },
    constraints: {
      with: [
        ['definition_type', 'definition'],
        ['definition', 'definition_type'],
      ],
      someOf: [['definition', 'extensions']],
    },
  },
};

/** Every type that the specification defines, but the bundle. */
export const OBJECT_TYPES: ObjectTypes = {
  ...DOMAIN_OBJECTS,
  ...RELATIONSHIPS,
  ...OBSERVABLES,
  ...META_OBJECTS,
};
