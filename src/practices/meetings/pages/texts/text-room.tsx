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
import { proposeHref } from './text-links.ts';
import type { TextPart } from './text-parts.ts';
import { PieceLayout } from './text-pieces.ts';

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
    </>
  );
}

function laid(props: RoomProps): NegotiatedProvision[] {
  const { issues } = props.shown;
  const { provisions } = props.part;
  const layout = new PieceLayout(issues);
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
    };
  });
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
