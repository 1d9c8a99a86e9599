import type { Example } from '../example.ts';
import { BarList } from './bar-list.tsx';

export const barListExamples: readonly Example[] = [
  {
    name: 'two series',
    render: (text) => (
      <BarList
        text={text}
        label="What each member turns"
        series={['of orders', 'of coalitions']}
        rows={[
          { label: 'France', values: ['23.33', '23.81'] },
          { label: 'Belgium', values: ['15.00', '14.29'] },
          { label: 'Luxembourg', values: ['0', '0'] },
        ]}
      />
    ),
  },
  {
    name: 'one that was not counted',
    render: (text) => (
      <BarList
        text={text}
        label="What each member turns"
        series={['of orders', 'of coalitions']}
        rows={[{ label: 'France', values: [null, '23.81'] }]}
      />
    ),
  },
];
