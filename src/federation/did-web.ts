/**
 * The address of a node and its did:web, each made from the other (did:web Method Specification,
 * section 3.2). Strict both ways: one node has one address and one identifier, so that no second
 * spelling is pinned to a second key.
 */
import { type Refusal, isRefusal, refuse } from '../kernel/refusal.ts';
import { type Sentence, said } from '../kernel/said.ts';
import { ADDRESS_RULE } from './rules.ts';

export const ADDRESS_CHARACTERS_MAX = 400;
export const PATH_SEGMENTS_MAX = 8;
const HOST_CHARACTERS_MAX = 253;
const PORT_MAX = 65_535;

export interface AddressOptions {
  /** Whether nodes on this machine are reached by http without TLS: for tests and trials. */
  readonly loopbackHttp: boolean;
}

/** Where a node is reached, in its parts. */
interface Place {
  readonly host: string;
  readonly port: number | null;
  readonly path: readonly string[];
}

const LOOPBACK = new Set(['localhost', '127.0.0.1']);
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const SEGMENT = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}$/;
const PORT = /^[1-9][0-9]{0,4}$/;

const no = (reason: Sentence): Refusal =>
  refuse(ADDRESS_RULE, reason, {
    remedy: said('Give the address as its operator states it, such as https://concord.example.'),
  });

function hostFault(host: string, { loopbackHttp }: AddressOptions): Sentence | null {
  if (LOOPBACK.has(host)) {
    return loopbackHttp ? null : said('This node does not follow nodes on its own machine.');
  }
  const labels = host.split('.');
  if (host.length > HOST_CHARACTERS_MAX || !labels.every((label) => LABEL.test(label))) {
    return said('The address does not name a host in small letters.');
  }
  // A last label of digits alone would be read as an IPv4 address in one of its many spellings.
  const named = labels.length > 1 && !/^(?:[0-9]+|0x[0-9a-f]*)$/.test(labels.at(-1) ?? '');
  return named ? null : said('The address names a host by number or without its domain.');
}

function portFault(port: string | null, scheme: 'http' | 'https'): Sentence | null {
  if (port === null) return null;
  if (!PORT.test(port) || Number(port) > PORT_MAX)
    return said('The port is not a number up to 65535.');
  const isDefault = port === (scheme === 'https' ? '443' : '80');
  return isDefault
    ? said('The port is the one that goes without saying, so it is left out.')
    : null;
}

function placeOf(
  host: string,
  port: string | null,
  path: readonly string[],
  options: AddressOptions,
): Place | Refusal {
  const scheme = LOOPBACK.has(host) ? 'http' : 'https';
  const fault = hostFault(host, options) ?? portFault(port, scheme);
  if (fault !== null) return no(fault);
  if (path.length > PATH_SEGMENTS_MAX || !path.every((segment) => SEGMENT.test(segment))) {
    return no(said('The path of the address is not made of plain names.'));
  }
  return { host, port: port === null ? null : Number(port), path };
}

function splitPort(authority: string, separator: string): [string, string | null] {
  const at = authority.indexOf(separator);
  if (at < 0) return [authority, null];
  return [authority.slice(0, at), authority.slice(at + separator.length)];
}

function readDid(did: string, options: AddressOptions): Place | Refusal {
  if (did.length > ADDRESS_CHARACTERS_MAX) return no(said('The identifier is too long.'));
  const [scheme, method, authority = '', ...path] = did.split(':');
  if (scheme !== 'did' || method !== 'web') return no(said('The identifier is not a did:web.'));
  const [host, port] = splitPort(authority, '%3A');
  return placeOf(host, port, path, options);
}

function readAddress(address: string, options: AddressOptions): Place | Refusal {
  if (address.length > ADDRESS_CHARACTERS_MAX) return no(said('The address is too long.'));
  const found = /^(?<scheme>https?):\/\/(?<authority>[^/?#@\\]+)(?<path>(?:\/[^/?#\\]+)*)\/?$/.exec(
    address,
  )?.groups;
  if (!found) return no(said('The address is not one of https with a host and a path alone.'));
  const [host, port] = splitPort(found['authority'] ?? '', ':');
  const path = (found['path'] ?? '').split('/').slice(1);
  const place = placeOf(host, port, path, options);
  if (isRefusal(place)) return place;
  const wanted = LOOPBACK.has(host) ? 'http' : 'https';
  return found['scheme'] === wanted
    ? place
    : no(said('The address is reached by {$wanted}.', { wanted }));
}

function addressAt({ host, port, path }: Place): string {
  const scheme = LOOPBACK.has(host) ? 'http' : 'https';
  const authority = port === null ? host : `${host}:${port}`;
  return [`${scheme}://${authority}`, ...path].join('/');
}

function didAt({ host, port, path }: Place): string {
  return ['did', 'web', port === null ? host : `${host}%3A${port}`, ...path].join(':');
}

/** The address in its one form, without a slash at the end, or why it is none of a node. */
export function nodeAddress(address: string, options: AddressOptions): string | Refusal {
  const place = readAddress(address, options);
  return isRefusal(place) ? place : addressAt(place);
}

/** The did:web of a node at an address. */
export function didOf(address: string, options: AddressOptions): string | Refusal {
  const place = readAddress(address, options);
  return isRefusal(place) ? place : didAt(place);
}

/** The address of the node that a did:web names. */
export function addressOf(did: string, options: AddressOptions): string | Refusal {
  const place = readDid(did, options);
  return isRefusal(place) ? place : addressAt(place);
}

/** Where the DID document of a node at an address stands; `address` as `nodeAddress` gives it. */
export function documentAddress(address: string): string {
  const hasPath = new URL(address).pathname !== '/';
  return hasPath ? `${address}/did.json` : `${address}/.well-known/did.json`;
}
