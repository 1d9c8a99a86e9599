/** Parts counts into steps that hold about equally many each, for a map that shows a quantity. */

export interface Step {
  readonly from: number;
  readonly to: number;
}

/**
 * At most `wanted` steps over the counts, largest first. Equal counts share a step, so there may be
 * fewer; every count lies in exactly one.
 */
export function quantileSteps(counts: readonly number[], wanted: number): Step[] {
  const sorted = counts.toSorted((one, other) => one - other);
  const steps: Step[] = [];
  let from = sorted[0];
  for (let part = 1; part <= wanted && from !== undefined; part++) {
    const last = Math.ceil((sorted.length * part) / wanted) - 1;
    const to = sorted[last];
    if (to === undefined || to < from) continue;
    steps.unshift({ from, to });
    from = sorted.find((count) => count > to);
  }
  return steps;
}
