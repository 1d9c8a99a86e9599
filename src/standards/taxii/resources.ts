/** Resources of TAXII 2.1 as JSON texts. */
import { createHash } from 'node:crypto';
import { STIX_TYPE, TAXII_TYPE } from './media-type.ts';
import { type Place, nextOf } from './selection.ts';

/** Bytes of one request that are read at most. */
export const CONTENT_BYTES_MAX = 8 * 1024 * 1024;

const TAXII_VERSIONS = [TAXII_TYPE];

/** A collection as a viewer may see it. */
export interface Collection {
  /** A name for people and addresses; the id follows from it. */
  readonly alias: string;
  readonly title: string;
  readonly description?: string;
  readonly canRead: boolean;
  readonly canWrite: boolean;
}

/** The UUID of a collection, which follows from its name and that of the network. */
export function collectionId(network: string, alias: string): string {
  const bytes = createHash('sha256').update(`concord collection\n${network}\n${alias}`).digest();
  // Collections have UUIDs of version 4 (section 5.2.1); of the digest's bits none is known before.
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  const ends = [0, 8, 12, 16, 20, 32];
  return ends
    .slice(1)
    .map((end, at) => hex.slice(ends[at], end))
    .join('-');
}

/** Section 4.1.1: what the server is, and its API roots as addresses. */
export function discovery(title: string, roots: readonly [string, ...string[]]): string {
  return JSON.stringify({ title, default: roots[0], api_roots: roots });
}

/** Section 4.2.1. */
export function apiRoot(title: string): string {
  return JSON.stringify({ title, versions: TAXII_VERSIONS, max_content_length: CONTENT_BYTES_MAX });
}

function collectionOf(network: string, one: Collection): Record<string, unknown> {
  return {
    id: collectionId(network, one.alias),
    title: one.title,
    ...(one.description ? { description: one.description } : {}),
    alias: one.alias,
    can_read: one.canRead,
    can_write: one.canWrite,
    media_types: [STIX_TYPE],
  };
}

/** Section 5.2.1. */
export function collectionText(network: string, one: Collection): string {
  return JSON.stringify(collectionOf(network, one));
}

/** Section 5.1.1: all collections; the list is left out where there is none. */
export function collectionsText(network: string, all: readonly Collection[]): string {
  if (all.length === 0) return '{}';
  return JSON.stringify({ collections: all.map((one) => collectionOf(network, one)) });
}

/** One object of a page, in the order in which objects were added. */
export interface Shelved extends Place {
  readonly id: string;
  /** ISO instants. */
  readonly addedAt: string;
  readonly version: string;
  readonly specVersion: string;
}

export interface Held extends Shelved {
  /** The object as JSON text. */
  readonly text: string;
}

/** A page, and whether there is more behind it. */
export interface PageOf<One extends Shelved> {
  readonly rows: readonly One[];
  readonly more: boolean;
}

/** The beginning of what has pages: `more` and `next` where there is more (section 3.5). */
function headOf({ rows, more }: PageOf<Shelved>): string {
  const last = rows.at(-1);
  return more && last ? `{"more":true,"next":"${nextOf(last)}"` : '{"more":false';
}

const paged = (page: PageOf<Shelved>, name: string, items: readonly string[]): string =>
  items.length === 0 ? '{}' : `${headOf(page)},"${name}":[${items.join(',')}]}`;

/** Section 3.7: an envelope of objects in their own words, never read nor written anew. */
export function envelope(page: PageOf<Held>): string {
  return paged(
    page,
    'objects',
    page.rows.map(({ text }) => text),
  );
}

/** Instants of versions are given to the millisecond at least, and no longer than needed. */
const shortInstant = (instant: string): string => instant.replace(/(\.\d{3}\d*?)0*Z$/, '$1Z');

/** Section 5.3.1: what there is, without the objects themselves. */
export function manifest(page: PageOf<Shelved>): string {
  const items = page.rows.map(({ id, addedAt, version, specVersion }) =>
    JSON.stringify({
      id,
      date_added: addedAt,
      version: shortInstant(version),
      media_type: STIX_TYPE.replace('2.1', specVersion),
    }),
  );
  return paged(page, 'objects', items);
}

/** Section 5.8.1: the versions of one object. */
export function versionsText(page: PageOf<Shelved>): string {
  const items = page.rows.map(({ version }) => JSON.stringify(shortInstant(version)));
  return paged(page, 'versions', [...new Set(items)]);
}

/** Headers that tell between which instants the objects of a page were added (section 3.5). */
export function dateHeaders({ rows }: PageOf<Shelved>): Record<string, string> {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return {};
  return {
    'x-taxii-date-added-first': first.addedAt,
    'x-taxii-date-added-last': last.addedAt,
  };
}
