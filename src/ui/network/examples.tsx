import type { Example } from '../example.ts';
import { Network, type NetworkNode } from './network.tsx';

const node = (id: string, weight: number, tone: NetworkNode['tone'] = 'full'): NetworkNode => ({
  id,
  label: `Convention on ${id}`,
  detail: `${weight} parties`,
  href: `#${id}`,
  tone,
  weight,
});

export const networkExamples: readonly Example[] = [
  {
    name: 'agreements and a depositary',
    render: (text) => (
      <Network
        text={text}
        id="network"
        label="What joins them"
        nodes={[
          node('rivers', 190),
          node('lakes', 80),
          node('dams', 12, 'open'),
          node('wells', 30),
          node('springs', 3),
          node('a secretariat', 0, 'square'),
        ]}
        links={[
          { one: 'dams', other: 'rivers', kind: 'amends', label: 'dams amends rivers' },
          { one: 'rivers', other: 'lakes', kind: 'parties', label: '80 parties to both' },
          { one: 'wells', other: 'lakes', kind: 'reads', label: 'wells reads lakes' },
          { one: 'wells', other: 'a secretariat', kind: 'depositary', label: 'deposited' },
        ]}
        kinds={[
          { key: 'amends', label: 'amends' },
          { key: 'reads', label: 'reads the parties of' },
          { key: 'depositary', label: 'is deposited with' },
          { key: 'parties', label: 'shares parties with' },
        ]}
        tones={[
          { tone: 'full', label: 'in force' },
          { tone: 'open', label: 'not in force' },
          { tone: 'square', label: 'depositary' },
        ]}
      />
    ),
  },
];
