/** Bundles on a stick, for administrators: written as a stream of bytes, and read as one. */
import type { Hono } from 'hono';
import { stream } from 'hono/streaming';
import { BUNDLE_MEDIA_TYPE } from '../../federation/bundle.ts';
import { bundleOf, takeBundle } from '../../federation/carry-bundle.ts';
import type { PullReport } from '../../federation/pull-report.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { judgeAdministrator, requireAdministrator } from '../admin/administrator.ts';
import { judgeOrigin } from '../api/acts.ts';
import { jsonResponse } from '../api/json-response.ts';
import { BODY_RULE, SIZE_RULE, UNKNOWN_RULE } from '../host-rules.ts';
import type { Services } from '../services.ts';
import { type HostContext, type HostEnv, requireSession } from '../viewer.ts';
import type { FederationRoom } from './federation-room.ts';

/** Bytes of a bundle that is taken in over HTTP. */
export const BUNDLE_BYTES_MAX = 4 * 1024 ** 3;
const PATH = '/api/admin/bundle';

/** Bytes that are counted as they come; more than are allowed end it. */
async function* counted(body: ReadableStream<Uint8Array>, bytesMax: number) {
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    // What was read until here stands; the bundle just ends early.
    if (bytes > bytesMax) return;
    yield chunk;
  }
}

function takingFault(services: Services, c: HostContext): Refusal | null {
  const session = requireSession(c);
  if (isRefusal(session)) return session;
  const origin = services.config.origin ?? new URL(c.req.url).origin;
  const fault = judgeOrigin(c, origin) ?? judgeAdministrator(session);
  if (fault) return fault;
  if (c.req.header('content-type') !== BUNDLE_MEDIA_TYPE) {
    return refuse(BODY_RULE, said('The body is not declared as a bundle.'), {
      remedy: said('Send it with Content-Type: {$bundleMediaType}.', {
        bundleMediaType: BUNDLE_MEDIA_TYPE,
      }),
    });
  }
  return Number(c.req.header('content-length') ?? 0) <= BUNDLE_BYTES_MAX
    ? null
    : refuse(
        SIZE_RULE,
        said('The bundle is larger than {$bundleBytesMax} bytes.', {
          bundleBytesMax: BUNDLE_BYTES_MAX,
        }),
      );
}

/** What a bundle brought, as it is told. */
export function reportJson(report: PullReport) {
  const { acts, waiting, faults, faultsCount, forks, behind } = report;
  const { documents, documentsLacking } = report;
  const told = (all: PullReport['faults']) =>
    all.map(({ stream: name, refusal }) => ({
      stream: name,
      rule: refusal.rule.id,
      reason: refusal.reason,
    }));
  return {
    acts,
    behind,
    documents,
    documentsLacking,
    waiting: told(waiting),
    faults: told(faults),
    faultsCount,
    forks: forks.map(({ stream: name, seq }) => ({ stream: name, seq })),
  };
}

async function writing(room: FederationRoom, c: HostContext): Promise<Response> {
  const session = requireAdministrator(c);
  if (isRefusal(session)) return jsonResponse(session);
  const { network, operator: sender } = room.store;
  const recipient = c.req.query('recipient') || null;
  const peer = (await room.peers()).find(({ operator }) => operator === recipient);
  if (recipient !== null && !peer) {
    return jsonResponse(
      refuse(
        UNKNOWN_RULE,
        said('No node of {$recipient} is followed.', { recipient: recipient.slice(0, 63) }),
        {
          remedy: said('Follow it first: its key is what the bundle is sealed with.'),
        },
      ),
    );
  }
  const chunks = bundleOf(room.outbound, {
    head: { network, sender, recipient },
    recipientKey: peer ? Buffer.from(peer.encryptionKey, 'base64url') : null,
    viewer: await room.viewerFor(recipient ?? sender),
    documents: room.store.attachments,
  });
  c.header('content-type', BUNDLE_MEDIA_TYPE);
  c.header('content-disposition', `attachment; filename="${sender}.concord"`);
  c.header('cache-control', 'no-store');
  return stream(c, async (out) => {
    for await (const chunk of chunks) await out.write(chunk);
  });
}

/** Mounts bundles: before the bounds of other bodies, since they are read as they come. */
export function mountBundles(app: Hono<HostEnv>, services: Services, room: FederationRoom): void {
  app.get(PATH, async (c) => writing(room, c));
  app.post(PATH, async (c) => {
    const fault = takingFault(services, c);
    if (fault) return jsonResponse(fault);
    const { body } = c.req.raw;
    if (!body) return jsonResponse(refuse(BODY_RULE, said('There is no body.')));
    const { network, operator } = room.store;
    const reader = { network, operator, key: room.encryptionKey };
    const { holdings, attachments } = room.store;
    const chunks = counted(body, BUNDLE_BYTES_MAX);
    const report = await takeBundle(chunks, holdings, reader, attachments);
    return jsonResponse(reportJson(report));
  });
}
