/** The paths of TAXII below a server's own: what is asked for, and of which collection. */

export type Address =
  | { readonly of: 'discovery' | 'root' | 'collections' }
  | { readonly of: 'status'; readonly status: string }
  | { readonly of: 'collection' | 'manifest' | 'objects'; readonly collection: string }
  | { readonly of: 'object' | 'versions'; readonly collection: string; readonly object: string };

/** Where discovery is, on every server (section 4.1). */
export const DISCOVERY_PATH = '/taxii2/';
/** The one API root of a node. */
export const ROOT_PATH = '/taxii2/channels/';

const COLLECTION = `${ROOT_PATH}collections/:collection/`;
/** Where objects are read, and added. */
export const OBJECTS_PATH = `${COLLECTION}objects/`;
/** Every path that is read, with names for what stands in it. */
export const READ_PATHS: readonly string[] = [
  DISCOVERY_PATH,
  ROOT_PATH,
  `${ROOT_PATH}status/:status/`,
  `${ROOT_PATH}collections/`,
  COLLECTION,
  `${COLLECTION}manifest/`,
  OBJECTS_PATH,
  `${COLLECTION}objects/:object/`,
  `${COLLECTION}objects/:object/versions/`,
];

function inCollection(collection: string, rest: readonly string[]): Address | null {
  const [kind, object, versions, ...more] = rest;
  if (kind === undefined) return { of: 'collection', collection };
  if (kind === 'manifest' && object === undefined) return { of: 'manifest', collection };
  if (kind !== 'objects' || more.length > 0) return null;
  if (object === undefined) return { of: 'objects', collection };
  if (versions === undefined) return { of: 'object', collection, object };
  return versions === 'versions' ? { of: 'versions', collection, object } : null;
}

function belowRoot([kind, name, ...rest]: readonly string[]): Address | null {
  if (kind === undefined) return { of: 'root' };
  if (kind === 'status') {
    return name !== undefined && rest.length === 0 ? { of: 'status', status: name } : null;
  }
  if (kind !== 'collections') return null;
  return name === undefined ? { of: 'collections' } : inCollection(name, rest);
}

/** What a path asks for, with or without the slash at its end; null where it is none of TAXII. */
export function addressOf(path: string): Address | null {
  const whole = path.endsWith('/') ? path : `${path}/`;
  if (whole === DISCOVERY_PATH) return { of: 'discovery' };
  if (!whole.startsWith(ROOT_PATH)) return null;
  const parts = whole.slice(ROOT_PATH.length).split('/').slice(0, -1);
  return parts.includes('') ? null : belowRoot(parts);
}
