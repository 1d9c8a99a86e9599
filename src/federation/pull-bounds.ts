/** How long and how much a visit to another node may take, whatever it answers. */
import type { Viewer } from '../kernel/define-area.ts';
import type { Progress } from '../kernel/submission.ts';

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

export interface PullOptions {
  /** On whose behalf this node takes; what is released to none of them is not taken. */
  readonly viewer: Viewer;
  readonly bounds?: Partial<PullBounds>;
  readonly report?: (progress: Progress) => void;
  /** Name of the task in what is reported. */
  readonly task?: string;
  readonly signal?: AbortSignal;
  /** Heads that were compared on an earlier visit, by stream; goes on to be kept. */
  readonly compared?: Map<string, string>;
}
