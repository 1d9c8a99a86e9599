/** A text of law as plain data: its language, its title, its provisions in their order. */
import type { Prefix } from './address.ts';

export const TITLE_LENGTH_MAX = 500;
export const NUMBER_LENGTH_MAX = 80;
export const HEADING_LENGTH_MAX = 500;
export const WORDS_LENGTH_MAX = 100_000;
export const PROVISIONS_MAX = 5000;

/** One provision; its place in the whole is in its address. */
export interface TextProvision {
  readonly id: string;
  readonly kind: Prefix;
  /** As it is printed: `Article 11`, `1.`, `(b)`. */
  readonly number?: string | undefined;
  readonly heading?: string | undefined;
  /** Its own words, without those of the provisions below it; paragraphs end in line feeds. */
  readonly text: string;
}

export interface TextDocument {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly provisions: readonly TextProvision[];
}

/** What is wrong with a file, or was not taken over from it. */
export interface Remark {
  /** From 1 on; 0 where no line is at fault. */
  readonly line: number;
  readonly what: string;
}

/** What a reader makes of a file: a document with what was left out, or why it is none. */
export type ReadText =
  | { readonly document: TextDocument; readonly remarks: readonly Remark[] }
  | { readonly faults: readonly Remark[] };

/** Control characters but those of spacing, and what is no character: XML 1.0, section 2.2. */
const UNWRITABLE = /(?![\t\n\r\u0085])\p{Cc}|[\ufffe\uffff]/gu;

/** Words in one line, with single spaces, of characters that any format can hold. */
export function inOneLine(text: string): string {
  const spaced = text.toWellFormed().replaceAll(UNWRITABLE, '');
  return spaced.replaceAll(/[ \t\r\n\u0085\u2028]+/g, ' ').trim();
}

/** Words as readers give them: each paragraph a line, none empty. */
export function normalWords(text: string): string {
  const lines = text.split('\n').map(inOneLine);
  return lines.filter((line) => line !== '').join('\n');
}

/** What is too long in a provision, in words, or null. */
export function lengthFault(provision: TextProvision): string | null {
  const { number = '', heading = '', text } = provision;
  if (number.length > NUMBER_LENGTH_MAX) return `a number of ${number.length} characters`;
  if (heading.length > HEADING_LENGTH_MAX) return `a heading of ${heading.length} characters`;
  return text.length > WORDS_LENGTH_MAX ? `a provision of ${text.length} characters` : null;
}
