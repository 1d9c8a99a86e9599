/**
 * What says in Akoma Ntoso that words are not agreed. The standard has `ins` and `del`, but neither
 * alternatives nor who is for and against them; attributes of a namespace of our own say that.
 */

/** The namespace of the attributes; the number goes up when they come to mean something else. */
export const OPEN_NAMESPACE = 'urn:concord:negotiating-text:1';

/** What an element is, beside what it is in the standard. */
export const ROLES = [
  'title',
  'symbol',
  'number',
  'words',
  'alternatives',
  'alternative',
  'placeholder',
  'character',
] as const;
export type Role = (typeof ROLES)[number];

/** Characters that XML 1.0 has no way of writing, section 2.2, one by one; and a few more. */
export const UNWRITABLE = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu;
