/** Domain objects, section 4. */
import {
  type Constraints,
  type Members,
  anything,
  boolean,
  closed,
  dictionary,
  float,
  integer,
  list,
  open,
  reference,
  referenceExcept,
  required,
  text,
  timestamp,
} from '../kinds.ts';
import { killChainPhases, versionedMembers } from './shared-members.ts';
import type { ObjectType, ObjectTypes } from './object-type.ts';

const domain = (section: string, own: Members, constraints: Constraints = {}): ObjectType => ({
  family: 'domain',
  section,
  members: { ...versionedMembers, ...own },
  constraints,
});

const described: Members = { name: required(text), description: text };
const seen: Members = { first_seen: timestamp, last_seen: timestamp };
const seenInOrder: Constraints = { order: [['first_seen', 'last_seen']] };
const aliases = list(text);
const objectRefs = required(list(referenceExcept(['bundle'], 'an object')));
const motives: Members = {
  goals: list(text),
  resource_level: open('attack-resource-level'),
  primary_motivation: open('attack-motivation'),
  secondary_motivations: list(open('attack-motivation')),
};
const software = reference('software');

const location: ObjectType = domain(
  '4.10',
  {
    name: text,
    description: text,
    latitude: float(-90, 90),
    longitude: float(-180, 180),
    precision: float(0),
    region: open('region'),
    country: text,
    administrative_area: text,
    city: text,
    street_address: text,
    postal_code: text,
  },
  {
    someOf: [['region', 'country', 'latitude']],
    with: [
      ['latitude', 'longitude'],
      ['longitude', 'latitude'],
      ['precision', 'latitude', 'longitude'],
    ],
  },
);

const malware: ObjectType = domain(
  '4.11',
  {
    name: text,
    description: text,
    malware_types: list(open('malware-type')),
    is_family: required(boolean),
    aliases,
    kill_chain_phases: killChainPhases,
    ...seen,
    operating_system_refs: list(software),
    architecture_execution_envs: list(open('processor-architecture')),
    implementation_languages: list(open('implementation-language')),
    capabilities: list(open('malware-capability')),
    sample_refs: list(reference('artifact', 'file')),
  },
  seenInOrder,
);

const malwareAnalysis: ObjectType = domain(
  '4.12',
  {
    product: required(text),
    version: text,
    host_vm_ref: software,
    operating_system_ref: software,
    installed_software_refs: list(software),
    configuration_version: text,
    modules: list(text),
    analysis_engine_version: text,
    analysis_definition_version: text,
    submitted: timestamp,
    analysis_started: timestamp,
    analysis_ended: timestamp,
    result_name: text,
    result: open('malware-result'),
    analysis_sco_refs: list(referenceExcept(['bundle'], 'an observable')),
    sample_ref: reference('artifact', 'file', 'network-traffic'),
  },
  { someOf: [['result', 'analysis_sco_refs']] },
);

const threatActor: ObjectType = domain(
  '4.17',
  {
    ...described,
    threat_actor_types: list(open('threat-actor-type')),
    aliases,
    ...seen,
    roles: list(open('threat-actor-role')),
    sophistication: open('threat-actor-sophistication'),
    ...motives,
    personal_motivations: list(open('attack-motivation')),
  },
  seenInOrder,
);

export const DOMAIN_OBJECTS: ObjectTypes = {
  'attack-pattern': domain('4.1', { ...described, aliases, kill_chain_phases: killChainPhases }),
  campaign: domain('4.2', { ...described, aliases, ...seen, objective: text }, seenInOrder),
  'course-of-action': domain('4.3', described),
  grouping: domain('4.4', {
    name: text,
    description: text,
    context: required(open('grouping-context')),
    object_refs: objectRefs,
  }),
  identity: domain('4.5', {
    ...described,
    roles: list(text),
    identity_class: open('identity-class'),
    sectors: list(open('industry-sector')),
    contact_information: text,
  }),
  incident: domain('4.6', described),
  indicator: domain(
    '4.7',
    {
      name: text,
      description: text,
      indicator_types: list(open('indicator-type')),
      pattern: required(text),
      pattern_type: required(open('pattern-type')),
      pattern_version: text,
      valid_from: required(timestamp),
      valid_until: timestamp,
      kill_chain_phases: killChainPhases,
    },
    { order: [['valid_from', 'valid_until', 'strictly']] },
  ),
  infrastructure: domain(
    '4.8',
    {
      ...described,
      infrastructure_types: list(open('infrastructure-type')),
      aliases,
      kill_chain_phases: killChainPhases,
      ...seen,
    },
    seenInOrder,
  ),
  'intrusion-set': domain('4.9', { ...described, aliases, ...seen, ...motives }, seenInOrder),
  location,
  malware,
  'malware-analysis': malwareAnalysis,
  note: domain('4.13', {
    abstract: text,
    content: required(text),
    authors: list(text),
    object_refs: objectRefs,
  }),
  'observed-data': domain(
    '4.14',
    {
      first_observed: required(timestamp),
      last_observed: required(timestamp),
      number_observed: required(integer(1, 999_999_999)),
      objects: dictionary(anything),
      object_refs: list(referenceExcept(['bundle'], 'an observable or a relationship')),
    },
    { oneOf: [['objects', 'object_refs']], order: [['first_observed', 'last_observed']] },
  ),
  opinion: domain('4.15', {
    explanation: text,
    authors: list(text),
    opinion: required(closed('opinion')),
    object_refs: objectRefs,
  }),
  report: domain('4.16', {
    ...described,
    report_types: list(open('report-type')),
    published: required(timestamp),
    object_refs: objectRefs,
  }),
  'threat-actor': threatActor,
  tool: domain('4.18', {
    ...described,
    tool_types: list(open('tool-type')),
    aliases,
    kill_chain_phases: killChainPhases,
    tool_version: text,
  }),
  vulnerability: domain('4.19', described),
};
