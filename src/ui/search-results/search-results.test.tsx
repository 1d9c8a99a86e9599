import { expect, test } from 'vitest';
import { english, rendered } from '../rendered.ts';
import { searchResultsExamples } from './examples.tsx';

const show = (index: number) => rendered(searchResultsExamples[index]?.render(english) ?? null);

test('results are counted, and the words that matched are marked', async () => {
  const html = await show(0);
  expect(html).toContain('2 results for “ocean”');
  expect(html).toContain('<mark>ocean</mark>');
});

test('a search without results says so and what else to try, and runs nothing', async () => {
  const html = await show(1);
  expect(html).toContain('Nothing found for “&lt;script&gt;”');
  expect(html).toContain('document symbol');
});
