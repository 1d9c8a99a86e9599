/** What waits for one node, and sending it there. */
import { handIn } from '../../federation/hand-in.ts';
import { type AwaitingAct, readAwaiting } from '../../store/awaiting.ts';
import type { FederationRoom } from './federation-room.ts';
import { layFor } from './lay.ts';
import type { Peer } from './peer-tables.ts';
import { setHanded } from './sending-tables.ts';

/** Acts that are looked at on one visit. */
const AWAITING_MAX = 10_000;

export interface SendReport {
  readonly fault: string | null;
  /** Acts on which that custodian has not decided yet. */
  readonly awaiting: number;
  readonly sent: number;
  readonly cutShort: boolean;
  /** Envelopes of which the recipient has not said yet that they arrived. */
  readonly onTheWay: number;
}

/** All acts that were signed here and wait for custodians elsewhere. */
export async function awaitingHere(room: FederationRoom): Promise<AwaitingAct[]> {
  const own = await room.ownViewer();
  return room.store.read(own, (query) => readAwaiting(query, own.actors, AWAITING_MAX));
}

async function handInThere(
  room: FederationRoom,
  peer: Peer,
  signal: AbortSignal,
): Promise<SendReport> {
  const viewer = await room.viewerFor(peer.operator);
  const all = await awaitingHere(room);
  const wanted = all.filter(({ custodian }) => viewer.actors.includes(custodian));
  if (wanted.length === 0)
    return { fault: null, awaiting: 0, sent: 0, cutShort: false, onTheWay: 0 };
  const { actors: authors } = await room.ownViewer();
  const { operator } = room;
  const handed = await handIn(room.remote(peer), room.outbound, wanted, {
    viewer,
    authors: [operator, ...authors.filter((author) => author !== operator)],
    signal,
  });
  // What stands there already is no news: it waits for the custodian, and not for us.
  const sent = await setHanded(room.pool, peer.operator, handed.handed);
  return {
    fault: handed.fault?.reason ?? null,
    awaiting: wanted.length,
    sent,
    cutShort: handed.cutShort,
    onTheWay: 0,
  };
}

/** Sends what waits for a node: acts that it decides on, and envelopes by way of another. */
export async function sendTo(
  room: FederationRoom,
  peer: Peer,
  signal: AbortSignal,
): Promise<SendReport> {
  const handed = await handInThere(room, peer, signal);
  const laid = await layFor(room, peer);
  return {
    ...handed,
    fault: [handed.fault, laid.fault].filter((one) => one !== null).join(' ') || null,
    cutShort: handed.cutShort || laid.cutShort,
    onTheWay: laid.onTheWay,
  };
}
