/** Reads "Kenya Norway" as two names: each way in which the words can be parted in two. */

/** Words after which parting is not tried any more. */
export const WORDS_MAX = 10;
/** Words and signs that stand between two names rather than in one. */
const BETWEEN = /^(?:and|et|y|и|و|和|vs\.?|[-–—/&+,;])$/iu;

export type Pair = readonly [one: string, other: string];

/** Every pair of names that the text may stand for; a word between the two belongs to neither. */
export function pairsIn(text: string): Pair[] {
  const words = text
    .replace(/\s*[,;/–—]\s*/gu, ' , ')
    .trim()
    .split(/\s+/u)
    .slice(0, WORDS_MAX);
  const pairs = new Map<string, Pair>();
  for (let at = 1; at < words.length; at++) {
    const between = BETWEEN.test(words[at] ?? '');
    const one = words.slice(0, at);
    const other = words.slice(between ? at + 1 : at);
    if (other.length === 0 || BETWEEN.test(one.at(-1) ?? '')) continue;
    const pair = [one.join(' '), other.join(' ')] as const;
    pairs.set(pair.join('\n'), pair);
  }
  return [...pairs.values()];
}
