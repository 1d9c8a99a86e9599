import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { rendered } from '../rendered.ts';
import { createText } from '../text/text.ts';
import { uiText } from '../text/ui-text.ts';
import { heatMapExamples } from './examples.tsx';
import { HeatMap } from './heat-map.tsx';

const text = createText('en', [uiText]);

test('cells beside each other are one stroke', async () => {
  const map = String(await heatMapExamples[0]?.render(text));
  expect(map).toContain('<path class="heat-1" d="M0 1h1M0 2h2M0 3h3M0 4h4M5 6h1M5 7h2">');
  expect(map).toContain('<path class="heat-3" d="M0 8h8">');
});

test('each bloc is framed, named and leads on', async () => {
  const map = String(await heatMapExamples[0]?.render(text));
  expect(map).toContain('<a href="#two" tabindex="-1"><title>Bloc 2</title><rect x="5" y="5"');
});

test('two hundred by two hundred without any order leave room on a page of 60 KB', async () => {
  const cells = Array.from({ length: 200 }, (_, y) =>
    Array.from({ length: 200 }, (_, x) => (x === y ? null : ((x * 7919 + y * 104_729) % 997) + 3)),
  );
  const steps = [900, 800, 600, 400, 0].map((from) => ({ from, label: String(from) }));
  const map = await rendered(
    <div>{HeatMap({ id: 'heat', label: 'All', cells, steps, groups: [] })}</div>,
  );
  expect(gzipSync(map).length).toBeLessThan(48_000);
});

test('names stand on the diagonal where there is room: at sixteen, and not above', async () => {
  const mapOf = (size: number) => {
    const cells = Array.from({ length: size }, () => Array.from({ length: size }, () => null));
    const names = cells.map((_, at) => `N${at}`);
    return rendered(
      <div>{HeatMap({ id: 'heat', label: 'All', cells, steps: [], groups: [], names })}</div>,
    );
  };
  expect((await mapOf(16)).match(/<text /g)).toHaveLength(16);
  expect(await mapOf(17)).not.toContain('<text ');
});
