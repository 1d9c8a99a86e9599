/** Keeps the log up with the record, and has each new tree cosigned, as long as the node runs. */
import type { Store } from '../../store/contract.ts';
import type { Log } from '../log.ts';
import type { WitnessRound } from './witness-round.ts';

/** Admissions that come together are signed together. */
export const LOG_PAUSE_MILLISECONDS = 250;
/** Acts that nobody announces, as those that were refused, wait no longer than this. */
export const LOG_INTERVAL_MILLISECONDS = 10_000;

/** Witnesses are asked no more often than this, however fast the record grows. */
export const ASK_INTERVAL_MILLISECONDS = 5000;

export interface FollowSettings {
  readonly store: Pick<Store, 'log' | 'witnesses' | 'onAdmitted'>;
  readonly log: Pick<Log, 'warn'>;
  /** Absent: nobody is asked to cosign. */
  readonly round?: WitnessRound;
}

/** Appends what waits; and, where it is time again, has the last tree cosigned. */
function steps({ store, round }: FollowSettings): () => Promise<void> {
  let askedAt = Number.NEGATIVE_INFINITY;
  return async () => {
    await store.log.advance();
    if (!round || performance.now() - askedAt < ASK_INTERVAL_MILLISECONDS) return;
    askedAt = performance.now();
    await round.learn();
    await store.witnesses.ask(round.askWitness);
  };
}

/** Begins to follow the record; returns how to stop, which waits for what has begun. */
export function followLog(settings: FollowSettings): () => Promise<void> {
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;
  const step = steps(settings);
  const run = (): void => {
    timer = null;
    // A step that goes on takes in what has come; what comes later has announced itself again.
    running ??= step()
      .catch((error: unknown) => settings.log.warn({ error: String(error) }, 'log not signed'))
      .finally(() => {
        running = null;
      });
  };
  const soon = (): void => {
    timer ??= setTimeout(run, LOG_PAUSE_MILLISECONDS).unref();
  };
  const stopListening = settings.store.onAdmitted(soon);
  const interval = setInterval(run, LOG_INTERVAL_MILLISECONDS).unref();
  run();
  return async () => {
    stopListening();
    clearInterval(interval);
    if (timer) clearTimeout(timer);
    await running;
  };
}
