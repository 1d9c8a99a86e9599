/** What this node answers as a relay: envelopes that lie here for others. */
import { type Hono } from 'hono';
import { ENVELOPE_MEDIA_TYPE, readOutside } from '../../federation/envelope.ts';
import { ArrivedAsked } from '../../federation/node-answers.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { SIZE_RULE, UNKNOWN_RULE } from '../host-rules.ts';
import type { HostEnv } from '../viewer.ts';
import { knownCaller, refusedNode } from './caller.ts';
import {
  dropEnvelope,
  envelopeBytes,
  envelopesFor,
  fateOf,
  keepEnvelope,
} from './envelope-tables.ts';
import type { FederationRoom } from './federation-room.ts';
import { answering, bytesAnswer } from './stream-routes.ts';

const CREATED = 201;

/** What proves that an envelope arrived; null where nothing of that form was sent. */
function proofIn(body: Uint8Array): string | null {
  try {
    const read = ArrivedAsked.safeParse(JSON.parse(Buffer.from(body).toString('utf8')));
    return read.success ? read.data.proof : null;
  } catch {
    return null;
  }
}

/** Mounts what a relay does. */
export function mountEnvelopes(app: Hono<HostEnv>, room: FederationRoom): void {
  const { pool } = room;
  app.post(
    '/federation/envelopes',
    answering(room, async (c, asking) => {
      const caller = knownCaller(asking);
      if (isRefusal(caller)) return refusedNode(c, caller);
      const outside = readOutside(asking.body);
      if (isRefusal(outside)) return refusedNode(c, outside);
      if (await keepEnvelope(pool, outside, asking.body, caller.operator)) {
        room.ringEnvelopes();
        return c.json({ id: outside.id }, CREATED);
      }
      const reason = said('No more has room here for {$recipient}.', {
        recipient: outside.recipient,
      });
      return refusedNode(c, refuse(SIZE_RULE, reason));
    }),
  );
  app.get(
    '/federation/envelopes',
    answering(room, async (c, asking) => {
      const caller = knownCaller(asking);
      if (isRefusal(caller)) return refusedNode(c, caller);
      return c.json({ envelopes: await envelopesFor(pool, caller.operator) });
    }),
  );
  app.get(
    '/federation/envelopes/:id',
    answering(room, async (c, asking) => {
      const caller = knownCaller(asking);
      if (isRefusal(caller)) return refusedNode(c, caller);
      const bytes = await envelopeBytes(pool, caller.operator, c.req.param('id') ?? '');
      return bytes
        ? bytesAnswer(c, bytes, ENVELOPE_MEDIA_TYPE)
        : refusedNode(c, refuse(UNKNOWN_RULE, said('No such envelope lies here for you.')));
    }),
  );
  app.post(
    '/federation/envelopes/:id/arrived',
    answering(room, async (c, asking) => {
      const caller = knownCaller(asking);
      if (isRefusal(caller)) return refusedNode(c, caller);
      const proof = proofIn(asking.body);
      await dropEnvelope(pool, caller.operator, c.req.param('id') ?? '', proof);
      return c.json({ done: true });
    }),
  );
  app.get(
    '/federation/envelopes/:id/fate',
    answering(room, async (c, asking) => {
      const caller = knownCaller(asking);
      if (isRefusal(caller)) return refusedNode(c, caller);
      return c.json(await fateOf(pool, caller.operator, c.req.param('id') ?? ''));
    }),
  );
}
