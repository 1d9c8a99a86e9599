import { expect, test } from 'vitest';
import { rendered } from '../rendered.ts';
import { createText } from '../text/text.ts';
import { uiText } from '../text/ui-text.ts';
import { yearChartExamples } from './examples.tsx';
import { YearChart } from './year-chart.tsx';

const text = createText('en', [uiText]);
const draw = async (at: number) => String(await yearChartExamples[at]?.render(text));

test('each year leads on and says its values', async () => {
  const chart = await draw(1);
  expect(chart.match(/<a /g)).toHaveLength(40);
  expect(chart).toContain('<title>2000 – same vote: 50% · index: 60%</title>');
});

test('a line breaks off where a year has no value', async () => {
  const paths = [...(await draw(1)).matchAll(/ d="(M[^"]*L[^"]*)"/g)].map((found) => found[1]);
  expect(paths.map((path) => path?.match(/M/g)?.length)).toEqual([2, 2]);
});

test('one year fills the chart, and none draws nothing', async () => {
  expect(await draw(2)).toContain('width="80%"');
  const none = { text, id: 'none', label: 'None', kind: 'bars', series: [], years: [] } as const;
  expect(await rendered(<div>{YearChart(none)}</div>)).toBe('<div></div>');
});
