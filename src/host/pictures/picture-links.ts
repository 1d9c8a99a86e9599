/** Below each picture of a page: the picture as a file, its numbers, and the table beside it. */
import { PictureLinks } from '../../ui/picture-links/picture-links.tsx';
import { type Beside, type Figure, besideIn, figuresIn } from './figures.ts';

export interface Linking {
  /** Path and query of the page. */
  readonly path: string;
  readonly search: URLSearchParams;
  readonly words: { readonly picture: string; readonly table: string };
  /** The page's own numbers, for a picture without a table in its section. */
  readonly downloads: Beside['downloads'];
}

/** The address of one picture of a page. */
export function pictureHref(path: string, search: URLSearchParams, id: string): string {
  const query = new URLSearchParams(search);
  query.set('picture', id);
  return `${path}?${query.toString()}`;
}

const AMPERSAND = /&amp;/g;

/** Addresses read off the page are markup; the component writes them as such again. */
const addressOf = ({ href, label }: { href: string; label: string }) => {
  return { href: href.replaceAll(AMPERSAND, '&'), label };
};

async function linksOf(html: string, figure: Figure, linking: Linking): Promise<string> {
  const { path, search, words } = linking;
  const beside = besideIn(html, figure);
  const own = beside.downloads.length > 0 ? beside.downloads.map(addressOf) : linking.downloads;
  const links = [
    { href: pictureHref(path, search, figure.id), label: 'SVG' },
    ...own,
    ...(beside.table === null ? [] : [{ href: `#${beside.table}`, label: words.table }]),
  ];
  return (await PictureLinks({ label: words.picture, links })).toString();
}

const CAPTION_ENDS = '</figcaption></figure>';

function withLinks(markup: string, links: string): string {
  const end = markup.endsWith(CAPTION_ENDS) ? CAPTION_ENDS : '</figure>';
  return markup.slice(0, -end.length) + links + end;
}

/** The page with a name for each picture, and below it the ways to it. */
export async function withPictureLinks(html: string, linking: Linking): Promise<string> {
  const parts: string[] = [];
  let before = 0;
  for (const figure of figuresIn(html)) {
    const markup = html.slice(figure.from, figure.to);
    const named = figure.named
      ? markup
      : markup.replace('<figure', () => `<figure id="${figure.id}"`);
    parts.push(
      html.slice(before, figure.from),
      withLinks(named, await linksOf(html, figure, linking)),
    );
    before = figure.to;
  }
  parts.push(html.slice(before));
  return parts.join('');
}
