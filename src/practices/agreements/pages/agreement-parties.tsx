/** Who is bound: on the map, and in the table beside it. */
import { DataTable } from '../../../ui/data-table/data-table.tsx';
import { Filters } from '../../../ui/filters/filters.tsx';
import type { Content, Markup } from '../../../ui/markup.ts';
import type { PageRequest } from '../../../ui/page.ts';
import { questionHref } from '../../../ui/page-dates.ts';
import { PlainDate } from '../../../ui/plain-date/plain-date.tsx';
import { formatDate } from '../../../ui/text/format.ts';
import { WorldMap } from '../../../ui/world-map/world-map.tsx';
import type { Standing } from '../rules/status.ts';
import type { Party } from './answers.ts';
import { statusHref } from './links.ts';
import { StandingChip } from './standing-chip.tsx';

interface PartiesProps {
  readonly request: PageRequest;
  readonly agreement: string;
  readonly rows: readonly Party[];
}

/** So many tell what the table holds, and leave what comes after it in reach. */
const ROWS_FIRST = 12;

const SHOWN: readonly Standing[] = [
  'party',
  'contracting',
  'signatory',
  'withdrawn',
  'provisional',
  'declined',
  'terminated',
  'ended',
];

function Map({ request, agreement, rows }: PartiesProps): Markup {
  const { text, locale } = request;
  const onMap = rows.filter((row) => row.numericCode !== null && row.standing !== 'ended');
  const present = SHOWN.filter((standing) => onMap.some((row) => row.standing === standing));
  return (
    <WorldMap
      text={text}
      id="map"
      entries={onMap.map((row) => ({
        numericCode: row.numericCode ?? '',
        name: row.name,
        href: statusHref(agreement, row.actor, request),
        category: row.standing,
        label: [
          text(`agreements.standing.${row.standing}`),
          row.since === null ? '' : formatDate(locale, row.since),
        ].join(' '),
      }))}
      categories={present.map((key) => ({ key, label: text(`agreements.standing.${key}`) }))}
    />
  );
}

/**
 * The act itself is a step away, on the page that the row leads to: two hundred fingerprints, which
 * nothing compresses, would be a tenth of what a page may weigh.
 */
function Basis({ request, row }: { request: PageRequest; row: Party }): Content {
  if (row.act === null) return '–';
  const kind = row.source === null ? 'signed' : 'recorded';
  return (
    <span class="basis" title={row.source ?? undefined}>
      {request.text(`ui.basis.${kind}`)}
    </span>
  );
}

function instrumentOf(request: PageRequest, row: Party): string {
  if (row.effectBy === 'member') return request.text('agreements.bound-as-member');
  if (row.effectBy === 'later-party') return request.text('agreements.bound-as-later-party');
  return row.instrument === null ? '–' : request.text(`agreements.instrument.${row.instrument}`);
}

/** The day on which it took effect; what only waits for that has none. */
function effectOf(row: Party): string | null {
  const standing = row.standing === 'party' ? row.since : null;
  return row.withdrawnOn ?? row.effectiveOn ?? standing;
}

function rowOf(request: PageRequest, agreement: string, row: Party) {
  const { text } = request;
  const day = (on: string | null): Content =>
    on === null ? '–' : <PlainDate text={text} on={on} style="short" />;
  return {
    id: row.actor,
    cells: {
      name: <a href={statusHref(agreement, row.actor, request)}>{row.name}</a>,
      standing: <StandingChip text={text} standing={row.standing} />,
      signed: day(row.signedOn),
      instrument: instrumentOf(request, row),
      deposited: day(row.depositedOn),
      circulated: day(row.circulatedOn),
      effective: day(effectOf(row)),
      basis: <Basis request={request} row={row} />,
    },
  };
}

/** The map and the table of those concerned, with the table narrowed by the address. */
export function Parties({ request, agreement, rows }: PartiesProps): Markup {
  const { text, search } = request;
  const wanted = search.get('standing') ?? '';
  const named = (search.get('name') ?? '').trim().toLocaleLowerCase();
  const shown = rows.filter(
    (row) =>
      (wanted === '' || row.standing === wanted) && row.name.toLocaleLowerCase().includes(named),
  );
  // Where nothing was notified, or nothing is in force, a column for the day would be empty.
  const circulated = rows.some((row) => row.circulatedOn !== null) ? ['circulated'] : [];
  const effective = rows.some((row) => effectOf(row) !== null) ? ['effective'] : [];
  const before = ['name', 'standing', 'signed', 'instrument', 'deposited'];
  const columns = [...before, ...circulated, ...effective, 'basis'];
  const dates = new Set(['signed', 'deposited', 'circulated', 'effective']);
  const query = Object.fromEntries(search);
  const exported = (format: 'csv' | 'json') => ({
    href: questionHref('agreements.parties', { agreement }, request, format),
    label: format.toUpperCase(),
  });
  return (
    <section>
      <h2>{text('agreements.who')}</h2>
      <Map request={request} agreement={agreement} rows={rows} />
      <Filters
        text={text}
        id="who"
        label={text('agreements.who.filter')}
        action={request.path}
        query={query}
        shown={{ count: shown.length, total: rows.length }}
        filters={[
          {
            kind: 'search',
            name: 'name',
            label: text('agreements.column.actor'),
            value: search.get('name') ?? '',
          },
          {
            kind: 'select',
            name: 'standing',
            label: text('agreements.column.standing'),
            value: wanted,
            options: [
              { value: '', label: text('agreements.filter.all') },
              ...SHOWN.map((value) => ({ value, label: text(`agreements.standing.${value}`) })),
            ],
          },
        ]}
      />
      <DataTable
        text={text}
        id="parties"
        caption={text('agreements.who')}
        captionHidden
        rowsFirst={ROWS_FIRST}
        columns={columns.map((key) => ({
          key,
          label: text(`agreements.party.${key}`),
          kind: dates.has(key) ? ('date' as const) : ('text' as const),
        }))}
        rows={shown.map((row) => rowOf(request, agreement, row))}
        downloads={[exported('csv'), exported('json')]}
      />
    </section>
  );
}
