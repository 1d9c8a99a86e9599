import type { Example } from '../example.ts';
import { RatificationCurve } from './ratification-curve.tsx';

/** Days from the first, and what had been reached by then; rounded from the depositary's table. */
const parties = [
  ['2016-04-22', 15, '0.04'],
  ['2016-06-29', 18, '0.1'],
  ['2016-08-22', 23, '1.08'],
  ['2016-09-03', 27, '39.06'],
  ['2016-09-21', 60, '47.76'],
  ['2016-10-02', 62, '51.89'],
  ['2016-10-05', 73, '58.82'],
  ['2016-11-04', 97, '67.52'],
  ['2016-12-31', 122, '81.1'],
  ['2017-07-28', 158, '87.2'],
  ['2017-11-06', 170, '88.0'],
  ['2018-09-05', 181, '88.7'],
  ['2020-11-18', 189, '96.9'],
  ['2023-02-22', 195, '98.6'],
] as const;

const twoSeries = [
  { label: 'Parties', points: parties.map(([on, value]) => ({ on, value })), threshold: 55 },
  {
    label: 'Share of emissions',
    unit: 'percent',
    points: parties.map(([on, , value]) => ({ on, value })),
    threshold: '55',
  },
] as const;

export const ratificationCurveExamples: readonly Example[] = [
  {
    name: 'count and share',
    render: (text) => (
      <RatificationCurve
        text={text}
        id="curve"
        label="Instruments deposited and share of emissions against both thresholds"
        from="2015-12-12"
        to="2023-12-31"
        series={twoSeries}
        waiting={{ from: '2016-10-05', to: '2016-11-04' }}
        events={[
          { on: '2015-12-12', label: 'adopted' },
          { on: '2016-10-05', label: 'both thresholds met' },
          { on: '2016-11-04', label: 'entered into force', strong: true },
        ]}
      />
    ),
  },
  {
    name: 'thirty years short of the threshold',
    render: (text) => (
      <RatificationCurve
        text={text}
        id="curve-short"
        label="Instruments of the States named in the annex"
        from="1996-09-24"
        to="2026-11-22"
        series={[
          {
            label: 'Named States',
            threshold: 44,
            points: [
              { on: '1998-04-06', value: 2 },
              { on: '2000-06-30', value: 30 },
              { on: '2012-02-06', value: 36 },
            ],
          },
        ]}
        events={[{ on: '1996-09-24', label: 'opened for signature' }]}
      />
    ),
  },
  {
    name: 'nothing deposited yet',
    render: (text) => (
      <RatificationCurve
        text={text}
        id="curve-empty"
        label="No instrument so far"
        from="2026-11-22"
        to="2026-11-22"
        series={[{ label: 'Parties', points: [], threshold: 3 }]}
        events={[]}
      />
    ),
  },
];
