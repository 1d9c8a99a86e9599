/**
 * Taking back what peers hold of the record beyond this node: its own streams above all, and what
 * those name. Peers are anything that gives streams' ends and pages of them.
 */
import { type SignedAct, readAct } from '../../kernel/act.ts';
import { KEY_RULE } from '../../kernel/mandate.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Holdings, StreamEnd, Taken } from '../../kernel/exchange.ts';
import type { PeerAnswer } from '../standing.ts';

/** A peer as it is asked, whatever carries the question. */
export interface AskedPeer {
  readonly name: string;
  /** The streams that it shows to this node. */
  heads(): Promise<readonly StreamEnd[]>;
  /** Acts of a stream from a sequence number on, in order; none where there are no more. */
  page(stream: string, from: number): Promise<readonly SignedAct[]>;
}

/** The node that asks. */
export interface Asker {
  /** Where a stream ends here. */
  headOf(stream: string): Promise<number>;
  /** Whether streams of the author are signed here; of others no peer need give all. */
  isOwn(author: string): boolean;
  /** Whether the key is one that this node signs with. */
  isOwnKey(author: string, key: string): boolean;
}

/** What waits for an act of another stream is tried again, so often at most. */
const ROUNDS_MAX = 64;
/** Pages of one stream that are asked for at most: a peer may not go on for ever. */
const PAGES_MAX = 10_000;

interface Pull {
  taken: number;
  readonly forks: Set<string>;
  /** Streams that go on, if at all, with a key that was never this node's. */
  readonly strange: Set<string>;
}

/** Whether an act of ours, as it says, is signed with a key that was never ours. */
function isStrange(asker: Asker, taken: Taken, signed: SignedAct | undefined): boolean {
  if (taken.outcome !== 'waiting' || taken.refusal.rule.id !== KEY_RULE.id || !signed) return false;
  const act = readAct(signed);
  return !isRefusal(act) && !asker.isOwnKey(act.header.author, act.header.key);
}

/** Takes a stream as far as it goes now; true where anything was taken. */
async function pullStream(
  holdings: Pick<Holdings, 'take'>,
  peer: AskedPeer,
  asker: Asker,
  { stream, seq }: StreamEnd,
  pull: Pull,
): Promise<boolean> {
  let moved = false;
  for (let pages = 0; pages < PAGES_MAX; pages += 1) {
    const held = await asker.headOf(stream);
    // From the last act that is held: a peer that holds another one there shows a fork.
    const acts = held > seq ? [] : await peer.page(stream, Math.max(held, 1));
    const taken = await holdings.take(acts);
    if (taken.some(({ outcome }) => outcome === 'forked')) pull.forks.add(stream);
    const now = await asker.headOf(stream);
    if (now > held) pull.strange.delete(stream);
    else if (taken.some((one, at) => isStrange(asker, one, acts[at]))) pull.strange.add(stream);
    pull.taken += now - held;
    if (now === held) return moved;
    moved = true;
    if (now >= seq) return true;
  }
  return moved;
}

async function pullAll(
  holdings: Pick<Holdings, 'take'>,
  peer: AskedPeer,
  asker: Asker,
): Promise<PeerAnswer> {
  const pull: Pull = { taken: 0, forks: new Set(), strange: new Set() };
  const heads = await peer.heads();
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    let moved = false;
    for (const head of heads) {
      moved = (await pullStream(holdings, peer, asker, head, pull)) || moved;
    }
    if (!moved) break;
  }
  const left: string[] = [];
  const own = heads.filter(({ author }) => asker.isOwn(author));
  for (const { stream, seq } of own) {
    // Else whoever signs anything in its name could silence it for ever.
    if (pull.strange.has(stream)) continue;
    if ((await asker.headOf(stream)) < seq) left.push(stream);
  }
  const forks = own.map(({ stream }) => stream).filter((stream) => pull.forks.has(stream));
  return { peer: peer.name, fault: null, taken: pull.taken, forks, left };
}

/** Asks each peer for all that it has beyond this node; what became of each, in their order. */
export async function askHeads(
  holdings: Pick<Holdings, 'take'>,
  asker: Asker,
  peers: readonly AskedPeer[],
): Promise<readonly PeerAnswer[]> {
  const answers: PeerAnswer[] = [];
  for (const peer of peers) {
    try {
      answers.push(await pullAll(holdings, peer, asker));
    } catch (error) {
      // A peer that does not answer is none that gave its word; the others are still asked.
      const fault = error instanceof Error ? error.message : String(error);
      answers.push({ peer: peer.name, fault, taken: 0, forks: [], left: [] });
    }
  }
  return answers;
}
