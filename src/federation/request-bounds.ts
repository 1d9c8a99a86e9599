/** How much of an answer is taken, and how long it may take. */
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { type Sentence, said } from '../kernel/said.ts';
import { BOUNDS_RULE } from './rules.ts';

export interface Bounds {
  readonly headerBytesMax: number;
  readonly bodyBytesMax: number;
  /** Until the head of the answer is there, connecting included. */
  readonly firstMilliseconds: number;
  /** Between two pieces of the body. */
  readonly idleMilliseconds: number;
  readonly totalMilliseconds: number;
  /** An answer that is slower over a period than this is given up; 0: any pace will do. */
  readonly bytesPerSecondMin: number;
  readonly pacePeriodMilliseconds: number;
}

export const BOUNDS: Bounds = {
  headerBytesMax: 16 * 1024,
  bodyBytesMax: 256 * 1024,
  firstMilliseconds: 15_000,
  idleMilliseconds: 10_000,
  totalMilliseconds: 60_000,
  bytesPerSecondMin: 1024,
  pacePeriodMilliseconds: 5000,
};

export interface Gauge {
  readonly bounds: Bounds;
  /** The head of the answer is there. */
  began(): void;
  /** So many bytes came; the refusal where they are too many. */
  took(bytes: number): Refusal | null;
  stop(): void;
}

/** Watches over one answer, and gives it up where it leaves the bounds. */
export function createGauge(bounds: Bounds, giveUp: (refusal: Refusal) => void): Gauge {
  let taken = 0;
  let takenBefore = 0;
  const no = (reason: Sentence) => () => giveUp(refuse(BOUNDS_RULE, reason));
  const seconds = (milliseconds: number): number => milliseconds / 1000;
  const first = setTimeout(
    no(
      said('No answer came within {$seconds} seconds.', {
        seconds: seconds(bounds.firstMilliseconds),
      }),
    ),
    bounds.firstMilliseconds,
  );
  const total = setTimeout(
    no(
      said('The answer took longer than {$seconds} seconds.', {
        seconds: seconds(bounds.totalMilliseconds),
      }),
    ),
    bounds.totalMilliseconds,
  );
  let idle: NodeJS.Timeout | undefined;
  let pace: NodeJS.Timeout | undefined;
  const keepPace = (): void => {
    const wanted = (bounds.bytesPerSecondMin * bounds.pacePeriodMilliseconds) / 1000;
    const came = taken - takenBefore;
    takenBefore = taken;
    if (came < wanted)
      no(
        said('The answer is slower than {$bytesPerSecondMin} bytes/s.', {
          bytesPerSecondMin: bounds.bytesPerSecondMin,
        }),
      )();
  };
  return {
    bounds,
    began: () => {
      clearTimeout(first);
      idle = setTimeout(
        no(
          said('Nothing came for {$seconds} seconds.', {
            seconds: seconds(bounds.idleMilliseconds),
          }),
        ),
        bounds.idleMilliseconds,
      );
      if (bounds.bytesPerSecondMin > 0) pace = setInterval(keepPace, bounds.pacePeriodMilliseconds);
    },
    took: (bytes) => {
      taken += bytes;
      idle?.refresh();
      return taken <= bounds.bodyBytesMax
        ? null
        : refuse(
            BOUNDS_RULE,
            said('The answer is larger than {$bodyBytesMax} bytes.', {
              bodyBytesMax: bounds.bodyBytesMax,
            }),
          );
    },
    stop: () => {
      for (const timer of [first, total, idle]) clearTimeout(timer);
      clearInterval(pace);
    },
  };
}
