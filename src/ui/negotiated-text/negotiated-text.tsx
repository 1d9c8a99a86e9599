import { directionOfText } from '../legal-text/legal-text.tsx';
import type { Content, Markup } from '../markup.ts';
import { formatList } from '../text/format.ts';
import type { Text } from '../text/text.ts';

/** Whose words are, and who is for and against them, as they are to be named. */
export interface Standing {
  by: readonly string[];
  supportedBy: readonly string[];
  opposedBy: readonly string[];
}

/** What a stretch of a text is: words, a place still to be filled, or something not agreed. */
export type Piece = WordsPiece | EmptyPiece | OpenPiece | GapPiece | MarkPiece;
export interface WordsPiece {
  kind: 'words';
  text: string;
  /** The run that they belong to, empty where none is told; how much of it stands before them. */
  run: string;
  at: number;
}
export interface EmptyPiece {
  kind: 'empty';
  label: string;
  run: string;
  issue: string;
}
/** Brackets side by side: the wordings among which nothing is agreed. */
export interface OpenPiece {
  kind: 'open';
  /** How many brackets stand around each, from 1 on with its own. */
  depth: number;
  sides: readonly Side[];
}
/** Where a view leaves out what is not agreed. */
export interface GapPiece {
  kind: 'gap';
}

/** Where a comment's words end: the number by which it is told beside them. */
export interface MarkPiece {
  kind: 'mark';
  number: number;
  href: string;
}

/** One wording of what is open: `old`, where it would go; `new`, where it would come. */
export interface Side {
  pieces: readonly Piece[];
  mark?: 'old' | 'new';
  /** What is said on it, by the issues that brackets stand for. */
  said: readonly { issue: string; standing: Standing }[];
}

export interface NegotiatedProvision {
  id: string;
  kind: string;
  number: string | null;
  depth: number;
  pieces: readonly Piece[];
  /** What is proposed of the whole provision, above its words. */
  proposal?: Content;
  /** Beside its words: how many issues, where one proposes. */
  note?: Content;
  /** What is commented on it, after its words. */
  comments?: Content;
}

export interface NegotiatedTextProps {
  text: Text;
  /** BCP 47. */
  language: string;
  provisions: readonly NegotiatedProvision[];
  /** Where an issue is told of at length. */
  issueHref: (issue: string) => string;
}

/** A text as it lies in the room, each bracket with its depth, whose it is and who is for it. */
export function NegotiatedText(props: NegotiatedTextProps): Markup {
  const { language, provisions } = props;
  return (
    <div class="negotiated" lang={language} dir={directionOfText(language)} data-negotiated>
      {provisions.map((provision) => (
        <ProvisionView {...props} provision={provision} />
      ))}
    </div>
  );
}

type Shown = NegotiatedTextProps & { provision: NegotiatedProvision };

function ProvisionView({ provision, ...props }: Shown): Markup {
  const { comments, depth, id, kind, note, number, pieces, proposal } = provision;
  return (
    <div
      class={`negotiated-provision negotiated-${kind} depth-${Math.min(depth, 4)}`}
      id={`p-${id}`}
      data-provision={id}
    >
      {proposal}
      <div class="negotiated-words">
        {number === null ? null : <a class="negotiated-number" href={`#p-${id}`}>{`${number} `}</a>}
        <Pieces {...props} pieces={pieces} />
      </div>
      {note === undefined ? null : <div class="negotiated-note">{note}</div>}
      {comments}
    </div>
  );
}

type PiecesProps = Pick<NegotiatedTextProps, 'text' | 'issueHref'> & {
  pieces: readonly Piece[];
};

/** Stretches of a text, one after the other. */
export function Pieces({ pieces, ...props }: PiecesProps): Markup {
  return (
    <>
      {pieces.map((piece) => {
        if (piece.kind === 'words') return <Words piece={piece} />;
        if (piece.kind === 'empty') return <Empty piece={piece} {...props} />;
        if (piece.kind === 'gap') return <Gap text={props.text} />;
        if (piece.kind === 'mark') return <Mark piece={piece} text={props.text} />;
        return <Open piece={piece} {...props} />;
      })}
    </>
  );
}

function Words({ piece: { run, at, text } }: { piece: WordsPiece }): Markup {
  return (
    <span data-run={run === '' ? undefined : run} data-at={at === 0 ? undefined : at}>
      {text}
    </span>
  );
}

function Empty({ piece, text, issueHref }: Omit<PiecesProps, 'pieces'> & { piece: EmptyPiece }) {
  const { issue, label, run } = piece;
  return (
    <a class="open-empty" href={issueHref(issue)} title={text('ui.negotiated.empty')}>
      [<span data-run={run}>{label}</span>]
    </a>
  );
}

function Gap({ text }: { text: Text }): Markup {
  return (
    <span class="open-gap">
      <span class="hidden-visually">{text('ui.negotiated.gap')}</span>
      <span aria-hidden="true">…</span>
    </span>
  );
}

function Mark({ piece: { href, number }, text }: { piece: MarkPiece; text: Text }): Markup {
  return (
    <a class="open-comment-mark" href={href}>
      <span class="hidden-visually">{text('ui.negotiated.comment')} </span>
      {number}
    </a>
  );
}

/** A number beside each bracket tells how deep it is, and so does the line below its words. */
function Open({ piece, ...props }: Omit<PiecesProps, 'pieces'> & { piece: OpenPiece }): Markup {
  const { depth, sides } = piece;
  return (
    <>
      {sides.map((side) => (
        <span class={`open open-depth-${Math.min(depth, 4)}`}>
          <b class="open-mark">[</b>
          <SideView side={side} {...props} />
          {side.said.map(({ issue, standing }) => (
            <Who text={props.text} standing={standing} href={props.issueHref(issue)} />
          ))}
          <b class="open-mark">]</b>
        </span>
      ))}
    </>
  );
}

function SideView({ side, ...props }: Omit<PiecesProps, 'pieces'> & { side: Side }): Markup {
  const inner = <Pieces pieces={side.pieces} {...props} />;
  if (side.mark === 'old') {
    return (
      <del>
        <span class="hidden-visually">{props.text('ui.negotiated.deleted')} </span>
        {inner}
      </del>
    );
  }
  if (side.mark === 'new') {
    return (
      <ins>
        <span class="hidden-visually">{props.text('ui.negotiated.inserted')} </span>
        {inner}
      </ins>
    );
  }
  return inner;
}

const SHORT_MAX = 2;

function short(standing: Standing): string {
  const { by, opposedBy, supportedBy } = standing;
  const first = by.slice(0, SHORT_MAX).join(', ');
  const more = by.length > SHORT_MAX ? '…' : '';
  const numbers = [
    supportedBy.length > 0 ? `+${supportedBy.length}` : '',
    opposedBy.length > 0 ? `−${opposedBy.length}` : '',
  ];
  return [`${first}${more}`, ...numbers].filter((part) => part !== '').join(' ');
}

/** Who proposed, supports and opposes: in short, and whole on a tap. */
export function Who({ text, standing, href }: { text: Text; standing: Standing; href: string }) {
  const label = short(standing);
  if (label === '') return null;
  const lists = [
    ['ui.negotiated.by', standing.by],
    ['ui.negotiated.supported', standing.supportedBy],
    ['ui.negotiated.opposed', standing.opposedBy],
  ] as const;
  return (
    <details class="open-who" lang={text.locale} dir={text.direction}>
      <summary>
        <bdi>{label}</bdi>
      </summary>
      <span class="open-who-all">
        {lists
          .filter(([, actors]) => actors.length > 0)
          .map(([key, actors]) => (
            <span>{text(key, { actors: formatList(text.locale, actors) })}</span>
          ))}
        <a href={href}>{text('ui.negotiated.issue')}</a>
      </span>
    </details>
  );
}
