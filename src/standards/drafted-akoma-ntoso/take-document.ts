/**
 * Makes a draft of a text of law in Akoma Ntoso that others wrote: articles, paragraphs, points,
 * preamble and annexes. Square brackets in its words, and what it marks as inserted or deleted,
 * are what is open.
 */
import type { TextDocument, TextProvision } from '../akoma-ntoso/text-document.ts';
import { type Branch, outlineOf } from '../akoma-ntoso/outline.ts';
import type { DraftedProvision, Inline, ProvisionKind } from '../bracketed-text/bracketed-text.ts';
import { markOf } from '../bracketed-text/markers.ts';
import type { DraftRemark } from '../bracketed-text/read-text.ts';
import { type NameActor, readWords } from '../bracketed-text/read-words.ts';

const ID_CHARACTERS_MAX = 56;
const NUMBER_CHARACTERS_MAX = 40;
const EXCERPT_CHARACTERS = 40;

/** Kinds of the standard that group articles. */
const GROUPS: ReadonlySet<string> = new Set(['part', 'title', 'chap', 'sec']);

/** What a provision stands under. */
interface Around {
  readonly parent: DraftedProvision | null;
  readonly isInArticle: boolean;
}
const TOP: Around = { parent: null, isInArticle: false };

interface Given {
  readonly kind: ProvisionKind;
  readonly number?: string | undefined;
  readonly text: string;
}

/** Takes over the provisions of a document, one after another. */
export class DocumentTaking {
  readonly provisions: DraftedProvision[] = [];
  readonly faults: DraftRemark[] = [];
  readonly #nameActor: NameActor;
  readonly #taken = new Set<string>();

  constructor(nameActor: NameActor) {
    this.#nameActor = nameActor;
  }

  take({ provisions }: TextDocument): void {
    const top = outlineOf(provisions);
    const isNumbered = ({ provision: { kind, number, text } }: Branch): boolean =>
      kind === 'art' || GROUPS.has(kind) || number !== undefined || markOf(text).kind !== 'plain';
    // What stands loosely before the first numbered paragraph gives the reasons for it.
    const body = top.findIndex((one) => isNumbered(one) && one.provision.kind !== 'preamble');
    for (const [at, branch] of top.entries()) {
      const { kind, text, id } = branch.provision;
      if (at < body && kind === 'para') this.#lines('preambular', id, text, TOP);
      else this.#take(branch, TOP);
    }
  }

  #take(branch: Branch, around: Around): void {
    const { below, provision } = branch;
    const { heading = '', id, kind, number, text } = provision;
    if (kind === 'preamble' || kind === 'conclusions') this.#takeApart(branch, around);
    else if (GROUPS.has(kind)) {
      const called = [number ?? '', heading].filter((one) => one !== '').join(' – ');
      this.#add(id, { kind: 'heading', text: called }, around);
      this.#lines('paragraph', id, text, around);
      this.#all(below, around);
    } else if (kind === 'art' || kind === 'annex' || kind === 'att') {
      const own = kind === 'art' ? 'article' : 'annex';
      const parent = this.#add(id, { kind: own, number, text: heading }, around);
      const inner = { parent, isInArticle: kind === 'art' };
      this.#lines('paragraph', id, text, inner);
      this.#all(below, inner);
    } else this.#takeParagraph(branch, around);
  }

  #all(branches: readonly Branch[], around: Around): void {
    for (const branch of branches) this.#take(branch, around);
  }

  #takeApart({ below, provision }: Branch, around: Around): void {
    const { heading = '', id, kind, text } = provision;
    if (heading !== '') this.#add(id, { kind: 'heading', text: heading }, around);
    const own = kind === 'preamble' ? 'preambular' : 'paragraph';
    this.#lines(own, id, text, around);
    for (const one of below) {
      const { number, text: words } = one.provision;
      const parent = this.#add(one.provision.id, { kind: own, number, text: words }, around);
      this.#all(one.below, { ...around, parent });
    }
  }

  #takeParagraph({ below, provision }: Branch, around: Around): void {
    const given = paragraphOf(provision, around);
    const parent = this.#add(provision.id, given, around);
    this.#all(below, { ...around, parent });
  }

  /** Each line is a paragraph without a number. */
  #lines(kind: ProvisionKind, id: string, text: string, around: Around): void {
    const lines = text.split('\n').filter((line) => line !== '');
    const number = kind === 'paragraph' ? '' : undefined;
    for (const line of lines) this.#add(`${id}-text`, { kind, number, text: line }, around);
  }

  #add(id: string, { kind, number, text }: Given, { parent }: Around): DraftedProvision {
    const provision: DraftedProvision = {
      id: this.#name(id),
      kind,
      ...(parent === null ? {} : { parent: parent.id }),
      ...(number === undefined ? {} : { number: number.slice(0, NUMBER_CHARACTERS_MAX) }),
      words: this.#words(text, number ?? ''),
    };
    this.provisions.push(provision);
    return provision;
  }

  #words(text: string, number: string): readonly Inline[] {
    const found = readWords(text, this.#nameActor);
    if ('words' in found) return found.words;
    const from = Math.max(0, found.fault.at - EXCERPT_CHARACTERS);
    const excerpt = `${number} ${text.slice(from, found.fault.at + 1)}`.trim();
    this.faults.push({ line: 0, what: `${found.fault.what}: “${excerpt}”` });
    return [];
  }

  #name(id: string): string {
    const plain = id.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    const stem = plain.replaceAll(/^-+|-+$/g, '').slice(0, ID_CHARACTERS_MAX) || 'provision';
    let name = stem;
    for (let count = 2; this.#taken.has(name); count += 1) name = `${stem}-${count}`;
    this.#taken.add(name);
    return name;
  }
}

/** A paragraph or point as it is numbered, or as the number in its words says. */
function paragraphOf({ heading, kind, number, text }: TextProvision, around: Around): Given {
  const words = [heading ?? '', text].filter((one) => one !== '').join('\n');
  const isUnder = around.isInArticle || around.parent !== null;
  const numbered = isUnder ? 'paragraph' : 'operative';
  if (kind !== 'para') return { kind: 'subparagraph', number, text: words };
  if (number !== undefined) return { kind: numbered, number, text: words };
  const mark = markOf(words);
  if (mark.kind !== 'operative' && mark.kind !== 'subparagraph') {
    return { kind: 'paragraph', number: '', text: words };
  }
  const own = mark.kind === 'operative' ? numbered : mark.kind;
  return { kind: own, number: mark.number, text: mark.rest };
}
