/**
 * Reads a draft that is written plainly or in Markdown, with square brackets where it is not
 * agreed. What it makes of it is a proposal, to be looked at before it is tabled.
 */
import type { DraftedText, Inline } from './bracketed-text.ts';
import { DraftStructure } from './draft-structure.ts';
import { frontMatterOf } from './front-matter.ts';
import { type Marked, markOf } from './markers.ts';
import { type Paragraph, mendedParagraphs } from './mend-extracted.ts';
import {
  BRACKETS_NESTED_MAX,
  type NameActor,
  balanceOf,
  namedById,
  readWords,
} from './read-words.ts';

export const DRAFT_BYTES_MAX = 2 * 1024 * 1024;
export const DRAFT_PROVISIONS_MAX = 2000;
const FAULTS_MAX = 20;
const EXCERPT_CHARACTERS = 40;

/** What is wrong with a draft, or was not taken over from it. */
export interface DraftRemark {
  /** From 1 on; 0 where no line is at fault. */
  readonly line: number;
  readonly what: string;
}
export type ReadDraft =
  | { readonly draft: DraftedText; readonly remarks: readonly DraftRemark[] }
  | { readonly faults: readonly DraftRemark[] };

export interface Reading {
  /** What the file does not say itself. */
  readonly language: string;
  readonly nameActor?: NameActor;
}

/** Lines that belong together, until an empty one or one that begins a provision. */
function paragraphsOf(lines: readonly string[], first: number): Paragraph[] {
  const paragraphs: { line: number; text: string }[] = [];
  let isOpen = false;
  for (const [at, raw] of lines.entries()) {
    const text = raw.trim();
    const last = paragraphs.at(-1);
    if (text === '') isOpen = false;
    else if (isOpen && last !== undefined && markOf(text).kind === 'plain') {
      last.text = `${last.text} ${text}`;
    } else {
      paragraphs.push({ line: first + at, text });
      isOpen = !text.startsWith('#');
    }
  }
  return paragraphs;
}

/** Reads the words of one paragraph after another, and brackets that several of them are in. */
class BracketReading {
  readonly faults: DraftRemark[] = [];
  readonly remarks: DraftRemark[] = [];
  readonly #nameActor: NameActor;
  /** The lines on which brackets began that have not ended. */
  #open: number[] = [];

  constructor(nameActor: NameActor) {
    this.#nameActor = nameActor;
  }

  words(line: number, rest: string): readonly Inline[] {
    const carried = this.#open.length;
    const { opened, closed } = balanceOf(rest);
    const lines = [
      ...this.#open.slice(0, Math.max(0, carried - closed)),
      ...opened.map(() => line),
    ];
    if (carried > 0) this.remarks.push({ line, what: 'a bracket goes on through paragraphs' });
    this.#open = lines.length > BRACKETS_NESTED_MAX ? [] : lines;
    const whole = '['.repeat(carried) + rest + ']'.repeat(this.#open.length);
    const found = readWords(whole, this.#nameActor);
    if ('words' in found) return found.words;
    const at = Math.max(0, found.fault.at - carried);
    const excerpt = rest.slice(Math.max(0, at - EXCERPT_CHARACTERS), at + 1);
    this.faults.push({ line, what: `${found.fault.what}: “${excerpt}”` });
    this.#open = [];
    return [];
  }

  close(): void {
    for (const line of this.#open) {
      this.faults.push({ line, what: 'a bracket begins that does not end' });
    }
  }
}

const isTitle = ({ kind, rest }: Marked): boolean =>
  kind === 'heading' || (kind === 'plain' && rest.length <= 300 && !/[.,;:\]]$/u.test(rest));

const faulty = (what: string, line = 0): ReadDraft => ({ faults: [{ line, what }] });

/** The lines of a file, in paragraphs with what each begins with. */
function open(text: string) {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  const { fields, bodyFrom } = frontMatterOf(lines);
  const found = paragraphsOf(lines.slice(bodyFrom), bodyFrom + 1);
  const { paragraphs, remarks, title: printed } = mendedParagraphs(found, fields);
  const marked = paragraphs.map(({ line, text: words }) => ({ line, mark: markOf(words) }));
  const [first, ...rest] = marked;
  const given = printed ?? fields.get('title');
  const title = given === undefined && first && isTitle(first.mark) ? first.mark.rest : undefined;
  return {
    fields,
    remarks,
    title: given ?? title ?? '',
    marked: title === undefined ? marked : rest,
  };
}

/** Reads a draft of at most `DRAFT_BYTES_MAX` bytes; says where brackets are unbalanced. */
export function readDraft(text: string, { language, nameActor = namedById }: Reading): ReadDraft {
  if (Buffer.byteLength(text) > DRAFT_BYTES_MAX) {
    return faulty(`it is larger than ${DRAFT_BYTES_MAX} bytes`);
  }
  const { fields, marked, remarks, title } = open(text);
  const reading = new BracketReading(nameActor);
  const structure = new DraftStructure();
  for (const { line, mark } of marked) structure.add(mark, reading.words(line, mark.rest));
  reading.close();
  const { provisions } = structure;
  if (reading.faults.length > 0) return { faults: reading.faults.slice(0, FAULTS_MAX) };
  if (provisions.length === 0) return faulty('it holds no provision');
  if (provisions.length > DRAFT_PROVISIONS_MAX) {
    return faulty(`it has more than ${DRAFT_PROVISIONS_MAX} provisions`);
  }
  const symbol = fields.get('symbol') ?? '';
  const own = fields.get('language')?.toLowerCase() ?? language;
  return {
    draft: { title, symbol, language: own, provisions },
    remarks: [...remarks, ...reading.remarks],
  };
}
