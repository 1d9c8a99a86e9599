/** The versions of an agreement as a table, beside their picture. */
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import type { Content, Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import { questionHref } from '../../../../ui/page-dates.ts';
import { PlainDate } from '../../../../ui/plain-date/plain-date.tsx';
import type { VersionRow, Versions } from '../answers.ts';
import { agreementHref } from '../links.ts';
import { StateChip } from '../standing-chip.tsx';

const COLUMNS = ['version', 'amends', 'adopted', 'in-force', 'state', 'parties'] as const;
const DATES: ReadonlySet<string> = new Set(['adopted', 'in-force']);

function kindOf(key: string): 'date' | 'number' | 'text' {
  if (DATES.has(key)) return 'date';
  return key === 'parties' ? 'number' : 'text';
}

/** What the state alone does not tell: that it binds some only, or changes nothing. */
function remark(row: VersionRow, { text }: PageRequest): string | null {
  if (row.nowhere !== null) return text(`agreements.versions.nowhere.${row.nowhere}`);
  return row.interSe ? text('agreements.versions.inter-se') : null;
}

function cellsOf(row: VersionRow, rows: readonly VersionRow[], request: PageRequest) {
  const { text } = request;
  const day = (on: string | null): Content =>
    on === null ? '–' : <PlainDate text={text} on={on} style="short" />;
  const parent = rows.find((one) => one.agreement === row.parent);
  const note = remark(row, request);
  return {
    version: <a href={agreementHref(row.agreement, request)}>{row.title}</a>,
    amends: parent === undefined ? '–' : parent.shortTitle,
    adopted: day(row.adoptedOn),
    'in-force': day(row.inForceOn),
    state: (
      <>
        <StateChip text={text} state={row.state} />
        {note === null ? null : <> {note}</>}
      </>
    ),
    parties: row.parties,
  };
}

/** The table, with its downloads. */
export function VersionTable({
  request,
  found,
}: {
  request: PageRequest;
  found: Versions;
}): Markup {
  const { text } = request;
  return (
    <DataTable
      text={text}
      id="versions"
      caption={text('agreements.view.versions')}
      captionHidden
      columns={COLUMNS.map((key) => ({
        key,
        label: text(`agreements.versions.column.${key}`),
        kind: kindOf(key),
      }))}
      rows={found.rows.map((row) => ({
        id: row.agreement,
        cells: cellsOf(row, found.rows, request),
      }))}
      downloads={(['csv', 'json'] as const).map((format) => ({
        href: questionHref('agreements.versions', { agreement: found.agreement }, request, format),
        label: format.toUpperCase(),
      }))}
    />
  );
}
