/** What a preview says of a page, read off the page as everybody gets it. */
import { below, readMarkup, wordsOf } from '../pictures/elements.ts';
import { figuresIn } from '../pictures/figures.ts';
import { type Drawn, drawnIn } from '../pictures/standalone.ts';

export interface PageFacts {
  readonly title: string;
  /** Where it stands, in the page's own words; empty where it says nothing of the kind. */
  readonly standing: string;
  readonly description: string;
  readonly direction: 'ltr' | 'rtl';
  readonly figure: Drawn | null;
}

const HTML = /<html lang="[a-z]+" dir="(ltr|rtl)"/;
const TITLE = /<h1[^>]*>([\s\S]*?)<\/h1>/;
const DESCRIPTION = /<meta name="description" content="([^"]*)"/;
const STANDING = /<p class="standing">[\s\S]*?<\/p>/;
const WORLD_MAP = 'class="world-map';

const textOf = (markup: string): string =>
  wordsOf(readMarkup(markup, 'ltr')).replaceAll(/\s+/g, ' ').trim();

/** The picture that says most at a glance: the map where there is one, else the first. */
function figureOf(html: string, direction: 'ltr' | 'rtl', width: number): Drawn | null {
  const all = figuresIn(html).map(({ from, to }) => html.slice(from, to));
  const chosen = all.find((markup) => markup.slice(0, 80).includes(WORLD_MAP)) ?? all[0];
  return chosen === undefined ? null : drawnIn(chosen, direction, width);
}

/** The words of the chip before the rest, so that the state comes first and alone. */
function standingOf(html: string): string {
  const [whole] = STANDING.exec(html) ?? [];
  if (whole === undefined) return '';
  const chip = below(readMarkup(whole, 'ltr')).find(({ classes }) => classes.has('chip'));
  const words = textOf(whole);
  const state = chip === undefined ? '' : wordsOf(chip).trim();
  const rest = words.startsWith(state) ? words.slice(state.length).trim() : words;
  return [state, rest].filter(Boolean).join(' · ');
}

/** Reads a page. `figureWidth` is how wide its picture will be drawn. */
export function pageFacts(html: string, figureWidth: number): PageFacts {
  const direction = HTML.exec(html)?.[1] === 'rtl' ? 'rtl' : 'ltr';
  return {
    title: textOf(TITLE.exec(html)?.[1] ?? ''),
    standing: standingOf(html),
    description: textOf(DESCRIPTION.exec(html)?.[1] ?? ''),
    direction,
    figure: figureOf(html, direction, figureWidth),
  };
}
