/**
 * Reads a text that is written plainly, or in Markdown: articles under headings such as
 * `Article 5`, numbered paragraphs, points with letters. Most treaties exist in no other form.
 * What it makes of them is a proposal, to be looked at before it is recorded.
 */
import { DraftProvision } from '../akoma-ntoso/draft-text.ts';
import { withAddresses } from '../akoma-ntoso/give-addresses.ts';
import type { Prefix } from '../akoma-ntoso/address.ts';
import { numberIn } from '../akoma-ntoso/numbers.ts';
import {
  PROVISIONS_MAX,
  type ReadText,
  TITLE_LENGTH_MAX,
  inOneLine,
} from '../akoma-ntoso/text-document.ts';
import {
  type Heading,
  headingAt,
  isHeadingText,
  paragraphAt,
  pointAt,
  withoutMarks,
} from './headings.ts';

export const PLAIN_BYTES_MAX = 2 * 1024 * 1024;
const LINES_MAX = 60_000;

const RANKS: readonly Prefix[] = ['annex', 'part', 'title', 'chap', 'sec', 'art', 'para', 'list'];
const TOP: ReadonlySet<Prefix> = new Set(['preamble', 'conclusions', 'annex']);

const ROMAN = /^[ivxlc]+$/;

class PlainReading {
  readonly drafts: DraftProvision[] = [];
  title = '';
  #line = 0;
  #open: DraftProvision | null = null;
  readonly #top = new Map<Prefix, number>();
  /** Whether the next line may be the heading of the provision just begun. */
  #headingMayFollow = false;
  #begun = false;

  take(raw: string): void {
    this.#line += 1;
    const line = inOneLine(raw);
    if (line === '') return this.#end();
    const heading = headingAt(line);
    if (heading) return this.#begin(heading);
    if (!this.#begun && this.title === '') this.title = withoutMarks(line);
    else if (this.#mayBeHeading(line)) this.#head(withoutMarks(line));
    else this.#words(line);
    return undefined;
  }

  #mayBeHeading(line: string): boolean {
    return this.#headingMayFollow && isHeadingText(withoutMarks(line));
  }

  #head(heading: string): void {
    if (this.#open) this.#open.heading = heading;
    this.#headingMayFollow = false;
  }

  #words(line: string): void {
    this.#headingMayFollow = false;
    const inArticle = this.#open !== null && !['preamble', 'conclusions'].includes(this.#open.kind);
    const numbered = inArticle ? (paragraphAt(line) ?? pointAt(line)) : null;
    if (numbered) return this.#beginNumbered(numbered);
    if (this.#open === null)
      this.#add('preamble', { kind: 'preamble', number: '', rest: '' }, null);
    this.#open?.add(`${line} `);
    return undefined;
  }

  /** A blank line ends a paragraph. */
  #end(): void {
    this.#open?.endParagraph(this.#line);
  }

  close(): void {
    this.#end();
  }

  #around(kind: Prefix): DraftProvision | null {
    if (TOP.has(kind)) return null;
    const rank = RANKS.indexOf(kind);
    let around = this.#open;
    while (around && (RANKS.indexOf(around.kind) >= rank || RANKS.indexOf(around.kind) === -1)) {
      around = around.parent;
    }
    return around;
  }

  #begin(heading: Heading): void {
    const draft = this.#add(heading.kind, heading, this.#around(heading.kind));
    if (heading.kind === 'conclusions') draft.add(`${heading.rest} `);
    else draft.heading = heading.rest;
    this.#headingMayFollow = heading.rest === '' && heading.kind !== 'preamble';
  }

  #beginNumbered(heading: Heading): void {
    const around =
      heading.kind === 'list' ? this.#aroundPoint(heading.number) : this.#around(heading.kind);
    this.#add(heading.kind, heading, around).add(`${heading.rest} `);
  }

  /** Roman numerals stand below letters; (i) after (h) is a letter itself. */
  #aroundPoint(number: string): DraftProvision | null {
    const token = numberIn(number) ?? '';
    const around = this.#around('list');
    const points: DraftProvision[] = [];
    for (let one = this.#open; one && one.kind === 'list'; one = one.parent) points.push(one);
    const innermost = points[0];
    if (!innermost) return this.#open;
    const fits = points.find((one) => follows(numberIn(one.number) ?? '', token));
    if (fits) return fits.parent;
    return ROMAN.test(token) && token === 'i' ? innermost : around;
  }

  #add(kind: Prefix, { number }: Heading, parent: DraftProvision | null): DraftProvision {
    this.#end();
    this.#begun = true;
    const draft = new DraftProvision({ kind, line: this.#line, parent, given: null });
    draft.number = number;
    const count = parent?.begin(kind) ?? (this.#top.get(kind) ?? 0) + 1;
    if (parent === null) this.#top.set(kind, count);
    draft.token = `${count}`;
    this.drafts.push(draft);
    this.#open = draft;
    return draft;
  }
}

const ROMANS = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii'];

/** Whether one token comes right after another: b after a, iv after iii, 3 after 2. */
function follows(before: string, token: string): boolean {
  const place = ROMANS.indexOf(before);
  if (place !== -1 && ROMANS[place + 1] === token) return true;
  if (/^\d+$/.test(before)) return Number(before) + 1 === Number(token);
  const isLetter = /^[a-z]$/i.test(before) && /^[a-z]$/i.test(token);
  return isLetter && before.charCodeAt(0) + 1 === token.charCodeAt(0);
}

const faulty = (what: string, line = 0): ReadText => ({ faults: [{ line, what }] });

/** Reads a text in a language that is told; what cannot be read is said with its line. */
export function readPlainText(text: string, language: string): ReadText {
  if (Buffer.byteLength(text) > PLAIN_BYTES_MAX) {
    return faulty(`it is larger than ${PLAIN_BYTES_MAX} bytes`);
  }
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  if (lines.length > LINES_MAX) return faulty(`it has more than ${LINES_MAX} lines`);
  const reading = new PlainReading();
  for (const line of lines) reading.take(line);
  reading.close();
  const drafts = reading.drafts.filter((draft) => !draft.isEmpty());
  if (drafts.length > PROVISIONS_MAX)
    return faulty(`it has more than ${PROVISIONS_MAX} provisions`);
  if (!drafts.some(({ kind }) => kind === 'art')) {
    return faulty('no line begins an article, as “Article 1” would', lines.length);
  }
  const { provisions, faults } = withAddresses(drafts);
  if (faults.length > 0) return { faults: faults.slice(0, 20) };
  return {
    document: { language, title: reading.title.slice(0, TITLE_LENGTH_MAX), provisions },
    remarks: [],
  };
}
