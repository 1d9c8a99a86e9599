/** Properties that types share: sections 2.5, 2.11 and 3.2. */
import {
  type Members,
  anything,
  boolean,
  dictionary,
  hashes,
  integer,
  list,
  matching,
  members,
  reference,
  required,
  text,
  timestamp,
} from '../kinds.ts';

const language = matching(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'a language tag of RFC 5646');
export const url = matching(/^[A-Za-z][A-Za-z0-9+.-]*:\S+$/, 'a URL of RFC 3986');

export const externalReferences = list(
  members(
    { source_name: required(text), description: text, url, hashes, external_id: text },
    { someOf: [['description', 'url', 'external_id']] },
  ),
);

export const killChainPhases = list(
  members({ kill_chain_name: required(text), phase_name: required(text) }),
);

const granularMarkings = list(
  members(
    {
      selectors: required(list(text)),
      lang: language,
      marking_ref: reference('marking-definition'),
    },
    { oneOf: [['lang', 'marking_ref']] },
  ),
);

const marks: Members = {
  object_marking_refs: list(reference('marking-definition')),
  granular_markings: granularMarkings,
  extensions: dictionary(anything),
};

const header: Members = { type: required(text), id: required(text) };

const described: Members = {
  ...header,
  spec_version: required(text),
  created_by_ref: reference('identity'),
  external_references: externalReferences,
  ...marks,
};

/** Of domain objects, relationships, language contents and extension definitions. */
export const versionedMembers: Members = {
  ...described,
  created: required(timestamp),
  modified: required(timestamp),
  revoked: boolean,
  labels: list(text),
  confidence: integer(0, 100),
  lang: language,
};

/** Of marking definitions, which have no versions. */
export const unversionedMembers: Members = { ...described, created: required(timestamp) };

export const observableMembers: Members = {
  ...header,
  spec_version: text,
  defanged: boolean,
  ...marks,
};
