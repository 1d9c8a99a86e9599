/**
 * From a block to its paragraphs. Pages taken from the web often lost their line breaks, so that
 * one paragraph ends and the next begins without a space: `…of the Convention.The Government…`.
 */
import { type Span, trimmed } from './spans.ts';

const OPENING = `["“”‘«]{0,2}`;
const CAPITAL = `\\p{Lu}(?:\\p{Ll}|['’]|\\s)`;
const NUMBER = `(?:\\(?(?:\\d{1,2}|[IVX]{1,4}|[A-Za-z])\\)|\\d{1,2}\\.|[A-Z]\\.|[IVX]{1,4}\\.)`;

/** Where a paragraph ends and the next one begins with nothing between. */
const GLUED: readonly RegExp[] = [
  // …the Convention.The Government… but not U.S.A or e.g.The
  new RegExp(`(?<=[\\p{Ll}\\d)\\]"”’»][.:;!?…])(?=["“‘«]?${CAPITAL})`, 'gu'),
  // …of the Convention."The Government… whichever paragraph the quotation mark belongs to
  new RegExp(`(?<=[.:;!?…]["”’»]{1,2})(?=["“‘«]{0,2}(?:\\.{3}|…)?${CAPITAL})`, 'gu'),
  // …of the Convention,"3) under paragraph 1… and …of the same article.2.In accordance…
  new RegExp(`(?<=[.:;,…]["”’»]?)(?=${OPENING}${NUMBER}\\s*["“‘]?\\p{L})`, 'gu'),
  // …claims, and2. Also declare
  new RegExp(`(?<=[\\p{Ll}])(?=\\d{1,2}\\.\\s*\\p{Lu}\\p{Ll})`, 'gu'),
  // …paragraph 2.– Article 19…
  new RegExp(`(?<=[.:;,])(?=[–—•-]\\s*\\p{L})`, 'gu'),
  // Article 20The Government…
  new RegExp(`(?<=\\b[Aa]rticles? (?:\\d{1,3} and )?\\d{1,3})(?=["“‘«]?\\p{Lu}\\p{Ll})`, 'gu'),
  // …mfa@example.org"In accordance with… and Liberty of MovementThe Government…
  /(?<=\p{Ll}["”])(?=\p{Lu}\p{Ll}{1,12} )|(?<=\p{Ll}{3})(?=(?:The|In|With|It|This) )/gu,
  // Reservation:“…
  /(?<=\b(?:[Dd]eclaration|[Rr]eservation|[Uu]nderstanding|[Oo]bjection)s?:)(?=\S)/g,
  // Two quotations that meet.
  /(?<=["”»])(?=[“«])|(?<=[.…]")(?=")/gu,
];

/** Printed lines go on; a line that is empty, or that ends a sentence, ends a paragraph. */
const BROKEN = /\n[ \t]*\n\s*|(?<=[.:;!?…]["”’»)]{0,2}[ \t]{0,8})\n\s*/g;

function boundariesIn(body: string): number[] {
  const places = new Set<number>();
  for (const pattern of GLUED) {
    for (const match of body.matchAll(pattern)) places.add(match.index);
  }
  for (const match of body.matchAll(BROKEN)) places.add(match.index + match[0].length);
  places.delete(0);
  return [...places].sort((one, other) => one - other);
}

/** What belongs to what follows it: a quotation mark, an ellipsis, a number alone. */
const ONLY_MARKS = /^[\s"“”‘’«».…]*(?:\(?\d{1,2}[.)])?$/;

/** The paragraphs of a block: together they are all of it but white space. */
export function paragraphsOf(text: string, block: Span): Span[] {
  const body = text.slice(block.from, block.to);
  const paragraphs: Span[] = [];
  let from = 0;
  for (const to of [...boundariesIn(body), body.length]) {
    if (to < body.length && ONLY_MARKS.test(body.slice(from, to))) continue;
    const span = trimmed(text, { from: block.from + from, to: block.from + to });
    if (span) paragraphs.push(span);
    from = to;
  }
  return paragraphs;
}
