/** Objects that tests begin with; each is valid as it stands. */
import type { Json } from '../../kernel/canonical.ts';

export type Example = { [key: string]: Json };

const versioned = (type: string, uuid: string): Example => ({
  type,
  spec_version: '2.1',
  id: `${type}--${uuid}`,
  created: '2026-03-01T08:00:00.000Z',
  modified: '2026-03-01T08:00:00.000Z',
});

export const IDENTITY: Example = {
  ...versioned('identity', '0f2c1d3e-1111-4a2b-8c3d-4e5f60718293'),
  name: 'Duty desk of Examplia',
  identity_class: 'organization',
};

export const INDICATOR: Example = {
  ...versioned('indicator', '0f2c1d3e-2222-4a2b-8c3d-4e5f60718293'),
  created_by_ref: IDENTITY['id'] ?? '',
  name: 'Address of a control server',
  indicator_types: ['malicious-activity'],
  pattern: "[ipv4-addr:value = '198.51.100.7']",
  pattern_type: 'stix',
  valid_from: '2026-03-01T08:00:00Z',
};

export const MALWARE: Example = {
  ...versioned('malware', '0f2c1d3e-3333-4a2b-8c3d-4e5f60718293'),
  name: 'Wiper of the ports',
  malware_types: ['wiper'],
  is_family: true,
};

export const INDICATES: Example = {
  ...versioned('relationship', '0f2c1d3e-4444-4a2b-8c3d-4e5f60718293'),
  relationship_type: 'indicates',
  source_ref: INDICATOR['id'] ?? '',
  target_ref: MALWARE['id'] ?? '',
};

export const SIGHTING: Example = {
  ...versioned('sighting', '0f2c1d3e-5555-4a2b-8c3d-4e5f60718293'),
  sighting_of_ref: INDICATOR['id'] ?? '',
  first_seen: '2026-03-02T08:00:00Z',
  last_seen: '2026-03-02T09:00:00Z',
};

export const LOCATION: Example = {
  ...versioned('location', '0f2c1d3e-6666-4a2b-8c3d-4e5f60718293'),
  latitude: 48.8566,
  longitude: 2.3522,
};

export const STATEMENT: Example = {
  type: 'marking-definition',
  spec_version: '2.1',
  id: 'marking-definition--0f2c1d3e-7777-4a2b-8c3d-4e5f60718293',
  created: '2026-03-01T08:00:00.000Z',
  definition_type: 'statement',
  definition: { statement: 'For members of the exercise.' },
};

export const ADDRESS: Example = {
  type: 'ipv4-addr',
  spec_version: '2.1',
  id: 'ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4',
  value: '198.51.100.3',
};

export const FILE: Example = {
  type: 'file',
  id: 'file--0f2c1d3e-8888-4a2b-8c3d-4e5f60718293',
  name: 'plan.pdf',
  hashes: { 'SHA-256': 'ab'.repeat(32) },
  extensions: { 'pdf-ext': { version: '1.7' } },
};

/** An object of a type that an extension makes. */
export const VESSEL: Example = {
  ...versioned('vessel', '0f2c1d3e-9999-4a2b-8c3d-4e5f60718293'),
  imo_number: '9319466',
  extensions: {
    'extension-definition--0f2c1d3e-aaaa-4a2b-8c3d-4e5f60718293': { extension_type: 'new-sdo' },
  },
};

export const bytesOf = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

/** The objects in a bundle. */
export const bundleOf = (...objects: readonly Example[]): Example => ({
  type: 'bundle',
  id: 'bundle--0f2c1d3e-bbbb-4a2b-8c3d-4e5f60718293',
  objects: [...objects],
});
