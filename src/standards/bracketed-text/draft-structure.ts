/** Gives each paragraph of a draft its place under others, and its name. */
import { numberIn } from '../akoma-ntoso/numbers.ts';
import type { DraftedProvision, Inline, ProvisionKind } from './bracketed-text.ts';
import type { Marked } from './markers.ts';

const ID_CHARACTERS_MAX = 56;
const ROMANS = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii'];
const FIRST: ReadonlySet<string> = new Set(['a', 'i', '1', 'aa']);

interface Open {
  readonly provision: DraftedProvision;
  readonly token: string;
}

/** Whether one token comes right after another: b after a, iv after iii, a bis after a. */
function follows(before: string, token: string): boolean {
  const [base = '', added] = token.split(' ');
  const [last = ''] = before.split(' ');
  if (added !== undefined) return base === last;
  const place = ROMANS.indexOf(last);
  if (place !== -1 && ROMANS[place + 1] === base) return true;
  if (/^\d+$/.test(last)) return Number(last) + 1 === Number(base);
  return /^[a-z]$/.test(last) && /^[a-z]$/.test(base) && last.codePointAt(0) === pred(base);
}

const pred = (letter: string): number => (letter.codePointAt(0) ?? 0) - 1;

/** `(a bis)` as `a bis`, `б)` as b. */
function tokenOf(number: string): string {
  const [base = '', added] = number.toLowerCase().replaceAll(/[().]/g, '').trim().split(' ');
  const token = /^[a-z]{1,7}$/.test(base) ? base : (numberIn(base) ?? base);
  return added === undefined ? token : `${token} ${added}`;
}

/** Builds the provisions of a draft, paragraph by paragraph. */
export class DraftStructure {
  readonly provisions: DraftedProvision[] = [];
  readonly #names = new Map<string, number>();
  /** Annex, articles and options around what comes next. */
  #around: DraftedProvision[] = [];
  #paragraph: DraftedProvision | null = null;
  #points: Open[] = [];
  #isPreamble = true;

  /** Adds what a paragraph is, with its words. */
  add({ kind, number }: Marked, words: readonly Inline[]): void {
    if (kind === 'end-of-options') this.#leave('option');
    else if (kind === 'subparagraph') this.#addPoint(number, words);
    else if (kind === 'plain') this.#addPlain(words);
    else if (kind === 'operative') this.#addNumbered(number, words);
    else this.#addHeaded(kind, number, words);
  }

  #addHeaded(kind: ProvisionKind, number: string, words: readonly Inline[]): void {
    if (kind === 'annex') this.#around = [];
    else if (kind === 'option') this.#leave('option');
    else this.#leaveArticle();
    this.#paragraph = null;
    this.#points = [];
    if (kind === 'annex') this.#isPreamble = true;
    if (kind === 'article') this.#isPreamble = false;
    const provision = this.#enter(kind, number, words, this.#around.at(-1) ?? null);
    if (kind !== 'heading') this.#around.push(provision);
  }

  /** Ends the last provision of a kind, with what is in it. */
  #leave(kind: ProvisionKind): void {
    const at = this.#around.findLastIndex((one) => one.kind === kind);
    if (at !== -1) this.#around.length = at;
    this.#paragraph = null;
    this.#points = [];
  }

  /** An article ends the one before, and the options in it; but not those that articles are in. */
  #leaveArticle(): void {
    const at = this.#around.findIndex((one) => one.kind === 'article');
    if (at !== -1) this.#around.length = at;
  }

  #addNumbered(number: string, words: readonly Inline[]): void {
    this.#isPreamble = false;
    this.#points = [];
    const isInArticle = this.#around.some((one) => one.kind === 'article');
    const kind = isInArticle ? 'paragraph' : 'operative';
    this.#paragraph = this.#enter(kind, number, words, this.#around.at(-1) ?? null);
  }

  #addPlain(words: readonly Inline[]): void {
    this.#points = [];
    const around = this.#around.at(-1) ?? null;
    if (this.#isPreamble) this.#enter('preambular', null, words, around);
    else this.#paragraph = this.#enter('paragraph', '', words, around);
  }

  /** Roman numerals stand below letters; (i) after (h) is a letter itself. */
  #addPoint(number: string, words: readonly Inline[]): void {
    const token = tokenOf(number);
    const sibling = this.#points.findLastIndex((one) => follows(one.token, token));
    if (sibling !== -1) this.#points.length = sibling;
    else if (!FIRST.has(token)) this.#points.pop();
    const above = this.#points.at(-1)?.provision ?? this.#paragraph ?? this.#around.at(-1) ?? null;
    const provision = this.#enter('subparagraph', number, words, above);
    this.#points.push({ provision, token });
  }

  #enter(
    kind: ProvisionKind,
    number: string | null,
    words: readonly Inline[],
    above: DraftedProvision | null,
  ): DraftedProvision {
    const provision: DraftedProvision = {
      id: this.#name(kind, number, above),
      kind,
      ...(above === null ? {} : { parent: above.id }),
      ...(number === null || kind === 'heading' ? {} : { number }),
      words,
    };
    this.provisions.push(provision);
    return provision;
  }

  #name(kind: ProvisionKind, number: string | null, above: DraftedProvision | null): string {
    const token = number === null || number === '' ? '' : (numberIn(number) ?? tokenOf(number));
    const around = above === null ? '' : `${above.id}-`;
    const stems: Readonly<Record<ProvisionKind, string>> = {
      heading: 'heading',
      preambular: 'pp',
      operative: `${around}op-${token}`,
      article: `${around}art-${token}`,
      paragraph: `${around}${token === '' ? 'text' : token}`,
      subparagraph: `${around}${tokenOf(number ?? '')}`,
      annex: `annex-${token}`,
      option: `${around}option-${token}`,
    };
    const made = stems[kind].toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    const stem = made.replaceAll(/^-+|-+$/g, '').slice(0, ID_CHARACTERS_MAX);
    const count = (this.#names.get(stem) ?? 0) + 1;
    this.#names.set(stem, count);
    return this.#freeName(stem, count, kind);
  }

  /** The first of a kind that is not numbered is counted too: pp-1. */
  #freeName(stem: string, count: number, kind: ProvisionKind): string {
    const isCounted = kind === 'preambular' || kind === 'heading';
    const id = count === 1 && !isCounted ? stem : `${stem}-${count}`;
    if (this.#taken.has(id)) return this.#freeName(stem, count + 1, kind);
    this.#taken.add(id);
    this.#names.set(stem, count);
    return id;
  }

  readonly #taken = new Set<string>();
}
