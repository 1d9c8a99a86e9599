/**
 * Provisions that a statement cites, as addresses: `paragraphs 2 and 3 of article 32` and `article
 * 32, paragraphs 2 and 3` are both `art_32__para_2`, `art_32__para_3`.
 */
import { pattern } from './pattern.ts';
import { PROVISION_ID, type ProvisionId } from '../../provision.ts';
import {
  type Group,
  type Item,
  type Level,
  RANKS,
  groupsIn,
  isElsewhere,
  itemsOf,
} from './provision-words.ts';

export interface Cited {
  readonly id: ProvisionId;
  /** Place of the citation in the words. */
  readonly from: number;
  /** Named as the clause by virtue of which something is done. */
  readonly enabling: boolean;
}

const LETTER = /^[a-z]$/i;
const ROMAN_SMALL = /^[ivx]{2,4}$/i;

/** A letter is a point of a list, whatever word stands before it. */
function stepOf(level: Level, number: string): string {
  if (level === 'subpara' || level === 'para') return belowStep(number, '');
  return `${level}_${number}`;
}

function belowStep(part: string, before: string): string {
  // Scanned pages have the letter l for the figure 1.
  if (part === 'l' && before === '') return 'para_1';
  if (/^\d/.test(part)) return `para_${part}`;
  const small = part.toLowerCase();
  const isPoint = ROMAN_SMALL.test(part) || (LETTER.test(part) && before.startsWith('list_'));
  return isPoint && /^[ivx]+$/.test(small) ? `point_${small}` : `list_${small}`;
}

/** The steps of one item: `(1)(b)` below its number. */
function stepsOfItem(level: Level, { number, below }: Item): string[] {
  const steps = [stepOf(level, number)];
  for (const part of below) steps.push(belowStep(part, steps.at(-1) ?? ''));
  return steps;
}

/** Steps from the whole to the part, of everything that one chain of groups cites. */
interface Chain {
  readonly paths: string[][];
  readonly from: number;
  readonly to: number;
  /** The highest rank that is named in it. */
  readonly top: number;
}

const isInList = (step: string): boolean => /^(?:list|point)_/.test(step);

/** `paragraphs 1 (b), (c) and (d)`: letters alone go on below the number before them. */
function pathOfItem(level: Level, item: Item, before: readonly string[]): string[] {
  const { number } = item;
  const goesOn = before.some(isInList);
  if (goesOn && /^[ivx]{1,4}$/.test(number) && before.at(-1)?.startsWith('point_') === true) {
    return [...before.slice(0, -1), `point_${number}`];
  }
  if (!/^[a-z]{1,4}$/.test(number) || level === 'subpara') return stepsOfItem(level, item);
  const parent = goesOn ? before.slice(0, before.findIndex(isInList)) : [];
  return [...parent, ...stepsOfItem('subpara', item)];
}

function pathsOf({ level, list }: Group): string[][] {
  const paths: string[][] = [];
  for (const item of itemsOf(list)) paths.push(pathOfItem(level, item, paths.at(-1) ?? []));
  return paths;
}

const DOWN = /^\s*,?\s*(?:\(?(?:in particular|notably|specifically|namely|i\.e\.)\)?,?\s*)?$/i;
const UP = pattern(
  'i',
  String.raw`^\s*,?\s*(?:of|in|to|from|under|de|del|`,
  String.raw`du)\s+(?:the\s+)?(?:provisions? of\s+)?(?:said |same |above-mentioned |`,
  String.raw`aforementioned |aforesaid |present )*(?:the\s+)?$`,
);
const SAME = pattern(
  'i',
  String.raw`^\s*,?\s*(?:(?:of|in|to|under) (?:the )?(?:that|this|the|same|said|present|`,
  String.raw`above-mentioned|aforementioned|aforesaid)(?: said| same| present)* article\b|`,
  String.raw`of (?:it|the latter)\b|thereof)`,
);

interface Linked {
  readonly chain: Chain;
  readonly next: number;
}

/** Follows from one group to those that stand below or above it. */
function follow(words: string, groups: readonly Group[], at: number): Linked {
  let paths = pathsOf(groups[at] as Group); // The caller counts within the list.
  let group = groups[at] as Group;
  let top = RANKS[group.level];
  const { from } = group;
  let next = at + 1;
  for (; next < groups.length; next += 1) {
    const other = groups[next] as Group; // Within the list, by the loop.
    const between = words.slice(group.to, other.from);
    const rank = RANKS[other.level];
    const below = DOWN.test(between) && rank > RANKS[group.level];
    const above = (UP.test(between) || DOWN.test(between)) && rank < top;
    if (below) {
      const last = paths.at(-1) ?? [];
      paths = [...paths.slice(0, -1), ...pathsOf(other).map((path) => [...last, ...path])];
    } else if (above) {
      const [parent = []] = pathsOf(other);
      paths = paths.map((path) => [...parent, ...path]);
      top = rank;
    } else break;
    group = other;
  }
  return { chain: { paths, from, to: group.to, top }, next };
}

const ENABLES = new RegExp(
  '(?:(?:in accordance with|pursuant to|in pursuance of|by virtue of|invoking|as permitted by|' +
    'on the basis of|in conformity with|exercising (?:\\S+ ){0,8}in|as provided for under|' +
    '(?:with the option|discretion) provided (?:for )?(?:in|by)|acting under|' +
    'conformément à|de conformidad con)|' +
    '(?:^|[.;,"] ?|declares? (?:that )?|, )under)' +
    '(?: the| terms of| (?:first |second |third |last )?(?:provisions?|part|' +
    'sentence) of| of| said)*(?: the)? ?$',
  'i',
);

function idOf(path: readonly string[]): ProvisionId | null {
  const id = path.join('__');
  return PROVISION_ID.test(id) && id.length <= 160 ? id : null;
}

const holderOf = (path: readonly string[]): readonly string[] => {
  const at = path.findLastIndex((step) => /^(?:art|sec|annex|part|chap)_/.test(step));
  return path.slice(0, at + 1);
};

/** What a chain begins below: the article before it, unless it names its own; null: nothing. */
function rootOf(text: string, chain: Chain, antecedent: readonly string[]) {
  const isSame = SAME.test(text.slice(chain.to, chain.to + 60));
  if (chain.top <= RANKS.art || (chain.top === RANKS.sec && !isSame)) return [];
  return antecedent.length === 0 ? null : antecedent;
}

/** Everything that the words cite of the agreement, in order; `above` are headings over them. */
export function citedIn(words: string, above = ''): Cited[] {
  const text = above === '' ? words : `${above}\n${words}`;
  const shift = text.length - words.length;
  const groups = groupsIn(text);
  const cited: Cited[] = [];
  let antecedent: readonly string[] = [];
  for (let at = 0; at < groups.length; ) {
    const { chain, next } = follow(text, groups, at);
    at = next;
    const root = isElsewhere(text, chain.from, chain.to) ? null : rootOf(text, chain, antecedent);
    if (root === null) continue;
    const enabling = ENABLES.test(text.slice(Math.max(0, chain.from - 90), chain.from));
    const ids = chain.paths.flatMap((path) => idOf([...root, ...path]) ?? []);
    cited.push(...ids.map((id) => ({ id, from: chain.from - shift, enabling })));
    if (root.length === 0) antecedent = holderOf(chain.paths.at(-1) ?? []);
  }
  return cited;
}

/** Without those that a more exact one of the list says better, and without repetition. */
export function exactOnly(ids: readonly ProvisionId[]): ProvisionId[] {
  const distinct = [...new Set(ids)];
  return distinct.filter((id) => !distinct.some((other) => other.startsWith(`${id}__`)));
}
