/** Something with a place along an axis that wants room around it. */
export interface Placed {
  at: number;
}

/**
 * Moves labels apart along one axis, as little as keeps them in order and within the bounds.
 * @param gap the least distance between two, in the axis's unit
 */
export function spread<Label extends Placed>(
  labels: readonly Label[],
  gap: number,
  bounds: readonly [number, number],
): Label[] {
  const sorted = [...labels].sort((a, b) => a.at - b.at);
  let floor = bounds[0];
  const lowered = sorted.map((label) => {
    const at = Math.max(label.at, floor);
    floor = at + gap;
    return { ...label, at };
  });
  let ceiling = bounds[1];
  return lowered
    .reverse()
    .map((label) => {
      const at = Math.min(label.at, ceiling);
      ceiling = at - gap;
      return { ...label, at };
    })
    .reverse();
}

/** Gives each mark the first row in which its left neighbour is far enough away. */
export function intoRows<Mark extends Placed>(marks: readonly Mark[], gap: number) {
  const ends: number[] = [];
  return [...marks]
    .sort((a, b) => a.at - b.at)
    .map((mark) => {
      const free = ends.findIndex((end) => mark.at - end >= gap);
      const row = free === -1 ? ends.length : free;
      ends[row] = mark.at;
      return { ...mark, row };
    });
}
