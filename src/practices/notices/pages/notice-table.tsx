/** Notices in lines: what, from whom, how urgent, and how many have acknowledged. */
import { DataTable } from '../../../ui/data-table/data-table.tsx';
import { MarkingTag } from '../../../ui/marking-banner/marking-banner.tsx';
import type { Content, Markup } from '../../../ui/markup.ts';
import type { PageRequest } from '../../../ui/page.ts';
import { formatNumber } from '../../../ui/text/format.ts';
import type { NoticeRow } from './answers.ts';
import { NoticeChip, PrecedenceChip } from './chips.tsx';
import { Instant } from './instant.tsx';
import { actorHref, noticeHref } from './links.ts';

interface NoticeTableProps {
  readonly request: PageRequest;
  readonly id: string;
  readonly caption: string;
  readonly rows: readonly NoticeRow[];
  readonly downloads?: readonly { href: string; label: string }[];
}

const COLUMNS = ['notice', 'sender', 'precedence', 'issued', 'state', 'acknowledged'] as const;

/** How many of those addressed have acknowledged, and how many are late with it. */
function Counted({ request, row }: { request: PageRequest; row: NoticeRow }): Content {
  const { text } = request;
  if (row.addressed === 0) return '–';
  const [done, all] = [row.acknowledged, row.addressed].map((count) =>
    formatNumber(text.locale, count),
  );
  return (
    <>
      <bdi dir="ltr">
        {done} / {all}
      </bdi>
      {row.overdue === 0 ? null : (
        <>
          {' · '}
          <b>{text('notices.count.overdue', { count: row.overdue })}</b>
        </>
      )}
    </>
  );
}

function Subject({ request, row }: { request: PageRequest; row: NoticeRow }): Content {
  return (
    <>
      <a href={noticeHref(row, request)} lang={row.language} dir="auto">
        {row.subject}
      </a>{' '}
      {row.number === null ? null : <bdi dir="ltr">{row.number} </bdi>}
      <MarkingTag level={row.level} />
    </>
  );
}

/** The notices with a link to each. */
export function NoticeTable({ request, id, caption, rows, downloads }: NoticeTableProps): Markup {
  const { text } = request;
  return (
    <DataTable
      text={text}
      id={id}
      caption={caption}
      captionHidden
      columns={COLUMNS.map((key) => ({ key, label: text(`notices.column.${key}`) }))}
      rows={rows.map((row) => ({
        cells: {
          notice: <Subject request={request} row={row} />,
          sender: <a href={actorHref(row.sender, request)}>{row.senderName}</a>,
          precedence: <PrecedenceChip text={text} state={row.precedence} />,
          issued: <Instant text={text} at={row.issuedAt} />,
          state: <NoticeChip text={text} state={row.state} />,
          acknowledged: <Counted request={request} row={row} />,
        },
      }))}
      {...(downloads === undefined ? {} : { downloads })}
    />
  );
}
