/** Where in a text acts point to: runs of words and brackets, by the names that they keep. */
import {
  type Inline,
  attributed,
  isPlaceholder,
} from '../../../../standards/bracketed-text/bracketed-text.ts';
import type { Change, Place, ProposedChange, TabledText } from '../../payloads/negotiating-text.ts';
import type { Fact } from '../facts.ts';

const PROPOSE = 'meetings.propose-change';

/** Words as they were tabled or proposed, with what is named after their place. */
export interface NamedWords {
  /** Words and placeholders. */
  readonly runs: readonly string[];
  /** How many alternatives each bracket has; a placeholder has one. */
  readonly brackets: readonly number[];
}

/** Runs and brackets of words, each counted from 0 in the order of reading, in depth. */
export function namedWords(words: readonly Inline[]): NamedWords {
  const runs: string[] = [];
  const brackets: number[] = [];
  const walk = (inlines: readonly Inline[]): void => {
    for (const inline of inlines) {
      if (typeof inline === 'string') runs.push(inline);
      else if (isPlaceholder(inline)) {
        runs.push(inline.placeholder);
        brackets.push(1);
      } else {
        brackets.push(inline.alternatives.length);
        for (const one of inline.alternatives) walk(attributed(one).words);
      }
    }
  };
  walk(words);
  return { runs, brackets };
}

/** The words that a change brings; none where it takes away. */
export const wordsOf = (change: Change): readonly Inline[] =>
  'words' in change ? change.words : [];

/** The words that stand under a name: of a provision that was tabled, or of a change by its act. */
export function wordsNamed(facts: readonly Fact[], owner: string): readonly Inline[] | null {
  const tabled = facts.find(({ type }) => type === 'meetings.table-text');
  // The schemas accepted the payloads of these very types.
  const provisions = (tabled?.payload as TabledText | undefined)?.provisions ?? [];
  const provision = provisions.find(({ id }) => id === owner);
  if (provision !== undefined) return provision.words;
  const proposed = facts.find(({ act, type }) => act === owner && type === PROPOSE);
  return proposed === undefined ? null : wordsOf((proposed.payload as ProposedChange).change);
}

const NUMBERED = /^(?<owner>.+)(?<mark>[.:])(?<number>\d{1,6})$/;

/** `op-1.0` or `op-1:0`, apart. */
export function numbered(name: string, mark: '.' | ':'): { owner: string; number: number } | null {
  const found = NUMBERED.exec(name)?.groups;
  if (found?.['mark'] !== mark) return null;
  return { owner: found['owner'] ?? '', number: Number(found['number']) };
}

/** The run that is named; null where there is none. */
export function runNamed(facts: readonly Fact[], name: string): string | null {
  const place = numbered(name, '.');
  const words = place && wordsNamed(facts, place.owner);
  return (words && place && namedWords(words).runs[place.number]) ?? null;
}

/** Whether a place is in the text. */
export function isInText(facts: readonly Fact[], { run, offset }: Place): boolean {
  const words = runNamed(facts, run);
  return words !== null && offset <= words.length;
}

/** Whether the first place stands before the second, as far as their names tell. */
export function isBefore(from: Place, to: Place): boolean {
  if (from.run === to.run) return from.offset < to.offset;
  const [one, other] = [numbered(from.run, '.'), numbered(to.run, '.')];
  if (one?.owner !== other?.owner) return true;
  return (one?.number ?? 0) < (other?.number ?? 0);
}

/** Whether there are words at all, and every bracket that is opened in a run is closed there. */
export function wordsFault(words: readonly Inline[]): string | null {
  const isSaid = words.some((one) => typeof one !== 'string' || one.trim() !== '');
  if (!isSaid) return 'No words are given.';
  const unbalanced = namedWords(words).runs.find((run) => !isBalanced(run));
  return unbalanced === undefined
    ? null
    : `The brackets of “${unbalanced.trim().slice(0, 80)}” are not balanced.`;
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
