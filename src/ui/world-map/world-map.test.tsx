import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import countries from 'world-countries';
import { createText } from '../text/text.ts';
import { uiText } from '../text/ui-text.ts';
import { atlas } from './atlas.ts';
import { worldMapExamples } from './examples.tsx';
import { simplifyLine } from './simplify.ts';

const text = createText('en', [uiText]);
const draw = async (index: number) => String(await worldMapExamples[index]?.render(text));

test('every member of the United Nations can be seen on the map', () => {
  const { shapes } = atlas(false);
  const unseen = countries
    .filter((country) => country.unMember)
    .filter(({ ccn3 }) => !shapes.get(ccn3)?.path && !shapes.get(ccn3)?.dot)
    .map((country) => country.cca3);
  expect(unseen).toEqual([]);
});

test('nothing is drawn below Cape Horn unless Antarctica is asked for', () => {
  expect(atlas(false).shapes.has('010')).toBe(false);
  expect(atlas(true).shapes.get('010')?.path).toContain('M');
  expect(atlas(true).height).toBeGreaterThan(atlas(false).height);
});

test('a map of the whole world leaves most of a page of 60 KB to the rest', async () => {
  expect(gzipSync(await draw(0)).length).toBeLessThan(28_000);
});

test('each country says its name and state; the legend says how many', async () => {
  const map = await draw(0);
  expect(map).toContain('<title>Kenya: bound');
  const members = countries.filter((country) => country.unMember);
  expect(map.match(/<title>/g)).toHaveLength(members.length);
  expect(map).toContain('withdrawn <b class="number">');
});

test('markup in a name stays text', async () => {
  const map = await draw(1);
  expect(map).toContain('&lt;b&gt;&quot;Tuvalu&quot;&lt;/b&gt;: it&#39;s &amp; small');
  expect(map).toContain('href="/actors/TUV?a=1&amp;b=2"');
});

test('simplifying keeps both ends of a line and every bend that is large enough', () => {
  const line = [
    [0, 0],
    [1, 0.01],
    [2, 0],
    [3, 5],
    [4, 0],
  ] as const;
  expect(simplifyLine(line, 0.1)).toEqual([line[0], line[2], line[3], line[4]]);
  expect(simplifyLine(line, 100)).toEqual([line[0], line[4]]);
});
