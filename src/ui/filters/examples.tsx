import type { Example } from '../example.ts';
import { Filters } from './filters.tsx';

const statuses = [
  { value: '', label: 'Every status' },
  { value: 'party', label: 'Bound' },
  { value: 'signatory', label: 'Signed, not bound' },
];

export const filtersExamples: readonly Example[] = [
  {
    name: 'parties',
    render: (text) => (
      <Filters
        text={text}
        id="party-filters"
        label="Filter the parties"
        action="/agreements/paris-agreement"
        query={{ asOf: '2026-11-22', status: 'party' }}
        filters={[
          { kind: 'search', name: 'actor', label: 'Actor', value: '' },
          { kind: 'select', name: 'status', label: 'Status', value: 'party', options: statuses },
        ]}
        shown={{ count: 195, total: 198 }}
        clearHref="/agreements/paris-agreement"
      />
    ),
  },
  {
    name: 'by date',
    render: (text) => (
      <Filters
        text={text}
        id="act-filters"
        label="Filter the acts"
        action="/record"
        filters={[{ kind: 'date', name: 'since', label: 'Since', value: '2026-01-01' }]}
      />
    ),
  },
];
