/** The card that stands for a page elsewhere: brand, title, where it stands, one picture, a day. */
import { type Element, element, svgOf } from '../pictures/elements.ts';
import { lightToken } from '../pictures/light-style.ts';
import { placed, shorten } from '../pictures/standalone.ts';
import type { PageFacts } from './page-facts.ts';

/** What the pages that show previews ask for (The Open Graph protocol). */
export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;
/** The picture is drawn small and enlarged, so that its words can be read on a card. */
export const FIGURE_WIDTH = 430;
const FIGURE_SCALE = 1.36;
const FIGURE_HEIGHT_MAX = 400;

const PAD = 64;
const FONTS = 'Noto Sans, Noto Sans Arabic, Noto Sans CJK SC, sans-serif';
/** Of the size of type: about how wide a letter is, and one of Chinese. */
const LETTER = 0.56;
const WIDE_LETTER = 1;
const WIDE = /[\u2e80-\u9fff\uff00-\uffef]/;

const widthOf = (words: string, size: number): number =>
  Array.from(words).reduce((sum, one) => sum + (WIDE.test(one) ? WIDE_LETTER : LETTER) * size, 0);

/** Words, or letters where a language sets none apart. */
const piecesOf = (text: string): string[] =>
  text.split(/\s+/).flatMap((word) => (WIDE.test(word) ? Array.from(word) : [`${word} `]));

/** Text in lines of a width; what is more than so many lines is cut. */
export function wrapped(text: string, size: number, width: number, linesMax: number): string[] {
  const lines: string[] = [];
  for (const piece of piecesOf(text)) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last + piece.trimEnd(), size) <= width) {
      lines[lines.length - 1] = last + piece;
    } else {
      // The space behind a word may stand outside.
      lines.push(shorten(piece, Math.floor(width / (LETTER * size)) + 1));
    }
  }
  const kept = lines.slice(0, linesMax).map((line) => line.trim());
  const isCut = lines.length > linesMax;
  return isCut ? [...kept.slice(0, -1), `${kept.at(-1) ?? ''}…`] : kept;
}

export interface CardSaid extends PageFacts {
  readonly node: string;
  /** The day, in words. */
  readonly on: string;
}

/** The renderer takes each line to run from left to right, unless it says otherwise itself. */
const RIGHT_TO_LEFT = '\u2067';
const ENDS = '\u2069';

type Look = Readonly<Record<string, string | number>>;

function block(
  lines: readonly string[],
  { direction }: CardSaid,
  { y, size, ...look }: Look & { y: number; size: number },
): Element[] {
  const end = direction === 'rtl';
  return lines.map((line, at) =>
    element(
      'text',
      {
        x: end ? CARD_WIDTH - PAD : PAD,
        y: Math.round(y + at * size * 1.22),
        'text-anchor': end ? 'end' : 'start',
        'font-family': FONTS,
        'font-size': size,
        ...look,
      },
      [end ? `${RIGHT_TO_LEFT}${line}${ENDS}` : line],
    ),
  );
}

/** The sign of the product, as at the head of every page, and the node's name beside it. */
function brand(said: CardSaid): Element[] {
  const isEnd = said.direction === 'rtl';
  const x = isEnd ? CARD_WIDTH - PAD - 62 : PAD;
  const ring = { cy: 78, r: 17, fill: 'none', stroke: lightToken('--accent'), 'stroke-width': 4.5 };
  return [
    element('circle', { ...ring, cx: x + 20 }),
    element('circle', { ...ring, cx: x + 42 }),
    element(
      'text',
      {
        x: isEnd ? x - 18 : x + 80,
        y: 90,
        'text-anchor': isEnd ? 'end' : 'start',
        'font-family': FONTS,
        'font-size': 34,
        'font-weight': 700,
        fill: lightToken('--ink'),
      },
      [shorten(said.node, 40)],
    ),
  ];
}

function figureAt({ figure, direction }: CardSaid): Element[] {
  if (figure === null || figure.height > FIGURE_HEIGHT_MAX || figure.height === 0) return [];
  const x = direction === 'rtl' ? PAD : CARD_WIDTH - PAD - FIGURE_WIDTH * FIGURE_SCALE;
  const y = (CARD_HEIGHT + 40 - figure.height * FIGURE_SCALE) / 2;
  const transform = `translate(${Math.round(x)} ${Math.round(y)}) scale(${FIGURE_SCALE})`;
  return [element('g', { transform }, [placed(figure, 0, 0)])];
}

/** The card as SVG. Whatever a title holds stays text. */
export function cardSvg(said: CardSaid): string {
  const figure = figureAt(said);
  const width = CARD_WIDTH - 2 * PAD - (figure.length > 0 ? FIGURE_WIDTH * FIGURE_SCALE + 40 : 0);
  const size = figure.length > 0 ? 46 : 60;
  const title = wrapped(said.title, size, width, 4);
  const below = 200 + (title.length - 1) * size * 1.22;
  const words = said.standing === '' ? said.description : said.standing;
  const root = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${CARD_WIDTH} ${CARD_HEIGHT}`,
      width: CARD_WIDTH,
      height: CARD_HEIGHT,
    },
    [
      element('rect', { width: CARD_WIDTH, height: CARD_HEIGHT, fill: lightToken('--paper') }),
      element('rect', { width: CARD_WIDTH, height: 12, fill: lightToken('--accent') }),
      ...brand(said),
      ...block(title, said, { y: 200, size, 'font-weight': 700, fill: lightToken('--ink') }),
      ...block(wrapped(words, 27, width, 4), said, {
        y: below + 58,
        size: 27,
        fill: lightToken(said.standing === '' ? '--soft' : '--good'),
      }),
      ...figure,
      ...block([said.on], said, { y: CARD_HEIGHT - 48, size: 24, fill: lightToken('--soft') }),
    ],
  );
  return svgOf(root);
}
