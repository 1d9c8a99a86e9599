import type { Example } from '../example.ts';
import { BasisTag, StatusChip } from '../status-chip/status-chip.tsx';
import type { Text } from '../text/text.ts';
import { type Column, DataTable, type Row } from './data-table.tsx';

export const partyColumns: readonly Column[] = [
  { key: 'actor', label: 'Actor', sort: { href: '?sort=-actor', direction: 'ascending' } },
  { key: 'status', label: 'Status' },
  { key: 'signed', label: 'Signature', kind: 'date' },
  { key: 'instrument', label: 'Instrument' },
  { key: 'deposited', label: 'Deposited', kind: 'date', sort: { href: '?sort=deposited' } },
  { key: 'effect', label: 'Takes effect', kind: 'date' },
  { key: 'share', label: 'Emissions %', kind: 'number' },
  { key: 'basis', label: 'Basis' },
];

export function partyRow(text: Text, name: string, dates: readonly string[], share: string): Row {
  const [signed, deposited, effect] = dates;
  const bound = deposited !== undefined;
  return {
    cells: {
      actor: <a href={`/actors/${name.slice(0, 3).toUpperCase()}`}>{name}</a>,
      status: <StatusChip text={text} status={bound ? 'party' : 'signatory'} />,
      signed,
      instrument: bound ? 'Ratification' : '',
      deposited,
      effect,
      share,
      basis: <BasisTag text={text} basis="recorded" />,
    },
  };
}

export const dataTableExamples: readonly Example[] = [
  {
    name: 'parties',
    render: (text) => (
      <DataTable
        text={text}
        id="parties"
        caption="Signatures and instruments of consent"
        columns={partyColumns}
        rows={[
          partyRow(text, 'Afghanistan', ['2016-04-22', '2017-02-15', '2017-03-17'], '0.05'),
          partyRow(text, 'Albania', ['2016-04-22', '2016-09-21', '2016-11-04'], '0.02'),
          partyRow(text, 'Iran (Islamic Republic of)', ['2016-04-22'], '1.30'),
        ]}
        downloads={[
          { href: 'parties.csv', label: 'CSV' },
          { href: 'parties.json', label: 'JSON' },
        ]}
      />
    ),
  },
  {
    name: 'empty',
    render: (text) => (
      <DataTable text={text} id="nothing" caption="Objections" columns={partyColumns} rows={[]} />
    ),
  },
];
