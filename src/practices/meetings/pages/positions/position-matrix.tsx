/** Issues against actors, as one delegation sees them; and the same as a table. */
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import { Matrix } from '../../../../ui/matrix/matrix.tsx';
import type { PageRequest } from '../../../../ui/page.ts';
import { questionHref } from '../../../../ui/page-dates.ts';
import type { PositionRow } from '../../questions/positions/positions.ts';
import { actorHref, textHref } from '../links.ts';
import { STANCE_LOOKS } from './looks.ts';

interface Props {
  readonly request: PageRequest;
  /** Of one holder. */
  readonly rows: readonly PositionRow[];
}

/** An issue, wherever it stands. */
export const issueKey = ({ text, issue }: Pick<PositionRow, 'text' | 'issue'>): string =>
  `${text ?? ''} ${issue}`;

function Picture({ request, rows }: Props): Markup {
  const { text } = request;
  const [first] = rows;
  const actors = [...new Map(rows.map(({ of, ofName }) => [of, ofName]))];
  const issues = Map.groupBy(rows, issueKey);
  return (
    <Matrix
      id={`matrix-${first?.holder ?? ''}`}
      caption={text('meetings.positions.matrix', { name: first?.holderName ?? '' })}
      captionHidden
      corner={text('meetings.positions.issue')}
      columns={actors.map(([id, name]) => ({ label: id.length === 3 ? id : name, title: name }))}
      rows={[...issues.values()].map((own) => ({
        label: own[0]?.title ?? '',
        cells: actors.map(([id]) => own.find(({ of }) => of === id)?.stance ?? 'silent'),
      }))}
      categories={STANCE_LOOKS.map(([key, sign, look]) => ({
        key,
        sign,
        look,
        label: text(`meetings.stance.${key}`),
      }))}
      same=""
    />
  );
}

function Issue({ request, row }: { request: PageRequest; row: PositionRow }): Markup {
  if (row.text === null) return <>{row.title}</>;
  return (
    <>
      {row.title} · <a href={textHref(row.text, request)}>{row.text}</a>
    </>
  );
}

/** The positions that one delegation noted: a picture, and the table of them. */
export function PositionMatrix({ request, rows }: Props): Markup {
  const { text } = request;
  const holder = rows[0]?.holder ?? '';
  return (
    <>
      <Picture request={request} rows={rows} />
      <DataTable
        text={text}
        id={`positions-${holder}`}
        caption={text('meetings.positions.table')}
        captionHidden
        columns={[
          { key: 'issue', label: text('meetings.positions.issue') },
          { key: 'of', label: text('meetings.positions.of') },
          { key: 'stance', label: text('meetings.positions.stance') },
          { key: 'as', label: text('meetings.field.knownFrom') },
          { key: 'shared', label: text('meetings.positions.seen') },
          { key: 'note', label: text('meetings.field.note') },
        ]}
        rows={rows.map((row) => ({
          cells: {
            issue: <Issue request={request} row={row} />,
            of: <a href={actorHref(row.of, request)}>{row.ofName}</a>,
            stance: <a href={`/acts/${row.act}`}>{text(`meetings.stance.${row.stance}`)}</a>,
            as:
              row.knownFrom === 'model' ? (
                <b>{text('meetings.position-source.model')}</b>
              ) : (
                text(`meetings.position-source.${row.knownFrom}`)
              ),
            shared: text(row.isShared ? 'meetings.positions.shared' : 'meetings.positions.private'),
            note: <span dir="auto">{row.note ?? ''}</span>,
          },
        }))}
        downloads={(['csv', 'json'] as const).map((format) => ({
          href: questionHref('meetings.positions', { holder }, request, format),
          label: format.toUpperCase(),
        }))}
      />
    </>
  );
}
