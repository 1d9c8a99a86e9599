/** An election: who is elected, ballot by ballot, with what each candidate needed. */
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import { Meters } from '../../../../ui/meter/meter.tsx';
import { Heading } from '../../../../ui/heading/heading.tsx';
import { StatusChip } from '../../../../ui/status-chip/status-chip.tsx';
import { formatList, formatNumber } from '../../../../ui/text/format.ts';
import type { Text } from '../../../../ui/text/text.ts';
import { actorHref } from '../links.ts';
import type { Props, Shown } from './answers.ts';

type Election = NonNullable<Shown['election']>;
type Ballot = Election['ballots'][number];

const namesOf = (text: Text, all: readonly { name: string }[]): string =>
  formatList(
    text.locale,
    all.map(({ name }) => name),
  );

interface BallotProps {
  request: Props['request'];
  ballot: Ballot;
  /** Whose seats are filled: every group has a first ballot. */
  of: Seats;
}

/** A group and what it is called; an election without groups has no name of its own. */
interface Seats {
  readonly id: string;
  readonly title?: string;
}

function Papers({ request, ballot, of }: BallotProps): Markup {
  const { text } = request;
  const caption = text('meetings.election.ballot', { number: ballot.number });
  return (
    <details>
      <summary>{text('meetings.election.papers', { count: ballot.papers.length })}</summary>
      <DataTable
        text={text}
        id={`${of.id}-${ballot.number}`}
        caption={of.title === undefined ? caption : `${of.title} · ${caption}`}
        captionHidden
        columns={['member', 'named'].map((key) => ({
          key,
          label: text(`meetings.decision.column.${key}`),
        }))}
        rows={ballot.papers.map(({ act, actor, name, candidates }) => ({
          cells: {
            member: <a href={actorHref(actor, request)}>{name}</a>,
            named: (
              <a href={`/acts/${act}`}>
                {candidates.length === 0
                  ? text('meetings.choice.abstain')
                  : namesOf(text, candidates)}
              </a>
            ),
          },
        }))}
      />
    </details>
  );
}

function BallotShown({ request, ballot, of }: BallotProps): Markup {
  const { text } = request;
  const { number, isMore, isRestricted, required, valid, abstain, votes } = ballot;
  const needed = formatNumber(text.locale, required);
  const max = votes.length === 0 ? undefined : valid;
  return (
    <>
      <Heading level={of.title === undefined ? 3 : 4}>
        {text('meetings.election.ballot', { number })}
        {isRestricted ? <small> · {text('meetings.election.restricted')}</small> : null}
      </Heading>
      <p>
        {text('meetings.election.counted', {
          valid: formatNumber(text.locale, valid),
          abstain: formatNumber(text.locale, abstain),
          required: isMore ? text('ui.meter.more-than', { value: needed }) : needed,
        })}
      </p>
      <Meters
        meters={votes.map(({ name, votes: given, isElected }) => ({
          text,
          label: name,
          value: given,
          threshold: required,
          more: isMore,
          ...(max === undefined ? {} : { max }),
          met: isElected,
        }))}
      />
      {ballot.papers.length === 0 ? null : <Papers request={request} ballot={ballot} of={of} />}
    </>
  );
}

type Contest = Pick<Election, 'elected' | 'tie' | 'ballots' | 'seatsLeft'>;

/** Who is elected, whether a lot is to be drawn, and every ballot, the last first. */
function ContestShown({
  request,
  contest,
  of,
}: {
  request: Props['request'];
  contest: Contest;
  of: Seats;
}): Markup {
  const { text } = request;
  const { elected, tie, ballots } = contest;
  const won = text('meetings.election.one-elected');
  return (
    <>
      {elected.length === 0 ? <p>{text('meetings.election.nobody')}</p> : null}
      <ul class="plain-list spaced">
        {elected.map(({ actor, name }) => (
          <li>
            <StatusChip text={text} status="party" label={won} />{' '}
            <a href={actorHref(actor, request)}>
              <b>{name}</b>
            </a>
          </li>
        ))}
      </ul>
      {tie.length === 0 ? null : (
        <p>{text('meetings.election.tie', { names: namesOf(text, tie) })}</p>
      )}
      {ballots.toReversed().map((ballot) => (
        <BallotShown request={request} ballot={ballot} of={of} />
      ))}
    </>
  );
}

function Current({ request, shown }: Props): Markup | null {
  const { text } = request;
  const { election, mode } = shown;
  if (election === null || election.current === null) return null;
  const { current, standing, takesAny } = election;
  return (
    <p>
      {text(`meetings.${mode === 'secret' ? 'secret' : 'election'}.current`, {
        number: current.number,
        cast: formatNumber(text.locale, current.cast),
        names: standing.length === 0 ? '–' : namesOf(text, standing),
      })}{' '}
      {takesAny ? text('meetings.election.any') : null}
    </p>
  );
}

/** Who is elected so far, in each group of seats where there are groups. */
export function ElectionShown({ request, shown }: Props): Markup | null {
  const { text } = request;
  const { election } = shown;
  if (election === null) return null;
  const { groups } = election;
  return (
    <section id="election">
      <h2>{text('meetings.election.elected')}</h2>
      <Current request={request} shown={shown} />
      {groups.length === 0 ? (
        <ContestShown request={request} contest={election} of={{ id: 'ballot' }} />
      ) : (
        groups.map((one) => (
          <section id={`group-${one.group}`} class="card">
            <h3>
              <bdi>{one.title}</bdi>{' '}
              <small>{text('meetings.election.seats-left', { count: one.seatsLeft })}</small>
            </h3>
            <ContestShown
              request={request}
              contest={one}
              of={{ id: `ballot-${one.group}`, title: one.title }}
            />
          </section>
        ))
      )}
    </section>
  );
}
