/** What whoever reads may do upon a decision: vote, object, state a position, preside. */
import type { Content, Markup } from '../../../../ui/markup.ts';
import { formatList } from '../../../../ui/text/format.ts';
import { CHOICES } from '../../payloads/decision-rule.ts';
import type { Props, Shown } from './answers.ts';
import { ActionForm } from './action-form.tsx';
import { actFields } from './links.ts';
import { rowOf } from './order.tsx';
import { PutAgain } from './put-again.tsx';

type Named = Shown['mayVote'];

interface DoingProps extends Props {
  readonly verb: string;
  readonly actors: Named;
  /** Whether the act is whole with what stands here: then what would follow is shown at once. */
  readonly isWhole: boolean;
  readonly children?: Content;
}

/** A form of an act upon the decision, which leads to its preview where it is whole. */
function Doing({ request, shown, verb, actors, isWhole, children }: DoingProps): Markup {
  const whole: readonly (readonly [string, string])[] = isWhole ? [['step', 'preview']] : [];
  return (
    <ActionForm
      text={request.text}
      id={verb}
      fields={[...actFields(shown, verb), ...whole]}
      actors={actors}
    >
      {children}
    </ActionForm>
  );
}

function VoteForm({ request, shown }: Props): Markup | null {
  const { text } = request;
  if (shown.mayVote.length === 0 || !isItsTurn(shown)) return null;
  return (
    <>
      <h3>{text('meetings.decision.vote')}</h3>
      <Doing request={request} shown={shown} verb="vote" actors={shown.mayVote} isWhole>
        <p class="choices">
          {CHOICES.map((choice) => (
            <>
              <button type="submit" name="payload.choice" value={choice}>
                {text(`meetings.choose.${choice}`)}
              </button>{' '}
            </>
          ))}
        </p>
      </Doing>
    </>
  );
}

/** A ballot names one of those who stand; where there are more seats, its own form takes more. */
function BallotForm({ request, shown }: Props): Markup | null {
  const { text } = request;
  const { election, mayElect } = shown;
  if (election === null || election.current === null || mayElect.length === 0) return null;
  return (
    <>
      <h3>{text('meetings.election.ballot', { number: election.current.number })}</h3>
      <Doing
        request={request}
        shown={shown}
        verb="vote-for"
        actors={mayElect}
        isWhole={election.seatsLeft === 1}
      >
        <input type="hidden" name="payload.ballot" value={String(election.current.number)} />
        <p>
          <label for="candidate">{text('meetings.election.choose')}</label>{' '}
          <select name="payload.candidates" id="candidate">
            {election.nameable.map(({ actor, name }) => (
              <option value={actor}>{name}</option>
            ))}
          </select>
        </p>
        <button type="submit">{text('meetings.decision.vote')}</button>
      </Doing>
    </>
  );
}

function Simple(props: Props & { verb: string; actors: Named; isWhole?: boolean }) {
  const { request, shown, verb, actors, isWhole = false } = props;
  if (actors.length === 0) return null;
  return (
    <Doing request={request} shown={shown} verb={verb} actors={actors} isWhole={isWhole}>
      <button type="submit" class="button-plain">
        {request.text(`meetings.do.${verb}`)}
      </button>
    </Doing>
  );
}

/** Equal votes are parted by lot before another ballot is closed. */
const endingOf = ({ election }: Shown): string =>
  election?.status === 'lot-needed' ? 'draw-lots' : 'close-voting';

/** Whether nothing comes before it, and it has not fallen. */
function isItsTurn(shown: Shown): boolean {
  const own = rowOf(shown);
  return own === null || own.status === 'next' || own.status === 'done';
}

/** Whether there are amendments whose order whoever presides may still rule on. */
const hasAmendments = ({ decision, order }: Shown): boolean =>
  order.rows.filter((row) => {
    return row.matter === decision && row.kind === 'amendment' && row.status !== 'done';
  }).length > 1;

/** How whoever presides goes on with the voting; nothing before its turn. */
function goingOn(shown: Shown): string[] {
  if (!isItsTurn(shown)) return [];
  return [shown.phase === 'proposed' ? 'open-voting' : endingOf(shown)];
}

/** What whoever presides does next. */
function Presiding({ request, shown }: Props): Markup | null {
  const { mayPreside, deadlineAt } = shown;
  if (mayPreside.length === 0) return null;
  const verbs = [
    ...goingOn(shown),
    ...(hasAmendments(shown) ? ['rule-on-amendments'] : []),
    ...(deadlineAt === null ? [] : ['extend-deadline']),
  ];
  return (
    <>
      <h3>{request.text('meetings.decision.preside')}</h3>
      {verbs.map((verb) => (
        <Simple
          request={request}
          shown={shown}
          verb={verb}
          actors={mayPreside}
          isWhole={verb === 'open-voting' || verb === 'close-voting'}
        />
      ))}
    </>
  );
}

/** In whose names the reader can do something here. */
function actingIn(shown: Shown) {
  const { mayElect, mayObject, mayPreside, mayResume, mayState, mayVote, mayWithdraw } = shown;
  const all = [mayVote, mayElect, mayObject, mayState, mayWithdraw, mayPreside, mayResume].flat();
  return [...new Map(all.map(({ actor, name }) => [actor, name])).values()];
}

/** What can be done upon the decision; nothing for whoever may do nothing. */
export function Acting({ request, shown }: Props): Markup | null {
  const names = actingIn(shown);
  if (!request.signedIn || names.length === 0) return null;
  const { text } = request;
  return (
    <section class="card decision-acts">
      <h2>{text('meetings.decision.take-part')}</h2>
      <p>
        <small>{text('meetings.decision.in-name', { name: formatList(text.locale, names) })}</small>
      </p>
      <VoteForm request={request} shown={shown} />
      <BallotForm request={request} shown={shown} />
      <Simple request={request} shown={shown} verb="object" actors={shown.mayObject} />
      <Simple request={request} shown={shown} verb="state-position" actors={shown.mayState} />
      <Presiding request={request} shown={shown} />
      <Simple request={request} shown={shown} verb="withdraw-question" actors={shown.mayWithdraw} />
      <PutAgain request={request} shown={shown} />
      <Simple request={request} shown={shown} verb="resume-silence" actors={shown.mayResume} />
    </section>
  );
}
