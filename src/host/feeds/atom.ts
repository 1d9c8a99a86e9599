/** Atom (RFC 4287) from the content of a feed. */
import type { FeedContent, FeedEntry } from '../../ui/feed.ts';

const CONTROLS_ALLOWED = new Set(['\t', '\n', '\r']);

/** XML 1.0, section 2.2: what has no place in a document, however it is written, is replaced. */
function characterIn(character: string): string {
  const isControl = character < ' ' && !CONTROLS_ALLOWED.has(character);
  return isControl || character === '\ufffe' || character === '\uffff' ? '\ufffd' : character;
}

/** Text as it stands in XML. */
export function escapeXml(text: string): string {
  return Array.from(text.toWellFormed(), characterIn)
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`;

function entryXml(origin: string, entry: FeedEntry): string {
  const address = escapeXml(`${origin}${entry.href}`);
  return [
    '<entry>',
    `<id>${address}</id>`,
    element('title', entry.title),
    `<link rel="alternate" type="text/html" href="${address}"/>`,
    element('updated', entry.at),
    `<author>${element('name', entry.author)}</author>`,
    element('summary', entry.summary),
    '</entry>',
  ].join('');
}

export interface AtomSettings {
  readonly origin: string;
  /** Path and query of the feed itself. */
  readonly address: string;
  readonly language: string;
  /** When nothing is in it yet. */
  readonly emptyAt: string;
}

/** Entries of one page of a feed; earlier ones stand on the next. */
export const PAGE_ENTRIES_MAX = 50;

/** The address of a page; the first is that of the feed itself, which is its name for ever. */
function pageAddress(address: string, page: number): string {
  const url = new URL(address, 'http://localhost');
  url.searchParams.delete('page');
  if (page > 1) url.searchParams.set('page', String(page));
  return `${url.pathname}${url.search}`;
}

interface Pages {
  readonly current: number;
  readonly last: number;
}

/** The page that is asked for, or the nearest that there is. */
function pagesOf(address: string, count: number): Pages {
  const last = Math.max(1, Math.ceil(count / PAGE_ENTRIES_MAX));
  const asked = Number(new URL(address, 'http://localhost').searchParams.get('page') ?? '1');
  const current = Number.isSafeInteger(asked) ? Math.min(Math.max(asked, 1), last) : 1;
  return { current, last };
}

/** Links between the pages of a feed that has several. RFC 5005, 3. */
function pageLinks({ origin, address }: AtomSettings, { current, last }: Pages): string[] {
  if (last === 1) return [];
  const relations = { first: 1, previous: current - 1, next: current + 1, last };
  return Object.entries(relations)
    .filter(([, page]) => page >= 1 && page <= last)
    .map(([relation, page]) => {
      const href = escapeXml(origin + pageAddress(address, page));
      return `<link rel="${relation}" type="application/atom+xml" href="${href}"/>`;
    });
}

/** The latest change of any entry: their order is that of admission, and not of time. */
const updatedOf = ({ entries }: FeedContent, emptyAt: string): string =>
  entries.map(({ at }) => at).reduce((latest, at) => (at > latest ? at : latest), '') || emptyAt;

/** The document. Addresses are absolute, since a feed is read far from its node. */
export function atomOf(content: FeedContent, settings: AtomSettings): string {
  const { origin, address, language } = settings;
  const pages = pagesOf(address, content.entries.length);
  const from = (pages.current - 1) * PAGE_ENTRIES_MAX;
  const shown = content.entries.slice(from, from + PAGE_ENTRIES_MAX);
  const id = escapeXml(origin + pageAddress(address, 1));
  const self = escapeXml(origin + pageAddress(address, pages.current));
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `<id>${id}</id>`,
    element('title', content.title),
    element('updated', updatedOf(content, settings.emptyAt)),
    `<link rel="self" type="application/atom+xml" href="${self}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(origin + content.href)}"/>`,
    ...pageLinks(settings, pages),
    '<generator>Concord</generator>',
    ...shown.map((entry) => entryXml(origin, entry)),
    '</feed>\n',
  ].join('');
}
