import { expect, test } from 'vitest';
import { arabic, english, rendered } from '../rendered.ts';
import { Funnel } from './funnel.tsx';

const drawn = (counts: readonly number[], text = english) =>
  rendered(
    <div>
      {Funnel({
        text,
        id: 'funnel',
        label: 'All',
        stages: counts.map((count, at) => ({ label: `stage ${at}`, count })),
      })}
    </div>,
  );

test('each stage is as wide as its share of the first, in the middle', async () => {
  const html = await drawn([200, 50]);
  expect(html).toContain('class="funnel-bar" x="0%" y="22" width="100%"');
  expect(html).toContain('class="funnel-bar" x="37.5%" y="90" width="25%"');
  expect(html).toContain('</tspan> · 25%</text>');
});

test('a share is told to a tenth, and the first has none', async () => {
  const html = await drawn([3, 1]);
  expect(html).toContain('33.3%');
  expect(html).not.toContain('· 100%');
});

test('the words say all of it to those who hear the page', async () => {
  expect(await drawn([3, 1])).toContain('aria-label="All: stage 0 3, stage 1 1"');
});

test('of nobody nothing is divided', async () => {
  const html = await drawn([0, 0]);
  expect(html).not.toContain('NaN');
  expect(html).toContain('· 0%');
});

test('words begin where the line begins', async () => {
  expect(await drawn([3], arabic)).toContain('class="funnel-label" x="100%"');
});

test('without stages there is no picture', async () => {
  expect(await drawn([])).toBe('<div></div>');
});
