/** One of the two days that are compared: the page of it, read whole. */
import { type Refusal, isRefusal } from '../../kernel/refusal.ts';
import type { PageContent } from '../../ui/page.ts';
import { type DateStyle, formatDate } from '../../ui/text/format.ts';
import type { Text } from '../../ui/text/text.ts';
import { withPictureLinks } from '../pictures/picture-links.ts';
import { COMPARE, type Times } from '../times.ts';
import type { Block, Outline } from './blocks.ts';
import { readOutline } from './read-outline.ts';

/** The page as it is on a day, by an address that differs in its dates alone. */
export type RenderDay = (times: Times, search: URLSearchParams) => Promise<PageContent | Refusal>;

export interface Asking {
  readonly path: string;
  readonly search: URLSearchParams;
  readonly text: Text;
  readonly render: RenderDay;
}

export interface DayOfPage {
  readonly times: Times;
  /** The whole page of the day. */
  readonly href: string;
  readonly content: PageContent;
  readonly outline: Outline;
}

export interface NoPage {
  readonly times: Times;
  readonly href: string;
  readonly refusal: Refusal;
}

/** A list that is cut into pages is read so far, on each of the days. */
export const LIST_PAGES_MAX = 5;
/** Where in a list one reads, and what is only of the comparison. */
const OWN = ['page', 'picture', 'format', ...Object.values(COMPARE)];

function searchOf({ search }: Asking, { asOf, knownAt }: Times): URLSearchParams {
  const own = new URLSearchParams(search);
  for (const name of OWN) own.delete(name);
  own.set('asOf', asOf);
  if (knownAt === null) own.delete('knownAt');
  else own.set('knownAt', knownAt.endsWith('T23:59:59.999Z') ? knownAt.slice(0, 10) : knownAt);
  return own;
}

const STYLES: readonly DateStyle[] = ['long', 'short'];

/** The forms in which a page may name its own day. */
const formsOf = ({ asOf }: Times, { locale }: Text): string[] => [
  ...STYLES.map((style) => formatDate(locale, asOf, style)),
  asOf,
];

async function outlineOf(asking: Asking, search: URLSearchParams, times: Times, body: unknown) {
  const { path, text } = asking;
  const words = { picture: text('pictures.picture'), table: text('pictures.table') };
  const html = await withPictureLinks(String(body), { path, search, words, downloads: [] });
  return readOutline(html, formsOf(times, text));
}

/** The markup of a page's body; what is asynchronous within is there only after waiting. */
async function htmlOf({ body }: PageContent): Promise<string> {
  return (await (<>{body}</>)).toString();
}

const sameOf = ({ kind, section, text }: Block): string => `${kind}\n${section}\n${text}`;

/** The rows and items of the pages on which the list goes on. */
async function readOn(asking: Asking, times: Times, first: Outline): Promise<Outline> {
  const blocks = [...first.blocks];
  const there = new Set(blocks.map(sameOf));
  let { next } = first;
  for (let pages = 1; next !== null && pages < LIST_PAGES_MAX; pages += 1) {
    const { pathname, searchParams } = new URL(next, 'http://node.invalid');
    if (pathname !== asking.path) break;
    const content = await asking.render(times, searchParams);
    if (isRefusal(content)) break;
    const more = await outlineOf(asking, searchParams, times, await htmlOf(content));
    const listed = more.blocks.filter(({ kind }) => kind === 'row' || kind === 'item');
    // What stands beside the list is on each of its pages.
    blocks.push(...listed.filter((block) => !there.has(sameOf(block))));
    next = more.next;
  }
  return { ...first, blocks, next };
}

/** The page of a day, or why there is none. */
export async function dayOfPage(asking: Asking, times: Times): Promise<DayOfPage | NoPage> {
  const search = searchOf(asking, times);
  const href = `${asking.path}?${search.toString()}`;
  const content = await asking.render(times, search);
  if (isRefusal(content)) return { times, href, refusal: content };
  const first = await outlineOf(asking, search, times, await htmlOf(content));
  return { times, href, content, outline: await readOn(asking, times, first) };
}
