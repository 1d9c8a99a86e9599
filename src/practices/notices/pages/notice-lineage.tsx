/** Who passed a notice on to whom: the tree, and the same as a table. */
import { DataTable } from '../../../ui/data-table/data-table.tsx';
import { Arrow } from '../../../ui/icon/arrow.tsx';
import type { Markup } from '../../../ui/markup.ts';
import type { PageRequest } from '../../../ui/page.ts';
import { questionHref } from '../../../ui/page-dates.ts';
import type { Text } from '../../../ui/text/text.ts';
import { ThreadList } from '../../../ui/thread/thread.tsx';
import type { Lineage, Shown } from './answers.ts';
import { Instant } from './instant.tsx';
import { actorHref, noticeHref } from './links.ts';
import { nested } from './notice-thread.tsx';

type Row = Lineage['rows'][number];

interface Props {
  readonly request: PageRequest;
  readonly shown: Shown;
  readonly lineage: Lineage;
}

const toWhom = (text: Text, { to, level }: Row): string =>
  level === 'clear' ? text('notices.lineage.all') : to.join(', ');

function Permit({ text, row }: { text: Text; row: Row }): Markup | null {
  if (row.permit === null) return null;
  return (
    <a href={`/acts/${row.permit}`}>
      {text('notices.lineage.permit', { actor: row.permittedBy ?? '' })}
    </a>
  );
}

function Step({ request, row, here }: { request: PageRequest; row: Row; here: string }): Markup {
  const { text } = request;
  return (
    <article>
      <p>
        <a href={actorHref(row.by, request)}>{row.byName}</a> · <Instant text={text} at={row.at} />
      </p>
      <p lang={row.language} dir="auto">
        {row.notice === here ? (
          <b>{row.subject}</b>
        ) : (
          <a href={noticeHref(row, request)}>{row.subject}</a>
        )}
      </p>
      <p>
        <bdi dir="ltr">TLP:{row.level.toUpperCase()}</bdi> <Arrow /> <bdi>{toWhom(text, row)}</bdi>
        {row.permit === null ? null : ' · '}
        <Permit text={text} row={row} />
      </p>
    </article>
  );
}

function Table({ request, shown, lineage }: Props): Markup {
  const { text } = request;
  const column = (key: string) => ({ key, label: text(`notices.lineage.${key}`) });
  return (
    <DataTable
      text={text}
      id="lineage-table"
      caption={text('notices.lineage')}
      captionHidden
      columns={[column('by'), column('what'), column('to'), column('at'), column('permission')]}
      rows={lineage.rows.map((row) => ({
        cells: {
          by: row.byName,
          what: <a href={noticeHref(row, request)}>{row.subject}</a>,
          to: toWhom(text, row),
          at: <Instant text={text} at={row.at} />,
          permission: <Permit text={text} row={row} />,
        },
      }))}
      downloads={(['csv', 'json'] as const).map((format) => ({
        href: questionHref('notices.lineage', { notice: shown.notice }, request, format),
        label: format.toUpperCase(),
      }))}
    />
  );
}

/** The onward releases, where the notice passes one on or was passed on itself. */
export function LineageView(props: Props): Markup | null {
  const { request, shown, lineage } = props;
  if (lineage.rows.length < 2) return null;
  return (
    <section id="lineage">
      <h2>{request.text('notices.lineage')}</h2>
      <ThreadList
        said={nested(lineage.rows, (row) => (
          <Step request={request} row={row} here={shown.notice} />
        ))}
      />
      <Table {...props} />
    </section>
  );
}
