/** Where the nodes and labels of a network lie: the same for the same network, on every run. */
import {
  type SimulationNodeDatum,
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
} from 'd3-force';

export const WIDTH = 900;
const MARGIN = 24;
/** Few nodes need less height; more than so many get no more of it. */
const HEIGHT_MIN = 320;
const HEIGHT_MAX = 760;
const HEIGHT_EACH = 16;
/** Enough for the forces to come to rest; more moves nothing that is seen. */
const STEPS = 260;

export interface NetworkPoint {
  id: string;
  label: string;
  radius: number;
}

export interface NetworkEdge {
  one: string;
  other: string;
}

export interface Placed extends NetworkPoint {
  x: number;
  y: number;
  /** Where its words stand; null where there is no room that others do not take. */
  words: { x: number; y: number; anchor: 'start' | 'middle' | 'end' } | null;
}

export interface NetworkLayout {
  points: readonly Placed[];
  height: number;
}

interface Moving extends SimulationNodeDatum {
  id: string;
  radius: number;
  x: number;
  y: number;
}

/** A sequence that looks random and is the same each time (Numerical Recipes, 7.1). */
function sequence(): () => number {
  let state = 42;
  return () => {
    state = (1_664_525 * state + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const heightFor = (count: number): number =>
  Math.round(Math.min(HEIGHT_MAX, Math.max(HEIGHT_MIN, count * HEIGHT_EACH)));

function settled(points: readonly NetworkPoint[], edges: readonly NetworkEdge[], height: number) {
  const nodes: Moving[] = points.map(({ id, radius }, at) => {
    // Around the middle in the order given, so that the forces begin from the same place.
    const angle = at * 2.399_963;
    const away = 9 * Math.sqrt(at + 0.5);
    return {
      id,
      radius,
      x: WIDTH / 2 + away * Math.cos(angle),
      y: height / 2 + away * Math.sin(angle),
    };
  });
  const links = edges.map(({ one, other }) => ({ source: one, target: other }));
  const pull = forceLink<Moving, (typeof links)[number]>(links).id(({ id }) => id);
  forceSimulation(nodes)
    .randomSource(sequence())
    .force('link', pull.distance(70))
    .force('charge', forceManyBody().strength(-620).distanceMax(420))
    .force('x', forceX(WIDTH / 2).strength(0.05))
    .force('y', forceY(height / 2).strength((0.05 * WIDTH) / height))
    .force(
      'apart',
      forceCollide<Moving>(({ radius }) => radius + 9),
    )
    .stop()
    .tick(STEPS);
  const within = (value: number, size: number): number =>
    Math.round(Math.min(size - MARGIN, Math.max(MARGIN, value)));
  return nodes.map((node) => ({ ...node, x: within(node.x, WIDTH), y: within(node.y, height) }));
}

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export const touches = (one: Box, other: Box): boolean =>
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom &&
  other.top < one.bottom;

const WORDS_HEIGHT = 15;
const CHARACTER = 7.7;
const WIDE_CHARACTER = 13;

/** About how wide words are drawn: letters of Chinese take twice as much as others. */
export function widthOf(words: string): number {
  return Array.from(words).reduce(
    (sum, one) => sum + (/[\u2e80-\u9fff\uff00-\uffef]/.test(one) ? WIDE_CHARACTER : CHARACTER),
    0,
  );
}

/** The box that words take, by where they stand. */
export function boxOf(label: string, { x, y, anchor }: NonNullable<Placed['words']>): Box {
  const width = widthOf(label);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - 12, bottom: y - 12 + WORDS_HEIGHT };
}

type Words = NonNullable<Placed['words']>;

function choicesFor({ x, y, radius }: Moving): Words[] {
  return [
    { x: x + radius + 4, y: y + 4, anchor: 'start' },
    { x: x - radius - 4, y: y + 4, anchor: 'end' },
    { x, y: y + radius + 13, anchor: 'middle' },
    { x, y: y - radius - 5, anchor: 'middle' },
  ];
}

/** Places the points, then the words of each, the largest first, where nothing else stands. */
export function layOut(
  points: readonly NetworkPoint[],
  edges: readonly NetworkEdge[],
): NetworkLayout {
  const height = heightFor(points.length);
  const nodes = settled(points, edges, height);
  const taken: Box[] = nodes.map(({ x, y, radius }) => {
    return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
  });
  const placed = new Map<string, Words>();
  const labels = new Map(points.map(({ id, label }) => [id, label]));
  const ends = edges.flatMap(({ one, other }) => [one, other]);
  // What joins most is named first, then what is largest.
  const weightOf = ({ id, radius }: Moving): number =>
    radius + ends.filter((end) => end === id).length;
  for (const node of nodes.toSorted((one, other) => weightOf(other) - weightOf(one))) {
    const label = labels.get(node.id) ?? '';
    const free = choicesFor(node).find((words) => {
      const box = boxOf(label, words);
      const isInside = box.left >= 0 && box.right <= WIDTH && box.top >= 0 && box.bottom <= height;
      return isInside && !taken.some((other) => touches(box, other));
    });
    if (free === undefined) continue;
    placed.set(node.id, free);
    taken.push(boxOf(label, free));
  }
  return {
    height,
    points: points.flatMap((point, at) => {
      const node = nodes[at];
      if (node === undefined) return [];
      return [{ ...point, x: node.x, y: node.y, words: placed.get(point.id) ?? null }];
    }),
  };
}
