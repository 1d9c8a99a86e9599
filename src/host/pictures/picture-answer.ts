/** One picture of a page as a file: cut out of the page that the same reader gets. */
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import type { Text } from '../../ui/text/text.ts';
import { formatDate, formatNumber } from '../../ui/text/format.ts';
import { UNKNOWN_RULE } from '../host-rules.ts';
import type { Answer } from '../response-cache.ts';
import { figuresIn } from './figures.ts';
import { drawnIn, standaloneSvg } from './standalone.ts';

export const SVG_TYPE = 'image/svg+xml; charset=utf-8';

export interface PictureAsked {
  /** Which one, by its id on the page. */
  readonly id: string;
  readonly html: string;
  readonly title: string;
  readonly path: string;
  readonly asOf: string;
  /** How many acts of the record the reader may see. */
  readonly position: number;
  readonly node: string;
  readonly text: Text;
}

/** The last line of a picture: of which day, of which state of which record. */
export function sourceLine({ text, asOf, position, node }: Omit<PictureAsked, 'id' | 'html'>) {
  return text('pictures.source', {
    on: formatDate(text.locale, asOf),
    position: formatNumber(text.locale, position),
    node,
  });
}

const FILE_CHARACTERS_MAX = 90;

/** `agreements-paris-agreement-map-2026-11-22.svg`: what it is of, and of which day. */
export function fileName({ path, id, asOf }: Pick<PictureAsked, 'path' | 'id' | 'asOf'>): string {
  const plain = `${path}-${id}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const trimmed = plain.replaceAll(/^-+|-+$/g, '').slice(0, FILE_CHARACTERS_MAX);
  return `${trimmed}-${/^\d{4}-\d\d-\d\d$/.test(asOf) ? asOf : 'now'}.svg`;
}

/** The file, or why there is none. */
export function pictureAnswer(asked: PictureAsked): Answer | Refusal {
  const { id, html, title, text } = asked;
  const figure = figuresIn(html).find((one) => one.id === id);
  const drawn = figure && drawnIn(html.slice(figure.from, figure.to), text.direction);
  if (!drawn) {
    return refuse(UNKNOWN_RULE, said('There is no such picture on this page.'), {
      remedy: said('Open the page; below each of its pictures is a link to it.'),
    });
  }
  const source = sourceLine(asked);
  const { locale, direction } = text;
  return {
    status: 200,
    contentType: SVG_TYPE,
    body: standaloneSvg(drawn, { title, source, locale, direction }),
    headers: { 'content-disposition': `inline; filename="${fileName(asked)}"` },
  };
}
