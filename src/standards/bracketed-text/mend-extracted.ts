/**
 * Mends resolutions that a program took out of pages: what stands before and after the text is
 * left out, heads of pages are dropped, and paragraphs that a page cut in two are joined.
 */

/** A paragraph and the line on which it begins, from 1 on. */
export interface Paragraph {
  readonly line: number;
  readonly text: string;
}
export interface Mended {
  readonly paragraphs: readonly Paragraph[];
  readonly remarks: readonly { readonly line: number; readonly what: string }[];
  /** As it stands above the text. */
  readonly title: string | undefined;
}

/** `The General Assembly,`: who decides, before why and what. */
const ENACTING = /^The \p{Lu}[\p{L} ,’'-]{3,120},$/u;
const NUMBERED = /^(?:\d{1,3}\.|\([a-z]{1,2}\)|\([ivxlc]{1,6}\)) /;
const TITLED = /^\d{1,3}\/\d{1,4}\. (?<title>.+)$/;
const CLOSING = /^\d{1,3}(?:st|nd|rd|th) (?:plenary )?meeting\b/;
const NOTE = /^\[\^[\w-]+\]: /;
/** How the paragraphs of a preamble begin in English: with a participle, or a word like mindful. */
const WORDS =
  'Mindful|Aware|Conscious|Cognizant|Desirous|Anxious|Seized|Grateful|Hopeful|Deeply|Gravely|' +
  'Fully|Keenly';
const OPENER = new RegExp(
  '^(?!United\\b)(?:(?:\\p{Lu}\\p{L}+ly|Also|Again|Further|Once again),? )?' +
    `(?:\\p{Lu}?\\p{L}*(?:ing|ed)|${WORDS})\\b`,
  'u',
);
const ENDED = /(?:[.;:,”]|[;,] (?:and|or))(?:\d{1,2}|\[\^\d+\])*$/u;

/** Whether the paragraph is a head of a page: the title again, or the beginning of it. */
function isPageHead(text: string, title: string): boolean {
  const plain = text.replaceAll(/\s+/g, ' ');
  return title !== '' && plain.length >= 12 && (title.startsWith(plain) || plain === title);
}

function isContinued(before: Paragraph, { text }: Paragraph, isPreamble: boolean): boolean {
  if (NUMBERED.test(text)) return false;
  if (!isPreamble || !ENDED.test(before.text) || /^\p{Ll}/u.test(text)) return true;
  return !ENACTING.test(before.text) && !OPENER.test(text);
}

function joined(paragraphs: readonly Paragraph[]): Paragraph[] {
  const whole: Paragraph[] = [];
  let isPreamble = true;
  for (const paragraph of paragraphs) {
    const last = whole.at(-1);
    if (NUMBERED.test(paragraph.text)) isPreamble = false;
    if (last !== undefined && isContinued(last, paragraph, isPreamble)) {
      whole[whole.length - 1] = { line: last.line, text: `${last.text} ${paragraph.text}` };
    } else whole.push(paragraph);
  }
  return whole;
}

/** The longer of two: the line above the text may be cut off, and the field ends in a colon. */
function titleOf(before: readonly Paragraph[], given: string): string {
  const field = given.replace(/\s*:$/, '');
  const titled = before.map(({ text }) => TITLED.exec(text)?.groups?.['title'] ?? '');
  const printed = titled.find((one) => one !== '') ?? '';
  return printed.length > field.length ? printed : field;
}

/** The paragraphs of the text itself. A file that no program took from pages stays as it is. */
export function mendedParagraphs(
  paragraphs: readonly Paragraph[],
  fields: ReadonlyMap<string, string>,
): Mended {
  const from = paragraphs.findIndex(({ text }) => ENACTING.test(text));
  if (!fields.has('extract_version') || from === -1) {
    return { paragraphs, remarks: [], title: undefined };
  }
  const before = paragraphs.slice(0, from);
  const title = titleOf(before, fields.get('title') ?? '');
  const rest = paragraphs.slice(from);
  const end = rest.findIndex(({ text }) => CLOSING.test(text) || text === '---');
  const text = end === -1 ? rest : rest.slice(0, end);
  const notes = rest.filter((one) => NOTE.test(one.text)).length;
  const heads = text.filter((one) => isPageHead(one.text, title));
  const whole = joined(text.filter((one) => !heads.includes(one)));
  return {
    paragraphs: whole,
    title: title === '' ? undefined : title,
    remarks: [
      { line: before[0]?.line ?? 0, what: `${before.length} lines before the text are left out` },
      ...heads.map(({ line }) => ({ line, what: 'the head of a page is left out' })),
      ...(notes === 0 ? [] : [{ line: 0, what: `${notes} notes are left out` }]),
    ],
  };
}
