/** Nodes that are followed, over the API, for administrators' programs. */
import type { Hono } from 'hono';
import { fingerprintOf } from '../../federation/pinned-node.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { judgeAdministrator, requireAdministrator } from '../admin/administrator.ts';
import { readActing } from '../api/acts.ts';
import { jsonResponse } from '../api/json-response.ts';
import type { Services } from '../services.ts';
import type { HostContext, HostEnv } from '../viewer.ts';
import type { FederationRoom } from './federation-room.ts';
import { answerIntroduction, introductionsIn } from './introductions.ts';
import type { FollowEngine } from './follow-engine.ts';
import { awaitingByCustodian } from './awaiting-elsewhere.ts';
import { followNode, peerJson, pullNow, reachByWayOf, unfollowNode } from './follow.ts';
import { leaveAtRelay } from './leave.ts';

const CREATED = 201;

/** The nodes that are followed, with how far a visit under way has come. */
export async function nodesJson({ room, engine }: Following) {
  const progress = engine.progress();
  const peers = await room.peers();
  return {
    rows: peers.map((peer) => ({
      ...peerJson(peer),
      visiting: progress.get(peer.operator) ?? null,
    })),
    awaiting: await awaitingByCustodian(room),
    introduced: (await introductionsIn(room)).map(({ operator, address, publicKey }) => ({
      operator,
      address,
      fingerprint: fingerprintOf(publicKey),
    })),
  };
}

/** What follows other nodes here. */
export interface Following {
  readonly room: FederationRoom;
  readonly engine: FollowEngine;
}

/** Mounts what administrators' programs ask for. */
export function mountNodesApi(
  app: Hono<HostEnv>,
  services: Services,
  { room, engine }: Following,
): void {
  const administering = async (c: HostContext) => {
    const acting = await readActing(services, c);
    return isRefusal(acting) ? acting : (judgeAdministrator(acting.session) ?? acting);
  };
  app.get('/api/admin/nodes', async (c) => {
    const session = requireAdministrator(c);
    return jsonResponse(isRefusal(session) ? session : await nodesJson({ room, engine }));
  });
  app.post('/api/admin/nodes', async (c) => {
    const acting = await administering(c);
    if (isRefusal(acting)) return jsonResponse(acting);
    const followed = await followNode(room, acting.json, acting.session.person.name);
    if (isRefusal(followed) || !('followed' in followed)) return jsonResponse(followed);
    engine.ring();
    engine.ringSending();
    return jsonResponse(followed, CREATED);
  });
  app.post('/api/admin/nodes/unfollow', async (c) => {
    const acting = await administering(c);
    return jsonResponse(isRefusal(acting) ? acting : await unfollowNode(room, acting.json));
  });
  app.post('/api/admin/nodes/leave', async (c) => {
    const acting = await administering(c);
    if (isRefusal(acting)) return jsonResponse(acting);
    const left = await leaveAtRelay(room, acting.json);
    return isRefusal(left) ? jsonResponse(left) : jsonResponse(left, CREATED);
  });
  app.post('/api/admin/nodes/by-way-of', async (c) => {
    const acting = await administering(c);
    if (isRefusal(acting)) return jsonResponse(acting);
    const set = await reachByWayOf(room, acting.json);
    if (!isRefusal(set)) engine.ringSending();
    return jsonResponse(set);
  });
  app.post('/api/admin/nodes/introduced', async (c) => {
    const acting = await administering(c);
    if (isRefusal(acting)) return jsonResponse(acting);
    const done = await answerIntroduction(room, acting.json, acting.session.person.name);
    engine.ring();
    engine.ringSending();
    return jsonResponse(done);
  });
  app.post('/api/admin/nodes/pull', async (c) => {
    const acting = await administering(c);
    if (isRefusal(acting)) return jsonResponse(acting);
    const due = await pullNow(room, acting.json);
    if (!isRefusal(due)) engine.ring();
    return jsonResponse(due);
  });
}
