/** What this node answers to other nodes. */
import { type Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ENVELOPE_BYTES_MAX } from '../../federation/envelope.ts';
import { SEAL_BYTES } from '../../federation/sealing.ts';
import { NONCE_HEADER } from '../../federation/signed-request.ts';
import { FRAME_BYTES_MAX } from '../../federation/wire.ts';
import { refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { SIZE_RULE, UNKNOWN_RULE } from '../host-rules.ts';
import { problemResponse } from '../http-status.ts';
import type { HostContext, HostEnv } from '../viewer.ts';
import { mountDocuments } from './document-routes.ts';
import { mountEnvelopes } from './envelope-routes.ts';
import { introduced } from './introductions.ts';
import type { FederationRoom } from './federation-room.ts';
import { bytesAnswer, mountStreams } from './stream-routes.ts';

const BODY_BYTES_MAX = Math.max(FRAME_BYTES_MAX + SEAL_BYTES, ENVELOPE_BYTES_MAX);
const FOR_A_WHILE = 'public, max-age=60';
const [ACCEPTED, NO_CONTENT] = [202, 204] as const;

const nothingThere = () =>
  refuse(UNKNOWN_RULE, said('This node does not say of itself who it is.'), {
    remedy: said('Its operator’s key is not here, or its address is not one that nodes can have.'),
  });

function mountStatement(app: Hono<HostEnv>, room: FederationRoom): void {
  const document = (c: HostContext): Response => {
    const found = room.didDocument();
    if (!found) return problemResponse(nothingThere());
    c.header('cache-control', FOR_A_WHILE);
    c.header('content-type', 'application/did+json');
    return c.body(JSON.stringify(found));
  };
  app.get('/.well-known/did.json', document);
  // Where a proxy puts the node below a path, the document stands there (did:web, section 3.2).
  app.get('/did.json', document);
  app.get('/federation/node', (c) => {
    const stated = room.statement();
    if (!stated) return problemResponse(nothingThere());
    c.header('cache-control', FOR_A_WHILE);
    return bytesAnswer(c, stated.bytes, 'application/json');
  });
  app.get('/federation/nonce', (c) => {
    c.header('cache-control', 'no-store');
    c.header(NONCE_HEADER, room.nonces.make());
    return c.body(null, NO_CONTENT);
  });
}

function mountIntroduction(app: Hono<HostEnv>, room: FederationRoom): void {
  app.post('/federation/introduce', async (c) => {
    c.header('cache-control', 'no-store');
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const fault = await introduced(room, bytes);
    // Whether it is known, waits or was declined is not told: everyone may ask.
    return fault ? problemResponse(fault) : c.json({ introduced: true }, ACCEPTED);
  });
}

/** Mounts what other nodes ask; a program with a key asks, so no session and no form is read. */
export function mountFederation(app: Hono<HostEnv>, room: FederationRoom): { stop(): void } {
  app.use(
    '/federation/*',
    bodyLimit({
      maxSize: BODY_BYTES_MAX,
      onError: () =>
        problemResponse(
          refuse(
            SIZE_RULE,
            said('The body is larger than {$bodyBytesMax} bytes.', {
              bodyBytesMax: BODY_BYTES_MAX,
            }),
          ),
        ),
    }),
  );
  mountStatement(app, room);
  mountEnvelopes(app, room);
  mountIntroduction(app, room);
  mountDocuments(app, room);
  return mountStreams(app, room);
}
