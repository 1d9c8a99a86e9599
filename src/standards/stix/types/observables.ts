/** Observables, section 6. */
import {
  type Constraints,
  type Members,
  anything,
  binary,
  boolean,
  closed,
  dictionary,
  hashes,
  integer,
  hexadecimal,
  list,
  matching,
  members,
  open,
  reference,
  referenceExcept,
  required,
  text,
  timestamp,
} from '../kinds.ts';
import { observableMembers, url } from './shared-members.ts';
import type { ObjectType, ObjectTypes } from './object-type.ts';
import {
  FILE_EXTENSIONS,
  PROCESS_EXTENSIONS,
  TRAFFIC_EXTENSIONS,
  USER_ACCOUNT_EXTENSIONS,
} from './observable-extensions.ts';

const observable = (
  section: string,
  contributing: readonly string[],
  own: Members,
  constraints: Constraints = {},
  extensions: ObjectType['extensions'] = {},
): ObjectType => ({
  family: 'observable',
  section,
  contributing,
  members: { ...observableMembers, ...own },
  constraints,
  extensions,
});

const mediaType = matching(/^[\w.+-]+\/[\w.+-]+(\s*;.*)?$/, 'a media type');
const characterSet = matching(/^[\w/.+:-]{2,250}$/, 'a character set of IANA');
const times: Members = { ctime: timestamp, mtime: timestamp, atime: timestamp };
const account = reference('user-account');
const count = integer(0);
const port = integer(0, 65_535);

const someOfAll = (own: Members): Constraints => ({
  someOf: [['extensions', ...Object.keys(own)]],
});

const addressed: Members = {
  value: required(text),
  resolves_to_refs: list(reference('mac-addr')),
  belongs_to_refs: list(reference('autonomous-system')),
};

const mimePart = members(
  {
    body: text,
    body_raw_ref: reference('artifact', 'file'),
    content_type: text,
    content_disposition: text,
  },
  { oneOf: [['body', 'body_raw_ref']] },
);

const emailMessage: Members = {
  is_multipart: required(boolean),
  date: timestamp,
  content_type: text,
  from_ref: reference('email-addr'),
  sender_ref: reference('email-addr'),
  to_refs: list(reference('email-addr')),
  cc_refs: list(reference('email-addr')),
  bcc_refs: list(reference('email-addr')),
  message_id: text,
  subject: text,
  received_lines: list(text),
  additional_header_fields: dictionary(anything),
  body: text,
  body_multipart: list(mimePart),
  raw_email_ref: reference('artifact'),
};

const file: Members = {
  hashes,
  size: count,
  name: text,
  name_enc: characterSet,
  magic_number_hex: hexadecimal,
  mime_type: text,
  ...times,
  parent_directory_ref: reference('directory'),
  contains_refs: list(referenceExcept(['bundle'], 'an observable')),
  content_ref: reference('artifact'),
};

const traffic: Members = {
  start: timestamp,
  end: timestamp,
  is_active: boolean,
  src_ref: reference('ipv4-addr', 'ipv6-addr', 'mac-addr', 'domain-name'),
  dst_ref: reference('ipv4-addr', 'ipv6-addr', 'mac-addr', 'domain-name'),
  src_port: port,
  dst_port: port,
  protocols: required(list(text)),
  src_byte_count: count,
  dst_byte_count: count,
  src_packets: count,
  dst_packets: count,
  ipfix: dictionary(anything),
  src_payload_ref: reference('artifact'),
  dst_payload_ref: reference('artifact'),
  encapsulates_refs: list(reference('network-traffic')),
  encapsulated_by_ref: reference('network-traffic'),
};

const process: Members = {
  is_hidden: boolean,
  pid: integer(),
  created_time: timestamp,
  cwd: text,
  command_line: text,
  environment_variables: dictionary(text),
  opened_connection_refs: list(reference('network-traffic')),
  creator_user_ref: account,
  image_ref: reference('file'),
  parent_ref: reference('process'),
  child_refs: list(reference('process')),
};

const userAccount: Members = {
  user_id: text,
  credential: text,
  account_login: text,
  account_type: open('account-type'),
  display_name: text,
  is_service_account: boolean,
  is_privileged: boolean,
  can_escalate_privs: boolean,
  is_disabled: boolean,
  account_created: timestamp,
  account_expires: timestamp,
  credential_last_changed: timestamp,
  account_first_login: timestamp,
  account_last_login: timestamp,
};

const registryKey: Members = {
  key: text,
  values: list(
    members(
      { name: text, data: text, data_type: closed('windows-registry-datatype') },
      { someOf: [['name', 'data', 'data_type']] },
    ),
  ),
  modified_time: timestamp,
  creator_user_ref: account,
  number_of_subkeys: count,
};

const certificateExtensions: Members = {
  basic_constraints: text,
  name_constraints: text,
  policy_constraints: text,
  key_usage: text,
  extended_key_usage: text,
  subject_key_identifier: text,
  authority_key_identifier: text,
  subject_alternative_name: text,
  issuer_alternative_name: text,
  subject_directory_attributes: text,
  crl_distribution_points: text,
  inhibit_any_policy: text,
  private_key_usage_period_not_before: timestamp,
  private_key_usage_period_not_after: timestamp,
  certificate_policies: text,
  policy_mappings: text,
};

const certificate: Members = {
  is_self_signed: boolean,
  hashes,
  version: text,
  serial_number: text,
  signature_algorithm: text,
  issuer: text,
  validity_not_before: timestamp,
  validity_not_after: timestamp,
  subject: text,
  subject_public_key_algorithm: text,
  subject_public_key_modulus: text,
  subject_public_key_exponent: integer(),
  x509_v3_extensions: members(certificateExtensions, {
    someOf: [Object.keys(certificateExtensions)],
  }),
};

export const OBSERVABLES: ObjectTypes = {
  artifact: observable(
    '6.1',
    ['hashes', 'payload_bin'],
    {
      mime_type: mediaType,
      payload_bin: binary,
      url,
      hashes,
      encryption_algorithm: closed('encryption-algorithm'),
      decryption_key: text,
    },
    {
      oneOf: [['payload_bin', 'url']],
      with: [
        ['url', 'hashes'],
        ['decryption_key', 'encryption_algorithm'],
      ],
    },
  ),
  'autonomous-system': observable('6.2', ['number'], {
    number: required(integer()),
    name: text,
    rir: text,
  }),
  directory: observable('6.3', ['path'], {
    path: required(text),
    path_enc: characterSet,
    ...times,
    contains_refs: list(reference('file', 'directory')),
  }),
  'domain-name': observable('6.4', ['value'], {
    value: required(text),
    resolves_to_refs: list(reference('ipv4-addr', 'ipv6-addr', 'domain-name')),
  }),
  'email-addr': observable('6.5', ['value'], {
    value: required(text),
    display_name: text,
    belongs_to_ref: account,
  }),
  'email-message': observable('6.6', ['from_ref', 'subject', 'body'], emailMessage),
  file: observable(
    '6.7',
    ['hashes', 'name', 'extensions', 'parent_directory_ref'],
    file,
    { someOf: [['hashes', 'name']] },
    FILE_EXTENSIONS,
  ),
  'ipv4-addr': observable('6.8', ['value'], addressed),
  'ipv6-addr': observable('6.9', ['value'], addressed),
  'mac-addr': observable('6.10', ['value'], {
    value: required(
      matching(/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/, 'six pairs of small hexadecimal digits'),
    ),
  }),
  mutex: observable('6.11', ['name'], { name: required(text) }),
  'network-traffic': observable(
    '6.12',
    ['start', 'end', 'src_ref', 'dst_ref', 'src_port', 'dst_port', 'protocols', 'extensions'],
    traffic,
    { someOf: [['src_ref', 'dst_ref']], order: [['start', 'end']] },
    TRAFFIC_EXTENSIONS,
  ),
  process: observable('6.13', [], process, someOfAll(process), PROCESS_EXTENSIONS),
  software: observable('6.14', ['name', 'cpe', 'swid', 'vendor', 'version'], {
    name: required(text),
    cpe: text,
    swid: text,
    languages: list(text),
    vendor: text,
    version: text,
  }),
  url: observable('6.15', ['value'], { value: required(url) }),
  'user-account': observable(
    '6.16',
    ['account_type', 'user_id', 'account_login'],
    userAccount,
    someOfAll(userAccount),
    USER_ACCOUNT_EXTENSIONS,
  ),
  'windows-registry-key': observable(
    '6.17',
    ['key', 'values'],
    registryKey,
    someOfAll(registryKey),
  ),
  'x509-certificate': observable(
    '6.18',
    ['hashes', 'serial_number'],
    certificate,
    someOfAll(certificate),
  ),
};
