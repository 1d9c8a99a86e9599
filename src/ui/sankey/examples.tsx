import type { Example } from '../example.ts';
import { Sankey } from './sankey.tsx';

const NODES = [
  { key: 'party', label: 'Bound' },
  { key: 'contracting', label: 'Consented, takes effect later' },
  { key: 'signatory', label: 'Signed, not bound' },
  { key: 'none', label: 'No act' },
  { key: 'withdrawn', label: 'Withdrawn' },
];

export const sankeyExamples: readonly Example[] = [
  {
    name: 'between two days',
    render: (text) => (
      <Sankey
        text={text}
        id="sankey"
        label="Who moved where"
        sides={['5 October 2016', '4 November 2020']}
        nodes={NODES}
        flows={[
          { from: 'contracting', to: 'party', count: 73 },
          { from: 'contracting', to: 'withdrawn', count: 1 },
          { from: 'signatory', to: 'party', count: 112 },
          { from: 'signatory', to: 'signatory', count: 7 },
          { from: 'none', to: 'party', count: 3 },
        ]}
      />
    ),
  },
  {
    name: 'one alone, with hostile words',
    render: (text) => (
      <Sankey
        text={text}
        id="sankey-one"
        label="<script>"
        sides={['"before"', '<b>after</b>']}
        nodes={NODES}
        flows={[{ from: 'none', to: 'party', count: 1 }]}
      />
    ),
  },
];
