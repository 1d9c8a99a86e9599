import type { Example } from '../example.ts';
import { YearChart } from './year-chart.tsx';

const years = Array.from({ length: 40 }, (_, at) => 1980 + at);

export const yearChartExamples: readonly Example[] = [
  {
    name: 'a count as bars',
    render: (text) => (
      <YearChart
        text={text}
        id="year-bars"
        label="Roll calls by year"
        kind="bars"
        series={['Roll calls']}
        years={years.map((year) => ({ year, href: '#', values: [60 + ((year * 37) % 90)] }))}
      />
    ),
  },
  {
    name: 'two shares as lines, a year missing',
    render: (text) => (
      <YearChart
        text={text}
        id="year-shares"
        label="Agreement of two members"
        kind="shares"
        series={['same vote', 'index']}
        years={years.map((year) => ({
          year,
          href: '#',
          values: year === 1999 ? [null, null] : [300 + ((year * 31) % 300), 600],
        }))}
      />
    ),
  },
  {
    name: 'one year',
    render: (text) => (
      <YearChart
        text={text}
        id="year-one"
        label="Roll calls by year"
        kind="bars"
        series={['Roll calls']}
        years={[{ year: 2024, href: '#', values: [1] }]}
      />
    ),
  },
];
