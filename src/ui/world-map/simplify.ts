/** A point of the atlas, in degrees of longitude and latitude. */
export type Position = readonly [number, number];

interface Vertex {
  at: Position;
  area: number;
  before: Vertex | null;
  after: Vertex | null;
}

/** Twice the triangle's area, in square degrees as they are seen at that latitude. */
function triangleArea(a: Position, b: Position, c: Position): number {
  const shrink = Math.cos((b[1] * Math.PI) / 180);
  return Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) * shrink;
}

function weigh(vertex: Vertex): void {
  const { before, after } = vertex;
  const ends = before === null || after === null;
  vertex.area = ends ? Number.POSITIVE_INFINITY : triangleArea(before.at, vertex.at, after.at);
}

function chain(line: readonly Position[]): Vertex[] {
  const vertices: Vertex[] = line.map((at) => ({ at, area: 0, before: null, after: null }));
  vertices.forEach((vertex, index) => {
    vertex.before = vertices[index - 1] ?? null;
    vertex.after = vertices[index + 1] ?? null;
  });
  vertices.forEach(weigh);
  return vertices;
}

/**
 * Leaves out the points that matter least to a line's shape and keeps its two ends, so that
 * neighbours which share the line still fit. An area only grows as points around it go; that is
 * what makes the order of removal right (Visvalingam and Whyatt, 1993).
 * @param areaMin in square degrees at the equator; triangles below it are flattened.
 */
export function simplifyLine(line: readonly Position[], areaMin: number): Position[] {
  const vertices = chain(line);
  const kept = new Set(vertices);
  for (;;) {
    let least: Vertex | null = null;
    for (const vertex of kept) if (vertex.area < (least?.area ?? areaMin)) least = vertex;
    if (least === null) break;
    const removed = least;
    kept.delete(removed);
    for (const side of [removed.before, removed.after]) {
      if (side === null) continue;
      if (side === removed.before) side.after = removed.after;
      else side.before = removed.before;
      weigh(side);
      side.area = Math.max(side.area, removed.area);
    }
  }
  return [...kept].map((vertex) => vertex.at);
}
