/** Turns the elements of a file, as they open and close, into provisions with their words. */
import type { SaxesAttributeNS, SaxesTagNS } from 'saxes';
import { isOwn, own } from '../../kernel/own.ts';
import { type Prefix, addressOfEId, kindOf } from './address.ts';
import { DraftProvision } from './draft-text.ts';
import { BLOCKS, DOCUMENTS, HIERARCHY, LEFT_OUT, MISSED, isAkomaNtoso } from './elements.ts';
import { languageTag } from './languages.ts';
import type { Bounds } from './parse-bounded.ts';
import { PROVISIONS_MAX, type Remark, inOneLine } from './text-document.ts';

const REMARKS_MAX = 50;
export const DEPTH_MAX = 64;
export const ELEMENTS_MAX = 100_000;

/** What becomes of words that are marked as inserted or deleted. */
export type Brackets = 'left-out' | 'square';
const MARKED: ReadonlySet<string> = new Set(['ins', 'del']);

/** Where the words inside an element go. */
type Sink = 'words' | 'number' | 'heading' | 'title' | 'preface' | 'nowhere';

interface Frame {
  readonly name: string;
  readonly sink: Sink;
  readonly provision: DraftProvision | null;
  /** Whether it is that provision itself, whose number and heading stand right below. */
  readonly own: boolean;
  /** Whether it is in a passage for another text: what looks like provisions there is none. */
  readonly quoted: boolean;
  /** Whether the words around it end where it begins and ends. */
  readonly block: boolean;
}

type Tag = Pick<SaxesTagNS, 'local' | 'uri' | 'attributes'>;

function attribute(tag: Tag, name: string): string {
  // Read with namespaces, so that each is an attribute and none a text.
  return own(tag.attributes as Record<string, SaxesAttributeNS>, name)?.value ?? '';
}

const START: Frame = {
  name: '',
  sink: 'nowhere',
  provision: null,
  own: false,
  quoted: false,
  block: false,
};

const ANNEXED: ReadonlySet<string> = new Set(['attachment', 'component']);
const BODIES: ReadonlySet<string> = new Set(['body', 'mainBody']);

function annexKind(tag: Tag): Prefix {
  const given = addressOfEId(attribute(tag, 'eId'));
  return given !== null && kindOf(given) === 'att' ? 'att' : 'annex';
}

/** Points are counted in lists; one that stands by itself keeps its own kind. */
function isPointOfList(tag: Tag): boolean {
  const given = addressOfEId(attribute(tag, 'eId'));
  return given === null || kindOf(given) === 'list';
}

/** A paragraph that stands in no provision is one itself. */
function isLoose(local: string, inner: Frame): boolean {
  return inner.provision === null && BLOCKS.has(local);
}

/** The kind of provision that an element begins, or null. */
function kindBegun(tag: Tag, inner: Frame): Prefix | null {
  const { local } = tag;
  if (local === 'preamble' || local === 'conclusions') return inner.provision ? null : local;
  if (ANNEXED.has(local)) return annexKind(tag);
  const kind = own(HIERARCHY, local);
  if (kind === 'point') return isPointOfList(tag) ? 'list' : kind;
  return kind ?? (isLoose(local, inner) ? 'para' : null);
}

/** Where the words of an element go that is part of a provision’s head, or null. */
function headSink(tag: Tag, around: Frame): Sink | null {
  if (tag.local === 'docTitle' && around.sink === 'preface') return 'title';
  if (!around.own) return null;
  // A preamble has no head in the standard; a block that says what it is stands for it.
  const name = tag.local === 'block' ? attribute(tag, 'name') : tag.local;
  if (name === 'num') return 'number';
  return name === 'heading' || name === 'subheading' ? 'heading' : null;
}

/** Reads the elements of one file. */
export class Building {
  readonly bounds: Bounds = {
    depthMax: DEPTH_MAX,
    elementsMax: ELEMENTS_MAX,
    provisionsMax: PROVISIONS_MAX,
  };
  readonly drafts: DraftProvision[] = [];
  readonly remarks: Remark[] = [];
  readonly #brackets: Brackets;
  language: string | null = null;
  bodyLine = 0;
  readonly #frames: Frame[] = [START];
  readonly #top = new Map<Prefix, number>();
  #title = '';
  #preface = '';
  /** Another name of the document, from its metadata. */
  #alias = '';

  constructor(brackets: Brackets = 'left-out') {
    this.#brackets = brackets;
  }

  get found(): number {
    return this.drafts.length;
  }

  get #frame(): Frame {
    return this.#frames.at(-1) ?? START;
  }

  /** What the text is called; empty where the file does not say. */
  get title(): string {
    const names = [this.#title, this.#preface, this.#alias].map(inOneLine);
    return names.find((name) => name !== '') ?? '';
  }

  /** Takes an element; what makes the file none that can be read, in words, or null. */
  open(tag: Tag, line: number): string | null {
    const around = this.#frame;
    if (around === START) return this.#openRoot(tag);
    if (around.name === 'akomaNtoso') return this.#openDocument(tag);
    if (around.sink === 'nowhere') this.#readMetadata(tag);
    const frame = this.#frameOf(tag, around, line);
    if (frame.block) this.#endParagraph(line);
    this.#frames.push(frame);
    this.#bracket(frame.name, '[');
    return null;
  }

  #bracket(name: string, bracket: '[' | ']'): void {
    if (this.#brackets === 'square' && MARKED.has(name)) this.text(bracket);
  }

  #openRoot({ local, uri }: Tag): string | null {
    if (local !== 'akomaNtoso') return `it begins with ${local}, not with akomaNtoso`;
    if (!isAkomaNtoso(uri)) return `it is of the namespace “${uri}”, not Akoma Ntoso 3.0`;
    this.#frames.push({ ...START, name: 'akomaNtoso' });
    return null;
  }

  #openDocument({ local }: Tag): string | null {
    if (local !== 'components' && !DOCUMENTS.has(local)) {
      return `a document of the kind ${local} holds no agreement’s text`;
    }
    this.#frames.push({ ...START, name: 'document', sink: 'words' });
    return null;
  }

  #readMetadata(tag: Tag): void {
    if (tag.local === 'FRBRlanguage') this.language ??= languageTag(attribute(tag, 'language'));
    if (tag.local === 'FRBRalias') this.#alias ||= attribute(tag, 'value');
  }

  /** How the words inside an element are taken. */
  #frameOf(tag: Tag, around: Frame, line: number): Frame {
    const { local } = tag;
    const inner: Frame = { ...around, name: local, own: false, block: false };
    if (around.sink === 'nowhere') return inner;
    if (LEFT_OUT.has(local) || !isAkomaNtoso(tag.uri)) {
      if (MISSED.has(local)) this.#remark(line, `${local} is left out`);
      return { ...inner, sink: 'nowhere' };
    }
    if (local === 'preface') return { ...inner, sink: this.#prefaceSink(around) };
    if (BODIES.has(local)) this.bodyLine ||= line;
    const head = headSink(tag, around);
    return head === null ? this.#textFrame(tag, inner, line) : { ...inner, sink: head };
  }

  /** The preface of what is annexed is its heading, where it has no other. */
  #prefaceSink({ provision }: Frame): Sink {
    if (provision === null) return 'preface';
    return provision.heading === '' ? 'heading' : 'nowhere';
  }

  #textFrame(tag: Tag, inner: Frame, line: number): Frame {
    const { local } = tag;
    if (inner.sink !== 'words') return inner;
    if (inner.quoted) return { ...inner, block: BLOCKS.has(local) || isOwn(HIERARCHY, local) };
    if (local === 'quotedStructure') return { ...inner, quoted: true, block: true };
    const kind = kindBegun(tag, inner);
    if (kind === null) return { ...inner, block: BLOCKS.has(local) };
    const provision = this.#begin(kind, tag, inner.provision, line);
    return { ...inner, provision, own: true, block: true };
  }

  #begin(kind: Prefix, tag: Tag, parent: DraftProvision | null, line: number): DraftProvision {
    this.#endParagraph(line);
    const eId = ['eId', 'wId', 'id'].map((name) => attribute(tag, name)).find((one) => one !== '');
    const given = eId === undefined ? null : addressOfEId(eId);
    const draft = new DraftProvision({ kind, line, parent, given });
    const count = parent?.begin(kind) ?? (this.#top.get(kind) ?? 0) + 1;
    if (parent === null) this.#top.set(kind, count);
    draft.token = `${count}`;
    this.drafts.push(draft);
    return draft;
  }

  #remark(line: number, what: string): void {
    if (this.remarks.length < REMARKS_MAX) this.remarks.push({ line, what });
  }

  text(text: string): void {
    const { sink, provision } = this.#frame;
    if (sink === 'title') this.#title += text;
    if (sink === 'preface') this.#preface += text;
    if (sink === 'number' && provision) provision.number += text;
    if (sink === 'heading' && provision) provision.heading += text;
    if (sink === 'words') provision?.add(text);
  }

  #endParagraph(line: number): void {
    const after = this.#frame.provision?.endParagraph(line);
    if (after) this.drafts.push(after);
  }

  close(line: number): void {
    const frame = this.#frame;
    this.#bracket(frame.name, ']');
    if (frame.block) this.#endParagraph(line);
    // A heading and the one below it are told apart.
    if (frame.sink === 'heading' && frame.provision) frame.provision.heading += ' ';
    this.#frames.pop();
  }
}
