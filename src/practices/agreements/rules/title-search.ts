/** Finds titles by their words, by a part, by their initials, or with a slip of the fingers. */
import { nameKey, scoreOf } from '../../actors/area.ts';

/** Below an exact title, above one that only begins like it. */
export const INITIALS = 950;
/** Two letters stand for too many titles. */
const INITIALS_LENGTH_MIN = 3;
/** Words that initials pass over. */
const PASSED_OVER = new Set([
  'of',
  'the',
  'on',
  'and',
  'for',
  'in',
  'to',
  'a',
  'an',
  'or',
  'their',
]);

export interface Titled {
  readonly agreement: string;
  readonly titles: readonly string[];
}

export interface TitleMatch {
  readonly agreement: string;
  /** The title that answered best. */
  readonly title: string;
  readonly score: number;
}

/** `crc` of `Convention on the Rights of the Child`. */
export function initialsOf(words: readonly string[]): string {
  const telling = words.filter((word) => !PASSED_OVER.has(word));
  return telling.map((word) => word.slice(0, 1)).join('');
}

/** How well a title answers a query that was made a key: 0 for not at all. */
export function titleScore(query: string, title: string): number {
  const key = nameKey(title);
  const words = key.split(' ');
  const asInitials =
    query.length >= INITIALS_LENGTH_MIN && query === initialsOf(words) ? INITIALS : 0;
  return Math.max(asInitials, scoreOf(query, { key, words }));
}

function best(query: string, { agreement, titles }: Titled): TitleMatch[] {
  const scored = titles.map((title) => ({ agreement, title, score: titleScore(query, title) }));
  const [first] = scored.sort((one, other) => other.score - one.score);
  return first && first.score > 0 ? [first] : [];
}

/** The agreements that answer the text, best first. */
export function searchTitles(all: readonly Titled[], text: string, limit: number): TitleMatch[] {
  const query = nameKey(text);
  const found = query === '' ? [] : all.flatMap((titled) => best(query, titled));
  const order = (one: TitleMatch, other: TitleMatch): number =>
    other.score - one.score || one.title.length - other.title.length;
  return found.sort(order).slice(0, limit);
}
