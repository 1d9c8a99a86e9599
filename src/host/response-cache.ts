/**
 * Answers kept by what they depend on: address, language, viewer, day and position of the record.
 * An answer of an earlier position is never found again, so nothing needs to be thrown away.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

const gzipped = promisify(gzip);
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

interface Kept extends Omit<Answer, 'body'> {
  readonly etag: string;
  readonly bodies: { identity: Uint8Array } & Partial<Record<'br' | 'gzip', Promise<Uint8Array>>>;
}

export interface ResponseCache {
  /** The answer for this key, made once; as a response in the encoding that the reader takes. */
  respond(key: string, request: Headers, make: () => Promise<Answer>): Promise<Response>;
}

function keep(answer: Answer): Kept {
  const { body, ...rest } = answer;
  const identity = Buffer.from(body, 'utf8');
  const etag = createHash('sha256').update(identity).digest('base64url').slice(0, 27);
  return { ...rest, etag, bodies: { identity } };
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

async function bodyOf(kept: Kept, encoding: Encoding): Promise<Uint8Array> {
  const { bodies } = kept;
  if (encoding === 'identity') return bodies.identity;
  const quality = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY };
  bodies[encoding] ??=
    encoding === 'br' ? brotlied(bodies.identity, { params: quality }) : gzipped(bodies.identity);
  return bodies[encoding];
}

function matches(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}

async function responseOf(kept: Kept, request: Headers): Promise<Response> {
  const small = kept.bodies.identity.byteLength < COMPRESSED_FROM_BYTES;
  const encoding = small ? 'identity' : encodingOf(request.get('accept-encoding'));
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
export function createResponseCache(sizeBytesMax: number): ResponseCache {
  const kept = new LRUCache<string, Kept, () => Promise<Answer>>({
    maxSize: Math.max(1, sizeBytesMax),
    // Compressed bodies come later; a third is added for them, and the key for itself.
    sizeCalculation: (value, key) =>
      Math.ceil(value.bodies.identity.byteLength * 1.34) + key.length * 2 + 200,
    fetchMethod: async (_key, _stale, { context }) => keep(await context()),
  });
  return {
    async respond(key, request, make) {
      const found = await kept.fetch(key, { context: make });
      return responseOf(found ?? keep(await make()), request);
    },
  };
}
