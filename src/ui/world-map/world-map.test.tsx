import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import countries from 'world-countries';
import { createText } from '../text/text.ts';
import { uiText } from '../text/ui-text.ts';
import { movedApart } from './apart.ts';
import { atlas, projection } from './atlas.ts';
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

/** The edge of a cell of ten degrees by ten, in steps of a quarter of a degree. */
function edgeOf(west: number, south: number): [number, number][] {
  const steps = Array.from({ length: 40 }, (_, at) => at / 4);
  return [
    ...steps.map((by): [number, number] => [west + by, south]),
    ...steps.map((by): [number, number] => [west + 10, south + by]),
    ...steps.map((by): [number, number] => [west + 10 - by, south + 10]),
    ...steps.map((by): [number, number] => [west, south + 10 - by]),
  ];
}

/** How large the cell is on the map, in square units. */
function areaOnMap(west: number, south: number): number {
  const spots = edgeOf(west, south).map(
    (one): readonly [number, number] => projection(one) ?? [0, 0],
  );
  const twice = spots.map(([x, y], at) => {
    const [nextX, nextY] = spots[(at + 1) % spots.length] ?? [0, 0];
    return x * nextY - nextX * y;
  });
  return Math.abs(twice.reduce((sum, one) => sum + one, 0)) / 2;
}

/** How large it is on a sphere, by Archimedes. */
const areaOnEarth = (south: number): number =>
  Math.sin(((south + 10) * Math.PI) / 180) - Math.sin((south * Math.PI) / 180);

test('equal areas of the Earth are equal areas of the map, from the equator to the ice', () => {
  const ratios = [-80, -60, -40, -20, 0, 20, 40, 60, 70].flatMap((south) =>
    [-150, -60, 0, 20, 90, 140].map((west) => areaOnMap(west, south) / areaOnEarth(south)),
  );
  expect(Math.max(...ratios) / Math.min(...ratios)).toBeLessThan(1.001);
});

test('no dot of a small State hides that of another, and none is moved far', () => {
  const dots = countries
    .filter(({ unMember }) => unMember)
    .flatMap(({ ccn3, latlng }) => {
      const dot = atlas(false).shapes.get(ccn3)?.dot ?? null;
      const own = projection([latlng[1], latlng[0]]);
      return dot === null || own === null ? [] : [{ dot, own }];
    });
  const away = ([x, y]: readonly [number, number], [left, top]: readonly [number, number]) =>
    Math.hypot(x - left, y - top);
  const near = dots.flatMap(({ dot }, at) =>
    dots.slice(at + 1).filter((other) => away(dot, other.dot) < 18),
  );
  expect(dots.length).toBeGreaterThan(25);
  expect(near).toEqual([]);
  expect(Math.max(...dots.map(({ dot, own }) => away(dot, own)))).toBeLessThan(45);
});

test('marks in one place come apart, and those that are apart stay', () => {
  const spots = [0, 0, 100].map((x) => [x, 0] as const);
  const [one, other, far] = movedApart(spots, 10);
  expect(Math.abs((one?.[0] ?? 0) - (other?.[0] ?? 0))).toBeGreaterThanOrEqual(10);
  expect(far).toEqual([100, 0]);
});
