import { expect, test } from 'vitest';
import { english, rendered } from '../rendered.ts';
import { comparisonExamples } from './examples.tsx';

const html = async (): Promise<string> => {
  const [example] = comparisonExamples;
  return example === undefined ? '' : rendered(example.render(english));
};

test('what changed stands with its name, and with both days beside each other', async () => {
  expect(await html()).toContain('<th role="columnheader" scope="col">5 October 2016</th>');
  expect(await html()).toMatch(
    /<a href="\/actors\/CHL">Chile<\/a><\/th>.*Standing<\/td>.*Signed, not bound.*Bound/,
  );
});

test('what came and went is counted, and told in words beside its sign', async () => {
  expect(await html()).toMatch(/\+<\/span>[^<]*New[^<]*<span class="number">1</);
  expect(await html()).toMatch(/−<\/span>[^<]*No longer[^<]*<span class="number">1</);
});

test('a picture that only one day has stands beside a dash', async () => {
  expect(await html()).toContain('<p class="comparison-none">–</p>');
});
