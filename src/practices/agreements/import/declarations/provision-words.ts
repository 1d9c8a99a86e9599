/** The words and numbers by which provisions are cited, parted into tokens. */
import { ELSEWHERE } from './openings.ts';

export type Level = 'part' | 'chap' | 'annex' | 'art' | 'sec' | 'para' | 'subpara';

/** Which is within which: a lower rank holds a higher one. */
export const RANKS: Readonly<Record<Level, number>> = {
  annex: 0,
  part: 1,
  chap: 2,
  art: 3,
  sec: 4,
  para: 5,
  subpara: 6,
};

const WORDS: readonly (readonly [Level, string])[] = [
  ['annex', 'annex(?:es)?|anexos?|annexes?|schedule'],
  ['part', 'parts?'],
  ['chap', 'chapters?|capítulos?|chapitres?'],
  ['art', 'art(?:icle)?s?\\b\\.?|artículos?'],
  ['sec', 'sections?'],
  ['subpara', 'sub-?\\s?paragraphs?|points?|items?|lit(?:era)?\\.?|alinéas?|incisos?'],
  ['para', 'paragraphe?s?|paras?\\b\\.?|párrafos?|clauses?|§§?'],
];

const ROMAN = 'M{0,2}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})';
/** `32`, `IX`, `9.2`, `6 bis`, `(2)`, `(a)`, `1(b)`, `a`. */
const NUMBER = [
  '(?:\\(?\\d{1,3}(?: ?bis| ?ter)?\\)?(?:\\.\\d{1,2})?',
  `\\(?(?-i:(?=[IVXLM])${ROMAN})\\)?(?![A-Za-z])`,
  '\\)?\\([a-z]{1,4}\\)',
  "(?-i:[a-z])(?![A-Za-z'’]))",
].join('|');
const SUB = '(?:\\s?[()]{1,2}(?:\\d{1,2}|[a-z]{1,4})\\)|\\s\\d{1,2}(?=\\s?\\([a-z]\\)))';
const ITEM = `${NUMBER}${SUB}{0,4}`;
const JOINT = '\\s*(?:,\\s*(?:and|or|as well as|et|y)?|and|or|&|et|y|to|through|until|-)\\s*';
const LIST = `${ITEM}(?:${JOINT}(?:${ITEM})){0,14}`;

export interface Group {
  readonly level: Level;
  readonly list: string;
  readonly from: number;
  readonly to: number;
}

const LEVELS = WORDS.map(([level, words]) => `(?<${level}>${words})`).join('|');
const GROUP = new RegExp(
  `(?<![\\p{L}])(?:${LEVELS})(?:\\s|(?=[\\d(]))(?<list>${LIST})(?:(?<=\\))|(?![\\p{L}\\d]))`,
  'giu',
);

function levelOf(groups: Readonly<Record<string, string | undefined>>): Level | null {
  return WORDS.map(([level]) => level).find((level) => groups[level] !== undefined) ?? null;
}

/** Every citation of one level with its list of numbers, in order. */
export function groupsIn(words: string): Group[] {
  return [...words.matchAll(GROUP)].flatMap((match) => {
    const { groups = {} } = match;
    const level = levelOf(groups);
    const list = groups['list'];
    if (level === null || list === undefined) return [];
    return [{ level, list, from: match.index, to: match.index + match[0].length }];
  });
}

export interface Item {
  readonly number: string;
  /** `2`, `b`, `ii` of `(2)(b)(ii)`. */
  readonly below: readonly string[];
}

const bare = (text: string): string => text.replaceAll(/[()\s]/g, '');
const RANGE_MAX = 60;

function itemOf(text: string): Item {
  const match = new RegExp(`^(${NUMBER})(${SUB}{0,4})$`, 'iu').exec(text.trim());
  const [number = '', after] = bare(match?.[1] ?? text).split('.');
  const below = [...(match?.[2] ?? '').matchAll(/\d{1,2}|[a-z]{1,4}/gi)].map(([one]) => one);
  return { number, below: [...(after === undefined ? [] : [after]), ...below] };
}

function ranged(first: Item, last: Item): Item[] {
  const [from, to] = [Number(first.number), Number(last.number)];
  const isRange = Number.isInteger(from) && to > from && to - from <= RANGE_MAX;
  if (!isRange || first.below.length > 0) return [first, last];
  return Array.from({ length: to - from + 1 }, (_, at) => ({ number: `${from + at}`, below: [] }));
}

/** The numbers of a list; `5 to 8` is four of them. */
export function itemsOf(list: string): Item[] {
  const items: Item[] = [];
  let isTo = false;
  for (const piece of list.split(new RegExp(`(${JOINT})`, 'i'))) {
    const text = piece.trim();
    if (new RegExp(`^${JOINT}$`, 'i').test(piece) || text === '') {
      isTo = /^(?:to|through|until|-)$/i.test(text);
      continue;
    }
    const item = itemOf(text);
    const before = items.at(-1);
    if (isTo && before) items.splice(-1, 1, ...ranged(before, item));
    else items.push(item);
    isTo = false;
  }
  return items;
}

const LAW_BEFORE = /(?:constitution|code|act|law|decree|ordinance|regulations?)\b[^.;]{0,24}$/i;

/** Whether what is cited is the author's own law, or another text. */
export function isElsewhere(words: string, from: number, to: number): boolean {
  const after = words.slice(to, to + 110);
  return ELSEWHERE.test(after) || LAW_BEFORE.test(words.slice(Math.max(0, from - 50), from));
}
