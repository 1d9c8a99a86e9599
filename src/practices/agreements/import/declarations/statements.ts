/** From a block to its statements: which paragraphs begin one, which go on, which head it. */
import { pattern } from './pattern.ts';
import type { Block } from './blocks.ts';
import {
  AT_PROVISION,
  DAY_ALONE,
  DOES,
  DOES_ALONE,
  GOES_ON,
  HEADING,
  LEAD_IN,
  LETTERED,
  NUMBERED,
  namesProvision,
} from './openings.ts';
import { paragraphsOf } from './paragraphs.ts';
import { type Skipped, type Span, asMatched } from './spans.ts';

/** One statement, still unread. */
export interface Passage extends Span {
  /** Headings that it stands under, from the outermost; a lead-in that ends in a colon too. */
  readonly under: readonly string[];
  /** The day that stands over it, as written. */
  readonly day: string;
}

interface Passages {
  readonly passages: Passage[];
  readonly skipped: Skipped[];
}

const OMISSION = /^[\s"“”.…[\]()]*$/;
const LEADS_ON = /(?::|[-–—]|\bthat|\bto|\band)["“”]?$/;
const QUOTES_A_TEXT = pattern(
  'i',
  String.raw`\b(?:as follows|stipulates?|provides?|reads?|states?|worded|`,
  String.raw`the following (?:text|provision|law)s?|following (?:provision|safeguard|`,
  String.raw`measure)s?)\b[^.]{0,60}[:–-]["“”]?$`,
);
/** A reason or a background rarely says within so many characters what is done. */
const HEART_WITHIN = 420;

const HEADING_LENGTH_MAX = 300;

interface Paragraph extends Span {
  readonly words: string;
}

/** The run of paragraphs that is being read. */
interface Run {
  from: number;
  to: number;
  /** Whether something in it is the heart of a statement already. */
  hasHeart: boolean;
  last: string;
  lead: string;
}

const hasHeart = ({ words }: Paragraph): boolean => DOES.test(words.slice(0, HEART_WITHIN));

/** A list item is a statement where it does something itself, or is about a provision. */
function beginsAsItem({ words }: Paragraph, run: Run, heart: boolean): boolean | null {
  if (NUMBERED.test(words)) {
    const does = heart || namesProvision(words.slice(0, HEART_WITHIN));
    return does && (!QUOTES_A_TEXT.test(run.last) || run.lead !== '');
  }
  if (LETTERED.test(words)) return heart && namesProvision(words);
  return null;
}

const MEETING_QUOTES = /["”]\n["“]/;

/** A paragraph without a number: it begins one where it does something of its own. */
function beginsUnnumbered({ words }: Paragraph, run: Run, heart: boolean): boolean {
  if (GOES_ON.test(words)) return false;
  if (MEETING_QUOTES.test(`${run.last}\n${words}`)) return true;
  const isPlaced = AT_PROVISION.test(words);
  if (!run.hasHeart || LEADS_ON.test(run.last)) return isPlaced && run.hasHeart;
  const start = words.slice(0, HEART_WITHIN);
  return isPlaced || (heart && (DOES_ALONE.test(start) || namesProvision(start)));
}

function begins(paragraph: Paragraph, run: Run): boolean {
  const heart = hasHeart(paragraph);
  return beginsAsItem(paragraph, run, heart) ?? beginsUnnumbered(paragraph, run, heart);
}

/** Text that stands over what follows it, or is no statement at all. */
function passedOver({ words }: Paragraph): Skipped['reason'] | null {
  if (OMISSION.test(words)) return 'omission';
  if (DAY_ALONE.test(words)) return 'date';
  if (HEADING.test(words) && words.length <= HEADING_LENGTH_MAX) return 'heading';
  const leadsIn = LEAD_IN.test(words) && words.length <= HEADING_LENGTH_MAX;
  return leadsIn && !namesProvision(words) ? 'heading' : null;
}

class Reader {
  readonly found: Passages = { passages: [], skipped: [] };
  #run: Run | null = null;
  #heading = '';
  #day = '';

  close(): void {
    const run = this.#run;
    if (run === null) return;
    const under = [this.#heading, run.lead].filter((one) => one !== '');
    this.found.passages.push({ from: run.from, to: run.to, under, day: this.#day });
    this.#run = null;
  }

  #skip(paragraph: Paragraph, reason: Skipped['reason']): void {
    this.close();
    this.found.skipped.push({ from: paragraph.from, to: paragraph.to, reason });
    if (reason === 'heading') this.#heading = paragraph.words;
    if (reason === 'date') [this.#day, this.#heading] = [paragraph.words, ''];
  }

  /** What introduces a list goes with each of its items. */
  #leadFor(run: Run | null): string {
    if (run === null) return '';
    return run.lead || (LEADS_ON.test(run.last) ? run.last : '');
  }

  take(paragraph: Paragraph): void {
    const reason = passedOver(paragraph);
    if (reason !== null) return this.#skip(paragraph, reason);
    const run = this.#run;
    const heart = hasHeart(paragraph);
    if (run !== null && !begins(paragraph, run)) {
      Object.assign(run, { to: paragraph.to, last: paragraph.words });
      run.hasHeart ||= heart;
      return;
    }
    const isItem = NUMBERED.test(paragraph.words) || LETTERED.test(paragraph.words);
    const lead = isItem || AT_PROVISION.test(paragraph.words) ? this.#leadFor(run) : '';
    this.close();
    const { from, to, words } = paragraph;
    this.#run = { from, to, hasHeart: heart, last: words, lead };
  }
}

/** The statements of a block in their order, and what in it is none. */
export function passagesOf(text: string, block: Block): Passages {
  const reader = new Reader();
  for (const span of paragraphsOf(text, block)) {
    reader.take({ ...span, words: asMatched(text.slice(span.from, span.to)) });
  }
  reader.close();
  return reader.found;
}
