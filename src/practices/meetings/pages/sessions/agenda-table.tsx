/** The agenda as a table: what is on it, and what became of each item. */
import type { Refusal } from '../../../../kernel/refusal.ts';
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../../../ui/empty-state/empty-state.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import type { ItemRow, agenda } from '../../questions/sessions/agenda.ts';
import { actorHref, decisionHref } from '../links.ts';
import { SessionChip } from './chips.tsx';

export type AgendaShown = Exclude<Awaited<ReturnType<(typeof agenda)['answer']>>, Refusal>;

const COLUMNS = ['item', 'standing', 'proposed-by', 'documents', 'decisions'] as const;

interface AgendaProps {
  readonly request: PageRequest;
  readonly shown: AgendaShown;
  readonly downloads: readonly { href: string; label: string }[];
}

/** The questions under an item, each with the way to it. */
function Decisions({ request, shown, row }: Omit<AgendaProps, 'downloads'> & { row: ItemRow }) {
  if (row.decisions.length === 0) return <>–</>;
  return (
    <ul class="plain-list">
      {row.decisions.map(({ decision, title }) => (
        <li>
          <a href={decisionHref(shown.head.session, decision, request)} dir="auto">
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Items in the order of the agenda. */
export function AgendaTable({ request, shown, downloads }: AgendaProps): Markup {
  const { text } = request;
  if (shown.rows.length === 0) {
    return (
      <EmptyState title={text('meetings.agenda.none')}>
        <p>{text('meetings.agenda.none.next')}</p>
      </EmptyState>
    );
  }
  return (
    <DataTable
      text={text}
      id="agenda"
      caption={text(shown.isAdopted ? 'meetings.agenda.adopted' : 'meetings.agenda.provisional')}
      columns={COLUMNS.map((key) => ({
        key,
        label: text(`meetings.session.column.${key}`),
        ...(key === 'documents' ? { kind: 'number' as const } : {}),
      }))}
      rows={shown.rows.map((row) => ({
        cells: {
          item: (
            <a href={`/acts/${row.act}`} dir="auto">
              {row.number === null ? '' : `${row.number}. `}
              {row.title}
            </a>
          ),
          standing: <SessionChip text={text} of="item" state={row.standing} />,
          'proposed-by': <a href={actorHref(row.proposedBy, request)}>{row.proposedByName}</a>,
          documents: row.documents,
          decisions: <Decisions request={request} shown={shown} row={row} />,
        },
      }))}
      downloads={downloads}
    />
  );
}
