/** What was perhaps meant, where nothing was found: the words as names have them. */
import { fold, termOf, wordsOf } from './fold.ts';
import type { OpenShelf } from './open-shelves.ts';
import { joinedVocabulary } from './reading/vocabulary.ts';

const SPELLINGS_MAX = 4;

/** Nearest spellings of the query, each of which finds something. */
export function spellingsOf(query: string, shelves: readonly OpenShelf[]): string[] {
  const vocabulary = joinedVocabulary(shelves.map(({ index }) => index));
  const near = wordsOf(query)
    .map((word) => termOf(fold(word)))
    .filter((term) => term !== '')
    .flatMap((term) => (vocabulary.hasWord(term) ? [term] : vocabulary.nearest(term)));
  return [...new Set(near)].slice(0, SPELLINGS_MAX);
}
