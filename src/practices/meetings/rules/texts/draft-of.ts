/** The text as it is shown, as a draft: to be written to a file, or tabled again as a revision. */
import {
  type Alternative,
  type DraftedProvision,
  type DraftedText,
  type Inline,
  normalWords,
  withoutEmpty,
} from '../../../../standards/bracketed-text/bracketed-text.ts';
import { peopleOf } from './people.ts';
import { type ShownProvision, showText } from './show-text.ts';
import type { Decide, Piece, ShownOption } from './show-words.ts';
import type { Issue } from './structure.ts';
import type { TextState } from './text-state.ts';

type Issues = ReadonlyMap<string, Issue>;

const PLAIN: readonly Inline[] = [];

/** Words that some would strike: they oppose them, and who opposes that supports them. */
function standing(words: readonly Inline[], struckBy: readonly string[], issues: Issues) {
  const strikes = struckBy.flatMap((id) => {
    const issue = issues.get(id);
    const isStrike = issue?.kind === 'deletion' || issue?.kind === 'provision-deletion';
    return issue !== undefined && isStrike ? [peopleOf(issue)] : [];
  });
  const unique = (names: readonly string[]): string[] => [...new Set(names)];
  return withoutEmpty({
    words,
    supportedBy: unique(strikes.flatMap(({ opposedBy }) => opposedBy)),
    opposedBy: unique(strikes.flatMap(({ by, supportedBy }) => [...by, ...supportedBy])),
  });
}

function optionOf(option: ShownOption, issues: Issues): Alternative {
  const words = inlinesOf(option.pieces, issues);
  const issue = option.issue === null ? undefined : issues.get(option.issue);
  if (issue === undefined) return standing(words, option.struckBy, issues);
  return withoutEmpty({ words, ...peopleOf(issue, option.alternative) });
}

/** Pieces as words with brackets. What a view left out is left out. */
export function inlinesOf(pieces: readonly Piece[], issues: Issues): readonly Inline[] {
  return normalWords(
    pieces.flatMap((piece): readonly Inline[] => {
      if (piece.kind === 'words') return [piece.text];
      if (piece.kind === 'placeholder') return [{ placeholder: piece.text }];
      if (piece.kind === 'gap') return PLAIN;
      return [{ alternatives: piece.options.map((option) => optionOf(option, issues)) }];
    }),
  );
}

/** A provision with the brackets that it stands in as a whole. */
function draftedOf(shown: ShownProvision, issues: Issues): DraftedProvision {
  const { id, kind, number, parent, pieces, insertedBy, struckBy, alternatives } = shown;
  const own = inlinesOf(pieces, issues);
  const insertion = insertedBy === null ? undefined : issues.get(insertedBy);
  const others = alternatives.flatMap((one) => {
    const issue = issues.get(one.issue);
    const words = inlinesOf(one.pieces, issues);
    return issue === undefined ? [] : [withoutEmpty({ words, ...peopleOf(issue) })];
  });
  const isStanding = struckBy.length + others.length > 0;
  const struck: readonly Inline[] = isStanding
    ? [{ alternatives: [standing(own, struckBy, issues), ...others] }]
    : own;
  const words: readonly Inline[] =
    insertion === undefined
      ? struck
      : [{ alternatives: [withoutEmpty({ words: struck, ...peopleOf(insertion) })] }];
  return {
    id,
    kind,
    ...(parent === null ? {} : { parent }),
    ...(number === '' ? {} : { number }),
    words,
  };
}

/** The draft that a view shows; its symbol is that of the last version, or of the text itself. */
export function draftOf(state: TextState, decide: Decide): DraftedText {
  const { title, language, symbol = '' } = state.opening.payload;
  return {
    // The title in the language of the text, where it has one.
    title: title[language as keyof typeof title] ?? title.en,
    symbol: state.versions.at(-1)?.symbol ?? symbol,
    language,
    provisions: showText(state, decide).map((shown) => draftedOf(shown, state.issues)),
  };
}
