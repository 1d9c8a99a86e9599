import { expect, test } from 'vitest';
import { english, rendered } from '../rendered.ts';
import { specimenExamples } from './examples.tsx';

const show = (index: number) => rendered(specimenExamples[index]?.render(english) ?? null);

test('a specimen is a section named by its head', async () => {
  const html = await show(0);
  expect(html).toContain('<section class="specimen" aria-labelledby="specimen-paragraph">');
  expect(html).toContain('<h3 id="specimen-paragraph">A paragraph</h3>');
});

test('a token is shown by itself and named as it is written in a sheet', async () => {
  const html = await show(1);
  expect(html).toContain('fill="var(--accent)"');
  expect(html).toContain('<code translate="no">--text-9</code>');
});
