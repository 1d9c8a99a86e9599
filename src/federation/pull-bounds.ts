/** How long and how much a visit to another node may take, whatever it answers. */

export interface PullBounds {
  readonly roundsMax: number;
  readonly pagesMax: number;
  readonly bytesMax: number;
  readonly millisecondsMax: number;
  /** Streams that one node offers. */
  readonly streamsMax: number;
  /** Pages of one stream before the others have their turn. */
  readonly pagesPerTurn: number;
  /** Heads behind or beside our own that are looked at for forks in one visit. */
  readonly probesMax: number;
}

export const PULL_BOUNDS: PullBounds = {
  roundsMax: 16,
  pagesMax: 5000,
  bytesMax: 4 * 1024 ** 3,
  millisecondsMax: 10 * 60 * 1000,
  streamsMax: 10_000,
  pagesPerTurn: 8,
  probesMax: 32,
};

/** Which bound of a visit is met, in words; null where none is. */
export function metBound(
  { roundsMax, pagesMax, bytesMax, millisecondsMax }: PullBounds,
  { rounds, pages, bytes }: { rounds: number; pages: number; bytes: number },
  until: number,
  isGivenUp: boolean,
): string | null {
  if (rounds >= roundsMax) return `${roundsMax} rounds`;
  if (pages >= pagesMax) return `${pagesMax} pages`;
  if (bytes >= bytesMax) return `${bytesMax} bytes`;
  if (performance.now() >= until) return `${millisecondsMax} milliseconds`;
  return isGivenUp ? 'it was given up' : null;
}
