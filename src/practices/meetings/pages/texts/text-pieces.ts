/** From what an answer tells of words to how they are laid out: how deep, and who said what. */
import type {
  Piece as LaidPiece,
  Side,
  Standing,
} from '../../../../ui/negotiated-text/negotiated-text.tsx';
import type { Piece, ShownOption } from '../../rules/texts/show-words.ts';
import type { IssueShown } from './text-answers.ts';

/** Where a comment's words end, and where it is told. */
export interface CommentMark {
  readonly run: string;
  readonly offset: number;
  readonly number: number;
  readonly href: string;
}

const NOBODY: Standing = { by: [], supportedBy: [], opposedBy: [] };

/** Lays out the pieces of one text; who is named stands with each issue. */
export class PieceLayout {
  readonly #issues: ReadonlyMap<string, IssueShown>;

  readonly #marks: ReadonlyMap<string, readonly CommentMark[]>;

  constructor(issues: readonly IssueShown[], marks: readonly CommentMark[] = []) {
    this.#issues = new Map(issues.map((issue) => [issue.issue, issue]));
    const inOrder = marks.toSorted((one, other) => one.offset - other.offset);
    this.#marks = Map.groupBy(inOrder, ({ run }) => run);
  }

  /** Who stands where on an issue, or on one of its alternatives. */
  standing(issue: string, alternative = 0): Standing {
    return this.#issues.get(issue)?.alternatives[alternative] ?? NOBODY;
  }

  lay(pieces: readonly Piece[], depth = 1): LaidPiece[] {
    return pieces.flatMap((piece): LaidPiece | LaidPiece[] => {
      if (piece.kind === 'words') return this.#words(piece);
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

  /** Words are cut where those end that are commented on. */
  #words({ offset, run, text }: Extract<Piece, { kind: 'words' }>): LaidPiece[] {
    const end = offset + text.length;
    const laid: LaidPiece[] = [];
    let at = offset;
    for (const mark of this.#marks.get(run) ?? []) {
      if (mark.offset <= offset || mark.offset > end) continue;
      if (mark.offset > at) {
        laid.push({ kind: 'words', text: text.slice(at - offset, mark.offset - offset), run, at });
      }
      laid.push({ kind: 'mark', number: mark.number, href: mark.href });
      at = mark.offset;
    }
    if (at < end || laid.length === 0) {
      laid.push({ kind: 'words', text: text.slice(at - offset), run, at });
    }
    return laid;
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
