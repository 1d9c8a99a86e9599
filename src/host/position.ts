/** Where the record stands, followed without asking the database for each request. */
import type { Store } from '../store/contract.ts';

export interface Position {
  /** The order of the last admission over all registers that this process has heard of. */
  current(): Promise<number>;
  /** Raises it to what a receipt told, so that who acts sees the effect at once. */
  raise(ledger: number): void;
  stop(): void;
}

/** Follows the store's admissions; the first look asks it. */
export function followPosition(store: Pick<Store, 'ledger' | 'onAdmitted'>): Position {
  let last = -1;
  const raise = (ledger: number): void => {
    last = Math.max(last, ledger);
  };
  const stop = store.onAdmitted(raise);
  let asked: Promise<void> | null = null;
  async function ask(): Promise<void> {
    try {
      raise(await store.ledger());
    } finally {
      asked = null;
    }
  }
  return {
    async current() {
      if (last < 0) await (asked ??= ask());
      return last;
    },
    raise,
    stop,
  };
}
