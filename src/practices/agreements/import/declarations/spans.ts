/** Parts of a text by their places in it: what is read, and what is passed over and why. */

/** From the first character to the one after the last, in the text with its lines ended by LF. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const SKIP_REASONS = [
  'blank',
  'participant',
  'section',
  'heading',
  'date',
  'omission',
  'footnote',
  'too-many',
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** What belongs to no statement. */
export interface Skipped extends Span {
  readonly reason: SkipReason;
}

/** The text as all places refer to it: whichever way its lines ended. */
export function withPlainLines(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
}

/** A span without the white space around it; null where there is nothing else. */
export function trimmed(text: string, span: Span): Span | null {
  let { from, to } = span;
  while (from < to && /\s/.test(text[from] ?? '')) from += 1;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to -= 1;
  return from < to ? { from, to } : null;
}

/** Words broken at the end of a printed line are mended, quotes and spaces made alike. */
export function asMatched(text: string): string {
  return text
    .replaceAll(/(\p{L})[-\u00AD]\s+(?!and\b|or\b|et\b|ou\b|y\b|o\b)(?=\p{Ll})/gu, '$1')
    .replaceAll('\u00AD', '')
    .replaceAll(/[\u2018\u2019\u02BC]/g, "'")
    .replaceAll(/[\u201C\u201D\u201E\u00AB\u00BB]/g, '"')
    .replaceAll(/[\u2010-\u2013]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
