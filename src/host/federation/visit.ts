/** One visit to a node that is followed: its statement held to the pin, its streams, envelopes. */
import { takeBundle } from '../../federation/carry-bundle.ts';
import { arrivalProof } from '../../federation/enclose.ts';
import { heldToPin } from '../../federation/pinned-node.ts';
import { pull } from '../../federation/pull.ts';
import type { PullReport } from '../../federation/pull-report.ts';
import { type RemoteNode, askStatement } from '../../federation/remote-node.ts';
import { type Refusal, isRefusal } from '../../kernel/refusal.ts';
import type { Progress } from '../../kernel/submission.ts';
import type { FederationRoom } from './federation-room.ts';
import { fetchDocuments } from './fetch-documents.ts';
import { type Peer, type Visited, setKeys } from './peer-tables.ts';

/** Between visits to a node that is up to date; the bell rings earlier. */
export const POLLING_SECONDS = 60;
/** After a first failure; it doubles with each further one, up to the longest. */
export const BACKOFF_SECONDS = 5;
export const BACKOFF_SECONDS_MAX = 15 * 60;
/** A visit that was cut short by a bound goes on so soon. */
const ON_SECONDS = 1;

/** Reads the statement anew and holds it to the pin; the keys that count now are put down. */
async function heldToItsPin(room: FederationRoom, peer: Peer): Promise<Refusal | null> {
  const { address, network, operator, publicKey } = peer;
  const statement = await askStatement(room.requester, { address, network }, room.addresses);
  if (isRefusal(statement)) return statement;
  const known = await room.isKeyOf(statement.operator, statement.publicKey);
  const pin = heldToPin({ operator, publicKey }, statement, () => known);
  if (isRefusal(pin)) return pin;
  const { encryptionKey } = statement;
  if (pin.publicKey !== publicKey || encryptionKey !== peer.encryptionKey) {
    await setKeys(room.pool, peer.id, { publicKey: pin.publicKey, encryptionKey });
  }
  return null;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/** Opens the envelopes that lie there for us, takes what is in them, and lets them go. */
async function takeEnvelopes(room: FederationRoom, remote: RemoteNode): Promise<number> {
  const lying = await remote.envelopes();
  if (isRefusal(lying)) return 0;
  const { network, operator } = room.store;
  const reader = { network, operator, key: room.encryptionKey };
  let taken = 0;
  for (const { id } of lying) {
    const content = await remote.openEnvelope(id);
    // What cannot be opened is left to lie until the relay lets it go.
    if (isRefusal(content)) continue;
    const { holdings, attachments } = room.store;
    const report = await takeBundle(once(content), holdings, reader, attachments);
    taken += report.acts.kept + report.acts.admitted;
    if (report.behind === 0) await remote.letGo(id, arrivalProof(content));
  }
  return taken;
}

/** When to go there again, with as much as a fifth more, so that nodes do not come all at once. */
export function nextSeconds(
  { visitsFailed }: Pick<Peer, 'visitsFailed'>,
  outcome: { readonly failed: boolean; readonly cutShort: boolean },
  random: number,
): number {
  if (outcome.cutShort) return ON_SECONDS;
  const base = outcome.failed
    ? Math.min(BACKOFF_SECONDS * 2 ** Math.min(visitsFailed, 20), BACKOFF_SECONDS_MAX)
    : POLLING_SECONDS;
  return base * (1 + random / 5);
}

const NOTHING = { behind: 0, waiting: 0, faults: 0, actsTaken: 0 };

function visitedBy(peer: Peer, report: PullReport, more: number): Visited {
  const { acts, behind, waiting, faultsCount, faults, cutShort } = report;
  // A node that does not answer failed; a stream that is at fault leaves the others in order.
  const whole = faults.find(({ stream }) => stream === null);
  const fault = whole?.refusal.reason ?? null;
  const outcome = { failed: fault !== null, cutShort: cutShort !== null };
  return {
    fault,
    behind: Math.min(behind, Number.MAX_SAFE_INTEGER),
    waiting: waiting.length,
    faults: faultsCount,
    actsTaken: acts.kept + acts.admitted + acts.refused + more,
    nextSeconds: nextSeconds(peer, outcome, Math.random()),
  };
}

export interface Visiting {
  readonly compared: Map<string, string>;
  readonly report: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

/** Visits a node. Throws where our own record is away; then the visit is made again later. */
export async function visitPeer(
  room: FederationRoom,
  peer: Peer,
  { compared, report, signal }: Visiting,
): Promise<Visited> {
  const fault = await heldToItsPin(room, peer);
  if (fault) {
    const outcome = { failed: true, cutShort: false };
    const next = nextSeconds(peer, outcome, Math.random());
    return { ...NOTHING, behind: peer.behind, fault: fault.reason, nextSeconds: next };
  }
  const remote = room.remote(peer, signal);
  const viewer = await room.ownViewer();
  const task = `nodes.${peer.operator}`;
  const pulled = await pull(remote, room.store.holdings, {
    viewer,
    task,
    report,
    signal,
    compared,
  });
  await fetchDocuments(room, peer.operator, remote, signal);
  const more = peer.relay ? await takeEnvelopes(room, remote) : 0;
  return visitedBy(peer, pulled, more);
}
