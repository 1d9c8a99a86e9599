/** A figure of a page as an SVG file of its own: picture, legend, and where it comes from. */
import { type Element, below, element, readMarkup, svgOf, wordsOf } from './elements.ts';
import { flatten } from './flatten.ts';
import { lightFonts, lightToken, putLook } from './light-style.ts';

export interface PictureSaid {
  readonly title: string;
  /** The day, the position of the record and the node that it is of. */
  readonly source: string;
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
}

/** The picture that a figure holds, without what stands around it. */
export interface Drawn {
  readonly svg: Element;
  readonly width: number;
  readonly height: number;
  readonly caption: string;
  readonly legend: readonly Entry[];
}

interface Entry {
  readonly mark: Element | null;
  readonly words: string;
}

const WIDTH = 960;
const PAD = 28;
/** Labels of axes stand beside the plot, where a page has room for them. */
const LABEL_ROOM = 64;
const LINE = 22;
const ENTRIES_MAX = 40;
const ENTRY_CHARACTERS_MAX = 110;
const CAPTION_CHARACTERS_MAX = 130;
const TITLE_CHARACTERS_MAX = 78;
const MARK = 18;

function inList(one: Element, tags: ReadonlySet<string>): boolean {
  for (let above = one.parent; above !== null; above = above.parent) {
    if (tags.has(above.tag)) return true;
  }
  return false;
}

const LISTS = new Set(['li', 'details']);

function legendOf(figure: Element): Entry[] {
  return below(figure)
    .filter(({ tag }) => tag === 'li')
    .filter((one) => !inList(one, new Set(['details', 'svg'])))
    .slice(0, ENTRIES_MAX)
    .map((one) => ({
      mark: below(one).find(({ tag }) => tag === 'svg') ?? null,
      words: shorten(wordsOf(one).trim(), ENTRY_CHARACTERS_MAX),
    }));
}

/** Text of at most so many characters, cut where it is longer. */
export function shorten(text: string, charactersMax: number): string {
  const letters = Array.from(text);
  if (letters.length <= charactersMax) return text;
  return `${letters
    .slice(0, charactersMax - 1)
    .join('')
    .trimEnd()}…`;
}

/** The caption in words, without lists and notes that are drawn or said elsewhere. */
function captionOf(figure: Element): string {
  const caption = below(figure).find(({ tag }) => tag === 'figcaption');
  if (caption === undefined) return '';
  const own = caption.children.filter(
    (child) => typeof child === 'string' || !['ul', 'ol'].includes(child.tag),
  );
  return own.map(wordsOf).join(' ').replaceAll(/\s+/g, ' ').trim();
}

function boxOf(svg: Element): readonly [number, number] | null {
  const [, , width = 0, height = 0] = (svg.attributes.get('viewBox') ?? '')
    .split(/[\s,]+/)
    .map(Number);
  return width > 0 && height > 0 ? [width, height] : null;
}

/** The picture of a figure in its own size; null where nothing is drawn. */
export function drawnIn(markup: string, direction: string, width = WIDTH - 2 * PAD): Drawn | null {
  const root = readMarkup(markup, direction);
  const svg = below(root).find((one) => one.tag === 'svg' && !inList(one, LISTS));
  if (svg === undefined) return null;
  putLook(root);
  const box = boxOf(svg);
  const legend = legendOf(root);
  const caption = captionOf(root);
  if (box !== null) {
    return { svg, width, height: Math.round((width * box[1]) / box[0]), caption, legend };
  }
  flatten(svg, width - 2 * LABEL_ROOM);
  const height = Number.parseFloat(svg.attributes.get('height') ?? '') || 0;
  return { svg, width, height, caption, legend };
}

/** The picture at a place. */
export function placed({ svg, width, height }: Drawn, x: number, y: number): Element {
  const own = new Map(svg.attributes);
  for (const name of ['x', 'y', 'width', 'height', 'overflow', 'class']) own.delete(name);
  const isBoxed = own.has('viewBox');
  const place = isBoxed
    ? { x, y, width, height }
    : { x: x + LABEL_ROOM, y, width: width - 2 * LABEL_ROOM, height, overflow: 'visible' };
  return element('svg', { ...Object.fromEntries(own), ...place }, svg.children);
}

function line(
  words: string,
  y: number,
  { direction }: PictureSaid,
  look: Readonly<Record<string, string | number>>,
  indent = 0,
): Element {
  const x = direction === 'rtl' ? WIDTH - PAD - indent : PAD + indent;
  return element('text', { x, y, 'font-family': lightFonts(), ...look }, [words]);
}

function entryLines(legend: readonly Entry[], top: number, said: PictureSaid): Element[] {
  return legend.flatMap(({ mark, words }, at) => {
    const y = top + at * LINE;
    const text = line(words, y + 13, said, { 'font-size': 14, fill: lightToken('--ink') }, 34);
    if (mark === null) return [text];
    const x = said.direction === 'rtl' ? WIDTH - PAD - 26 : PAD;
    const own = Object.fromEntries(mark.attributes);
    return [
      element(
        'svg',
        {
          viewBox: `0 0 ${own['width'] ?? MARK} ${own['height'] ?? MARK}`,
          ...own,
          x,
          y,
          width: 26,
          height: MARK,
        },
        mark.children,
      ),
      text,
    ];
  });
}

/** The whole file. */
export function standaloneSvg(drawn: Drawn, said: PictureSaid): string {
  const [ink, soft] = [lightToken('--ink'), lightToken('--soft')];
  const title = shorten(said.title, TITLE_CHARACTERS_MAX);
  const caption = shorten(drawn.caption, CAPTION_CHARACTERS_MAX);
  const top = caption === '' ? 68 : 90;
  const legendTop = top + drawn.height + 18;
  const foot = legendTop + drawn.legend.length * LINE + 26;
  const height = Math.ceil(foot + 18);
  const children = [
    element('title', {}, [said.title]),
    element('desc', {}, [[drawn.caption, said.source].filter(Boolean).join(' – ')]),
    element('rect', { width: WIDTH, height, fill: lightToken('--paper') }),
    line(title, 42, said, { 'font-size': 21, 'font-weight': 600, fill: ink }),
    ...(caption === '' ? [] : [line(caption, 66, said, { 'font-size': 14, fill: soft })]),
    placed(drawn, PAD, top),
    ...entryLines(drawn.legend, legendTop, said),
    line(said.source, foot, said, { 'font-size': 12.5, fill: soft }),
  ];
  const root = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${height}`,
      width: WIDTH,
      height,
      lang: said.locale,
      direction: said.direction,
    },
    children,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svgOf(root)}\n`;
}
