/** What is wrong with an Atom feed (RFC 4287), as far as readers depend on it. */
import { readXml, type XmlBounds, type XmlElement } from '../xml/read-xml.ts';

export const ATOM_BOUNDS: XmlBounds = {
  bytesMax: 16 * 1024 * 1024,
  depthMax: 32,
  elementsMax: 200_000,
};

const NAMESPACE = 'http://www.w3.org/2005/Atom';
/** RFC 3339, as section 3.3 has it. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[-+]\d\d:\d\d)$/;

const OF_FEED = [
  'author',
  'category',
  'contributor',
  'generator',
  'icon',
  'id',
  'link',
  'logo',
  'rights',
  'subtitle',
  'title',
  'updated',
  'entry',
];
const OF_ENTRY = [
  'author',
  'category',
  'content',
  'contributor',
  'id',
  'link',
  'published',
  'rights',
  'source',
  'summary',
  'title',
  'updated',
];
const ONCE = ['id', 'title', 'updated'];

const named = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child) => child.name === name && child.namespace === NAMESPACE);

const attribute = (element: XmlElement, name: string): string | undefined =>
  element.attributes.find((one) => one.name === name && one.namespace === '')?.value;

const isAbsolute = (text: string): boolean => /^[a-zA-Z][a-zA-Z0-9+.-]*:\S+$/.test(text.trim());

/** What feed and entry have in common. Sections 4.1.1 and 4.1.2. */
function commonFaults(element: XmlElement, known: readonly string[], where: string): string[] {
  const missing = ONCE.filter((name) => named(element, name).length !== 1);
  const strange = element.children.filter(
    ({ name, namespace }) => namespace === NAMESPACE && !known.includes(name),
  );
  const [id] = named(element, 'id');
  const [updated] = named(element, 'updated');
  return [
    ...missing.map((name) => `${where} has not one ${name} (4.1)`),
    ...strange.map(({ name }) => `${where} has ${name}, which has no place there (4.1)`),
    ...(id === undefined || isAbsolute(id.text)
      ? []
      : [`${where} has an id that is no IRI (4.2.6)`]),
    ...(updated === undefined || INSTANT.test(updated.text.trim())
      ? []
      : [`${where} was updated at no time (3.3)`]),
    ...named(element, 'link')
      .filter((link) => (attribute(link, 'href') ?? '') === '')
      .map(() => `${where} has a link to nothing (4.2.7.1)`),
  ];
}

const hasLink = (element: XmlElement, relation: string): boolean =>
  named(element, 'link').some((link) => (attribute(link, 'rel') ?? 'alternate') === relation);

function entryFaults(entry: XmlElement, number: number, feed: XmlElement): string[] {
  const where = `entry ${number}`;
  const isReached = named(entry, 'content').length > 0 || hasLink(entry, 'alternate');
  const isAuthored = [entry, feed].some((one) => named(one, 'author').length > 0);
  return [
    ...commonFaults(entry, OF_ENTRY, where),
    ...(isReached ? [] : [`${where} has neither content nor a link to it (4.1.2)`]),
    ...(isAuthored ? [] : [`${where} has no author (4.1.1)`]),
  ];
}

/** The faults of a file; empty where it is an Atom feed that any reader can take. */
export function atomFaults(bytes: Uint8Array): readonly string[] {
  const read = readXml(bytes, ATOM_BOUNDS);
  if ('fault' in read) return [read.fault.what];
  const { root } = read;
  if (root.name !== 'feed' || root.namespace !== NAMESPACE) return [`it is ${root.name}, no feed`];
  const entries = named(root, 'entry');
  const ids = entries.flatMap((entry) => named(entry, 'id').map(({ text }) => text.trim()));
  return [
    ...commonFaults(root, OF_FEED, 'the feed'),
    ...(hasLink(root, 'self') ? [] : ['the feed does not say where it is (4.1.1)']),
    ...entries.flatMap((entry, at) => entryFaults(entry, at + 1, root)),
    ...(new Set(ids).size === ids.length ? [] : ['two entries have one id (4.1.1)']),
  ];
}
