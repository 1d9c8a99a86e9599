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
import { said } from '../../kernel/said.ts';
import { LIVE_RULE } from '../host-rules.ts';
import { problemResponse } from '../http-status.ts';
import { LIVE_READERS_MAX } from '../limits.ts';
import { totalOf } from '../position.ts';
import type { Services } from '../services.ts';
import { type HostContext, type HostEnv, sessionOf, viewerOf } from '../viewer.ts';
import { Doorbell } from './doorbell.ts';

/** A line that is silent for longer is cut by many a proxy. */
export const HEARTBEAT_MILLISECONDS = 25_000;
/** Admissions that follow one another so closely are told together. */
export const GATHER_MILLISECONDS = 100;

const Asked = z.object({
  register: RegisterKey.optional(),
  since: z.coerce.number().int().min(0),
});

/** How many acts the viewer may see where the page looks: it grows with each that it may see. */
async function seenBy(
  { position }: Pick<Services, 'position'>,
  viewer: Viewer,
  register: string | undefined,
): Promise<number> {
  const counts = await position.counts(viewer);
  return register === undefined ? totalOf(counts) : (counts.get(register) ?? 0);
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

function badAddress(): Response {
  return problemResponse(
    refuse(LIVE_RULE, said('It is not said of which register, or since when.'), {
      remedy: said('Ask as /live?register=agreements/common-river&since=0.'),
    }),
  );
}

/** Mounts the line; what waits on it ends with `stop`. */
export function mountLive(app: Hono<HostEnv>, services: Services): { stop(): void } {
  const { position, store } = services;
  const doorbell = new Doorbell((ring) =>
    store.onAdmitted((ledger) => {
      position.raise(ledger);
      ring();
    }),
  );
  const stopping = new AbortController();
  app.get('/live', (c: HostContext) => {
    const asked = Asked.safeParse(c.req.query());
    if (!asked.success) return badAddress();
    if (doorbell.readers >= LIVE_READERS_MAX) {
      return problemResponse(
        refuse(
          LIVE_RULE,
          said('More than {$liveReadersMax} pages listen already.', {
            liveReadersMax: LIVE_READERS_MAX,
          }),
          {
            remedy: said('Load the page again when you want to see it as it stands.'),
          },
        ),
      );
    }
    const begunBy = c.get('session');
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
          // Who the reader is, and what they may see, is asked anew: either may have ended.
          const session = await sessionOf(services, c.req.raw.headers);
          if (session === null && begunBy !== null) return;
          const seen = await seenBy(services, viewerOf(session), register);
          if (seen > since) {
            await stream.writeSSE({ event: 'moved', id: String(seen), data: String(seen) });
          }
          since = seen;
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
