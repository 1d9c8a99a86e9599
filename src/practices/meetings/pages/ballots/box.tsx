/** What the box held: a picture of it without names, and every ballot by its serial. */
import { SPOILT } from '../../../../kernel/secret-ballot.ts';
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import { Hemicycle, type SeatTone } from '../../../../ui/hemicycle/hemicycle.tsx';
import { BarList } from '../../../../ui/bar-list/bar-list.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import { questionHref } from '../../../../ui/page-dates.ts';
import { formatList, formatNumber } from '../../../../ui/text/format.ts';
import type { Text } from '../../../../ui/text/text.ts';
import type { Props, Shown } from './answers.ts';

type Row = Shown['rows'][number];

const TONES: readonly (readonly [mark: string, tone: SeatTone])[] = [
  ['yes', 'yes'],
  ['abstain', 'abstain'],
  ['no', 'no'],
];

/** As many as tell serials apart; the downloads have them whole. */
const SERIAL_CHARACTERS_SHOWN = 20;

const marksOf = ({ marks }: Row): string => marks.join(' ');

/** A half circle of ballots, none of which has a name. */
function Question({ text, shown }: { text: Text; shown: Shown }): Markup {
  const count = (mark: string): number => shown.rows.filter((row) => marksOf(row) === mark).length;
  const unnamed = (mark: string, label: string, tone: SeatTone) => ({
    label,
    tone,
    seats: Array.from({ length: count(mark) }, () => label),
  });
  return (
    <Hemicycle
      text={text}
      label={text('meetings.secret.ballots')}
      groups={[
        ...TONES.map(([mark, tone]) => unnamed(mark, text(`meetings.choice.${mark}`), tone)),
        unnamed('', text('meetings.secret.is-blank'), 'quiet'),
        unnamed(SPOILT, text('meetings.secret.is-spoilt'), 'barred'),
      ]}
    />
  );
}

const PERCENT = 100;

/** Of the valid ballots, how many name each; the numbers stand beside the names. */
function Candidates({ text, shown }: { text: Text; shown: Shown }): Markup {
  const valid = Math.max(shown.found?.valid ?? 0, 1);
  const counted = shown.candidates.map(({ actor, name }) => ({
    name,
    votes: shown.rows.filter(({ marks }) => marks.includes(actor)).length,
  }));
  return (
    <BarList
      text={text}
      label={text('meetings.election.ballot', { number: shown.ballot })}
      series={[text('meetings.secret.column.marks')]}
      rows={counted
        .toSorted((one, other) => other.votes - one.votes)
        .map(({ name, votes }) => ({
          label: (
            <>
              {name} <b>{formatNumber(text.locale, votes)}</b>
            </>
          ),
          values: [(votes * PERCENT) / valid],
        }))}
    />
  );
}

/** What is marked, in words. */
export function marksText(text: Text, shown: Shown, marks: readonly string[]): string {
  if (marks.length === 0) return text('meetings.secret.is-blank');
  if (marks[0] === SPOILT) return text('meetings.secret.is-spoilt');
  const names = new Map(shown.candidates.map(({ actor, name }) => [actor, name]));
  return formatList(
    text.locale,
    marks.map((mark) => names.get(mark) ?? text(`meetings.choice.${mark}`)),
  );
}

/** The numbers of papers and ballots in a sentence. */
export function foundText(text: Text, found: NonNullable<Shown['found']>): string {
  const count = (value: number): string => formatNumber(text.locale, value);
  return text('meetings.secret.found', {
    papers: count(found.papers),
    ballots: count(found.ballots),
    valid: count(found.valid),
    blank: count(found.blank),
    spoilt: count(found.spoilt),
  });
}

function Ballots({ request, shown }: Props): Markup {
  const { text } = request;
  const { session, decision, ballot } = shown;
  const named = { session, decision, ballot: String(ballot) };
  return (
    <DataTable
      text={text}
      id="ballots"
      caption={text('meetings.secret.ballots')}
      captionHidden
      columns={['serial', 'marks'].map((key) => ({
        key,
        label: text(`meetings.secret.column.${key}`),
      }))}
      rows={shown.rows.map((row) => ({
        id: `b-${row.serial}`,
        cells: {
          serial: (
            <code title={row.serial} dir="ltr" translate="no">
              {row.serial.slice(0, SERIAL_CHARACTERS_SHOWN)}…
            </code>
          ),
          marks: marksText(text, shown, row.marks),
        },
      }))}
      downloads={(['csv', 'json'] as const).map((format) => ({
        href: questionHref('meetings.ballot-box', named, request, format),
        label: format.toUpperCase(),
      }))}
    />
  );
}

/** What was found in the box; nothing before it was opened. */
export function Box({ request, shown }: Props): Markup | null {
  const { text } = request;
  const { found, seats } = shown;
  if (found === null) return null;
  return (
    <section id="box">
      <h2>{text('meetings.secret.ballots')}</h2>
      {seats === null ? (
        <Question text={text} shown={shown} />
      ) : (
        <Candidates text={text} shown={shown} />
      )}
      <p>{foundText(text, found)}</p>
      <p>
        {text('meetings.secret.unused', {
          count: formatNumber(text.locale, found.papers - found.ballots),
        })}{' '}
        <a href={`/acts/${found.act}`}>{text('meetings.act.open-ballot-box')}</a>
      </p>
      <Ballots request={request} shown={shown} />
    </section>
  );
}
