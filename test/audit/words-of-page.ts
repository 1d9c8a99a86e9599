/** The words of a page that stand in Latin letters where the reader's language has others. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

/** What is no language: code, keys, citations of law, which the field writes in one way. */
const NO_LANGUAGE: ReadonlySet<string> = new Set([
  'script',
  'style',
  'code',
  'pre',
  'kbd',
  'cite',
  'textarea',
  'template',
]);

/** Two words or more; single ones are codes, acronyms and names. */
const RUN =
  /\p{Script=Latin}[\p{Script=Latin}’'.]+(?:[\s,]+\p{Script=Latin}[\p{Script=Latin}’'.]+)+/gu;

const SPOKEN_ATTRIBUTES: ReadonlySet<string> = new Set([
  'title',
  'alt',
  'aria-label',
  'placeholder',
]);

const attributesOf = (node: Node): ReadonlyMap<string, string> =>
  new Map('attrs' in node ? node.attrs.map(({ name, value }) => [name, value]) : []);

/** Whether it is marked as another language's, or as what is not translated. */
function isMarked(node: Node, locale: string): boolean {
  const attributes = attributesOf(node);
  const lang = attributes.get('lang');
  const isOther = lang !== undefined && lang !== '' && !lang.startsWith(locale);
  return attributes.get('translate') === 'no' || isOther;
}

function textsOf(node: Node, locale: string): string[] {
  if (NO_LANGUAGE.has(node.nodeName) || isMarked(node, locale)) return [];
  if (node.nodeName === '#text' && 'value' in node) return [node.value];
  const spoken = [...attributesOf(node)]
    .filter(([name]) => SPOKEN_ATTRIBUTES.has(name))
    .map(([, value]) => value);
  const children = 'childNodes' in node ? node.childNodes : [];
  return [...spoken, ...children.flatMap((child) => textsOf(child, locale))];
}

/** Runs of Latin words that a reader of the language meets, unless the record itself says them. */
export function latinWords(html: string, locale: string, recorded: string): string[] {
  const runs = textsOf(parse(html), locale).flatMap((text) =>
    [...text.matchAll(RUN)].map(([run]) => run.replaceAll(/\s+/g, ' ')),
  );
  return [...new Set(runs)].filter((run) => !recorded.includes(run.replace(/\.$/, '')));
}

type Members = Readonly<Record<string, unknown>>;

const isTitled = (value: object, locale: string): boolean => 'en' in value && locale in value;

/**
 * The words that people put on record, whatever their language: of what has several languages, not
 * the English where the reader's own is there.
 */
export function recordedWords(value: unknown, locale: string): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => recordedWords(one, locale));
  // Objects of JSON have members of any name.
  return Object.entries(value as Members)
    .filter(([key]) => !(key === 'en' && isTitled(value, locale)))
    .flatMap(([, one]) => recordedWords(one, locale));
}
