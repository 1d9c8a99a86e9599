/** What nodes ask of streams: which there are, their pages, their forks, and when they move. */
import { type Hono } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { RULINGS_MAX, encodeForks } from '../../federation/fork-frame.ts';
import { becameOf, streamsAnswer } from '../../federation/node-answers.ts';
import { pageCare } from '../../federation/page-care.ts';
import { SEALED_MEDIA_TYPE, openSealed, sealFor } from '../../federation/sealing.ts';
import { FRAME_MEDIA_TYPE, decodeActs, encodeActs } from '../../federation/wire.ts';
import { ActId, type SignedAct } from '../../kernel/act.ts';
import { ACTS_ASKED_MAX, PAGE_ACTS_MAX } from '../../kernel/exchange.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { LIVE_RULE, UNKNOWN_RULE } from '../host-rules.ts';
import { Doorbell } from '../live/doorbell.ts';
import { HEARTBEAT_MILLISECONDS } from '../live/live-routes.ts';
import type { HostContext, HostEnv } from '../viewer.ts';
import { type Asking, askingNode, knownCaller, refusedNode } from './caller.ts';
import { envelopesFor } from './envelope-tables.ts';
import type { FederationRoom } from './federation-room.ts';
import { makeDueAgain } from './peer-tables.ts';

/** Nodes that listen at once. */
export const BELLS_MAX = 200;
/** A full page of what is clear stays as it is, except for what is erased from it. */
const FULL_PAGE = 'public, max-age=3600, immutable';
const NOT_KEPT = 'no-store';

type Answering = (c: HostContext, asking: Asking) => Promise<Response>;

/** Whether a name in the address has characters that none has, NUL among them. */
const namesNothing = (c: HostContext): boolean =>
  Object.values(c.req.param()).some((name) => /\p{Cc}/u.test(name));

const nothingSo = refuse(UNKNOWN_RULE, said('Nothing here has a name with such characters.'));

/** A route for nodes: whoever asks is known first, and nothing is kept unless it says so. */
export function answering(room: FederationRoom, answer: Answering) {
  return async (c: HostContext): Promise<Response> => {
    c.header('cache-control', NOT_KEPT);
    const asking = await askingNode(room, c);
    if (isRefusal(asking)) return refusedNode(c, asking);
    return namesNothing(c) ? refusedNode(c, nothingSo) : answer(c, asking);
  };
}

/** Bytes as the body of an answer. */
export function bytesAnswer(c: HostContext, bytes: Uint8Array, type: string): Response {
  c.header('content-type', type);
  return c.body(new Uint8Array(bytes));
}

async function sealedPage(
  room: FederationRoom,
  { caller }: Asking,
  frame: Uint8Array,
): Promise<Uint8Array | Refusal> {
  // Whoever is nobody in particular sees nothing that is to be sealed.
  if (!caller) return refuse(UNKNOWN_RULE, said('There is no such stream.'));
  const { network, operator: sender } = room.store;
  const context = { purpose: 'page', network, sender, recipient: caller.operator } as const;
  return sealFor(frame, Buffer.from(caller.encryptionKey, 'base64url'), context);
}

async function readPage(
  room: FederationRoom,
  c: HostContext,
  { viewer }: Asking,
): Promise<readonly SignedAct[]> {
  const from = Number(c.req.query('from') ?? '1');
  if (!Number.isSafeInteger(from) || from < 1) return [];
  const stream = `${c.req.param('author') ?? ''}/${c.req.param('audience') ?? ''}`;
  return room.outbound.page(viewer, stream, from);
}

function pageRoute(room: FederationRoom): Answering {
  return async (c, asking) => {
    const [first, ...others] = await readPage(room, c, asking);
    if (!first) {
      const reason = said('There is no such page of a stream, or it is not released to you.');
      return refusedNode(c, refuse(UNKNOWN_RULE, reason));
    }
    return framed(room, c, asking, [first, ...others]);
  };
}

/** Acts as an answer, sealed to whoever asks where one of them asks for it. */
async function framed(
  room: FederationRoom,
  c: HostContext,
  asking: Asking,
  acts: readonly [SignedAct, ...SignedAct[]],
): Promise<Response> {
  const { isSealed, isForAll } = pageCare(acts);
  const frame = encodeActs(acts);
  if (!isSealed) {
    if (isForAll && acts.length === PAGE_ACTS_MAX) c.header('cache-control', FULL_PAGE);
    return bytesAnswer(c, frame, FRAME_MEDIA_TYPE);
  }
  const sealed = await sealedPage(room, asking, frame);
  return isRefusal(sealed) ? refusedNode(c, sealed) : bytesAnswer(c, sealed, SEALED_MEDIA_TYPE);
}

const careOf = (act: SignedAct): number => Number(pageCare([act]).isSealed);

/** Acts of several markings as an answer: where one is to be sealed, all are. */
async function framedAll(
  room: FederationRoom,
  c: HostContext,
  asking: Asking,
  acts: readonly SignedAct[],
): Promise<Response> {
  const [first, ...others] = acts.toSorted((one, other) => careOf(other) - careOf(one));
  return first
    ? framed(room, c, asking, [first, ...others])
    : bytesAnswer(c, encodeActs([]), FRAME_MEDIA_TYPE);
}

function rulingsRoute(room: FederationRoom): Answering {
  return async (c, asking) => {
    const all = (await room.outbound.rulings?.(asking.viewer)) ?? [];
    const sealedFirst = all.toSorted((one, other) => careOf(other) - careOf(one));
    return framedAll(room, c, asking, sealedFirst.slice(0, RULINGS_MAX));
  };
}

/** Acts by their ids, for a node that lacks them, or parts of them. */
function askedRoute(room: FederationRoom): Answering {
  return async (c, asking) => {
    const named = (c.req.query('ids') ?? '').split(',', ACTS_ASKED_MAX);
    const ids = named.filter((id) => ActId.safeParse(id).success);
    return framedAll(room, c, asking, (await room.outbound.acts?.(asking.viewer, ids)) ?? []);
  };
}

/** The frame that was handed in, opened where it was sealed for this node. */
async function openedFrame(
  room: FederationRoom,
  c: HostContext,
  sender: string,
  body: Uint8Array,
): Promise<Uint8Array | Refusal> {
  if (c.req.header('content-type') !== SEALED_MEDIA_TYPE) return body;
  const { network, operator: recipient } = room.store;
  const context = { purpose: 'acts', network, sender, recipient } as const;
  return openSealed(body, room.encryptionKey, context);
}

function actsRoute(room: FederationRoom): Answering {
  return async (c, asking) => {
    const caller = knownCaller(asking);
    if (isRefusal(caller)) return refusedNode(c, caller);
    const frame = await openedFrame(room, c, caller.operator, asking.body);
    const acts = isRefusal(frame) ? frame : decodeActs(frame);
    if (isRefusal(acts)) return refusedNode(c, acts);
    const taken = await room.store.holdings.take(acts);
    return c.json({ acts: taken.map((one) => becameOf(one)) });
  };
}

/** How many acts stand in the streams that whoever asks may see, and envelopes lie for it. */
async function thingsFor(room: FederationRoom, { viewer, caller }: Asking): Promise<string> {
  const ends = await room.outbound.heads(viewer);
  const acts = ends.reduce((sum, { seq }) => sum + seq, 0);
  const lying = caller ? await envelopesFor(room.pool, caller.operator) : [];
  return `${acts} ${lying.length} ${lying.at(-1)?.id ?? ''}`;
}

/** Tells the line that something moved, and nothing of what, as long as it is heard. */
async function ringOn(
  stream: SSEStreamingApi,
  doorbell: Doorbell,
  { count, goesOn }: { count: () => Promise<string>; goesOn: (beats: number) => boolean },
): Promise<void> {
  // Waited for from before the count, so that nothing moves unheard in between.
  let next = doorbell.next(HEARTBEAT_MILLISECONDS);
  let since = await count();
  await stream.writeSSE({ event: 'still', data: '' });
  for (let beats = 0; ; ) {
    if (!(await next)) beats += 1;
    if (!goesOn(beats) || stream.aborted) return;
    next = doorbell.next(HEARTBEAT_MILLISECONDS);
    const things = await count();
    await stream.writeSSE({ event: things === since ? 'still' : 'moved', data: '' });
    since = things;
  }
}

function mountBell(app: Hono<HostEnv>, room: FederationRoom): { stop(): void } {
  // What is signed here for another's register rings too, though nothing was admitted.
  const doorbell = new Doorbell((ring) => {
    const stops = [room.store.onMoved(ring), room.onEnvelope(ring)];
    return () => {
      for (const stop of stops) stop();
    };
  });
  const stopping = new AbortController();
  const ring: Answering = async (c, asking) => {
    const { caller } = asking;
    if (doorbell.readers >= BELLS_MAX) {
      return refusedNode(
        c,
        refuse(
          LIVE_RULE,
          said('More than {$bellsMax} nodes listen already.', { bellsMax: BELLS_MAX }),
        ),
      );
    }
    // Who listens is up again, so it need not be waited for any longer.
    if (caller) await makeDueAgain(room.pool, caller.operator);
    // A node that is not known yet is asked to come again, since it may be known by then.
    const isUnknown = !caller && c.req.header('authorization') !== undefined;
    const goesOn = (beats: number): boolean =>
      !stopping.signal.aborted && !(isUnknown && beats > 0);
    c.header('x-accel-buffering', 'no');
    return streamSSE(c, async (stream) => {
      doorbell.readers += 1;
      stream.onAbort(() => doorbell.ring());
      try {
        await ringOn(stream, doorbell, { count: () => thingsFor(room, asking), goesOn });
      } finally {
        doorbell.readers -= 1;
      }
    });
  };
  app.get('/federation/bell', answering(room, ring));
  return {
    stop: () => {
      stopping.abort();
      doorbell.stop();
    },
  };
}

/** Mounts what nodes ask of streams. */
export function mountStreams(app: Hono<HostEnv>, room: FederationRoom): { stop(): void } {
  const streams: Answering = async (c, { viewer }) => {
    const ends = await room.outbound.heads(viewer);
    return c.json(streamsAnswer(ends, c.req.query('after') ?? ''));
  };
  const forks: Answering = async (c, { viewer }) =>
    bytesAnswer(c, encodeForks(await room.outbound.forks(viewer)), FRAME_MEDIA_TYPE);
  app.get('/federation/streams', answering(room, streams));
  app.get('/federation/rulings', answering(room, rulingsRoute(room)));
  app.get('/federation/streams/:author/:audience', answering(room, pageRoute(room)));
  app.get('/federation/forks', answering(room, forks));
  app.get('/federation/acts', answering(room, askedRoute(room)));
  app.post('/federation/acts', answering(room, actsRoute(room)));
  return mountBell(app, room);
}
