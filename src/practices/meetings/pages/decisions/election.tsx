/** An election: who is elected, ballot by ballot, with what each candidate needed. */
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import { Meters } from '../../../../ui/meter/meter.tsx';
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

function Papers({ request, ballot }: { request: Props['request']; ballot: Ballot }): Markup {
  const { text } = request;
  return (
    <details>
      <summary>{text('meetings.election.papers', { count: ballot.papers.length })}</summary>
      <DataTable
        text={text}
        id={`ballot-${ballot.number}`}
        caption={text('meetings.election.ballot', { number: ballot.number })}
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

function BallotShown({ request, ballot }: { request: Props['request']; ballot: Ballot }): Markup {
  const { text } = request;
  const { number, isRestricted, required, valid, abstain, votes } = ballot;
  const max = votes.length === 0 ? undefined : valid;
  return (
    <>
      <h3>
        {text('meetings.election.ballot', { number })}
        {isRestricted ? <small> · {text('meetings.election.restricted')}</small> : null}
      </h3>
      <p>
        {text('meetings.election.counted', {
          valid: formatNumber(text.locale, valid),
          abstain: formatNumber(text.locale, abstain),
          required: formatNumber(text.locale, required),
        })}
      </p>
      <Meters
        meters={votes.map(({ name, votes: given, isElected }) => ({
          text,
          label: name,
          value: given,
          threshold: required,
          ...(max === undefined ? {} : { max }),
          met: isElected,
        }))}
      />
      {ballot.papers.length === 0 ? null : <Papers request={request} ballot={ballot} />}
    </>
  );
}

/** Who is elected so far, and every ballot that was closed, the last first. */
export function ElectionShown({ request, shown }: Props): Markup | null {
  const { text } = request;
  const { election } = shown;
  if (election === null) return null;
  const { elected, tie, standing, current, ballots } = election;
  return (
    <section id="election">
      <h2>{text('meetings.election.elected')}</h2>
      {elected.length === 0 ? <p>{text('meetings.election.nobody')}</p> : null}
      <ul class="plain-list spaced">
        {elected.map(({ actor, name }) => (
          <li>
            <StatusChip text={text} status="party" label={name} />{' '}
            <a href={actorHref(actor, request)}>{actor}</a>
          </li>
        ))}
      </ul>
      {tie.length === 0 ? null : (
        <p>{text('meetings.election.tie', { names: namesOf(text, tie) })}</p>
      )}
      {current === null ? null : (
        <p>
          {text(`meetings.${shown.mode === 'secret' ? 'secret' : 'election'}.current`, {
            number: current.number,
            cast: formatNumber(text.locale, current.cast),
            names: namesOf(text, standing),
          })}
        </p>
      )}
      {ballots.toReversed().map((ballot) => (
        <BallotShown request={request} ballot={ballot} />
      ))}
    </section>
  );
}
