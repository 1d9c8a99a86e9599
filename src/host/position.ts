/** Where the record stands, followed without asking the database for each request. */
import { LRUCache } from 'lru-cache';
import type { Viewer } from '../kernel/define-area.ts';
import type { Store } from '../store/contract.ts';

const CLEARANCES_KEPT_MAX = 500;

export interface Position {
  /** The order of the last admission over all registers that this process has heard of. */
  current(): Promise<number>;
  /**
   * By what answers are kept: where the record stands, and how often anything came to it, also what
   * only waits or is another's to decide on.
   */
  mark(): Promise<string>;
  /** Asks where the record stands: what another process admitted may not be heard of yet. */
  refresh(): Promise<void>;
  /** How many acts the viewer may see in each register, as of where the record stands. */
  counts(viewer: Viewer): Promise<ReadonlyMap<string, number>>;
  /** Raises it to what a receipt told, so that who acts sees the effect at once. */
  raise(ledger: number): void;
  stop(): void;
}

type Counts = Promise<ReadonlyMap<string, number>>;

/** Of those of all registers together, what the viewer may see. */
export function totalOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, one) => total + one, 0);
}

/** Follows the store's admissions; the first look asks it. */
export function followPosition(
  store: Pick<Store, 'counts' | 'ledger' | 'onAdmitted' | 'onMoved'>,
): Position {
  let last = -1;
  // Many readers with one clearance share a look, until the record moves.
  const looks = new LRUCache<string, Counts>({ max: CLEARANCES_KEPT_MAX });
  const raise = (ledger: number): void => {
    if (ledger > last) looks.clear();
    last = Math.max(last, ledger);
  };
  const counts = (viewer: Viewer): Counts => {
    const key = viewer.actors.join(' ');
    const known = looks.get(key);
    if (known) return known;
    const look = store.counts(viewer);
    looks.set(key, look);
    // A look that failed is not kept for the next reader.
    look.catch(() => looks.delete(key));
    return look;
  };
  const stop = store.onAdmitted(raise);
  let moves = 0;
  const stopMoves = store.onMoved(() => {
    moves += 1;
  });
  let asked: Promise<void> | null = null;
  async function ask(): Promise<void> {
    try {
      raise(await store.ledger());
    } finally {
      asked = null;
    }
  }
  const current = async (): Promise<number> => {
    if (last < 0) await (asked ??= ask());
    return last;
  };
  return {
    current,
    mark: async () => `${await current()}.${moves}`,
    refresh: async () => raise(await store.ledger()),
    counts,
    raise,
    stop: () => {
      stop();
      stopMoves();
    },
  };
}
