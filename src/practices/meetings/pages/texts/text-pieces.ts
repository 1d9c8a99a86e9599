/** From what an answer tells of words to how they are laid out: how deep, and who said what. */
import type {
  Piece as LaidPiece,
  Side,
  Standing,
} from '../../../../ui/negotiated-text/negotiated-text.tsx';
import type { Piece, ShownOption } from '../../rules/texts/show-words.ts';
import type { IssueShown } from './text-answers.ts';

const NOBODY: Standing = { by: [], supportedBy: [], opposedBy: [] };

/** Lays out the pieces of one text; who is named stands with each issue. */
export class PieceLayout {
  readonly #issues: ReadonlyMap<string, IssueShown>;

  constructor(issues: readonly IssueShown[]) {
    this.#issues = new Map(issues.map((issue) => [issue.issue, issue]));
  }

  /** Who stands where on an issue, or on one of its alternatives. */
  standing(issue: string, alternative = 0): Standing {
    return this.#issues.get(issue)?.alternatives[alternative] ?? NOBODY;
  }

  lay(pieces: readonly Piece[], depth = 1): LaidPiece[] {
    return pieces.map((piece): LaidPiece => {
      if (piece.kind === 'words') {
        return { kind: 'words', text: piece.text, run: piece.run, at: piece.offset };
      }
      if (piece.kind === 'placeholder') {
        return { kind: 'empty', label: piece.text, run: piece.run, issue: piece.issue };
      }
      if (piece.kind === 'gap') return { kind: 'gap' };
      return {
        kind: 'open',
        depth,
        sides: piece.options.map((option) => this.#side(option, depth)),
      };
    });
  }

  #side({ alternative, issue, pieces, struckBy }: ShownOption, depth: number): Side {
    const own = issue === null ? [] : [{ issue, standing: this.standing(issue, alternative) }];
    const striking = struckBy.map((one) => ({ issue: one, standing: this.standing(one) }));
    const isProposed = issue !== null && this.#isChange(issue);
    return {
      pieces: this.lay(pieces, depth + 1),
      ...(struckBy.length > 0 && { mark: 'old' as const }),
      ...(isProposed && { mark: 'new' as const }),
      said: [...own, ...striking],
    };
  }

  #isChange(issue: string): boolean {
    const kind = this.#issues.get(issue)?.kind;
    return kind === 'insertion' || kind === 'replacement';
  }
}
