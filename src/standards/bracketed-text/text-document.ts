/**
 * A draft as a text of provisions with addresses, which is written as Akoma Ntoso, and back. Its
 * brackets stand in the words, as they do on paper; any program that reads the file shows them.
 */
import type { Prefix } from '../akoma-ntoso/address.ts';
import {
  HEADING_LENGTH_MAX,
  type TextDocument,
  type TextProvision,
  inOneLine,
} from '../akoma-ntoso/text-document.ts';
import type { DraftedProvision, DraftedText, ProvisionKind } from './bracketed-text.ts';
import { DraftStructure } from './draft-structure.ts';
import type { Marked } from './markers.ts';
import { type NameActor, namedById, readWords } from './read-words.ts';
import type { DraftRemark, ReadDraft } from './read-text.ts';
import { type CallActor, writeWords } from './write-words.ts';

const PREFIXES: Readonly<Record<ProvisionKind, Prefix>> = {
  heading: 'sec',
  preambular: 'para',
  operative: 'para',
  article: 'art',
  paragraph: 'para',
  subparagraph: 'list',
  annex: 'annex',
  // The standard has no element for one of several wordings.
  option: 'subpara',
};
const HEADED: ReadonlySet<ProvisionKind> = new Set(['heading', 'article', 'annex', 'option']);

/** Words in one line, whose spaces stay as they are. */
function written({ words }: DraftedProvision, call: CallActor): string {
  const line = inOneLine(`|${writeWords(words, call).replaceAll(/ (?= )/g, ' \\&')}|`).slice(1, -1);
  return line.replace(/^ /, '\\& ').replace(/ $/, ' \\&');
}

/** Gives provisions their addresses: what they stand under, their kind, and a count. */
class Addressing {
  readonly #counts = new Map<string, number>();
  readonly #addresses = new Map<string, string>();

  next(container: string, prefix: Prefix): string {
    const stem = container === '' ? prefix : `${container}__${prefix}`;
    const count = (this.#counts.get(stem) ?? 0) + 1;
    this.#counts.set(stem, count);
    return `${stem}_${count}`;
  }

  of({ id, kind, parent }: DraftedProvision, isPreamble: boolean): string {
    const container = isPreamble ? 'preamble' : (this.#addresses.get(parent ?? '') ?? '');
    const address = this.next(container, PREFIXES[kind]);
    this.#addresses.set(id, address);
    return address;
  }
}

/** The draft as provisions with addresses; its first preambular paragraphs are its preamble. */
export function documentOf(draft: DraftedText, call: CallActor = (actor) => actor): TextDocument {
  const { language, title } = draft;
  const addressing = new Addressing();
  const body = draft.provisions.findIndex(({ kind }) => kind !== 'preambular');
  const preambles = body === -1 ? draft.provisions.length : body;
  const provisions = draft.provisions.map((provision, at): TextProvision => {
    const { kind, number = '' } = provision;
    const words = written(provision, call);
    const isHead = HEADED.has(kind) && words !== '' && words.length <= HEADING_LENGTH_MAX;
    return {
      id: addressing.of(provision, at < preambles),
      kind: PREFIXES[kind],
      ...(number === '' ? {} : { number }),
      ...(isHead ? { heading: words } : {}),
      text: isHead ? '' : words,
    };
  });
  const preamble: TextProvision = { id: 'preamble', kind: 'preamble', text: '' };
  const whole = preambles === 0 ? provisions : [preamble, ...provisions];
  return { language, title: inOneLine(title), provisions: whole };
}

const NUMBERED: Readonly<Partial<Record<Prefix, Marked['kind']>>> = {
  art: 'article',
  annex: 'annex',
  att: 'annex',
  list: 'subparagraph',
  point: 'subparagraph',
  subpara: 'option',
  para: 'operative',
};
const GROUPS: ReadonlySet<Prefix> = new Set(['part', 'title', 'chap', 'sec']);

/** What a provision of a document is to the structure of a draft; null where it has no words. */
function markOf({ kind, number = '', text }: TextProvision): Marked | null {
  if (kind === 'preamble' && text === '') return null;
  if (GROUPS.has(kind)) return { kind: 'heading', number: '', rest: '' };
  const isUnnumbered = number === '' && (kind === 'subpara' || kind === 'para');
  return { kind: isUnnumbered ? 'plain' : (NUMBERED[kind] ?? 'plain'), number, rest: '' };
}

/** The option that an address lies in; empty where it lies in none. */
function optionIn(address: string): string {
  return /^(?<option>(?:.*__)?subpara_\d+)(?:__|$)/.exec(address)?.groups?.['option'] ?? '';
}

/** Whether options that an address is in have ended with the next one. */
function optionsEnd(before: string, next: string): boolean {
  const [left, entered] = [optionIn(before), optionIn(next)];
  if (left === '') return false;
  return left.replace(/\d+$/, '') !== entered.replace(/\d+$/, '');
}

const wordsOf = ({ heading = '', text }: TextProvision): string =>
  [heading, text].filter((part) => part !== '').join(' ');

/** A document as a draft; the brackets in its words are read. */
export function draftOfDocument(
  document: TextDocument,
  nameActor: NameActor = namedById,
): ReadDraft {
  const structure = new DraftStructure();
  const faults: DraftRemark[] = [];
  let before = '';
  for (const provision of document.provisions) {
    const mark = markOf(provision);
    if (mark === null) continue;
    if (optionsEnd(before, provision.id)) {
      structure.add({ kind: 'end-of-options', number: '', rest: '' }, []);
    }
    before = provision.id;
    const read = readWords(wordsOf(provision), nameActor);
    if ('fault' in read) faults.push({ line: 0, what: `${provision.id}: ${read.fault.what}` });
    else structure.add(mark, read.words);
  }
  if (faults.length > 0) return { faults };
  const { title, language } = document;
  return {
    draft: { title, symbol: '', language, provisions: structure.provisions },
    remarks: [],
  };
}
