/** The place of a thing that answered, with the words that did so told apart. */
import { namesOf } from './shelf-index.ts';
import { termsOf } from './fold.ts';
import type { Hit } from './ranking.ts';

/** Characters before and after the first word that answered. */
const BEFORE = 60;
const LENGTH = 220;

export interface Piece {
  readonly words: string;
  readonly match?: boolean;
}

/** Pieces of a text; a piece matches where its terms are among those that answered. */
export function piecesOf(text: string, terms: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  const add = (words: string, match: boolean): void => {
    const last = pieces.at(-1);
    if (words === '') return;
    if (last !== undefined && (last.match ?? false) === match) {
      pieces[pieces.length - 1] = { ...last, words: last.words + words };
    } else pieces.push(match ? { words, match } : { words });
  };
  let end = 0;
  for (const found of text.matchAll(/\p{Script=Han}{1,2}|[\p{L}\p{M}\p{N}]+/gu)) {
    const [word] = found;
    add(text.slice(end, found.index), false);
    add(
      word,
      termsOf(word).some((term) => terms.has(term)),
    );
    end = found.index + word.length;
  }
  add(text.slice(end), false);
  return pieces;
}

/** Whether a title shows by itself why it was found. */
export function isMarked(title: string, terms: readonly string[]): boolean {
  const own = new Set(termsOf(title));
  return terms.some((term) => own.has(term));
}

function cut(text: string, terms: ReadonlySet<string>): string {
  if (text.length <= LENGTH) return text;
  const all = piecesOf(text, terms);
  const first = all.findIndex(({ match }) => match);
  const at = all.slice(0, Math.max(0, first)).reduce((sum, { words }) => sum + words.length, 0);
  const from = Math.max(0, at - BEFORE);
  const words = text.slice(from, from + LENGTH);
  return `${from > 0 ? '…' : ''}${words}${from + LENGTH < text.length ? '…' : ''}`;
}

/** The name or the words in which most of the terms stand. */
export function excerptOf({ thing, terms }: Hit): Piece[] {
  const sought = new Set(terms);
  const count = (text: string): number => {
    const own = new Set(termsOf(text));
    return terms.filter((term) => own.has(term)).length;
  };
  const places = [...namesOf(thing), ...(thing.words ? [thing.words] : [])];
  const best = places.reduce((one, other) => (count(other) > count(one) ? other : one));
  return count(best) === 0 ? [] : piecesOf(cut(best, sought), sought);
}
