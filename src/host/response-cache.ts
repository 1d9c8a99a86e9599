/**
 * Answers kept by what they depend on: address, language, viewer, day and position of the record.
 * An answer of an earlier position is never found again, so nothing needs to be thrown away.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gunzip, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

const gzipped = promisify(gzip);
const gunzipped = promisify(gunzip);
const brotlied = promisify(brotliCompress);

/** Below this a compressed body saves less than a packet. */
const COMPRESSED_FROM_BYTES = 860;
/** 5 of 11: within a few percent of the best for HTML, at a tenth of its time. */
const BROTLI_QUALITY = 5;

export interface Answer {
  readonly status: ContentfulStatusCode;
  readonly contentType: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

type Encoding = 'br' | 'gzip' | 'identity';

/**
 * An answer as it is kept: compressed, since nearly every reader takes it so and pages then fit in
 * a fifth of the memory. For the others it is uncompressed again.
 */
interface Kept extends Omit<Answer, 'body'> {
  readonly etag: string;
  readonly encoding: 'gzip' | 'identity';
  readonly body: Uint8Array;
  brotli?: Promise<Uint8Array>;
}

export interface ResponseCache {
  /** The answer for this key, made once; as a response in the encoding that the reader takes. */
  respond(key: string, request: Headers, make: () => Promise<Answer>): Promise<Response>;
}

async function keep(answer: Answer): Promise<Kept> {
  const { body: text, ...rest } = answer;
  const identity = Buffer.from(text, 'utf8');
  const isSmall = identity.byteLength < COMPRESSED_FROM_BYTES;
  const body = isSmall ? identity : await gzipped(identity);
  const etag = createHash('sha256').update(body).digest('base64url').slice(0, 27);
  return { ...rest, etag, encoding: isSmall ? 'identity' : 'gzip', body };
}

/** The best encoding that the reader accepts; `q=0` forbids one. */
export function encodingOf(acceptEncoding: string | null): Encoding {
  const accepted = (acceptEncoding ?? '')
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => !/;\s*q=0(\.0+)?$/.test(part))
    .map((part) => part.split(';')[0]);
  if (accepted.includes('br')) return 'br';
  return accepted.includes('gzip') ? 'gzip' : 'identity';
}

/** A body in the encoding that its reader takes, for an answer that nobody keeps. */
export async function encoded(
  body: string,
  acceptEncoding: string | null,
): Promise<{ encoding: Encoding; body: Uint8Array<ArrayBuffer> }> {
  const identity = Buffer.from(body, 'utf8');
  const encoding = encodingOf(acceptEncoding);
  if (encoding === 'identity' || identity.byteLength < COMPRESSED_FROM_BYTES) {
    return { encoding: 'identity', body: identity };
  }
  if (encoding === 'gzip') return { encoding, body: await gzipped(identity) };
  const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY };
  return { encoding, body: await brotlied(identity, { params }) };
}

async function compressBetter(body: Uint8Array): Promise<Uint8Array> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY };
  return brotlied(await gunzipped(body), { params });
}

async function bodyOf(kept: Kept, encoding: Encoding): Promise<Uint8Array> {
  if (encoding === kept.encoding) return kept.body;
  if (encoding === 'identity') return gunzipped(kept.body);
  return (kept.brotli ??= compressBetter(kept.body));
}

function matches(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}

async function responseOf(kept: Kept, request: Headers): Promise<Response> {
  const { encoding: own } = kept;
  const encoding = own === 'identity' ? own : encodingOf(request.get('accept-encoding'));
  // A strong tag names one sequence of bytes, so each encoding has its own.
  const etag = `"${kept.etag}${encoding === 'identity' ? '' : `-${encoding}`}"`;
  const headers = new Headers({
    etag,
    vary: 'Accept-Encoding, Accept-Language, Cookie, Authorization',
    'cache-control':
      request.has('cookie') || request.has('authorization') ? 'private, no-cache' : 'no-cache',
    ...kept.headers,
  });
  if (kept.status === 200 && matches(request.get('if-none-match'), etag)) {
    return new Response(null, { status: 304, headers });
  }
  headers.set('content-type', kept.contentType);
  if (encoding !== 'identity') headers.set('content-encoding', encoding);
  const body = await bodyOf(kept, encoding);
  headers.set('content-length', String(body.byteLength));
  // Buffers of node are views of bytes; the standard's type does not know their shared kind.
  return new Response(body as Uint8Array<ArrayBuffer>, { status: kept.status, headers });
}

/** A cache of at most `sizeBytesMax`; concurrent requests for one answer wait for one making. */
export function createResponseCache(
  sizeBytesMax: number,
  asked?: (isHit: boolean) => void,
): ResponseCache {
  const kept = new LRUCache<string, Kept, () => Promise<Answer>>({
    maxSize: Math.max(1, sizeBytesMax),
    // The other compressed body may come later, and is no larger; the key is added for itself.
    sizeCalculation: (value, key) => value.body.byteLength * 2 + key.length * 2 + 200,
    fetchMethod: async (_key, _stale, { context }) => keep(await context()),
  });
  return {
    async respond(key, request, make) {
      asked?.(kept.has(key));
      const found = await kept.fetch(key, { context: make });
      return responseOf(found ?? (await keep(await make())), request);
    },
  };
}
