/** `POST /api/attachments` takes a document; `GET /attachments/{digest}` gives it to readers. */
import type { Hono } from 'hono';
import type { AttachmentType } from '../../kernel/attachment.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import type { HeldDocument } from '../../store/contract.ts';
import { judgeOrigin } from '../api/acts.ts';
import { jsonResponse } from '../api/json-response.ts';
import { UNKNOWN_RULE } from '../host-rules.ts';
import { ATTACHMENTS_PATH, type ShowRefusal, UPLOAD_PATH } from '../protection.ts';
import type { Services } from '../services.ts';
import { type HostContext, type HostEnv, requireSession, viewerOf } from '../viewer.ts';

const YEAR_SECONDS = 31_536_000;

/** What a browser shows by itself; all else it is to save. */
const SHOWN_INLINE: ReadonlySet<AttachmentType> = new Set([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/tiff',
]);

/** RFC 6266 and RFC 8187: a name for old programs, and the whole name for the others. */
function dispositionOf({ mediaType, name }: HeldDocument): string {
  const how = SHOWN_INLINE.has(mediaType) ? 'inline' : 'attachment';
  const plain = name.replaceAll(/[^A-Za-z0-9 ._-]/g, '_');
  const whole = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${whole}`;
}

function headersOf(held: HeldDocument): Record<string, string> {
  const charset = held.mediaType === 'text/plain' ? '; charset=utf-8' : '';
  return {
    etag: `"${held.digest}"`,
    vary: 'Cookie, Authorization',
    // The digest settles the bytes for ever; what is marked may be recalled or erased, and is kept
    // by nobody on the way.
    'cache-control': held.isClear
      ? `public, max-age=${YEAR_SECONDS}, immutable`
      : 'private, no-store',
    'content-type': `${held.mediaType}${charset}`,
    'content-disposition': dispositionOf(held),
  };
}

/** One answer for what is unknown, not at hand and not released: they are not to be told apart. */
const nothingHere: Refusal = refuse(
  UNKNOWN_RULE,
  said('There is no such document here, or it is not released to you.'),
  { remedy: said('A document is had by the digest that an act names, where you may see the act.') },
);

async function give(services: Services, c: HostContext, show: ShowRefusal): Promise<Response> {
  const digest = c.req.param('digest') ?? '';
  const held = await services.store.attachments.find(digest, viewerOf(c.get('session')));
  if (!held) return show(c, nothingHere);
  const headers = headersOf(held);
  const known = (c.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim());
  if (known.some((tag) => tag.replace(/^W\//, '') === headers['etag'])) {
    return new Response(null, { status: 304, headers });
  }
  headers['content-length'] = String(held.sizeBytes);
  return new Response(c.req.method === 'HEAD' ? null : held.read(), { headers });
}

async function take(services: Services, c: HostContext): Promise<Response> {
  const session = requireSession(c);
  if (isRefusal(session)) return jsonResponse(session);
  const foreign = judgeOrigin(c, services.config.origin ?? new URL(c.req.url).origin);
  if (foreign) return jsonResponse(foreign);
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  const known = await services.store.attachments.keep(bytes, c.req.header('content-type') ?? '');
  // Whether someone else had brought it before is nobody's business: it is made anew for each.
  return jsonResponse(known, 201);
}

/** Mounts both ways. */
export function mountAttachments(app: Hono<HostEnv>, services: Services, show: ShowRefusal): void {
  app.post(UPLOAD_PATH, (c) => take(services, c));
  app.get(`${ATTACHMENTS_PATH}:digest`, (c) => give(services, c, show));
}
