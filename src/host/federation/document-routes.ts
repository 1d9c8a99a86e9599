/** Documents for other nodes: to each those that are named by acts it may see. */
import type { Hono } from 'hono';
import { SEALED_MEDIA_TYPE, isSealedLevel, sealFor } from '../../federation/sealing.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import type { HeldDocument } from '../../store/contract.ts';
import { UNKNOWN_RULE } from '../host-rules.ts';
import type { HostEnv } from '../viewer.ts';
import { type Asking, refusedNode } from './caller.ts';
import type { FederationRoom } from './federation-room.ts';
import { answering, bytesAnswer } from './stream-routes.ts';

/** One answer for what is unknown, not here and not released: they are not to be told apart. */
const nothingHere: Refusal = refuse(
  UNKNOWN_RULE,
  said('There is no such document here, or it is not released to you.'),
);

async function sealed(
  room: FederationRoom,
  { caller }: Asking,
  bytes: Uint8Array,
): Promise<Uint8Array | Refusal> {
  if (!caller) return nothingHere;
  const { network, operator: sender } = room.store;
  const context = { purpose: 'document', network, sender, recipient: caller.operator } as const;
  return sealFor(bytes, Buffer.from(caller.encryptionKey, 'base64url'), context);
}

/** Mounts what nodes ask of documents. */
export function mountDocuments(app: Hono<HostEnv>, room: FederationRoom): void {
  app.get(
    '/federation/documents/:digest',
    answering(room, async (c, asking) => {
      const digest = c.req.param('digest') ?? '';
      const held: HeldDocument | null = await room.store.attachments.find(digest, asking.viewer);
      if (!held) return refusedNode(c, nothingHere);
      const marking = { level: held.level, to: [] };
      if (!isSealedLevel(marking)) {
        c.header('content-type', held.mediaType);
        c.header('content-length', String(held.sizeBytes));
        return c.body(held.read());
      }
      const bytes = new Uint8Array(await new Response(held.read()).arrayBuffer());
      const closed = await sealed(room, asking, bytes);
      return isRefusal(closed) ? refusedNode(c, closed) : bytesAnswer(c, closed, SEALED_MEDIA_TYPE);
    }),
  );
}
