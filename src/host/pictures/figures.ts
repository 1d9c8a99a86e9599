/** The pictures on a page, found in its HTML: figures in which something is drawn. */

export interface Figure {
  readonly id: string;
  /** Whether the page itself named it; else it is named by its place. */
  readonly named: boolean;
  /** Where its markup begins and ends in the page. */
  readonly from: number;
  readonly to: number;
}

const OPENS = '<figure';
const CLOSES = '</figure>';
const ID = / id="([^"]*)"/;

/** Whether something is drawn beside the marks of a list, such as those of a legend. */
function isDrawn(figure: string): boolean {
  let within = 0;
  for (const [, tag] of figure.matchAll(/<(li|\/li|svg)[\s>]/g)) {
    if (tag === 'svg' && within === 0) return true;
    if (tag === 'li') within += 1;
    if (tag === '/li') within -= 1;
  }
  return false;
}

/** The pictures of a page in their order. */
export function figuresIn(html: string): Figure[] {
  const found: Figure[] = [];
  for (let from = html.indexOf(OPENS); from !== -1; from = html.indexOf(OPENS, from + 1)) {
    const end = html.indexOf(CLOSES, from);
    if (end === -1) break;
    const to = end + CLOSES.length;
    if (!isDrawn(html.slice(from, to))) continue;
    const own = ID.exec(html.slice(from, html.indexOf('>', from)))?.[1];
    found.push({ id: own ?? `picture-${found.length + 1}`, named: own !== undefined, from, to });
  }
  return found;
}

/** Where else what a picture shows can be had. */
export interface Beside {
  readonly table: string | null;
  readonly downloads: readonly { readonly label: string; readonly href: string }[];
}

const TABLE = /<div class="data-table" id="([^"]*)"/;
const DOWNLOADS = /<span class="downloads">[\s\S]*?<\/p>/;
const LINK = /<a href="([^"]*)">([^<]*)<\/a>/g;
const SECTION_ENDS = /<\/section>|<h2[\s>]/;

/** The table that stands after a picture in its section, with its downloads as they are there. */
export function besideIn(html: string, { to }: Figure): Beside {
  const after = html.slice(to);
  const section = after.slice(0, SECTION_ENDS.exec(after)?.index);
  const table = TABLE.exec(section);
  if (table === null) return { table: null, downloads: [] };
  const foot = DOWNLOADS.exec(section.slice(table.index))?.[0] ?? '';
  const links = [...foot.matchAll(LINK)].map(([, href = '', label = '']) => ({ href, label }));
  return { table: table[1] ?? null, downloads: links };
}
