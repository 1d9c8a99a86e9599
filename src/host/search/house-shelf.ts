/** What the node itself has to be found: pages, acts one may do, questions, and the law applied. */
import type { ActDefinition, Area, Question, Titled } from '../../kernel/define-area.ts';
import type { Findable, Shelf } from '../../kernel/findable.ts';
import type { Rule } from '../../kernel/law.ts';
import { type Locale, locales } from '../../ui/text/locale.ts';
import type { Text } from '../../ui/text/text.ts';
import { QUESTION_DOCS } from '../api/docs/find-documented.ts';
import { type Serves, destinationsOf } from '../destinations/destinations.ts';
import { guideFindables } from '../guide/guide-shelf.ts';
import { actTitle } from '../acts/act-words.ts';

export interface HouseParts {
  readonly areas: readonly Area[];
  readonly textIn: (locale: Locale) => Text;
  /** The rules that the house applies. */
  readonly rules: readonly Rule[];
  /** Whether the house has a page at a path. */
  readonly serves: Serves;
}

/** Pages with an address of their own, by the text that names them. */
const PAGES: readonly (readonly [path: string, text: string])[] = [
  ['/', 'host.front'],
  ['/agreements', 'host.section.agreements'],
  ['/meetings', 'host.section.meetings'],
  ['/notices', 'host.section.notices'],
  ['/actors', 'host.section.actors'],
  ['/record', 'host.section.record'],
  ['/api', 'host.section.api'],
  ['/between', 'agreements.between'],
  ['/desk/depositary', 'host.section.desk'],
  ['/ministry', 'host.section.ministry'],
  ['/duty', 'host.section.duty'],
  ['/law', 'search.law.title'],
  ['/log', 'host.log.title'],
  ['/verify', 'host.verify.title'],
  ['/acts/new', 'host.acts.choose'],
];

/** These, and the places that other rooms have added. */
function placesOf({ serves }: HouseParts): (readonly [path: string, text: string])[] {
  const known = new Set(PAGES.map(([path]) => path));
  const others = destinationsOf((path) => serves(path) && !known.has(path));
  return [...PAGES, ...others.map(({ path, name }) => [path, name] as const)];
}

function inAll({ textIn }: HouseParts, say: (text: Text) => string): Titled {
  const said = locales.map((locale) => [locale, say(textIn(locale))] as const);
  return { ...Object.fromEntries(said), en: say(textIn('en')) };
}

function ofPage(parts: HouseParts, path: string, key: string): Findable[] {
  const title = inAll(parts, (text) => text(key));
  if (title.en === key) return [];
  return [{ kind: 'page', id: path, href: path, title, names: path === '/' ? [] : [path] }];
}

function ofAct(parts: HouseParts, act: ActDefinition): Findable {
  const { type } = act;
  const href = `/acts/new?type=${type}`;
  const title = inAll(parts, (text) => actTitle(text, act));
  return { kind: 'act-kind', id: type, href, title, names: [type, type.replaceAll(/[.-]/g, ' ')] };
}

function ofQuestion(area: Area, question: Question): Findable {
  const { name, title } = question;
  const href = `/api/${name.replace('.', '/')}`;
  const within = { en: area.title };
  return {
    kind: 'question',
    id: name,
    href: `${QUESTION_DOCS}${name}`,
    title: { en: title },
    names: [name, href],
    within,
  };
}

/** `vclt 24` of `VCLT Art. 24(1)`: how people type a provision. */
function citedAs(citation: string): string[] {
  return citation
    .split(/;\s*/)
    .flatMap((one) => [one, one.replaceAll(/\bArts?\.|\bArticles?\b|\brules?\b/g, '')]);
}

/** Where a rule stands on the page of the law. */
export const ruleAnchor = (id: string): string => `rule-${id.replaceAll('.', '-')}`;

function ofRule({ citation, id, text }: Rule): Findable {
  return {
    kind: 'law',
    id,
    href: `/law#${ruleAnchor(id)}`,
    title: { en: citation },
    names: [id, ...citedAs(citation)],
    words: text,
  };
}

/** The shelf of the house, the same for every reader. */
export function houseShelf(parts: HouseParts): Shelf {
  let made: readonly Findable[] | null = null;
  const make = (): readonly Findable[] => [
    ...placesOf(parts).flatMap(([path, key]) => ofPage(parts, path, key)),
    ...parts.areas.flatMap((area) => area.acts.map((act) => ofAct(parts, act))),
    ...parts.areas.flatMap((area) => area.questions.map((one) => ofQuestion(area, one))),
    ...guideFindables(parts.textIn),
    ...parts.rules.map(ofRule),
  ];
  return { name: 'house', load: async () => (made ??= make()) };
}
