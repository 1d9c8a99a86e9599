/** How many coalitions win, by their size, and how many of those each player is in. */

/** Counts by the size of the coalition, from none to all. */
export type BySize = readonly bigint[];

export interface Winning {
  readonly all: BySize;
  /** Of each player: winning coalitions that it is in. */
  readonly containing: readonly BySize[];
}

/** More would hold a processor for too long; who asks is told that it was not counted. */
export const STEPS_MAX = 150_000_000;

/** Rows of Pascal’s triangle: in how many ways so many are chosen of so many. */
export function choicesOf(size: number): BySize {
  const row = [1n];
  for (let at = 0; at < size; at += 1) {
    row.push(((row[at] ?? 0n) * BigInt(size - at)) / BigInt(at + 1));
  }
  return row;
}
