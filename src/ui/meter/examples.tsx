import type { Example } from '../example.ts';
import { Meter, Meters } from './meter.tsx';

export const meterExamples: readonly Example[] = [
  {
    name: 'count and share, both met',
    render: (text) => (
      <Meters
        meters={[
          { text, label: 'Parties', value: 73, threshold: 55, max: 197, met: true },
          {
            text,
            label: 'Share of emissions',
            value: '58.82',
            threshold: '55',
            max: 100,
            unit: 'percent',
            met: true,
            series: 2,
          },
        ]}
      />
    ),
  },
  {
    name: 'short of it',
    render: (text) => (
      <Meter text={text} label="Named States" value={36} threshold={44} max={44} met={false} />
    ),
  },
  {
    name: 'with what is not there yet',
    render: (text) => (
      <Meter text={text} label="Parties" value={19} reachable={31} threshold={30} met={false} />
    ),
  },
  {
    name: 'a fraction',
    render: (text) => (
      <Meter text={text} label="Members" value="1/2" threshold="2/3" max={1} met={false} />
    ),
  },
];
