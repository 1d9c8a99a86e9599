/** Shares of a picture's width as lengths, and stretched boxes as plain paths. */
import type { Element } from './elements.ts';

const ACROSS = new Set(['x', 'x1', 'x2', 'cx', 'width']);
const PERCENT = /^(-?[\d.]+)%$/;
const STEP = /([MLHVCSQTZmlhvcsqtz])([^MLHVCSQTZmlhvcsqtzAa]*)/g;
const NUMBER = /-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/g;

const round = (value: number): number => Math.round(value * 100) / 100;

interface Stretch {
  readonly across: number;
  readonly down: number;
  readonly x: number;
  readonly y: number;
}

function stepOf(command: string, numbers: readonly number[], by: Stretch): string {
  const isAbsolute = command === command.toUpperCase();
  const [x, y] = isAbsolute ? [by.x, by.y] : [0, 0];
  const scaled = numbers.map((value, at) => {
    const isAcross = /h/i.test(command) || (!/v/i.test(command) && at % 2 === 0);
    return round(isAcross ? value * by.across + x : value * by.down + y);
  });
  return command + scaled.join(' ');
}

/** A path moved and stretched; null where it has arcs, which do not stay arcs. */
export function stretched(path: string, by: Stretch): string | null {
  if (/a/i.test(path)) return null;
  return [...path.matchAll(STEP)]
    .map(([, command = '', rest = '']) =>
      stepOf(command, (rest.match(NUMBER) ?? []).map(Number), by),
    )
    .join('');
}

const numberIn = (one: Element, name: string): number =>
  Number.parseFloat(one.attributes.get(name) ?? '0') || 0;

/** How a box without a shape of its own is laid over its place; null where it keeps its shape. */
function stretchOf(box: Element): Stretch | null {
  if (box.attributes.get('preserveAspectRatio') !== 'none') return null;
  const [left = 0, top = 0, width = 0, height = 0] = (box.attributes.get('viewBox') ?? '')
    .split(/[\s,]+/)
    .map(Number);
  if (!(width > 0 && height > 0)) return null;
  const across = numberIn(box, 'width') / width;
  const down = numberIn(box, 'height') / height;
  return {
    across,
    down,
    x: numberIn(box, 'x') - left * across,
    y: numberIn(box, 'y') - top * down,
  };
}

/** The children of a stretched box as they lie in the picture around it. */
function unboxed(box: Element): (Element | string)[] | null {
  const by = stretchOf(box);
  if (by === null) return null;
  const moved: (Element | string)[] = [];
  for (const child of box.children) {
    if (typeof child === 'string') continue;
    const path = child.tag === 'path' ? stretched(child.attributes.get('d') ?? '', by) : null;
    if (path === null) return null;
    child.attributes.set('d', path);
    moved.push(child);
  }
  return moved;
}

/** Resolves shares of `width`, and takes stretched boxes apart; what keeps its shape stays. */
export function flatten(one: Element, width: number): void {
  const children = one.children.flatMap((child): (Element | string)[] => {
    if (typeof child === 'string') return [child];
    for (const [name, value] of child.attributes) {
      const share = ACROSS.has(name) ? PERCENT.exec(value)?.[1] : undefined;
      if (share !== undefined)
        child.attributes.set(name, `${round((width * Number(share)) / 100)}`);
    }
    if (child.tag === 'svg') return unboxed(child) ?? [child];
    flatten(child, width);
    return [child];
  });
  one.children.splice(0, one.children.length, ...children);
}
