/**
 * `GET /live`: tells an open page that something it rests on was admitted, as server-sent events.
 * What is told is only what the viewer may see: row security stands below each look.
 */
import type { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { RegisterKey } from '../../kernel/act.ts';
import type { Viewer } from '../../kernel/define-area.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Store } from '../../store/contract.ts';
import { LIVE_RULE } from '../host-rules.ts';
import { problemResponse } from '../http-status.ts';
import { LIVE_READERS_MAX } from '../limits.ts';
import type { Services } from '../services.ts';
import { type HostContext, type HostEnv, viewerOf } from '../viewer.ts';

/** A line that is silent for longer is cut by many a proxy. */
export const HEARTBEAT_MILLISECONDS = 25_000;
/** Admissions that follow one another so closely are told together. */
export const GATHER_MILLISECONDS = 100;

const Asked = z.object({
  register: RegisterKey.optional(),
  since: z.coerce.number().int().min(0),
});

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
class Looks {
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
class Doorbell {
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

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

function badAddress(): Response {
  return problemResponse(
    refuse(LIVE_RULE, 'It is not said of which register, or since when.', {
      remedy: 'Ask as /live?register=agreements/common-river&since=0.',
    }),
  );
}

/** Mounts the line; what waits on it ends with `stop`. */
export function mountLive(app: Hono<HostEnv>, services: Services): { stop(): void } {
  const { store } = services;
  const looks = new Looks(store);
  const doorbell = new Doorbell(store, () => looks.forget());
  const stopping = new AbortController();
  app.get('/live', (c: HostContext) => {
    const asked = Asked.safeParse(c.req.query());
    if (!asked.success) return badAddress();
    if (doorbell.readers >= LIVE_READERS_MAX) {
      return problemResponse(
        refuse(LIVE_RULE, `More than ${LIVE_READERS_MAX} pages listen already.`, {
          remedy: 'Load the page again when you want to see it as it stands.',
        }),
      );
    }
    const viewer = viewerOf(c.get('session'));
    const { register } = asked.data;
    const missed = Number(c.req.header('last-event-id'));
    let since = Number.isSafeInteger(missed) && missed > 0 ? missed : asked.data.since;
    c.header('x-accel-buffering', 'no');
    return streamSSE(c, async (stream) => {
      doorbell.readers += 1;
      stream.onAbort(() => doorbell.ring());
      try {
        while (!stopping.signal.aborted && !stream.aborted) {
          // Whoever lost the line is told at once what was missed meanwhile.
          const rung = doorbell.next(HEARTBEAT_MILLISECONDS);
          const last = await looks.last(viewer, register, since);
          if (last !== null) {
            since = last;
            await stream.writeSSE({ event: 'moved', id: String(last), data: String(last) });
          }
          if (await rung) await pause(GATHER_MILLISECONDS);
          else await stream.writeSSE({ event: 'still', data: '' });
        }
      } finally {
        doorbell.readers -= 1;
      }
    });
  });
  return {
    stop: () => {
      stopping.abort();
      doorbell.stop();
    },
  };
}
