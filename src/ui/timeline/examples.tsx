import type { Example } from '../example.ts';
import { IntervalBars } from './interval-bars.tsx';
import { Timeline } from './timeline.tsx';

export const timelineExamples: readonly Example[] = [
  {
    name: 'acts',
    render: (text) => (
      <Timeline
        text={text}
        items={[
          { on: '2015-12-12', title: 'Adopted in Paris', weight: 'strong' },
          { on: '2016-04-22', title: 'Opened for signature', detail: '175 signatures that day' },
          { on: '2016-11-04', title: 'Entered into force', weight: 'strong' },
          { on: '2026-12-31', title: 'Biennial report', weight: 'coming', remark: 'due' },
        ]}
      />
    ),
  },
  {
    name: 'dues',
    render: (text) => (
      <Timeline
        text={text}
        plain
        items={[
          { on: '2025-02-10', title: 'Contribution for 2035', weight: 'late', remark: 'overdue' },
          {
            on: '2026-12-31',
            title: <a href="/due/1">Biennial report</a>,
            detail: 'Article 13(7)',
          },
        ]}
      />
    ),
  },
  {
    name: 'intervals',
    render: (text) => (
      <IntervalBars
        text={text}
        from="2015-12-12"
        to="2026-11-22"
        rows={[
          {
            label: 'United States',
            intervals: [
              { from: '2016-04-22', to: '2016-11-04', label: 'signed', tone: 'waiting' },
              { from: '2016-11-04', to: '2020-11-04', label: 'bound', tone: 'good' },
              { from: '2020-11-04', to: '2021-02-19', label: 'withdrawn', tone: 'bad' },
              { from: '2021-02-19', to: '2026-01-27', label: 'bound', tone: 'good' },
              { from: '2026-01-27', to: null, label: 'withdrawn', tone: 'bad' },
            ],
          },
          {
            label: 'Kenya',
            intervals: [{ from: '2017-01-27', to: null, label: 'bound', tone: 'good' }],
          },
        ]}
      />
    ),
  },
];
