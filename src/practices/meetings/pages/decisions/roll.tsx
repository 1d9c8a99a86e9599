/** Who voted how: seats in a half circle, and the table beside it. */
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import { Hemicycle, type SeatTone } from '../../../../ui/hemicycle/hemicycle.tsx';
import type { Content, Markup } from '../../../../ui/markup.ts';
import { questionHref } from '../../../../ui/page-dates.ts';
import { formatNumber } from '../../../../ui/text/format.ts';
import type { Text } from '../../../../ui/text/text.ts';
import { Instant } from './instant.tsx';
import { actorHref } from '../links.ts';
import type { Props, RollRow, Standing } from './answers.ts';

/** So many tell what the table holds; the others unfold. */
const ROWS_FIRST = 12;

const TONES: Readonly<Record<Standing, SeatTone>> = {
  yes: 'yes',
  abstain: 'abstain',
  no: 'no',
  'not-voting': 'quiet',
  absent: 'quiet',
  hindered: 'barred',
};
// The keys of a constant object are exactly its names.
const STANDINGS = Object.keys(TONES) as Standing[];

/** The seats of a vote, each with the name of whoever sits there. */
export function Seats({ request, shown }: Props): Markup {
  const { text } = request;
  const groups = STANDINGS.map((standing) => ({
    label: text(`meetings.choice.${standing}`),
    tone: TONES[standing],
    seats: shown.rows.filter((row) => row.standing === standing).map(({ name }) => name),
  }));
  return <Hemicycle text={text} label={text('meetings.decision.roll')} groups={groups} />;
}

function Vote({ text, row }: { text: Text; row: RollRow }): Content {
  const word = text(`meetings.choice.${row.standing}`);
  const cast = row.act === null ? word : <a href={`/acts/${row.act}`}>{word}</a>;
  const { intended, hindered, citation } = row;
  return (
    <>
      {row.standing === 'yes' || row.standing === 'no' ? <b>{cast}</b> : cast}
      {hindered === null ? null : (
        <small>
          {' '}
          <bdi lang="en">{hindered}</bdi> <cite>{citation}</cite>
        </small>
      )}
      {intended === null ? null : (
        <small>
          {' '}
          {text('meetings.decision.intended', { choice: text(`meetings.choice.${intended}`) })}
        </small>
      )}
    </>
  );
}

/** The roll call, member by member. */
export function RollCall({ request, shown }: Props): Markup {
  const { text } = request;
  const isWeighted = shown.scheme !== null;
  const keys = ['member', 'vote', ...(isWeighted ? ['weight'] : []), 'received'];
  const named = { session: shown.session, decision: shown.decision };
  return (
    <DataTable
      text={text}
      id="roll-call"
      rowsFirst={ROWS_FIRST}
      caption={text('meetings.decision.roll')}
      captionHidden
      columns={keys.map((key) => ({ key, label: text(`meetings.decision.column.${key}`) }))}
      rows={shown.rows.map((row) => ({
        cells: {
          member: <a href={actorHref(row.actor, request)}>{row.name}</a>,
          vote: <Vote text={text} row={row} />,
          weight: row.weight === null ? '–' : formatNumber(text.locale, row.weight),
          received: <Instant text={text} at={row.recordedAt} />,
        },
      }))}
      downloads={[
        { href: questionHref('meetings.decision', named, request, 'csv'), label: 'CSV' },
        { href: questionHref('meetings.decision', named, request, 'json'), label: 'JSON' },
      ]}
    />
  );
}
