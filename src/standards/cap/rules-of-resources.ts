/** What an alert must say of a file that goes with it. CAP 1.2, 3.2.3. */
import { createHash } from 'node:crypto';
import { rule } from '../../kernel/law.ts';
import type { CapResource } from './alert.ts';
import { type Found, type ProfileRule, unless } from './profile-rule.ts';
import { isAbsolute } from './rules-of-infos.ts';

/** Type and sub-type, and parameters. RFC 2046; RFC 2045, 5.1. */
const MIME_TYPE = /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+\s*(;.*)?$/;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const SHA_1 = /^[0-9a-fA-F]{40}$/;

/** The bytes that are carried in the alert itself; null where there are none that can be read. */
function carried({ derefUri }: CapResource): Buffer | null {
  const text = derefUri?.replaceAll(/\s/g, '') ?? '';
  return BASE64.test(text) && text.length % 4 === 0 ? Buffer.from(text, 'base64') : null;
}

/** The digest is of the bytes carried; of those that only an address names, nothing can be said. */
function digestFails(resource: CapResource): readonly Found[] {
  const { digest, derefUri } = resource;
  const bytes = carried(resource);
  if (digest === undefined || derefUri === undefined || bytes === null) return [];
  const actual = createHash('sha1').update(bytes).digest('hex');
  const isSame = actual === digest.trim().toLowerCase();
  return unless(isSame || !SHA_1.test(digest.trim()), 'digest', `the bytes have ${actual}`);
}

export const resourceRules: readonly ProfileRule<CapResource>[] = [
  {
    rule: rule(
      'cap.mime-type-missing',
      'CAP 1.2, 3.2.3, mimeType',
      'What is carried or digested says its type.',
    ),
    weight: 'error',
    find: ({ mimeType, derefUri, digest }) =>
      unless(
        mimeType !== undefined || (derefUri === undefined && digest === undefined),
        '',
        'it lacks mimeType',
      ),
  },
  {
    rule: rule('cap.mime-type', 'RFC 2046; CAP 1.2, 3.2.3, mimeType', 'A type is a MIME type.'),
    weight: 'warning',
    find: ({ mimeType }) =>
      unless(
        mimeType === undefined || MIME_TYPE.test(mimeType.trim()),
        'mimeType',
        'it has no type and sub-type',
      ),
  },
  {
    rule: rule('cap.deref-uri', 'CAP 1.2, 3.2.3, derefUri', 'What is carried is in base 64.'),
    weight: 'error',
    find: (resource) =>
      unless(
        resource.derefUri === undefined || carried(resource) !== null,
        'derefUri',
        'it is not in base 64',
      ),
  },
  {
    rule: rule(
      'cap.digest-fails',
      'CAP 1.2, 3.2.3, digest',
      'The digest is that of the bytes carried.',
    ),
    weight: 'error',
    find: digestFails,
  },
  {
    rule: rule('cap.digest', 'CAP 1.2, 3.2.3, digest', 'A digest is that of SHA-1.'),
    weight: 'warning',
    find: ({ digest }) =>
      unless(digest === undefined || SHA_1.test(digest.trim()), 'digest', 'it is none of SHA-1'),
  },
  {
    rule: rule('cap.resource-size', 'CAP 1.2, 3.2.3, size', 'A size is not below nothing.'),
    weight: 'error',
    find: ({ size }) => unless(size?.startsWith('-') !== true, 'size', 'it is below nothing'),
  },
  {
    rule: rule(
      'cap.resource-nowhere',
      'CAP 1.2, 3.2.3, uri, derefUri',
      'A resource is carried, or says where it is.',
    ),
    weight: 'warning',
    find: ({ uri, derefUri }) =>
      unless(uri !== undefined || derefUri !== undefined, '', 'it has neither uri nor derefUri'),
  },
  {
    rule: rule('cap.uri', 'CAP 1.2, 3.2.3, uri', 'The address of what is not carried is absolute.'),
    weight: 'warning',
    find: ({ uri, derefUri }) =>
      unless(
        uri === undefined || derefUri !== undefined || isAbsolute(uri),
        'uri',
        'it is no absolute address',
      ),
  },
];
