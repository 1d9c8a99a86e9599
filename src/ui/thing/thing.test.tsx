import { expect, test } from 'vitest';
import { english, rendered } from '../rendered.ts';
import { thingExamples } from './examples.tsx';
import { Thing } from './thing.tsx';

const partsIn = (html: string) => [...html.matchAll(/data-part="(\w+)"/g)].map(([, part]) => part);

test('parts stand in one order, however given, and an empty one is not there', async () => {
  const html = await rendered(thingExamples[0]?.render(english) ?? null);
  expect(partsIn(html)).toEqual(['standing', 'why', 'who', 'record']);
});

test('four parts have a line of contents, which leads to each', async () => {
  const html = await rendered(thingExamples[0]?.render(english) ?? null);
  expect(html).toContain('On this page');
  expect(html).toContain('<a href="#part-why">Why</a>');
  expect(html).not.toContain('#part-timeline');
});

test('three parts need none', async () => {
  const parts = { standing: 'So.', why: 'Thus.', record: 'Here.' };
  expect(await rendered(<Thing text={english} parts={parts} />)).not.toContain('On this page');
});

test('where nothing stands beside, there is one column', async () => {
  const parts = { standing: 'So.', record: 'Here.' };
  const html = await rendered(<Thing text={english} parts={parts} beside={[]} />);
  expect(html).not.toContain('columns');
  expect(partsIn(html)).toEqual(['standing', 'record']);
});
