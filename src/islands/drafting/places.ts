/** From what is selected on the page to places in the text: runs, and characters in them. */

export interface Place {
  readonly run: string;
  readonly offset: number;
}

/** Some of the words of one provision; where both places are one, a gap between two characters. */
export interface Stretch {
  readonly provision: string;
  readonly from: Place;
  readonly to: Place;
  readonly words: string;
  /** The words run by run, as they stand on the page. */
  readonly parts: readonly (Place & { readonly words: string })[];
}

const RUN = '[data-run]';
const PROVISION = '[data-provision]';

const startOf = (span: HTMLElement): number => Number(span.dataset['at'] ?? 0);
const lengthOf = (span: HTMLElement): number => span.textContent.length;

function placeIn(span: HTMLElement, characters: number): Place {
  return { run: span.dataset['run'] ?? '', offset: startOf(span) + characters };
}

const provisionOf = (element: Element): string =>
  element.closest<HTMLElement>(PROVISION)?.dataset['provision'] ?? '';

const spansIn = (within: ParentNode): HTMLElement[] => [
  ...within.querySelectorAll<HTMLElement>(RUN),
];

/** What is selected of the text; `null` where it is nothing of it, or more than one provision. */
export function selectedStretch(text: Element): Stretch | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const spans = spansIn(text).filter((span) => range.intersectsNode(span));
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last || provisionOf(first) !== provisionOf(last)) return null;
  const begins = first.contains(range.startContainer) ? range.startOffset : 0;
  const ends = last.contains(range.endContainer) ? range.endOffset : lengthOf(last);
  return stretchOf(spans, begins, ends);
}

/** The words of the spans, from a character of the first to one of the last. */
function stretchOf(spans: readonly HTMLElement[], begins: number, ends: number): Stretch | null {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return null;
  const parts = spans.map((span) => {
    const from = span === first ? begins : 0;
    const words = span.textContent.slice(from, span === last ? ends : undefined);
    return { ...placeIn(span, from), words };
  });
  const [from, to] = [placeIn(first, begins), placeIn(last, ends)];
  const words = parts.map((part) => part.words).join('');
  return { provision: provisionOf(first), from, to, words, parts };
}

/** The place so many characters into the stretch. */
export function placeWithin({ parts, to }: Stretch, characters: number): Place {
  let left = characters;
  for (const { run, offset, words } of parts) {
    if (left <= words.length) return { run, offset: offset + left };
    left -= words.length;
  }
  return to;
}

/** All words of a provision that are the text's own, for who works by keyboard. */
export function wholeProvision(text: Element, provision: string): Stretch | null {
  const own = spansIn(text).filter((span) => provisionOf(span) === provision);
  return stretchOf(own, 0, own.at(-1)?.textContent.length ?? 0);
}

/** The range of the page that shows the stretch now; `null` where it is not shown. */
export function rangeOf(text: Element, { from, to }: Stretch): Range | null {
  const range = document.createRange();
  const [start, end] = [pointOf(text, from), pointOf(text, to)];
  if (!start || !end) return null;
  range.setStart(...start);
  range.setEnd(...end);
  return range;
}

function pointOf(text: Element, { run, offset }: Place): [Node, number] | null {
  const span = spansIn(text).find(
    (one) =>
      one.dataset['run'] === run &&
      startOf(one) <= offset &&
      offset <= startOf(one) + lengthOf(one),
  );
  const node = span?.firstChild;
  return span && node ? [node, offset - startOf(span)] : null;
}
