/** Finds actors by a name as people type it: a beginning, a part, or with a slip of the fingers. */
import type { NameRow } from '../tables.ts';
import type { ActorFact } from './actor-facts.ts';
import { nameKey } from './name-key.ts';

export const EXACT = 1000;
export const BEGINNING = 900;
export const WORD_BEGINNING = 800;
export const PART = 700;
/** A match with slips loses this for each of them. */
export const SLIP = 100;
const WITH_SLIPS = 600;

export interface Searchable {
  readonly actor: string;
  readonly name: string;
  readonly key: string;
  readonly words: readonly string[];
}

/** All names of all actors, ready to be searched. */
export function searchableNames(
  actors: readonly ActorFact[],
  others: readonly Pick<NameRow, 'actor' | 'name'>[],
): Searchable[] {
  const own = actors.flatMap(({ id, names, officialName }) => {
    const all = new Set([...Object.values(names), officialName]);
    const given = [...all].filter((name) => typeof name === 'string');
    return given.map((name) => ({ actor: id, name }));
  });
  return [...own, ...others].map(({ actor, name }) => {
    const key = nameKey(name);
    return { actor, name, key, words: key.split(' ') };
  });
}

/** How many slips are forgiven in a word: none in a short one, where any would be another word. */
export function slipsAllowed(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

/** One row of the table of distances, in which a swap of neighbours is one slip. */
function nextRow(
  [one, other]: readonly [string, string],
  at: number,
  [last, beforeLast]: readonly [readonly number[], readonly number[]],
): number[] {
  const row = [at];
  for (let to = 1; to <= other.length; to++) {
    const differs = one[at - 1] === other[to - 1] ? 0 : 1;
    const across = Math.min((last[to] ?? 0) + 1, (row[to - 1] ?? 0) + 1);
    const best = Math.min(across, (last[to - 1] ?? 0) + differs);
    const swapped = at > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1];
    row.push(swapped ? Math.min(best, (beforeLast[to - 2] ?? 0) + 1) : best);
  }
  return row;
}

/** Slips between two words, or one more than `most` where there are more than that. */
export function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at++) {
    const row = nextRow([one, other], at, [last, beforeLast]);
    if (Math.min(...row) > most) return most + 1;
    [beforeLast, last] = [last, row];
  }
  return last[other.length] ?? most + 1;
}

/** Slips of a word of the query against the nearest word of a name; null where none is near. */
function nearest(word: string, words: readonly string[]): number | null {
  let most = slipsAllowed(word);
  let found: number | null = null;
  for (const candidate of words) {
    const slips = candidate.startsWith(word) ? 0 : slipsBetween(word, candidate, most);
    if (slips <= most) [found, most] = [slips, slips];
  }
  return found;
}

/** How well a name answers the query, both as keys: 0 for not at all, 1000 for being the same. */
export function scoreOf(query: string, name: Pick<Searchable, 'key' | 'words'>): number {
  if (query === '') return 0;
  if (name.key === query) return EXACT;
  if (name.key.startsWith(query)) return BEGINNING;
  if (name.key.includes(` ${query}`)) return WORD_BEGINNING;
  if (name.key.includes(query)) return PART;
  const slips = query.split(' ').map((word) => nearest(word, name.words));
  if (slips.includes(null)) return 0;
  const total = slips.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  return Math.max(WITH_SLIPS - total * SLIP, 1);
}

export interface Match {
  readonly actor: string;
  /** The name that answered best. */
  readonly name: string;
  readonly score: number;
}

/** The best match of each actor, best first; an id is a name too. */
export function searchNames(names: readonly Searchable[], text: string, limit: number): Match[] {
  const query = nameKey(text);
  const best = new Map<string, Match>();
  for (const searchable of names) {
    const { actor, name } = searchable;
    const isId = actor.toLowerCase() === text.trim().toLowerCase();
    const score = isId ? EXACT : scoreOf(query, searchable);
    if (score > (best.get(actor)?.score ?? 0)) best.set(actor, { actor, name, score });
  }
  const matches = [...best.values()].sort(
    (one, other) => other.score - one.score || one.name.length - other.name.length,
  );
  return matches.slice(0, limit);
}
