/** Words with square brackets as plain text, for tables, files and comparison. */
import type { Piece } from './show-words.ts';

/** Pieces as one reads them out: alternatives side by side, and what is left out as an ellipsis. */
export function plainPieces(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'words') return piece.text;
      if (piece.kind === 'placeholder') return `[${piece.text}]`;
      if (piece.kind === 'gap') return '…';
      return piece.options.map((option) => `[${plainPieces(option.pieces)}]`).join('');
    })
    .join('');
}
