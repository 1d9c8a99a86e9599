/** Beginning to follow a node: what it says is shown first, and what a person confirmed is kept. */
import { z } from 'zod';
import { nodeAddress, didOf } from '../../federation/did-web.ts';
import type { NodeStatement } from '../../federation/node-statement.ts';
import { fingerprintOf } from '../../federation/pinned-node.ts';
import { askStatement } from '../../federation/remote-node.ts';
import { PINNED_RULE } from '../../federation/rules.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { REGISTRY } from '../../store/keys-area.ts';
import { faultText } from '../faults.ts';
import { INPUT_RULE, UNKNOWN_RULE } from '../host-rules.ts';
import type { FederationRoom } from './federation-room.ts';
import { type Peer, endPeer, makeDue, putPeer, setByWayOf } from './peer-tables.ts';

/** What an administrator sends. Without the fingerprint, the node is only looked at. */
export const FollowAsked = z.strictObject({
  address: z.string().min(1).max(400).describe('Address of the node, https://concord.example'),
  fingerprint: z
    .string()
    .max(120)
    .optional()
    .describe('The fingerprint that its operator told you; absent: look at the node only'),
  relay: z.boolean().default(false).describe('Whether envelopes for this node may lie there'),
});
export type FollowAsked = z.infer<typeof FollowAsked>;

/** What a node says of itself, with the fingerprint to compare. */
export interface Looked {
  readonly address: string;
  readonly did: string;
  readonly operator: string;
  readonly network: string;
  readonly key: string;
  readonly fingerprint: string;
}

export interface Followed extends Looked {
  readonly followed: true;
}

/** A fingerprint without what people put between its groups. */
export const plain = (fingerprint: string): string =>
  fingerprint.replace(/[^0-9a-f]/gi, '').toLowerCase();

async function stateOf(
  room: FederationRoom,
  address: string,
): Promise<{ statement: NodeStatement; looked: Looked } | Refusal> {
  const one = nodeAddress(address.trim(), room.addresses);
  if (isRefusal(one)) return one;
  const { network } = room.store;
  const statement = await askStatement(room.requester, { address: one, network }, room.addresses);
  if (isRefusal(statement)) return statement;
  if (statement.operator === room.operator) {
    return refuse(
      PINNED_RULE,
      said('The node is {$operator}’s, as this one is.', { operator: room.operator }),
      {
        remedy: said(
          'Follow nodes of others. Two nodes that sign with one key would fork its streams.',
        ),
      },
    );
  }
  const did = didOf(one, room.addresses);
  if (isRefusal(did)) return did;
  const { operator, key } = statement;
  const fingerprint = fingerprintOf(statement.publicKey);
  return { statement, looked: { address: one, did, operator, network, key, fingerprint } };
}

/** Has the operator's key on record here, so that the acts of that node can be judged. */
export async function registerKey(
  room: FederationRoom,
  {
    operator,
    key,
    publicKey,
    address,
  }: Pick<NodeStatement, 'operator' | 'key' | 'publicKey' | 'address'>,
): Promise<Refusal | null> {
  if (await room.keyOf(operator, key)) return null;
  const [receipt] = await room.store.submit([
    {
      type: 'keys.register',
      register: REGISTRY,
      actor: operator,
      payload: { actor: operator, publicKey },
      basis: { kind: 'recorded', source: address },
    },
  ]);
  return isRefusal(receipt) ? receipt : null;
}

/** Whether another node of that operator is followed under another key. */
async function pinFault(
  room: FederationRoom,
  { operator, publicKey }: NodeStatement,
): Promise<Refusal | null> {
  const peers = await room.peers();
  const known = peers.find((peer) => peer.operator === operator);
  if (!known || known.publicKey === publicKey) return null;
  if (await room.isKeyOf(operator, publicKey)) return null;
  return refuse(PINNED_RULE, said('{$operator} is followed under another key.', { operator }), {
    remedy: said('Wait for the act that rotates its key, or unfollow it first.'),
  });
}

/** Looks at a node, or follows it where its fingerprint was confirmed. */
export async function followNode(
  room: FederationRoom,
  given: unknown,
  person: string,
): Promise<Looked | Followed | Refusal> {
  const asked = FollowAsked.safeParse(given);
  if (!asked.success)
    return refuse(INPUT_RULE, said('{$fault}.', { fault: faultText(asked.error) }));
  const { address, fingerprint, relay } = asked.data;
  const state = await stateOf(room, address);
  if (isRefusal(state)) return state;
  const { statement, looked } = state;
  if (fingerprint === undefined) return looked;
  if (plain(fingerprint) !== plain(looked.fingerprint)) {
    return refuse(
      PINNED_RULE,
      said('The fingerprint is not that of the key that the node states.'),
      {
        remedy: said('Compare it with the operator again, by another way than this address.'),
        values: { fingerprint: looked.fingerprint },
      },
    );
  }
  const fault = (await pinFault(room, statement)) ?? (await registerKey(room, statement));
  if (fault) return fault;
  const peer = await putPeer(room.pool, statement, { addedBy: person, relay });
  const own = room.statement();
  // A node that does not take it answers what is clear, as it does to anyone.
  if (own) await room.remote(peer).introduce(own.bytes);
  return { ...looked, followed: true };
}

/** Whose node is meant. */
export const OperatorAsked = z.strictObject({ operator: z.string().min(1).max(63) });

/** Follows a node no longer. What came from it stays: it is on record. */
export async function unfollowNode(
  room: FederationRoom,
  given: unknown,
): Promise<{ unfollowed: string } | Refusal> {
  const asked = OperatorAsked.safeParse(given);
  if (!asked.success)
    return refuse(INPUT_RULE, said('{$fault}.', { fault: faultText(asked.error) }));
  const { operator } = asked.data;
  return (await endPeer(room.pool, operator))
    ? { unfollowed: operator }
    : refuse(UNKNOWN_RULE, said('No node of {$operator} is followed.', { operator }));
}

/** For whose node envelopes are left, and where. */
export const ByWayOfAsked = z.strictObject({
  operator: z.string().min(1).max(63).describe('Operator of the node that they are for'),
  relay: z
    .string()
    .min(1)
    .max(63)
    .nullable()
    .describe('Operator of the node at which they are left; null: at none'),
});

/** Says by way of which node another is reached, or that it is reached by itself. */
export async function reachByWayOf(
  room: FederationRoom,
  given: unknown,
): Promise<{ operator: string; relay: string | null } | Refusal> {
  const asked = ByWayOfAsked.safeParse(given);
  if (!asked.success)
    return refuse(INPUT_RULE, said('{$fault}.', { fault: faultText(asked.error) }));
  const { operator, relay } = asked.data;
  if (operator === relay) return refuse(INPUT_RULE, said('A node is no relay for itself.'));
  const known = new Set((await room.peers()).map((peer) => peer.operator));
  const unknown = [operator, ...(relay === null ? [] : [relay])].find((one) => !known.has(one));
  if (unknown !== undefined)
    return refuse(UNKNOWN_RULE, said('No node of {$unknown} is followed.', { unknown }));
  await setByWayOf(room.pool, operator, relay);
  return { operator, relay };
}

/** Whose node is visited; absent: all. */
export const PullAsked = z.strictObject({ operator: z.string().min(1).max(63).optional() });

/** Has nodes visited now. */
export async function pullNow(
  room: FederationRoom,
  given: unknown,
): Promise<{ due: number } | Refusal> {
  const asked = PullAsked.safeParse(given);
  if (!asked.success)
    return refuse(INPUT_RULE, said('{$fault}.', { fault: faultText(asked.error) }));
  return { due: await makeDue(room.pool, asked.data.operator ?? null) };
}

/** A node that is followed, as it is told. */
export function peerJson(peer: Peer) {
  const { addedAt, visitedAt, lastVisitAt, nextVisitAt, publicKey, ...others } = peer;
  const at = (instant: Date | null): string | null => instant?.toISOString() ?? null;
  return {
    ...others,
    fingerprint: fingerprintOf(publicKey),
    addedAt: at(addedAt),
    visitedAt: at(visitedAt),
    lastVisitAt: at(lastVisitAt),
    nextVisitAt: at(nextVisitAt),
  };
}
