/** A draft as a printer takes it: brackets in the words, whose they are in notes at the end. */
import {
  type Attribution,
  type Inline,
  attributed,
  isBracket,
  isPlaceholder,
} from '../../../../standards/bracketed-text/bracketed-text.ts';
import type { PrintedRun } from '../../../../ui/numbered-lines/break-lines.ts';
import type { PrintedParagraph } from '../../../../ui/numbered-lines/numbered-lines.tsx';

/** What is printed of a provision. */
export interface DraftedShown {
  readonly id: string;
  readonly kind: string;
  readonly parent?: string | undefined;
  readonly number?: string | undefined;
  readonly words: readonly Inline[];
}

/** Whose words are, and who is for and against them, by the number of their note. */
export type Notes = Attribution[];

const HEADED: ReadonlySet<string> = new Set(['heading', 'article', 'annex', 'option']);

function markOf({ by = [], opposedBy = [] }: Attribution): PrintedRun['as'] {
  if (by.length > 0) return 'new';
  return opposedBy.length > 0 ? 'old' : undefined;
}

function runsOf(words: readonly Inline[], notes: Notes, as: PrintedRun['as']): PrintedRun[] {
  return words.flatMap((inline): PrintedRun[] => {
    if (isPlaceholder(inline)) return [{ text: `[${inline.placeholder}]`, as }];
    if (!isBracket(inline)) return [{ text: inline, as }];
    return inline.alternatives.flatMap((one) => {
      const { words: inner, ...people } = attributed(one);
      const isNoted = Object.values(people).some((actors) => (actors ?? []).length > 0);
      if (isNoted) notes.push(people);
      const number = String(notes.length);
      return [
        { text: '[' },
        ...runsOf(inner, notes, markOf(people) ?? as),
        ...(isNoted ? [{ text: number, as: 'note' as const }] : []),
        { text: ']' },
      ];
    });
  });
}

/** The paragraphs of a draft, and its notes in the order in which their brackets begin. */
export function printedDraft(provisions: readonly DraftedShown[]) {
  const notes: Notes = [];
  const depths = new Map<string, number>();
  const paragraphs = provisions.map(({ id, kind, number = '', parent, words }) => {
    const depth = parent === undefined ? 0 : (depths.get(parent) ?? -1) + 1;
    depths.set(id, depth);
    const head: PrintedRun[] = number === '' ? [] : [{ text: `${number} ` }];
    const isHeading = HEADED.has(kind);
    return { depth, isHeading, runs: [...head, ...runsOf(words, notes, undefined)] };
  });
  return {
    paragraphs: paragraphs as readonly PrintedParagraph[],
    notes: notes as readonly Attribution[],
  };
}
