/** Which of what was found comes first: whole names, then beginnings, then words with slips. */
import type { Findable } from '../../kernel/findable.ts';
import { keyOf, termsOf, wordsOf } from './fold.ts';
import type { OpenShelf } from './open-shelves.ts';
import { isOfQuestions } from './reading/question-words.ts';

/** Named in a question, before what bears its words. */
const NAMED = 2000;
const SAME = 1000;
const BEGINNING = 800;
const WITHIN = 650;
const WORDS_MAX = 500;
/** A score of the index at which its order says no more. */
const SCORE_FULL = 120;
/** Found by some of its words only, it stands behind all that has every word. */
const SOME_WORDS = 0.2;

/** What readers mostly look for, where names answer alike. */
const FAVOUR = new Map([
  ['state', 40],
  ['agreement', 35],
  ['organisation', 30],
  ['body', 25],
  ['page', 20],
  ['group', 15],
  ['historical-state', -5],
  ['question', -20],
  ['act-kind', -10],
  ['law', -15],
]);

export interface Hit {
  readonly thing: Findable;
  readonly score: number;
  /** Terms of the thing that answered, as its index has them. */
  readonly terms: readonly string[];
}

function nameScore(key: string, names: readonly string[]): number {
  if (names.includes(key)) return SAME;
  if (names.some((name) => name.startsWith(`${key} `))) return BEGINNING;
  return names.some((name) => ` ${name} `.includes(` ${key} `)) ? WITHIN : 0;
}

function hitsOn({ index }: OpenShelf, query: string, every: boolean): Hit[] {
  const key = keyOf(query);
  return index.find(query, every).map(({ id, score, terms }): Hit => {
    // Its place among the things is the id that the index was given.
    const at = id as number;
    const thing = index.things[at];
    if (thing === undefined) throw new Error(`the index names ${at}, which is on no shelf`);
    const named = nameScore(key, index.keys[at] ?? []);
    const words = (Math.min(score, SCORE_FULL) / SCORE_FULL) * WORDS_MAX;
    const base = every ? Math.max(named, words) + words / WORDS_MAX : words * SOME_WORDS;
    return { thing, score: base + (FAVOUR.get(thing.kind) ?? 0), terms };
  });
}

/** What is found by a part of the words is listed down to this share of what is found best. */
const SHARE_MIN = 0.4;

/** The words of a question that are not those which questions are made of. */
function tellingWords(query: string): string {
  const told = wordsOf(query).filter((word) => !isOfQuestions(word));
  return told.length === 0 ? query : told.join(' ');
}

function bySomeWords(shelves: readonly OpenShelf[], query: string): Hit[] {
  const told = tellingWords(query);
  const every = shelves.flatMap((shelf) => hitsOn(shelf, told, true));
  if (every.length > 0) return every;
  const some = shelves.flatMap((shelf) => hitsOn(shelf, told, false));
  const best = Math.max(...some.map(({ score }) => score));
  return some.filter(({ score }) => score >= best * SHARE_MIN);
}

/**
 * What answers the query, best first; by every word, and where nothing does, by some. What a
 * question names stands before all else.
 */
export function rank(
  shelves: readonly OpenShelf[],
  query: string,
  named: readonly Findable[] = [],
): Hit[] {
  const all = shelves.flatMap((shelf) => hitsOn(shelf, query, true));
  const hits = all.length > 0 ? all : bySomeWords(shelves, query);
  const first = new Map(named.map((thing, at) => [thing, NAMED - at]));
  const others = hits.filter(({ thing }) => !first.has(thing));
  const terms = termsOf(query);
  return [
    ...named.map((thing): Hit => ({ thing, score: first.get(thing) ?? NAMED, terms })),
    ...others.sort(byScore),
  ];
}

const byScore = (one: Hit, other: Hit): number =>
  other.score - one.score ||
  one.thing.title.en.length - other.thing.title.en.length ||
  (one.thing.href < other.thing.href ? -1 : 1);
