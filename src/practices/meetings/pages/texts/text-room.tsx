/** The text as it lies in the room, paragraph by paragraph. */
import type { Content, Markup } from '../../../../ui/markup.ts';
import {
  type NegotiatedProvision,
  NegotiatedText,
  Pieces,
  Who,
} from '../../../../ui/negotiated-text/negotiated-text.tsx';
import type { PageRequest } from '../../../../ui/page.ts';
import { StatusChip } from '../../../../ui/status-chip/status-chip.tsx';
import type { ProvisionShown, TextShown } from './text-answers.ts';
import { Comments, commentAnchor, commentHref } from './text-comments.tsx';
import { proposeHref } from './text-links.ts';
import type { TextPart } from './text-parts.ts';
import { type CommentMark, PieceLayout } from './text-pieces.ts';

interface RoomProps {
  readonly request: PageRequest;
  readonly shown: TextShown;
  readonly part: TextPart;
}

/** What is proposed of a whole provision: to put it in, to strike it, to say it otherwise. */
function proposalOf(
  { request, shown, part }: RoomProps,
  layout: PieceLayout,
  provision: ProvisionShown,
): Content | undefined {
  const { text } = request;
  const issueHref = (issue: string): string => part.issueHref(issue);
  const whole = [
    ...(provision.insertedBy === null ? [] : [['inserted', provision.insertedBy] as const]),
    ...provision.struckBy.map((issue) => ['struck', issue] as const),
  ];
  if (whole.length === 0 && provision.alternatives.length === 0) return undefined;
  return (
    <div class="negotiated-note">
      {whole.map(([what, issue]) => (
        <span>
          <StatusChip text={text} status="pending" label={text(`meetings.text.whole.${what}`)} />
          <Who text={text} standing={layout.standing(issue)} href={issueHref(issue)} />
        </span>
      ))}
      {provision.alternatives.map(({ issue, pieces }) => (
        <div class="negotiated-words" lang={shown.language}>
          <b class="open-mark">[</b>
          <ins>
            <Pieces text={text} issueHref={issueHref} pieces={layout.lay(pieces, 2)} />
          </ins>
          <Who text={text} standing={layout.standing(issue)} href={issueHref(issue)} />
          <b class="open-mark">]</b>
        </div>
      ))}
    </div>
  );
}

function noteOf({ request, shown }: RoomProps, provision: ProvisionShown, open: number): Content {
  const { text } = request;
  const isAsked = request.signedIn && !shown.isFinal;
  if (!isAsked && open === 0) return undefined;
  return (
    <>
      {open === 0 ? null : <span>{text('meetings.text.open', { count: open })}</span>}
      {isAsked ? (
        <a href={proposeHref(shown.text, provision)} data-propose={provision.id}>
          {text('meetings.text.propose-here')}
          <span class="hidden-visually"> {provision.number || provision.id}</span>
        </a>
      ) : null}
      {isAsked ? (
        <a href={commentHref(shown.text, provision.id)} data-comment={provision.id}>
          {text('meetings.comment.here')}
          <span class="hidden-visually"> {provision.number || provision.id}</span>
        </a>
      ) : null}
    </>
  );
}

/** Comments are numbered through, in the order in which they came. */
const numbered = ({ shown }: Pick<RoomProps, 'shown'>) =>
  shown.comments.map((comment, at) => ({ comment, number: at + 1 }));

const marksOf = (props: RoomProps): CommentMark[] =>
  numbered(props).flatMap(({ comment: { act, end }, number }) =>
    end === null ? [] : [{ ...end, number, href: `#${commentAnchor(act)}` }],
  );

function laid(props: RoomProps): NegotiatedProvision[] {
  const { issues } = props.shown;
  const { provisions } = props.part;
  const layout = new PieceLayout(issues, marksOf(props));
  const said = Map.groupBy(numbered(props), ({ comment }) => comment.provision);
  const open = Map.groupBy(issues, ({ provision }) => provision);
  return provisions.map((provision) => {
    const { depth, id, kind, number, pieces } = provision;
    const proposal = proposalOf(props, layout, provision);
    const note = noteOf(props, provision, open.get(id)?.length ?? 0);
    return {
      id,
      kind,
      number: number === '' ? null : number,
      depth,
      pieces: layout.lay(pieces),
      ...(proposal === undefined ? {} : { proposal }),
      ...(note === undefined ? {} : { note }),
      ...commentsOf(props, said.get(id)),
    };
  });
}

function commentsOf(
  { request, shown }: Pick<RoomProps, 'request' | 'shown'>,
  comments: Parameters<typeof Comments>[0]['comments'] | undefined,
): Pick<NegotiatedProvision, 'comments'> {
  if (comments === undefined) return {};
  const { isFinal, text } = shown;
  const props = { request, text, isFinal, comments };
  return { comments: <Comments {...props} /> };
}

/** Comments on provisions that are not shown; nothing where there is none. */
export function CommentsElsewhere(props: Omit<RoomProps, 'part'>): Markup | null {
  const { request, shown } = props;
  const there = new Set(shown.provisions.map(({ id }) => id));
  const comments = numbered(props).filter(({ comment }) => !there.has(comment.provision));
  if (comments.length === 0) return null;
  return (
    <section id="comments">
      <h2>{request.text('meetings.comment.elsewhere')}</h2>
      {commentsOf(props, comments).comments}
    </section>
  );
}

/** The text with its brackets. */
export function TextRoom(props: RoomProps): Markup {
  const { request, shown, part } = props;
  return (
    <NegotiatedText
      text={request.text}
      language={shown.language}
      provisions={laid(props)}
      issueHref={(issue) => part.issueHref(issue)}
    />
  );
}
