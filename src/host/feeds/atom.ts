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
    `<link href="${address}"/>`,
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

/** The document. Addresses are absolute, since a feed is read far from its node. */
export function atomOf(content: FeedContent, settings: AtomSettings): string {
  const { origin, address, language } = settings;
  const own = escapeXml(`${origin}${address}`);
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `<id>${own}</id>`,
    element('title', content.title),
    `<link rel="self" type="application/atom+xml" href="${own}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(origin + content.href)}"/>`,
    element('updated', content.entries[0]?.at ?? settings.emptyAt),
    ...content.entries.map((entry) => entryXml(origin, entry)),
    '</feed>\n',
  ].join('');
}
