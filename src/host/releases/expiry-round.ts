/** Looks every so often for releases that ended, so that this node destroys what it has of them. */
import type { Store } from '../../store/contract.ts';
import { letExpire } from '../../store/releases/expiries.ts';
import type { Log } from '../log.ts';

/** A day that begins is noticed within an hour. */
export const EXPIRY_ROUND_MILLISECONDS = 3_600_000;

/** Begins the rounds; gives how to end them, waiting for one that is under way. */
export function expiryRounds(
  store: Pick<Store, 'operator' | 'read' | 'submit'>,
  log: Log,
  now: () => Date,
): () => Promise<void> {
  let round = Promise.resolve();
  const begin = (): void => {
    const today = now().toISOString().slice(0, 10);
    round = letExpire(store, today).then(
      () => undefined,
      // The next round tries it again.
      (error: unknown) => log.error({ error }, 'releases that ended'),
    );
  };
  const timer = setInterval(begin, EXPIRY_ROUND_MILLISECONDS).unref();
  begin();
  return () => {
    clearInterval(timer);
    return round;
  };
}
