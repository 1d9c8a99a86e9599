/** A node that waits before it signs: asking its peers for its own streams, and going on. */
import { z } from 'zod';
import { type Refusal, isRefusal } from '../../kernel/refusal.ts';
import type { AskedPeer } from '../../store/backup/ask-heads.ts';
import type { Store } from '../../store/contract.ts';
import type { PeerAnswer, Waiting } from '../../store/standing.ts';
import type { FederationRoom } from '../federation/federation-room.ts';
import type { Peer } from '../federation/peer-tables.ts';

export const StandingAsked = z.strictObject({
  /** Go on without peers, or without what they do not give: the operator's name. */
  confirmed: z.string().max(200).nullable().default(null),
});

/** What became of asking. */
export interface Standing {
  readonly waiting: Waiting | null;
  readonly answers: readonly PeerAnswer[];
  readonly refusal: Refusal | null;
}

/** What a remote refuses to give is why its peer gave no answer. */
async function given<Value>(answer: Promise<Value | Refusal>): Promise<Value> {
  const value = await answer;
  if (isRefusal(value)) throw new Error(value.reason);
  return value;
}

function askedPeer(room: FederationRoom, peer: Peer): AskedPeer {
  const remote = room.remote(peer);
  return {
    name: peer.operator,
    heads: () => given(remote.heads()),
    page: (stream, from) => given(remote.page(stream, from)),
  };
}

/** Asks every node that is followed, and lets this one sign again where nothing is missing. */
export async function askPeers(store: Store, room: FederationRoom | null): Promise<Standing> {
  const peers = room ? (await room.peers()).map((peer) => askedPeer(room, peer)) : [];
  const answers = await store.standing.askHeads(peers);
  const refusal = await store.standing.resume({ answers, confirmed: null });
  return { waiting: await store.standing.waiting(), answers, refusal };
}

/** Lets the node sign again because an administrator says so, by the operator's name. */
export async function goOn(store: Store, confirmed: string): Promise<Standing> {
  const refusal = await store.standing.resume({ answers: [], confirmed });
  return { waiting: await store.standing.waiting(), answers: [], refusal };
}
