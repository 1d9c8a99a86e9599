/**
 * Words as they are compared: without case, accents, articles and the letter forms that writers
 * choose freely. Question and name go through the same, so that nothing has to be guessed back.
 */
import { own } from '../../kernel/own.ts';

/** Letters that no decomposition brings together. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ک: 'ك',
  ٱ: 'ا',
  ـ: '',
};
const OTHER_LETTERS = /[ßıøłđæœىیةکٱـ]/g;
/** Arabic and Persian digits, by their place. */
const DIGITS = /[٠-٩۰-۹]/g;
const ARABIC_ZERO = 0x0660;
const PERSIAN_ZERO = 0x06f0;

const digitOf = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  return String(code - (code >= PERSIAN_ZERO ? PERSIAN_ZERO : ARABIC_ZERO));
};

/** The text without case, accents and vowel signs, in one form of each letter. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(OTHER_LETTERS, (letter) => own(LETTERS, letter) ?? letter)
    .replace(DIGITS, digitOf);
}

/** Articles and what joins words, in the languages that part words by spaces. */
const PASSED_OVER = new Set(
  (
    'the of a an and to in on for ' +
    'le la les l des du de d et en au aux sur pour a ' +
    'el los las del y e al sobre para por con ' +
    'и в во на о об по с со ' +
    'في من على الى عن'
  ).split(' '),
);

const HAN = /\p{Script=Han}/u;
const ARABIC = /^[\u0621-\u064a]+$/;
const CYRILLIC = /^\p{Script=Cyrillic}+$/u;

/** Endings by which Russian declines; folded, so that й has become и. */
const ENDINGS = new RegExp(
  `(?:${(
    'иями иях иям иеи иею ями ами ого его ому ему ыми ими ая яя ую юю ое ее ые ие ых их ым им ' +
    'еи ои ыи ии ия ию ью ем ом ам ям ах ях ов ев а е и о у ы ь э ю я'
  )
    .split(' ')
    .join('|')})$`,
);
const STEM_LENGTH_MIN = 3;

function stemmed(word: string): string {
  const stem = word.replace(ENDINGS, '');
  return stem.length >= STEM_LENGTH_MIN ? stem : word;
}

/** Without the article, and what is written together with it: وال, بال, كال, لل. */
function withoutArticle(word: string): string {
  const rest = word.replace(/^(?:[وبكف]?ال|لل)/, '');
  return rest.length >= STEM_LENGTH_MIN - 1 ? rest : word;
}

/** A word in the form under which it is kept; empty where it is passed over. */
export function termOf(word: string): string {
  if (CYRILLIC.test(word)) return PASSED_OVER.has(word) ? '' : stemmed(word);
  if (ARABIC.test(word)) return PASSED_OVER.has(word) ? '' : withoutArticle(word);
  return PASSED_OVER.has(word) ? '' : word;
}

/** Folded words: letters and digits; Chinese, which has no spaces, in pairs of characters. */
export function wordsOf(text: string): string[] {
  const runs = fold(text).match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? [];
  return runs.flatMap((run) => (HAN.test(run) ? pairsOf(run) : [run]));
}

function pairsOf(run: string): string[] {
  const parts = run.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? [];
  return parts.flatMap((part) => {
    if (!HAN.test(part) || part.length === 1) return [part];
    return Array.from({ length: part.length - 1 }, (_, at) => part.slice(at, at + 2));
  });
}

/** Terms of a text, in its order. Where only articles stand, they are all that was asked. */
export function termsOf(text: string): string[] {
  const words = wordsOf(text);
  const terms = words.map(termOf).filter((term) => term !== '');
  return terms.length > 0 ? terms : words;
}

/** Two names with one key are the same name. */
export const keyOf = (text: string): string => termsOf(text).join(' ');
