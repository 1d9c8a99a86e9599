/** Moves marks that would hide each other apart, each as little as it takes. */

export type Spot = readonly [x: number, y: number];

/** A chain of islands has come apart long before. */
const ROUNDS_MAX = 200;

/** How far each of two must go, for them to be `gap` apart; null where they are. */
function push(one: Spot, other: Spot, gap: number): Spot | null {
  const [dx, dy] = [other[0] - one[0], other[1] - one[1]];
  const away = Math.hypot(dx, dy);
  if (away >= gap) return null;
  // Two in one place are parted along the parallel.
  const [x, y] = away === 0 ? [1, 0] : [dx / away, dy / away];
  const half = (gap - away) / 2 + 0.05;
  return [x * half, y * half];
}

/** The same spots in the same order, no two nearer to each other than `gap`. */
export function movedApart(spots: readonly Spot[], gap: number): Spot[] {
  const moved = [...spots];
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    let isStill = true;
    for (const [at, _] of moved.entries()) {
      for (let next = at + 1; next < moved.length; next += 1) {
        const [one, other] = [moved[at], moved[next]];
        const by = one && other && push(one, other, gap);
        if (!by) continue;
        moved[at] = [one[0] - by[0], one[1] - by[1]];
        moved[next] = [other[0] + by[0], other[1] + by[1]];
        isStill = false;
      }
    }
    if (isStill) break;
  }
  return moved;
}
