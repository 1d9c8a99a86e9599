/** What members owe, and who has no vote by it, with what would give it back. */
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import { Meters } from '../../../../ui/meter/meter.tsx';
import { PlainDate } from '../../../../ui/plain-date/plain-date.tsx';
import type { PageRequest } from '../../../../ui/page.ts';
import { questionHref } from '../../../../ui/page-dates.ts';
import { StatusChip } from '../../../../ui/status-chip/status-chip.tsx';
import { formatNumber } from '../../../../ui/text/format.ts';
import type { ArrearsRow } from '../../questions/bodies/arrears.ts';
import { actorHref } from '../links.ts';
import type { BodyProps } from './answers.ts';

const STATUS = { votes: 'party', permitted: 'pending', 'no-vote': 'suspended' } as const;

function Standing({ request, row }: { request: PageRequest; row: ArrearsRow }): Markup {
  const { text } = request;
  const { permittedBy, permittedUntil, standing, shown, unit } = row;
  const label = text(`meetings.arrears.${standing}`);
  return (
    <>
      <StatusChip text={text} status={STATUS[standing]} label={label} />
      {permittedBy === null ? null : (
        <small>
          {' '}
          {permittedBy}
          {permittedUntil === null ? null : (
            <>
              {' – '}
              <PlainDate text={text} on={permittedUntil} style="short" />
            </>
          )}
        </small>
      )}
      {shown.above === null || standing === 'votes' ? null : (
        <small>
          {' '}
          {text('meetings.arrears.pay', {
            amount: formatNumber(text.locale, shown.above),
            unit,
          })}
        </small>
      )}
    </>
  );
}

/** Debts as bars against what is due for the years before, and the table beside them. */
export function Arrears({
  request,
  body,
  rows,
  rule,
}: BodyProps & {
  rows: readonly ArrearsRow[];
  rule: { citation: string; fullYears: number; more: boolean } | null;
}): Markup | null {
  const { text } = request;
  const [first] = rows;
  if (rule === null || first === undefined) return null;
  const asked = { body: body.name };
  const key = `meetings.arrears.rule-${rule.more ? 'more' : 'equal'}`;
  return (
    <section id="arrears">
      <h2>{text('meetings.arrears.title')}</h2>
      <p>
        {text(key, { years: rule.fullYears })} <cite>{rule.citation}</cite>
      </p>
      <Meters
        meters={rows.map(({ name, shown, standing }) => ({
          text,
          label: name,
          value: shown.owed,
          threshold: shown.due,
          met: standing === 'votes',
        }))}
      />
      <DataTable
        text={text}
        id="arrears-table"
        caption={text('meetings.arrears.title')}
        captionHidden
        columns={[
          { key: 'member', label: text('meetings.column.member') },
          {
            key: 'owed',
            label: text('meetings.column.owed', { unit: first.unit }),
            kind: 'number',
          },
          { key: 'due', label: text('meetings.column.due'), kind: 'number' },
          { key: 'since', label: text('meetings.column.stated') },
          { key: 'vote', label: text('meetings.column.vote') },
        ]}
        rows={rows.map((row) => ({
          id: `arrears-${row.actor}`,
          cells: {
            member: <a href={actorHref(row.actor, request)}>{row.name}</a>,
            owed: formatNumber(text.locale, row.shown.owed),
            due: formatNumber(text.locale, row.shown.due),
            since: (
              <a href={`/acts/${row.act}`}>
                <PlainDate text={text} on={row.statedOn} style="short" />
              </a>
            ),
            vote: <Standing request={request} row={row} />,
          },
        }))}
        downloads={(['csv', 'json'] as const).map((format) => ({
          href: questionHref('meetings.arrears', asked, request, format),
          label: format.toUpperCase(),
        }))}
      />
    </section>
  );
}
