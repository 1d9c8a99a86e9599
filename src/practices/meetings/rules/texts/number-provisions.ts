/** How provisions are numbered that nobody numbered: by their kind and place. */
import type { ProvisionKind } from '../../../../standards/bracketed-text/bracketed-text.ts';
import type { Standings } from './standing.ts';
import type { ProvisionNode } from './structure.ts';
import type { TextState } from './text-state.ts';

/** Latin ordinals for what is put in between, as treaties number it: Article 5 bis. */
const BETWEEN = ['bis', 'ter', 'quater', 'quinquies', 'sexies', 'septies', 'octies', 'novies'];

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** A number in small Roman numerals. */
export function roman(number: number): string {
  let [rest, written] = [number, ''];
  for (const [value, letters] of ROMAN) {
    while (rest >= value) {
      written += letters;
      rest -= value;
    }
  }
  return written;
}

/** The letters by which points are counted: a to z, then aa. */
export function lettered(number: number): string {
  const letter = String.fromCharCode(97 + ((number - 1) % 26));
  return letter.repeat(Math.ceil(number / 26));
}

type Numbering = (count: number, isInner: boolean) => string;

const NUMBERINGS: Readonly<Partial<Record<ProvisionKind, Numbering>>> = {
  operative: (count) => `${count}.`,
  paragraph: (count) => `${count}.`,
  subparagraph: (count, isInner) => `(${isInner ? roman(count) : lettered(count)})`,
  article: (count) => `Article ${count}`,
  annex: (count) => `Annex ${roman(count).toUpperCase()}`,
  option: (count) => `Option ${count}`,
};

/** `3.` with `bis` is `3 bis.`; `(b)` is `(b bis)`. */
function between(number: string, count: number): string {
  const word = BETWEEN[count - 1] ?? `bis ${count}`;
  const found = /^(?<inner>.*?)(?<end>[.)]?)$/s.exec(number)?.groups;
  return `${found?.['inner'] ?? ''} ${word}${found?.['end'] ?? ''}`.trim();
}

interface Count {
  count: number;
  between: number;
  last: string;
  /** Whether the text prints the numbers of this kind itself, so that they do not move. */
  isPrinted: boolean;
}

/** Articles and operative paragraphs are counted through; the rest under what they stand. */
const THROUGH: ReadonlySet<ProvisionKind> = new Set(['article', 'operative']);

function next(node: ProvisionNode, count: Count, numbering: Numbering, isOpen: boolean): string {
  const { insertion, number, parent } = node;
  if (insertion !== null && (isOpen || count.isPrinted)) {
    count.between += 1;
    return between(count.last, count.between);
  }
  count.count += 1;
  count.between = 0;
  count.isPrinted = number !== null;
  count.last = number ?? numbering(count.count, parent?.kind === 'subparagraph');
  return count.last;
}

/** What is not in the text any more, and an option that was taken. */
function isNumberless(node: ProvisionNode, standings: Standings): boolean {
  if (standings.isProvisionGone(node)) return true;
  return node.options !== null && standings.of(node.options) === 'accepted';
}

/** Within what provisions are counted; open options each as though it were the only one. */
function scopeOf({ kind, parent }: ProvisionNode, standings: Standings): string {
  const options = parent?.options ?? null;
  const isOpen = options !== null && standings.of(options) === 'open';
  return THROUGH.has(kind) && !isOpen ? kind : `${kind} ${parent?.id ?? ''}`;
}

/**
 * The number of each provision. What is inserted and not agreed is numbered between its
 * neighbours, so that nobody's references move before it is.
 */
export function numbersOf(
  { standings }: TextState,
  order: readonly ProvisionNode[],
): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  const counts = new Map<string, Count>();
  for (const node of order) {
    const { id, kind, insertion } = node;
    const numbering = NUMBERINGS[kind];
    if (numbering === undefined || isNumberless(node, standings)) {
      numbers.set(id, kind === 'option' ? '' : (node.number ?? ''));
      continue;
    }
    const scope = scopeOf(node, standings);
    const count = counts.get(scope) ?? { count: 0, between: 0, last: '', isPrinted: false };
    counts.set(scope, count);
    const isOpen = insertion !== null && standings.of(insertion) === 'open';
    numbers.set(id, next(node, count, numbering, isOpen));
  }
  return numbers;
}
