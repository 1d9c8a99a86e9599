/** TAXII 2.1: channels as collections, for programs that pull and push STIX objects. */
import type { Hono } from 'hono';
import { type Refusal, isRefusal } from '../../kernel/refusal.ts';
import {
  type Address,
  DISCOVERY_PATH,
  OBJECTS_PATH,
  READ_PATHS,
  ROOT_PATH,
  addressOf,
} from '../../standards/taxii/address.ts';
import { errorText } from '../../standards/taxii/error-message.ts';
import { TAXII_TYPE, judgeAccept } from '../../standards/taxii/media-type.ts';
import {
  apiRoot,
  collectionText,
  collectionsText,
  dateHeaders,
  discovery,
  envelope,
  manifest,
  versionsText,
} from '../../standards/taxii/resources.ts';
import { type Selection, readSelection } from '../../standards/taxii/selection.ts';
import { statusOf } from '../http-status.ts';
import type { Services } from '../services.ts';
import { type HostContext, type HostEnv, requireSession, viewerOf } from '../viewer.ts';
import { type TaxiiAnswer, type TaxiiParts, collectionFor, unknown } from './find-collection.ts';
import { receiveObjects } from './receive-objects.ts';
import type { Asker, TaxiiShelf } from './shelf.ts';
import { type StatusKeeper, createStatusKeeper } from './status-keeper.ts';

const given = (body: string, headers: Record<string, string> = {}): TaxiiAnswer => ({
  status: 200,
  body,
  headers,
});

function selectionFor(address: Address, query: URLSearchParams): Selection | Refusal {
  const selection = readSelection(query);
  if (isRefusal(selection) || !('object' in address)) return selection;
  const { versions } = selection;
  const isOfVersions = address.of === 'versions';
  return {
    ...selection,
    ids: [address.object],
    versions: isOfVersions ? { ...versions, all: true } : versions,
  };
}

type Paged = Extract<Address, { readonly collection: string }>;

async function page(
  parts: TaxiiParts,
  asker: Asker,
  address: Paged,
  query: URLSearchParams,
): Promise<TaxiiAnswer | Refusal> {
  const collection = await collectionFor(parts, asker, address.collection);
  if (isRefusal(collection)) return collection;
  if (address.of === 'collection') {
    return given(collectionText(parts.services.store.network, collection));
  }
  const selection = selectionFor(address, query);
  if (isRefusal(selection)) return selection;
  const found = await parts.shelf.select(asker, collection.alias, selection);
  const isOneObject = address.of === 'object' || address.of === 'versions';
  if (isOneObject && found.rows.length === 0 && selection.after === null) return unknown('object');
  const write = { manifest, objects: envelope, object: envelope, versions: versionsText };
  return given(write[address.of](found), dateHeaders(found));
}

function titleOf({ services }: TaxiiParts): string {
  return `Concord, ${services.store.network}`;
}

async function read(
  parts: TaxiiParts,
  c: HostContext,
  asker: Asker,
  address: Address,
): Promise<TaxiiAnswer | Refusal> {
  if ('collection' in address) return page(parts, asker, address, new URL(c.req.url).searchParams);
  const { services, shelf, statuses } = parts;
  if (address.of === 'status') {
    const kept = asker.session && (await statuses.find(asker.session.person.id, address.status));
    return kept === null ? unknown('status') : given(kept);
  }
  if (address.of === 'collections') {
    return given(collectionsText(services.store.network, await shelf.collections(asker)));
  }
  if (address.of === 'root') return given(apiRoot(titleOf(parts)));
  const origin = services.config.origin ?? new URL(c.req.url).origin;
  return given(discovery(titleOf(parts), [`${origin}${ROOT_PATH}`]));
}

async function answer(parts: TaxiiParts, c: HostContext): Promise<TaxiiAnswer | Refusal> {
  const address = addressOf(c.req.path);
  if (address === null) return unknown('address');
  const refused = judgeAccept(c.req.header('accept') ?? null);
  if (refused) return refused;
  const session = c.get('session');
  const asker: Asker = { session, viewer: viewerOf(session) };
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return read(parts, c, asker, address);
  if (address.of !== 'objects') return unknown('address');
  const signedIn = requireSession(c);
  return isRefusal(signedIn)
    ? signedIn
    : receiveObjects(parts, c, { session: signedIn, viewer: asker.viewer }, address.collection);
}

function responseOf(found: TaxiiAnswer | Refusal): Response {
  const headers = {
    'content-type': TAXII_TYPE,
    'cache-control': 'private, no-store',
    vary: 'Accept, Cookie, Authorization',
  };
  if (isRefusal(found)) {
    const status = statusOf(found);
    const asked: Record<string, string> = status === 401 ? { 'www-authenticate': 'Bearer' } : {};
    return new Response(errorText(found, status), { status, headers: { ...headers, ...asked } });
  }
  return new Response(found.body, {
    status: found.status,
    headers: { ...headers, ...found.headers },
  });
}

/** Mounts discovery and all that is below it. */
export function mountTaxii(
  app: Hono<HostEnv>,
  services: Services,
  shelf: TaxiiShelf,
  statuses: StatusKeeper = createStatusKeeper(),
): void {
  const parts: TaxiiParts = { services, shelf, statuses };
  const respond = async (c: HostContext): Promise<Response> => responseOf(await answer(parts, c));
  // Each by itself, so that whoever goes through all routes finds it; then whatever else is asked.
  for (const path of READ_PATHS) app.get(path, respond);
  for (const path of [DISCOVERY_PATH.slice(0, -1), `${DISCOVERY_PATH}*`]) app.get(path, respond);
  app.post(OBJECTS_PATH, respond);
}
