/**
 * What a question names: the longest spans of it that are names, whole. Where a word stands in no
 * name, its nearest ones are tried. What could be two things is neither: nothing is guessed.
 */
import type { Findable } from '../../../kernel/findable.ts';
import { fold, keyOf, termOf } from '../fold.ts';
import { isOfQuestions } from './question-words.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Mention {
  readonly thing: Findable;
  readonly words: string;
}

export interface Mentions {
  readonly mentions: readonly Mention[];
  /** The question without the names. */
  readonly rest: string;
}

const PIECES_MAX = 60;
const SPAN_PIECES_MAX = 26;
/** In so short a query a code is meant, however it is written. */
const SHORT_WORDS = 3;
/** Words that are put right in one question. */
const CORRECTED_MAX = 2;

/** Of things with one name, those that are spoken of first. */
const KINDS = [
  'state',
  'organisation',
  'body',
  'agreement',
  'group',
  'organ',
  'territory',
  'historical-state',
];

const HAN = /\p{Script=Han}/u;

interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Words with their places; of Chinese each character is a piece. */
function piecesOf(question: string): Piece[] {
  const found = question.matchAll(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu);
  return [...found].slice(0, PIECES_MAX).flatMap((match) => {
    const [text] = match;
    return [{ text, from: match.index, to: match.index + text.length }];
  });
}

const isWritten = (thing: Findable, key: string): boolean =>
  Object.values(thing.title).some((name) => name !== undefined && keyOf(name) === key) ||
  (thing.names ?? []).some(
    (name) => /\p{Ll}/u.test(name) && name !== thing.id && keyOf(name) === key,
  );

/** Whether a code or initials are meant by a word that has that form. */
function isMeant(thing: Findable, key: string, written: string, words: number): boolean {
  if (/[\s\p{Script=Han}]/u.test(written) || isWritten(thing, key)) return true;
  if (written === written.toUpperCase() && written !== written.toLowerCase()) return true;
  if (isOfQuestions(fold(written))) return false;
  return words <= SHORT_WORDS || !(thing.kind === 'state' || thing.kind === 'historical-state');
}

/** The one thing that is meant; null where it could be several. */
function onlyOne(things: readonly Findable[]): Findable | null {
  for (const kind of KINDS) {
    const own = new Map(things.filter((one) => one.kind === kind).map((one) => [one.id, one]));
    const [first] = own.values();
    if (first) return own.size === 1 ? first : null;
  }
  return null;
}

/** The name, and in Arabic what is left without a conjunction or preposition joined to it. */
function keysIn(written: string): string[] {
  const key = keyOf(written);
  const joined = /^\s*[وبلفك]([\u0621-\u064a]{3,}.*)$/u.exec(fold(written))?.[1];
  return joined === undefined ? [key] : [key, keyOf(joined)];
}

interface Reading {
  readonly question: string;
  readonly vocabulary: Vocabulary;
  readonly isThere: (thing: Findable) => boolean;
  /** What a piece is read as, where it was put right. */
  readonly instead: ReadonlyMap<number, string>;
  readonly pieces: readonly Piece[];
}

function spanText({ instead, pieces, question }: Reading, from: number, to: number): string {
  const own = pieces.slice(from, to + 1);
  const isPlain = own.every((_, at) => !instead.has(from + at));
  if (isPlain) return question.slice(own[0]?.from, own.at(-1)?.to);
  return own.map(({ text }, at) => instead.get(from + at) ?? text).join(' ');
}

function mentionAt(reading: Reading, from: number): { mention: Mention; to: number } | null {
  const { pieces, vocabulary, isThere } = reading;
  const last = Math.min(pieces.length - 1, from + SPAN_PIECES_MAX);
  for (let to = last; to >= from; to -= 1) {
    // A span that ends in an article is the one that ends before it.
    if (termOf(fold(pieces[to]?.text ?? '')) === '') continue;
    const words = spanText(reading, from, to);
    for (const key of keysIn(words)) {
      if (key === '' || !vocabulary.begins(key.split(' ')[0] ?? '')) continue;
      const named = vocabulary
        .named(key)
        .filter((thing) => isThere(thing) && isMeant(thing, key, words, pieces.length));
      const thing = onlyOne(named);
      if (thing !== null) return { mention: { thing, words }, to };
    }
  }
  return null;
}

function read(reading: Reading): Mentions & { readonly covered: number } {
  const { pieces, question } = reading;
  const mentions: Mention[] = [];
  let [rest, end, covered] = ['', 0, 0];
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at];
    // A span that begins with an article is the one that begins after it.
    const isPassedOver = piece === undefined || termOf(fold(piece.text)) === '';
    const found = isPassedOver ? null : mentionAt(reading, at);
    if (piece === undefined || found === null) continue;
    const until = pieces[found.to]?.to ?? piece.to;
    rest += `${question.slice(end, piece.from)} · `;
    [end, covered] = [until, covered + found.to - at + 1];
    mentions.push(found.mention);
    at = found.to;
  }
  return { mentions, rest: rest + question.slice(end), covered };
}

/** Ways to read the words that stand in no name. */
function corrected(reading: Reading): ReadonlyMap<number, string>[] {
  let ways: ReadonlyMap<number, string>[] = [new Map()];
  let count = 0;
  for (const [at, { text }] of reading.pieces.entries()) {
    const word = fold(text);
    const term = termOf(word);
    const isKnown = term === '' || isOfQuestions(word) || reading.vocabulary.hasWord(term);
    if (isKnown || HAN.test(word) || count === CORRECTED_MAX) continue;
    const near = reading.vocabulary.corrections(term);
    if (near.length === 0) continue;
    count += 1;
    ways = ways.flatMap((way) => [way, ...near.map((one) => new Map(way).set(at, one))]);
  }
  return ways;
}

/** What the question names, in its order, each thing once. */
export function mentionsIn(
  question: string,
  vocabulary: Vocabulary,
  isThere: (thing: Findable) => boolean,
): Mentions {
  const pieces = piecesOf(question);
  const plain: Reading = { question, vocabulary, isThere, pieces, instead: new Map() };
  const readings = corrected(plain).map((instead) => read({ ...plain, instead }));
  const best = readings.reduce((one, other) => (other.covered > one.covered ? other : one));
  const once = new Map(best.mentions.map((one) => [`${one.thing.kind} ${one.thing.id}`, one]));
  return { mentions: [...once.values()], rest: best.rest };
}
