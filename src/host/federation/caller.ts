/** Who asks: the node that signed a request, or nobody in particular. */
import { KNOWN_RULE } from '../../federation/rules.ts';
import { type Caller, NONCE_HEADER, verifyRequest } from '../../federation/signed-request.ts';
import type { NodeViewer } from '../../kernel/exchange.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { problemResponse } from '../http-status.ts';
import { ANYONE, type HostContext } from '../viewer.ts';
import type { FederationRoom } from './federation-room.ts';

/** A request of a node, with its body as it came. */
export interface Asking {
  readonly caller: Caller | null;
  readonly viewer: NodeViewer;
  readonly body: Uint8Array;
}

/** Told to a node whose key is not known here, which is answered what everyone is. */
const VIEWER_HEADER = 'concord-viewer';

/**
 * Who asks and what they may see. A node that is not known here is answered as anyone is, so that
 * it can follow what is clear; a signature that does not hold is refused.
 */
export async function askingNode(room: FederationRoom, c: HostContext): Promise<Asking | Refusal> {
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
  const body = isRead ? new Uint8Array() : new Uint8Array(await c.req.arrayBuffer());
  c.header(NONCE_HEADER, room.nonces.make());
  const authorization = c.req.header('authorization');
  if (authorization === undefined) return { caller: null, viewer: ANYONE, body };
  const { pathname, search } = new URL(c.req.url);
  const line = { method: c.req.method, target: `${room.basePath()}${pathname}${search}`, body };
  const { operator, network } = room.store;
  const caller = await verifyRequest(authorization, line, {
    audience: { operator, network },
    nonces: room.nonces,
    keyOf: (asking, key) => room.keyOf(asking, key),
  });
  if (!isRefusal(caller)) {
    return { caller, viewer: await room.viewerFor(caller.operator), body };
  }
  if (caller.rule.id !== KNOWN_RULE.id || !isRead) return caller;
  c.header(VIEWER_HEADER, 'anyone');
  return { caller: null, viewer: ANYONE, body };
}

/** The caller of a request that nobody makes without being known. */
export function knownCaller({ caller }: Asking): Caller | Refusal {
  return (
    caller ??
    refuse(KNOWN_RULE, said('The request is not signed by a node that is known here.'), {
      remedy: said('Ask the operator of this node to follow yours.'),
    })
  );
}

/** A refusal to another node, with the number for its next attempt. */
export function refusedNode(c: HostContext, refusal: Refusal): Response {
  return problemResponse(refusal, { [NONCE_HEADER]: c.res.headers.get(NONCE_HEADER) ?? '' });
}
