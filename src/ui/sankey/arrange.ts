/** Where the nodes and ribbons of a flow picture lie, in pixels down; pure, and tested. */

/** So many go from a node at the left to one at the right. */
export interface Flow {
  from: string;
  to: string;
  count: number;
}

/** A node with the room that it takes. */
export interface Place {
  key: string;
  count: number;
  /** Upper edge of the node, and its height. */
  y: number;
  height: number;
}

/** A ribbon: where it leaves, where it comes in, and how thick it is. */
export interface Ribbon extends Flow {
  leaves: number;
  enters: number;
  thickness: number;
}

export interface Arranged {
  left: readonly Place[];
  right: readonly Place[];
  ribbons: readonly Ribbon[];
  height: number;
}

export interface Room {
  /** Height of all that flows, in pixels. */
  height: number;
  /** The least room for each node's words, and between nodes. */
  labelHeight: number;
  gap: number;
}

const sumOf = (flows: readonly Flow[]): number => flows.reduce((sum, { count }) => sum + count, 0);

/** The nodes of a side, in the order given, each below the other. */
function sideOf(
  flows: readonly Flow[],
  { end, order, scale }: { end: 'from' | 'to'; order: readonly string[]; scale: number },
  { labelHeight, gap }: Room,
): Place[] {
  let y = 0;
  return order.flatMap((key) => {
    const own = flows.filter((flow) => flow[end] === key);
    if (own.length === 0) return [];
    const count = sumOf(own);
    const place = { key, count, y, height: count * scale };
    y += Math.max(place.height, labelHeight) + gap;
    return [place];
  });
}

/**
 * Lays flows out. On both sides the nodes keep the order that is given, and ribbons leave and enter
 * each node in that order too, so that what is drawn at another day can be compared.
 */
export function arrange(all: readonly Flow[], order: readonly string[], room: Room): Arranged {
  const flows = all
    .filter(({ count }) => count > 0)
    .toSorted(
      (one, other) =>
        order.indexOf(one.from) - order.indexOf(other.from) ||
        order.indexOf(one.to) - order.indexOf(other.to),
    );
  const whole = sumOf(flows);
  const scale = whole === 0 ? 0 : room.height / whole;
  const left = sideOf(flows, { end: 'from', order, scale }, room);
  const right = sideOf(flows, { end: 'to', order, scale }, room);
  const nextLeft = new Map(left.map(({ key, y }) => [key, y]));
  const nextRight = new Map(right.map(({ key, y }) => [key, y]));
  const ribbons = flows.map((flow) => {
    const thickness = flow.count * scale;
    const leaves = nextLeft.get(flow.from) ?? 0;
    const enters = nextRight.get(flow.to) ?? 0;
    nextLeft.set(flow.from, leaves + thickness);
    nextRight.set(flow.to, enters + thickness);
    return { ...flow, leaves, enters, thickness };
  });
  const foot = (places: readonly Place[]): number =>
    Math.max(0, ...places.map(({ y, height }) => y + Math.max(height, room.labelHeight)));
  return { left, right, ribbons, height: Math.max(foot(left), foot(right)) };
}
