/** What is told of many durations: how many, the middle, and what all but one in a hundred keep. */

export interface Durations {
  readonly count: number;
  readonly medianMilliseconds: number;
  readonly p99Milliseconds: number;
  readonly maxMilliseconds: number;
}

/** The value below or at which the share of the sorted values lies (nearest rank). */
function rank(sorted: readonly number[], percent: number): number {
  const at = Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1);
  return sorted[at] ?? Number.NaN;
}

export function durationsOf(milliseconds: readonly number[]): Durations {
  const sorted = milliseconds.toSorted((one, other) => one - other);
  return {
    count: sorted.length,
    medianMilliseconds: rank(sorted, 50),
    p99Milliseconds: rank(sorted, 99),
    maxMilliseconds: sorted.at(-1) ?? Number.NaN,
  };
}

/** Runs the work once for each of the values, one after another, and times each. */
export async function timeEach<Value>(
  values: Iterable<Value>,
  work: (value: Value) => Promise<void>,
): Promise<Durations> {
  const times: number[] = [];
  for (const value of values) {
    const began = performance.now();
    await work(value);
    times.push(performance.now() - began);
  }
  return durationsOf(times);
}
