/** Turns the elements of a draft that was written here into provisions, words and brackets. */
import type { SaxesTagNS } from 'saxes';
import type { Bounds, Taking } from '../akoma-ntoso/parse-bounded.ts';
import {
  type Alternative,
  type DraftedProvision,
  type Inline,
  PROVISION_KINDS,
  type ProvisionKind,
  normalWords,
  withoutEmpty,
} from '../bracketed-text/bracketed-text.ts';
import { DRAFT_PROVISIONS_MAX } from '../bracketed-text/read-text.ts';
import { OPEN_NAMESPACE, ROLES, type Role } from './marks.ts';

/** Brackets nest in twice as many elements, and so do provisions and what is around them. */
export const DRAFT_DEPTH_MAX = 160;
export const DRAFT_ELEMENTS_MAX = 200_000;

/** What words within an element become part of. */
interface Collecting {
  readonly words: Inline[];
  readonly alternatives: Alternative[];
}

interface Frame {
  readonly role: Role | null;
  readonly into: Collecting | null;
  readonly provision: Open | null;
  readonly people: Readonly<Record<'by' | 'supportedBy' | 'opposedBy', readonly string[]>>;
}

interface Open {
  readonly id: string;
  readonly kind: ProvisionKind;
  readonly parent: string | null;
  number: string | null;
  words: readonly Inline[];
}

const NOBODY = { by: [], supportedBy: [], opposedBy: [] } as const;
const START: Frame = { role: null, into: null, provision: null, people: NOBODY };

const collecting = (): Collecting => ({ words: [], alternatives: [] });

/** The attributes of an element that are of the namespace of brackets. */
function ownAttributes(tag: SaxesTagNS): ReadonlyMap<string, string> {
  const own = Object.values(tag.attributes).filter(({ uri }) => uri === OPEN_NAMESPACE);
  return new Map(own.map(({ local, value }) => [local, value]));
}

const named = (value: string | undefined): readonly string[] =>
  value === undefined ? [] : value.split(' ').filter((one) => one !== '');

const isKind = (kind: string): kind is ProvisionKind =>
  (PROVISION_KINDS as readonly string[]).includes(kind);

const plain = ({ words }: Collecting): string =>
  words.filter((one) => typeof one === 'string').join('');

/** Takes away the brackets that stand in the words for other readers. */
function withoutMarks(words: readonly Inline[]): readonly Inline[] {
  const [first] = words;
  const inner = typeof first === 'string' ? [first.replace(/^\[/, ''), ...words.slice(1)] : words;
  const last = inner.at(-1);
  return typeof last === 'string' ? [...inner.slice(0, -1), last.replace(/\]$/, '')] : inner;
}

/** Reads the elements of one draft. */
export class OwnBuilding implements Taking {
  readonly bounds: Bounds = {
    depthMax: DRAFT_DEPTH_MAX,
    elementsMax: DRAFT_ELEMENTS_MAX,
    provisionsMax: DRAFT_PROVISIONS_MAX,
  };
  readonly #provisions: Open[] = [];
  readonly #frames: Frame[] = [];
  /** The language that the draft says it is in; null where the file is no draft of this kind. */
  language: string | null = null;
  title = '';
  symbol = '';

  get found(): number {
    return this.#provisions.length;
  }

  get provisions(): DraftedProvision[] {
    return this.#provisions.map(({ id, kind, number, parent, words }) => ({
      id,
      kind,
      ...(parent === null ? {} : { parent }),
      ...(number === null ? {} : { number }),
      words: normalWords(words),
    }));
  }

  open(tag: SaxesTagNS): string | null {
    const own = ownAttributes(tag);
    const around = this.#frames.at(-1) ?? START;
    if (tag.uri === OPEN_NAMESPACE && tag.local === 'draft') {
      this.language = tag.attributes['language']?.value ?? '';
    }
    if (tag.local === 'authorialNote') this.#frames.push({ ...around, role: null, into: null });
    else if (own.has('id')) return this.#begin(own, around);
    else this.#enter(own, around);
    return null;
  }

  #begin(own: ReadonlyMap<string, string>, around: Frame): string | null {
    const kind = own.get('kind') ?? '';
    if (!isKind(kind)) return `“${kind.slice(0, 40)}” is no kind of provision`;
    const id = own.get('id') ?? '';
    const parent = own.get('under') ?? around.provision?.id ?? null;
    const provision: Open = { id, kind, parent, number: null, words: [] };
    this.#provisions.push(provision);
    this.#frames.push({ ...START, provision });
    return null;
  }

  #enter(own: ReadonlyMap<string, string>, around: Frame): void {
    const role = ROLES.find((one) => one === own.get('is')) ?? null;
    if (role === null) {
      // What another program put in between goes with the words around it.
      this.#frames.push({ ...around, role: null });
      return;
    }
    if (role === 'character') {
      const code = Number.parseInt(own.get('code') ?? '', 16);
      if (code >= 0 && code <= 0xffff) around.into?.words.push(String.fromCharCode(code));
    }
    const people = {
      by: named(own.get('by')),
      supportedBy: named(own.get('supportedBy')),
      opposedBy: named(own.get('opposedBy')),
    };
    this.#frames.push({ role, into: collecting(), provision: around.provision, people });
  }

  text(text: string): void {
    this.#frames.at(-1)?.into?.words.push(text);
  }

  close(): void {
    const frame = this.#frames.pop();
    if (frame === undefined || frame.role === null || frame.into === null) return;
    const { into, provision, role } = frame;
    if (role === 'title') this.title = plain(into);
    if (role === 'symbol') this.symbol = plain(into);
    if (role === 'number' && provision !== null) provision.number = plain(into);
    if (role === 'words' && provision !== null) provision.words = into.words;
    this.#closeInline(frame, into);
  }

  #closeInline({ people, role }: Frame, { alternatives, words }: Collecting): void {
    const outer = this.#frames.at(-1)?.into ?? null;
    if (outer === null) return;
    const inner = withoutMarks(normalWords(words));
    if (role === 'alternative') outer.alternatives.push(withoutEmpty({ words: inner, ...people }));
    if (role === 'alternatives' && alternatives.length > 0) outer.words.push({ alternatives });
    if (role === 'placeholder') {
      outer.words.push({ placeholder: plain({ words: [...inner], alternatives }) });
    }
  }
}
