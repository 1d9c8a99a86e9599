/** Bells that ring when the record moves, and looks at what moved: for pages and other nodes. */
import type { Viewer } from '../../kernel/define-area.ts';
import type { Store } from '../../store/contract.ts';

/** The last admission after `since` that the viewer may see; null where there is none. */
async function lastSince(
  store: Store,
  viewer: Viewer,
  register: string | undefined,
  since: number,
): Promise<number | null> {
  return store.read(viewer, async (query) => {
    const admissions = query
      .withTables<{ admissions: { ledger: number; register: string } }>()
      .selectFrom('admissions')
      .select((select) => select.fn.max('ledger').as('last'))
      .where('ledger', '>', since);
    const wanted =
      register === undefined ? admissions : admissions.where('register', '=', register);
    const row = await wanted.executeTakeFirst();
    return row?.last ?? null;
  });
}

/** Many readers of one page ask the same; each look is made once until the record moves again. */
export class Looks {
  readonly #store: Store;
  readonly #made = new Map<string, Promise<number | null>>();

  constructor(store: Store) {
    this.#store = store;
  }

  last(viewer: Viewer, register: string | undefined, since: number): Promise<number | null> {
    const key = `${viewer.actors.join(' ')}\n${register ?? ''}\n${since}`;
    const known = this.#made.get(key);
    if (known) return known;
    const made = lastSince(this.#store, viewer, register, since);
    this.#made.set(key, made);
    return made;
  }

  forget(): void {
    this.#made.clear();
  }
}

/** Wakes those that wait whenever the record moves; made once for all readers. */
export class Doorbell {
  readonly #waiting = new Set<() => void>();
  readonly #stop: () => void;
  readers = 0;

  constructor(store: Pick<Store, 'onAdmitted'>, beforeRinging: () => void) {
    this.#stop = store.onAdmitted(() => {
      beforeRinging();
      this.ring();
    });
  }

  ring(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const wake of waiting) wake();
  }

  /** Waits for the next admission, at most so long; says whether there was one. */
  next(milliseconds: number): Promise<boolean> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        resolve(true);
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(wake);
        resolve(false);
      }, milliseconds);
      this.#waiting.add(wake);
    });
  }

  stop(): void {
    this.#stop();
    this.ring();
  }
}
