/** The words that an alternative has in the room, so that a list of issues is read by itself. */
import type { Piece } from '../../rules/texts/show-words.ts';
import type { ProvisionShown } from './text-answers.ts';

/** Longer words are cut: the text itself stands above. */
const CHARACTERS_MAX = 80;

const plain = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => {
      if (piece.kind === 'words') return piece.text;
      if (piece.kind === 'placeholder') return `[${piece.text}]`;
      if (piece.kind === 'gap') return '';
      return piece.options.map((option) => `[${plain(option.pieces)}]`).join('');
    })
    .join('');

const keyOf = (issue: string, alternative: number): string => `${issue} ${alternative}`;

/** The words of each alternative in provisions, by its issue and number. */
export function alternativeWords(provisions: readonly ProvisionShown[]) {
  const found = new Map<string, string>();
  const read = (pieces: readonly Piece[]): void => {
    for (const piece of pieces) {
      if (piece.kind !== 'bracket') continue;
      for (const { alternative, issue, pieces: own } of piece.options) {
        if (issue !== null) found.set(keyOf(issue, alternative), plain(own).trim());
        read(own);
      }
    }
  };
  for (const { alternatives, pieces } of provisions) {
    read(pieces);
    for (const one of alternatives) read(one.pieces);
  }
  return (issue: string, alternative: number): string | null => {
    const words = found.get(keyOf(issue, alternative));
    if (words === undefined || words === '') return null;
    return words.length > CHARACTERS_MAX ? `${words.slice(0, CHARACTERS_MAX)}…` : words;
  };
}
