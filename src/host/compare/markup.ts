/** The markup of a page as a tree: what is asked of it to compare two. */
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

export const isElement = (node: Node): node is Element => 'tagName' in node;

export const attributeOf = (one: Element, name: string): string | undefined =>
  one.attrs.find((attribute) => attribute.name === name)?.value;

export const hasClass = (one: Element, name: string): boolean =>
  (attributeOf(one, 'class') ?? '').split(' ').includes(name);

/** All elements below one, in the order of the text. */
export function below(one: Element): Element[] {
  return one.childNodes.filter(isElement).flatMap((child) => [child, ...below(child)]);
}

export const firstBelow = (one: Element, tag: string): Element | undefined =>
  below(one).find(({ tagName }) => tagName === tag);

const SILENT = new Set(['svg', 'script', 'style', 'template', 'form', 'button', 'nav']);

function rawWords(node: Node, timeless: boolean): string {
  if ('value' in node) return node.value;
  if (!isElement(node) || SILENT.has(node.tagName) || hasClass(node, 'picture-links')) return ' ';
  if (timeless && node.tagName === 'time') return ' ◇ ';
  // Words of two elements stand apart on a page, though no space is between their tags.
  return ` ${node.childNodes.map((child) => rawWords(child, timeless)).join('')} `;
}

const narrow = (words: string): string => words.replaceAll(/\s+/g, ' ').trim();

/** What somebody reads in a node, without what is drawn and what is filled in. */
export const wordsOf = (node: Node): string => narrow(rawWords(node, false));

/** The same whatever its days are. */
export const timelessWordsOf = (node: Node): string => narrow(rawWords(node, true));

/** The elements and words of a page, as children of one element. */
export function readHtml(html: string): Element {
  const [root] = parseFragment(`<div>${html}</div>`).childNodes.filter(isElement);
  if (root === undefined) throw new Error('Markup around which an element stands has none.');
  return root;
}

/** Names that would stand twice on a page that shows two. */
const NAMES = new Set(['id', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'for']);

interface Moved {
  /** Put before the names of this fragment. */
  readonly prefix: string;
  /** The page that it is from, for links to places on it. */
  readonly page: string;
}

function movedValue(tag: string, name: string, value: string, { prefix, page }: Moved): string {
  if (NAMES.has(name)) return value.replaceAll(/\S+/g, (one) => prefix + one);
  if (name === 'href' && value.startsWith('#')) {
    return tag === 'a' ? page + value : `#${prefix}${value.slice(1)}`;
  }
  return value.replaceAll(/url\(#/g, `url(#${prefix}`);
}

function moved(one: Element, how: Moved, names: ReadonlySet<string>): Element {
  const isThere = (name: string, value: string) =>
    !name.startsWith('aria-') ||
    !NAMES.has(name) ||
    value.split(' ').every((each) => names.has(each));
  const attrs = one.attrs
    .filter(({ name, value }) => isThere(name, value))
    .map((attribute) => {
      const value = movedValue(one.tagName, attribute.name, attribute.value, how);
      return { ...attribute, value };
    });
  const childNodes = one.childNodes.map((child) =>
    isElement(child) ? moved(child, how, names) : child,
  );
  return { ...one, attrs, childNodes };
}

/** An element as it reads away from its page: without marks whose meaning a legend had. */
export function forReading(one: Element): Element {
  const childNodes = one.childNodes
    .filter((child) => !isElement(child) || child.tagName !== 'svg' || hasClass(child, 'icon'))
    .map((child) => (isElement(child) ? forReading(child) : child));
  return { ...one, childNodes };
}

/** Without what leads to acts: their ids are most of what a long list takes to send. */
export function withoutActs(one: Element): Element {
  const childNodes = one.childNodes.map((child) => (isElement(child) ? withoutActs(child) : child));
  const isLink = one.tagName === 'a' && attributeOf(one, 'href')?.startsWith('/acts/') === true;
  if (!isLink) return { ...one, childNodes };
  return { ...one, tagName: 'span', nodeName: 'span', attrs: [], childNodes };
}

/** Its parts apart, as the page's style had them. */
export function spaced(one: Element): Element {
  const [space] = parseFragment(' ').childNodes;
  const childNodes = one.childNodes.flatMap((child) =>
    isElement(child) && space !== undefined ? [child, space] : [child],
  );
  return { ...one, childNodes };
}

/** An element taken off its page, to stand beside that of another. */
export function takenOff(one: Element, how: Moved): Element {
  const names = new Set([one, ...below(one)].flatMap((each) => attributeOf(each, 'id') ?? []));
  return moved(one, how, names);
}
