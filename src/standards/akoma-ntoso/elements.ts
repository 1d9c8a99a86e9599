/** What each element of Akoma Ntoso 3.0 is to a reader of provisions. */
import type { Prefix } from './address.ts';

/** The namespace of the standard, and those of its drafts, which files in use still bear. */
export const NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';
const DRAFTS = /^http:\/\/docs\.oasis-open\.org\/legaldocml\/ns\/akn\/3\.0\/(?:CSD|WD)\d{2}$/;

/** Whether a namespace is that of Akoma Ntoso 3.0. */
export function isAkomaNtoso(namespace: string): boolean {
  return namespace === NAMESPACE || DRAFTS.test(namespace);
}

/** Kinds of documents that hold one text. Collections, debates and judgments do not. */
export const DOCUMENTS: ReadonlySet<string> = new Set(['act', 'bill', 'doc', 'statement']);

/** Elements of the hierarchy, and what they are here. */
export const HIERARCHY: Readonly<Record<string, Prefix>> = {
  part: 'part',
  subpart: 'sec',
  book: 'part',
  tome: 'part',
  title: 'title',
  subtitle: 'chap',
  chapter: 'chap',
  subchapter: 'sec',
  section: 'sec',
  subsection: 'sec',
  division: 'sec',
  article: 'art',
  rule: 'art',
  paragraph: 'para',
  clause: 'para',
  level: 'para',
  hcontainer: 'para',
  transitional: 'para',
  subparagraph: 'subpara',
  subclause: 'subpara',
  subrule: 'para',
  alinea: 'subpara',
  proviso: 'subpara',
  point: 'point',
  indent: 'point',
  item: 'list',
  recital: 'para',
};

/** What is not part of the words: metadata, notes of editors, tables of contents. */
export const LEFT_OUT: ReadonlySet<string> = new Set([
  'meta',
  'coverPage',
  'toc',
  'authorialNote',
  'remark',
  'img',
  'changed',
]);

/** Of what is left out, what a reader of the file would miss. */
export const MISSED: ReadonlySet<string> = new Set(['authorialNote', 'img', 'remark']);

/** Elements whose words make a paragraph of their own. */
export const BLOCKS: ReadonlySet<string> = new Set([
  'p',
  'block',
  'longTitle',
  'formula',
  'citation',
  'listIntroduction',
  'listWrapUp',
  'crossHeading',
  'signature',
  'tr',
  'li',
  'caption',
  'blockContainer',
  'container',
  'quotedStructure',
  'eol',
  'br',
]);
