/** What is wrong with words that are tabled or proposed. */
import { type Sentence, said } from '../../../../kernel/said.ts';
import {
  type Inline,
  attributed,
  isBracket,
  isPlaceholder,
} from '../../../../standards/bracketed-text/bracketed-text.ts';

/** All runs of plain words, in depth. */
function runsOf(words: readonly Inline[]): string[] {
  return words.flatMap((inline) => {
    if (isBracket(inline))
      return inline.alternatives.flatMap((one) => runsOf(attributed(one).words));
    return isPlaceholder(inline) ? [] : [inline];
  });
}

function isBalanced(run: string): boolean {
  let depth = 0;
  for (const character of run) {
    if (character === '[') depth += 1;
    if (character === ']') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Whether there are words at all, and every bracket that is opened in a run is closed there. */
export function wordsFault(words: readonly Inline[]): Sentence | null {
  const isSaid = words.some((one) => typeof one !== 'string' || one.trim() !== '');
  if (!isSaid) return said('No words are given.');
  const unbalanced = runsOf(words).find((run) => !isBalanced(run));
  return unbalanced === undefined
    ? null
    : said('The brackets of “{$unbalanced}” are not balanced.', {
        unbalanced: unbalanced.trim().slice(0, 80),
      });
}
