/**
 * The nodes that are followed as witnesses of one another: whose logs are cosigned here, and who is
 * asked to cosign this node's. A log is known by the key that was pinned to its node, so that no
 * other node can speak for it.
 */
import type { Answer, Requester } from '../../federation/guarded-request.ts';
import { type SignedCheckpoint, readCheckpoint } from '../../kernel/checkpoint.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import {
  NOTE_BYTES_MAX,
  type NoteKey,
  noteFault,
  noteKey,
  noteTextOf,
  vkeyOf,
} from '../../kernel/signed-note.ts';
import type { Store } from '../../store/contract.ts';
import type { AskWitness } from '../../store/log-witness.ts';
import { ADD_CHECKPOINT_PATH } from '../protection.ts';

/** A node that is followed, as far as its log is concerned. */
export interface LogNode {
  readonly address: string;
  readonly operator: string;
  /** The operator's key that was pinned, base64url. */
  readonly publicKey: string;
}

export interface WitnessRoom {
  peers(): Promise<readonly LogNode[]>;
  readonly requester: Pick<Requester, 'ask'>;
}

export interface WitnessRound {
  /** Learns the logs of the nodes that are followed, and looks whether one has forked. */
  learn(): Promise<void>;
  readonly askWitness: AskWitness;
}

const HEADERS = { 'content-type': 'text/plain; charset=utf-8' };

const textOf = ({ body }: Answer): string => Buffer.from(body).toString('utf8');

/** The last tree of a node's log, where the key that is pinned to it has signed it. */
async function readLogOf(room: WitnessRoom, { address, publicKey }: LogNode) {
  const url = `${address}/log/checkpoint`;
  const answer = await room.requester.ask({ method: 'GET', url });
  if (isRefusal(answer) || answer.status !== 200 || answer.body.byteLength > NOTE_BYTES_MAX) {
    return null;
  }
  const checkpoint = readCheckpoint(textOf(answer));
  if ('fault' in checkpoint) return null;
  const publicBytes = new Uint8Array(Buffer.from(publicKey, 'base64url'));
  const key = noteKey(checkpoint.origin, 'ed25519', publicBytes);
  return noteFault(checkpoint.note, [key]) === null ? { checkpoint, key } : null;
}

type LogRead = { readonly checkpoint: SignedCheckpoint; readonly key: NoteKey };

/** Under this it is kept which node a log is of, so that another cannot take its name. */
const ownerMark = (origin: string): string => `log.owner:${origin}`;

async function follow(store: Store, { operator }: LogNode, { checkpoint, key }: LogRead) {
  const { origin, note } = checkpoint;
  const owner = await store.mark(ownerMark(origin));
  if (origin === store.log.origin || (owner !== null && owner !== operator)) return false;
  const witness = noteKey(origin, 'cosignature', key.publicBytes);
  await store.setMark(ownerMark(origin), operator);
  await store.witnesses.follow({ origin, logKeys: [vkeyOf(key)], witnessKey: vkeyOf(witness) });
  await store.witnesses.observe(noteTextOf(note));
  return true;
}

/** The round over the nodes of a room. */
export function witnessRound(room: WitnessRoom, store: Store): WitnessRound {
  const addresses = new Map<string, string>();
  return {
    learn: async () => {
      for (const node of await room.peers()) {
        const read = await readLogOf(room, node);
        if (!read || !(await follow(store, node, read))) continue;
        addresses.set(read.checkpoint.origin, node.address);
      }
    },
    askWitness: async (origin, body) => {
      const address = addresses.get(origin);
      if (address === undefined) throw new Error('its node is not followed, or away');
      const url = `${address}${ADD_CHECKPOINT_PATH}`;
      const bytes = new Uint8Array(Buffer.from(body, 'utf8'));
      const answer = await room.requester.ask({
        method: 'POST',
        url,
        headers: HEADERS,
        body: bytes,
      });
      if (isRefusal(answer)) throw new Error(answer.reason);
      return { status: answer.status, body: textOf(answer) };
    },
  };
}
