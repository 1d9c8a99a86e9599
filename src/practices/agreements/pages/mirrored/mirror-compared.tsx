/** What both copies have: the terms at a glance, the consents on either side, and why. */
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import { FindingView } from '../../../../ui/finding/finding.tsx';
import type { Content, Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import { StatusChip } from '../../../../ui/status-chip/status-chip.tsx';
import type { Mirrored } from '../answers.ts';

interface ComparedProps {
  readonly request: PageRequest;
  readonly compared: Mirrored;
}

const COLUMNS = ['actor', 'on', 'here', 'there', 'holds'] as const;

function Consents({ request, compared }: ComparedProps): Markup | null {
  const { text } = request;
  if (compared.rows.length === 0) return null;
  const chip = (is: boolean): Content => (
    <StatusChip
      text={text}
      status={is ? 'in-force' : 'withdrawn'}
      label={text(`agreements.mirror.${is ? 'yes' : 'no'}`)}
    />
  );
  return (
    <DataTable
      text={text}
      id="consents"
      caption={text('agreements.mirror.rows')}
      columns={COLUMNS.map((key) => ({
        key,
        label: text(`agreements.mirror.row.${key}`),
        kind: key === 'on' ? ('date' as const) : ('text' as const),
      }))}
      rows={compared.rows.map((row) => ({
        cells: {
          actor: row.here ? <a href={`/acts/${row.act}`}>{row.name}</a> : row.name,
          on: row.on,
          here: chip(row.here),
          there: chip(row.there),
          holds: chip(row.holds),
        },
      }))}
    />
  );
}

/** The comparison, with its reasons. */
export function Compared({ request, compared }: ComparedProps): Markup {
  const { text } = request;
  const { finding, same, theirTerms } = compared;
  const words = text(`agreements.mirror.${same ? 'same' : 'differ'}`);
  const found = { ...finding, question: text('agreements.mirror.title'), text: words };
  const open = same && finding.value !== true ? ({ tone: 'open' } as const) : {};
  return (
    <>
      <p>
        <b>{text('agreements.mirror.theirs')}</b>{' '}
        {theirTerms === null ? (
          text('agreements.mirror.none')
        ) : (
          <code translate="no">{theirTerms}</code>
        )}
      </p>
      <FindingView text={text} finding={found} id="mirrored" {...open} />
      <Consents request={request} compared={compared} />
    </>
  );
}
