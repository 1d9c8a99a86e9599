import type { Example } from '../example.ts';
import { MonthGrid } from './month-grid.tsx';

const kinds = ['Entry into force', 'Ends', 'Time limit', 'Session'];

export const monthGridExamples: readonly Example[] = [
  {
    name: 'a month with a session and a day that is full',
    render: (text) => (
      <MonthGrid
        text={text}
        id="month-example"
        month="2026-11"
        today="2026-11-22"
        kinds={kinds}
        entries={[
          { on: '2026-11-09', until: '2026-11-13', title: 'Eighth session', href: '#', kind: 3 },
          { on: '2026-11-20', title: 'River Agreement', href: '#', kind: 0 },
          { on: '2026-11-20', title: 'Delta Protocol', href: '#', kind: 2 },
          { on: '2026-11-20', title: 'Flood Convention', href: '#', kind: 2 },
          { on: '2026-11-20', title: 'Lake Treaty', href: '#', kind: 1 },
        ]}
      />
    ),
  },
  {
    name: 'a month in which nothing is on',
    render: (text) => (
      <MonthGrid
        text={text}
        id="month-empty"
        month="2027-02"
        today="2026-11-22"
        kinds={kinds}
        entries={[]}
      />
    ),
  },
];
