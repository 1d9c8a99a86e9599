/** The markup of a picture as a tree, and that tree as SVG that stands by itself. */
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { escapeXml } from './escape.ts';

/** An element with what it is matched by; text is an element's child as a string. */
export interface Element {
  readonly tag: string;
  readonly attributes: Map<string, string>;
  readonly classes: ReadonlySet<string>;
  readonly parent: Element | null;
  readonly children: (Element | string)[];
}

type Parsed = DefaultTreeAdapterTypes.ChildNode;

/** An element that is put together here. */
export function element(
  tag: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly (Element | string)[] = [],
): Element {
  const own = Object.entries(attributes).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  const all = new Map(own);
  return { tag, attributes: all, classes: new Set(), parent: null, children: [...children] };
}

function read(node: Parsed, parent: Element | null): Element | string | null {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  if (!('tagName' in node)) return null;
  const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
  const classes = new Set((attributes.get('class') ?? '').split(/\s+/).filter(Boolean));
  const made: Element = { tag: node.tagName, attributes, classes, parent, children: [] };
  made.children.push(...node.childNodes.flatMap((child) => read(child, made) ?? []));
  return made;
}

/** Reads markup; `direction` is that of the page around it, which styles ask for. */
export function readMarkup(html: string, direction: string): Element {
  const root = element('html', { dir: direction });
  const nodes = parseFragment(html).childNodes;
  root.children.push(...nodes.flatMap((node) => read(node, root) ?? []));
  return root;
}

/** All elements below one, in the order of the text. */
export function below(one: Element): Element[] {
  return one.children.flatMap((child) =>
    typeof child === 'string' ? [] : [child, ...below(child)],
  );
}

/** The words of an element, without those of titles and of what is drawn. */
export function wordsOf(one: Element | string): string {
  if (typeof one === 'string') return one;
  if (one.tag === 'svg' || one.classes.has('picture-links')) return ' ';
  // Words of two elements stand apart on a page, though no space is between their tags.
  const inside = one.children.map(wordsOf).join('');
  return ` ${inside} `.replaceAll(/\s+/g, ' ');
}

/** What a picture may hold; anything else is left out with all that is in it. */
const TAGS = new Set(
  (
    'svg g path circle ellipse rect line polyline polygon text tspan title desc defs pattern use ' +
    'clipPath linearGradient stop'
  ).split(' '),
);

/** What is drawn has these; nothing that runs, and nothing that leads elsewhere. */
const ATTRIBUTES = new Set(
  (
    'id d x y x1 x2 y1 y2 dx dy cx cy r rx ry width height viewBox preserveAspectRatio points ' +
    'transform patternUnits patternTransform clip-path xmlns lang xml:lang role aria-labelledby ' +
    'fill fill-opacity fill-rule stroke stroke-width stroke-dasharray stroke-linecap ' +
    'stroke-linejoin stroke-opacity opacity font-family font-size font-weight font-style ' +
    'text-anchor dominant-baseline paint-order direction unicode-bidi overflow'
  ).split(' '),
);

function attributeText(name: string, value: string): string {
  const isInside = name === 'href' && value.startsWith('#');
  if (!ATTRIBUTES.has(name) && !isInside) return '';
  // An address in a fill leads into the picture, or it is none.
  if (/url\((?!#)/i.test(value)) return '';
  return ` ${name}="${escapeXml(value)}"`;
}

/** The element as SVG. Links become groups: a file has no page from which they lead. */
export function svgOf(one: Element | string): string {
  if (typeof one === 'string') return escapeXml(one);
  const tag = one.tag === 'a' ? 'g' : one.tag;
  if (!TAGS.has(tag) || one.attributes.get('display') === 'none') return '';
  const attributes = [...one.attributes]
    .map(([name, value]) => attributeText(name, value))
    .join('');
  const inside = one.children.map(svgOf).join('');
  return inside === '' ? `<${tag}${attributes}/>` : `<${tag}${attributes}>${inside}</${tag}>`;
}
