/**
 * Forms of a name under which it is found again: without case, accents, articles and punctuation.
 * Two forms are equal only where the same words stand in the same order; nothing is guessed.
 */
import { own } from '../../../kernel/own.ts';

const ARTICLES = new Set(['the']);
/** Words that are written in two ways. */
const SAME_WORDS: Readonly<Record<string, string>> = { '&': 'and', st: 'saint', ste: 'saint' };

/** Lower case without accents; apostrophes vanish, other punctuation parts words. */
function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}\u02bc\u02bb'’‘`]/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ı', 'i')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim();
  return plain === '' ? [] : plain.split(' ').map((word) => own(SAME_WORDS, word) ?? word);
}

/** Ends of a style that goes before a name: `Republic of`, `Kingdom of the`. */
const WANTS_ANOTHER = /\b(?:of|of the|de|du|des|del|de la)$/i;

/** The name as its words, articles left out unless nothing else would remain. */
export function nameKey(text: string): string {
  const words = wordsOf(text);
  const telling = words.filter((word) => !ARTICLES.has(word));
  return (telling.length > 0 ? telling : words).join(' ');
}

/**
 * `Korea (Republic of)` and `Korea, Republic of` stand for `Republic of Korea`: the part after the
 * comma or in parentheses is moved to the front where it ends in a word that wants another.
 */
function turned(text: string): string | null {
  const match = /^([^(),]+?)\s*(?:\(([^()]+)\)|,\s*([^(),]+))$/.exec(text.trim());
  const [, head, inside, after] = match ?? [];
  const tail = inside ?? after;
  if (head === undefined || tail === undefined) return null;
  return WANTS_ANOTHER.test(tail.trim()) ? `${tail} ${head}` : null;
}

/** The part before a parenthesis that only holds an article or a style: `Gambia (the)`. */
function withoutArticle(text: string): string | null {
  const match = /^(.+?)\s*(?:\((?:the)\)|,\s*the)$/i.exec(text.trim());
  return match?.[1] ?? null;
}

/** All forms by which the name is found, the most exact first. */
export function nameKeys(text: string): string[] {
  const forms = [text, withoutArticle(text), turned(text)];
  return [...new Set(forms.flatMap((form) => (form === null ? [] : [nameKey(form)])))].filter(
    (key) => key !== '',
  );
}

/** `Bolivia` of `Bolivia (Plurinational State of)`: a short form that several names may share. */
export function shortKey(text: string): string | null {
  const [, head, style] = /^([^()]+?)\s*\(([^()]+)\)$/.exec(text.trim()) ?? [];
  if (head === undefined || style === undefined || !WANTS_ANOTHER.test(style)) return null;
  return nameKey(head);
}
