/** `/export`: the public record as files, and act by act from any place on. */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Hono } from 'hono';
import { ActId } from '../../kernel/act.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { INPUT_RULE, UNKNOWN_RULE } from '../host-rules.ts';
import { problemResponse } from '../http-status.ts';
import { chooseLocale } from '../pages/locale.ts';
import { showPage } from '../pages/show-page.ts';
import type { ShowRefusal } from '../protection.ts';
import type { Services } from '../services.ts';
import { ANYONE, type HostContext, type HostEnv } from '../viewer.ts';
import { type BulkAct, bulkActs, placeOf } from './bulk-acts.ts';
import { bulkPage } from './bulk-page.tsx';
import { BulkRoom, isSnapshot } from './bulk-room.ts';
import { BULK_ACTS_PATH, BULK_PATH } from './path.ts';
import { type Snapshot, dataPackage } from './snapshot.ts';

/** Acts in one answer; the header `link` leads on. */
export const ACTS_ANSWERED_MAX = 1000;
const RETRY_SECONDS = 5;
const ACCEPTED = 202;
const NOT_MODIFIED = 304;

const originOf = (services: Services, c: HostContext): string =>
  services.config.origin ?? new URL(c.req.url).origin;

function making(done: number, total: number): Response {
  return Response.json(
    { state: 'making', done, total },
    {
      status: ACCEPTED,
      headers: { 'retry-after': String(RETRY_SECONDS), 'cache-control': 'no-store' },
    },
  );
}

/** Bytes that stay the same for as long as their digest does. */
function headersOf(type: string, etag: string): Record<string, string> {
  return { 'content-type': type, etag, 'cache-control': 'public, no-cache' };
}

function isKnown(c: HostContext, etag: string): boolean {
  return c.req.header('if-none-match') === etag;
}

function fileResponse(c: HostContext, snapshot: Snapshot, name: string): Response | Refusal {
  const file = snapshot.files.find((one) => one.file === name);
  if (!file) {
    const reason = said('There is no file {$name} in the export.', { name: name.slice(0, 80) });
    return refuse(UNKNOWN_RULE, reason, {
      remedy: said('{$path} names them all.', { path: `${BULK_PATH}/datapackage.json` }),
    });
  }
  const etag = `"${file.digest}"`;
  const headers = headersOf('application/gzip', etag);
  if (isKnown(c, etag)) return new Response(null, { status: NOT_MODIFIED, headers });
  const stream = Readable.toWeb(createReadStream(join(snapshot.folder, file.file)));
  return new Response(stream, {
    headers: { ...headers, 'content-length': String(file.bytes) },
  });
}

function readAfter(c: HostContext): { after: string | null; limit: number } | Refusal {
  const after = c.req.query('after') || null;
  const limit = Number(c.req.query('limit') || ACTS_ANSWERED_MAX);
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > ACTS_ANSWERED_MAX) {
    const most = ACTS_ANSWERED_MAX;
    return refuse(INPUT_RULE, said('limit is a whole number from 1 to {$most}.', { most }));
  }
  if (after === null || ActId.safeParse(after).success) return { after, limit };
  return refuse(INPUT_RULE, said('“after” is no act’s id.'), {
    remedy: said('Go on after the last act that you have, by its id.'),
  });
}

/** Acts after one that the asker names, as lines; always as nobody in particular. */
async function actsAfter(services: Services, c: HostContext): Promise<Response | Refusal> {
  const asked = readAfter(c);
  if (isRefusal(asked)) return asked;
  const { after, limit } = asked;
  const acts = await services.store.read(ANYONE, async (query) => {
    const place = after === null ? 0 : await placeOf(query, after);
    if (place === null) return null;
    const found: BulkAct[] = [];
    for await (const act of bulkActs(query, place, limit)) found.push(act);
    return found;
  });
  if (acts === null) {
    return refuse(UNKNOWN_RULE, said('There is no act of this id that is clear for all.'), {
      remedy: said('Begin anew, without “after”.'),
    });
  }
  const last = acts.length < limit ? undefined : acts.at(-1)?.act;
  const next = `${originOf(services, c)}${BULK_ACTS_PATH}?after=${last ?? ''}&limit=${limit}`;
  return new Response(acts.map((act) => `${JSON.stringify(act)}\n`).join(''), {
    headers: {
      'content-type': 'application/x-ndjson',
      'cache-control': 'no-cache',
      ...(last === undefined ? {} : { link: `<${next}>; rel="next"` }),
    },
  });
}

function describe(services: Services, c: HostContext, snapshot: Snapshot): Response {
  const { network, operator } = services.store;
  const origin = originOf(services, c);
  const about = { title: services.config.name, network, operator, origin };
  const digests = snapshot.files.map(({ digest }) => digest.slice(0, 16)).join('');
  const etag = `"${digests.slice(0, 64)}-${snapshot.files.length}"`;
  const headers = headersOf('application/json', etag);
  if (isKnown(c, etag)) return new Response(null, { status: NOT_MODIFIED, headers });
  const body = JSON.stringify(dataPackage(snapshot, about), null, 2);
  return new Response(body, { headers });
}

/** Mounts it; what it keeps goes with `close`. */
export function mountBulk(
  app: Hono<HostEnv>,
  services: Services,
  show: ShowRefusal,
): { close(): Promise<void> } {
  const room = new BulkRoom(services);
  app.get(BULK_PATH, async (c) => {
    const page = bulkPage(services.textIn(chooseLocale(c)), await room.ask());
    return showPage(services, c, page, { section: 'record' });
  });
  app.get(BULK_ACTS_PATH, async (c) => {
    const given = await actsAfter(services, c);
    return isRefusal(given) ? problemResponse(given) : given;
  });
  app.get(`${BULK_PATH}/:file`, async (c) => {
    const found = await room.ask();
    if (!isSnapshot(found)) return making(found.done, found.total);
    const name = c.req.param('file');
    if (name === 'datapackage.json') return describe(services, c, found);
    const given = fileResponse(c, found, name);
    return isRefusal(given) ? show(c, given) : given;
  });
  return { close: () => room.close() };
}
