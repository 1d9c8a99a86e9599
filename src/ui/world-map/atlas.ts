import { createRequire } from 'node:module';
import { type GeoPermissibleObjects, geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { type Spot, movedApart } from './apart.ts';
import { type Position, simplifyLine } from './simplify.ts';

/** Width and height of the map in its own units; the foot is Cape Horn, or the ice where asked. */
export const mapWidth = 2000;
const heightToCapeHorn = 876;
const heightWithAntarctica = 974;

/** Square degrees below which a bend is flattened; the map is read whole, not walked on. */
const bendAreaMin = 0.22;
/** A country smaller than this on the map, in square units, is drawn as a dot as well. */
const dotAreaMax = 60;

/** Dots whose centres are nearer than this hide each other. */
const dotGap = 19;

const antarctica = '010';

/** How one country lies on the map. */
export interface CountryShape {
  /** ISO 3166 numeric code; empty for land to which the atlas gives none. */
  numericCode: string;
  /** An SVG path in map units; empty where the atlas is too coarse to have the country. */
  path: string;
  /** Centre of the dot by which a small country can be seen and pointed at. */
  dot: readonly [number, number] | null;
}

export interface Atlas {
  /** By ISO numeric code; the empty code holds land to which the atlas gives none. */
  shapes: ReadonlyMap<string, CountryShape>;
  height: number;
}

interface CountryRecord {
  ccn3: string;
  /** Unset where nothing is said of it. */
  independent?: boolean;
  latlng: [number, number];
}

const require = createRequire(import.meta.url);

function readTopology(): Topology<{ countries: GeometryCollection }> {
  // The package's own file, Natural Earth 1:50 million, whose shape its documentation gives.
  return require('world-atlas/countries-50m.json') as Topology<{ countries: GeometryCollection }>;
}

function readCountries(): CountryRecord[] {
  // The package's own file; its type says the same of these three fields.
  return require('world-countries') as CountryRecord[];
}

/** Undoes the delta coding of an arc, in degrees. */
function decode(topology: Topology, arc: readonly number[][]): Position[] {
  const { scale, translate } = topology.transform ?? { scale: [1, 1], translate: [0, 0] };
  let x = 0;
  let y = 0;
  return arc.map(([dx = 0, dy = 0]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
}

/** The atlas with simpler lines; each line is simplified once, so borders keep fitting. */
function simplified(topology: Topology<{ countries: GeometryCollection }>): typeof topology {
  const arcs = topology.arcs.map((arc) =>
    simplifyLine(decode(topology, arc), bendAreaMin).map(([x, y]) => [x, y]),
  );
  const { transform: _undone, ...rest } = topology;
  return { ...rest, arcs };
}

const pointPattern = /([ML])?(-?[\d.]+),(-?[\d.]+)/g;

/** Whole units, as steps from the point before: a third of the bytes of absolute decimals. */
function compactRing(ring: string): string {
  let [x, y] = [0, 0];
  let start = '';
  const steps: string[] = [];
  for (const [, , left = '0', top = '0'] of ring.matchAll(pointPattern)) {
    const [nextX, nextY] = [Math.round(Number(left)), Math.round(Number(top))];
    const [dx, dy] = [nextX - x, nextY - y];
    if (start === '') start = `M${nextX},${nextY}`;
    else if (dx !== 0 || dy !== 0) steps.push(dy < 0 ? `${dx}${dy}` : `${dx},${dy}`);
    [x, y] = [nextX, nextY];
  }
  return steps.length < 2 ? '' : `${start}l${steps.join(' ')}z`;
}

function compact(path: string): string {
  return path
    .split('Z')
    .map((ring) => compactRing(ring))
    .join('');
}

/** Equal Earth: B. Šavrič, T. Patterson, B. Jenny (2018). A square kilometre is one anywhere. */
export const projection = geoEqualEarth().fitWidth(mapWidth, { type: 'Sphere' }).rotate([-11, 0]);

/** Each country's outline and its area on the map, by numeric code. */
function drawOutlines(withAntarctica: boolean) {
  const topology = simplified(readTopology());
  const path = geoPath(projection);
  const outlines = new Map<string, { path: string; area: number }>();
  for (const country of feature(topology, topology.objects.countries).features) {
    const numericCode = String(country.id ?? '');
    if (numericCode === antarctica && !withAntarctica) continue;
    // Lands without a code are one; so are the pieces that share a code with their country.
    const before = outlines.get(numericCode) ?? { path: '', area: 0 };
    // A feature is what a path draws; topojson's types name its geometry more widely.
    const land = country as GeoPermissibleObjects;
    outlines.set(numericCode, {
      path: before.path + compact(path(land) ?? ''),
      area: before.area + path.area(land),
    });
  }
  return outlines;
}

function dotAt([latitude, longitude]: CountryRecord['latlng']): CountryShape['dot'] {
  const at = projection([longitude, latitude]);
  return at === null ? null : [Math.round(at[0]), Math.round(at[1])];
}

/** The dots of small countries; those of States are moved apart, so that each can be seen. */
function dotsFor(outlines: ReadonlyMap<string, { path: string; area: number }>) {
  const small = readCountries().flatMap(({ ccn3, independent, latlng }) => {
    const { area } = outlines.get(ccn3) ?? { area: 0 };
    const dot = ccn3 === '' || ccn3 === antarctica || area >= dotAreaMax ? null : dotAt(latlng);
    return dot === null ? [] : [{ ccn3, dot, isState: independent === true }];
  });
  const states = small.filter(({ isState }) => isState);
  const moved = movedApart(
    states.map(({ dot }) => dot),
    dotGap,
  );
  const whole = ([x, y]: Spot): Spot => [Math.round(x), Math.round(y)];
  const apart = states.map(({ ccn3, dot }, at): [string, Spot] => [ccn3, whole(moved[at] ?? dot)]);
  const others = small.filter(({ isState }) => !isState);
  return new Map([...others.map(({ ccn3, dot }): [string, Spot] => [ccn3, dot]), ...apart]);
}

function drawAtlas(withAntarctica: boolean): Atlas {
  const outlines = drawOutlines(withAntarctica);
  const shapes = new Map<string, CountryShape>();
  for (const [numericCode, { path }] of outlines) {
    shapes.set(numericCode, { numericCode, path, dot: null });
  }
  for (const [numericCode, dot] of dotsFor(outlines)) {
    const { path } = outlines.get(numericCode) ?? { path: '' };
    shapes.set(numericCode, { numericCode, path, dot });
  }
  return { shapes, height: withAntarctica ? heightWithAntarctica : heightToCapeHorn };
}

const drawn = new Map<boolean, Atlas>();

/** The world in Equal Earth, where areas compare truly; drawn once per process. */
export function atlas(withAntarctica: boolean): Atlas {
  const held = drawn.get(withAntarctica) ?? drawAtlas(withAntarctica);
  drawn.set(withAntarctica, held);
  return held;
}
