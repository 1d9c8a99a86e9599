/**
 * What is marked for a node that cannot be reached, left for it at a relay: one envelope, sealed
 * for that node, in which the relay sees neither acts nor headers. What is clear the node takes
 * from the relay itself, as from any other.
 */
import { z } from 'zod';
import { bundleOf } from '../../federation/carry-bundle.ts';
import { ENVELOPE_CONTENT_BYTES_MAX, makeEnvelope } from '../../federation/envelope.ts';
import { BOUNDS_RULE } from '../../federation/rules.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { faultText } from '../faults.ts';
import { INPUT_RULE, UNKNOWN_RULE } from '../host-rules.ts';
import type { FederationRoom } from './federation-room.ts';
import type { Peer } from './peer-tables.ts';

const Operator = z.string().min(1).max(63);

/** For whom something is left, and where. */
export const LeaveAsked = z.strictObject({
  recipient: Operator.describe('Operator of the node that it is for'),
  relay: Operator.describe('Operator of the node at which it lies until then'),
});

export interface Left {
  readonly recipient: string;
  readonly relay: string;
  /** Size of the envelope, as the relay sees it. */
  readonly sizeBytes: number;
}

/** The bytes up to an envelope's bound; null where there are more. */
async function gathered(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array | null> {
  const all: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.byteLength;
    if (bytes > ENVELOPE_CONTENT_BYTES_MAX) return null;
    all.push(chunk);
  }
  return Buffer.concat(all);
}

async function envelopeFor(room: FederationRoom, peer: Peer): Promise<Uint8Array | Refusal> {
  const { network, operator: sender } = room.store;
  const { operator } = peer;
  const key = Buffer.from(peer.encryptionKey, 'base64url');
  const content = await gathered(
    bundleOf(room.outbound, {
      head: { network, sender, recipient: operator },
      recipientKey: key,
      viewer: await room.viewerFor(operator),
      only: ({ marking }) => marking.level !== 'clear',
    }),
  );
  if (content) return makeEnvelope(content, { network, operator, key });
  const reason = said('What is for {$operator} is more than an envelope holds.', { operator });
  return refuse(BOUNDS_RULE, reason, {
    remedy: said('Carry it in a bundle sealed for that node.'),
  });
}

function notFollowed(operator: string): Refusal {
  return refuse(UNKNOWN_RULE, said('No node of {$operator} is followed.', { operator }), {
    remedy: said('Follow it first: its key is what is sealed with.'),
  });
}

/** Leaves all that is marked for a node, and is here, at another one. */
export async function leaveAtRelay(room: FederationRoom, given: unknown): Promise<Left | Refusal> {
  const asked = LeaveAsked.safeParse(given);
  if (!asked.success)
    return refuse(INPUT_RULE, said('{$fault}.', { fault: faultText(asked.error) }));
  const { recipient, relay } = asked.data;
  const peers = await room.peers();
  const to = peers.find(({ operator }) => operator === recipient);
  if (!to) return notFollowed(recipient);
  const at = peers.find(({ operator }) => operator === relay);
  if (!at) return notFollowed(relay);
  if (at === to) return refuse(INPUT_RULE, said('A node is no relay for itself.'));
  const envelope = await envelopeFor(room, to);
  if (isRefusal(envelope)) return envelope;
  const fault = await room.remote(at).putEnvelope(envelope);
  return fault ?? { recipient, relay, sizeBytes: envelope.byteLength };
}
