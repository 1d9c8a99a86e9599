import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { isRefusal } from '../../kernel/refusal.ts';
import { READ_PATHS, addressOf } from './address.ts';
import { judgeAccept, judgeContentType } from './media-type.ts';
import {
  type Held,
  collectionId,
  collectionsText,
  dateHeaders,
  envelope,
  manifest,
  versionsText,
} from './resources.ts';
import { LIMIT_MAX, type Selection, VALUES_MAX, nextOf, readSelection } from './selection.ts';
import { statusText } from './status.ts';

describe('media types', () => {
  it.each([
    null,
    'application/taxii+json;version=2.1',
    'application/taxii+json; version="2.1"',
    'application/taxii+json',
    'text/html, application/taxii+json;version=2.1;q=0.5',
    '*/*',
  ])('are given to who accepts %s', (accept) => {
    expect(judgeAccept(accept)).toBeNull();
  });

  it.each([
    'application/taxii+json;version=2.0',
    'application/json',
    'text/html',
    'application/taxii+json;q=0',
    '',
  ])('are refused to who accepts “%s”', (accept) => {
    expect(judgeAccept(accept)?.rule.id).toBe('taxii.accept');
  });

  it('of a body are one only', () => {
    expect(judgeContentType('application/taxii+json;version=2.1')).toBeNull();
    expect(judgeContentType('application/taxii+json')).toBeNull();
    expect(judgeContentType('application/json')?.rule.id).toBe('taxii.content-type');
    expect(judgeContentType(null)?.rule.id).toBe('taxii.content-type');
  });
});

const selectionOf = (query: string): Selection => {
  const read = readSelection(new URLSearchParams(query));
  if (isRefusal(read)) throw new Error(read.reason);
  return read;
};
const ruleOf = (query: string): string => {
  const read = readSelection(new URLSearchParams(query));
  return isRefusal(read) ? read.rule.id : 'read';
};

const ID = 'tool--0f2c1d3e-1111-4a2b-8c3d-4e5f60718293';

describe('a selection', () => {
  it('without filters is of the last version of each object', () => {
    expect(selectionOf('')).toEqual({
      addedAfter: null,
      limit: 100,
      after: null,
      ids: [],
      types: [],
      specVersions: [],
      versions: { last: true, first: false, all: false, at: [] },
    });
  });

  it('is read off every filter', () => {
    const query =
      `added_after=2026-01-01T00:00:00Z&limit=7&match[id]=${ID}` +
      '&match[type]=tool,x-a&match[spec_version]=2.1';
    expect(selectionOf(`${query}&match[version]=first,2026-01-01T00:00:00Z`)).toEqual({
      addedAfter: '2026-01-01T00:00:00Z',
      limit: 7,
      after: null,
      ids: [ID],
      types: ['tool', 'x-a'],
      specVersions: ['2.1'],
      versions: {
        last: false,
        first: true,
        all: false,
        at: ['2026-01-01T00:00:00.000000000000Z'],
      },
    });
  });

  it.each([
    ['limit=0', 'taxii.page'],
    ['limit=-1', 'taxii.page'],
    ['limit=ten', 'taxii.page'],
    ['next=x', 'taxii.page'],
    ['added_after=yesterday', 'taxii.filter'],
    ['match[type]=Tool', 'taxii.filter'],
    ['match[id]=tool', 'taxii.filter'],
    ['match[version]=newest', 'taxii.filter'],
    ['match[colour]=red', 'taxii.filter'],
  ])('is refused where %s', (query, rule) => {
    expect(ruleOf(query)).toBe(rule);
  });

  it('is bounded in objects and in values', () => {
    expect(selectionOf(`limit=${LIMIT_MAX + 1}`).limit).toBe(LIMIT_MAX);
    const types = (count: number): string =>
      `match[type]=${Array.from({ length: count }, (_, at) => `x-${at}`).join(',')}`;
    expect(ruleOf(types(VALUES_MAX))).toBe('read');
    expect(ruleOf(types(VALUES_MAX + 1))).toBe('taxii.filter');
  });

  it('goes on where an answer says, wherever that is', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(10_000), (ledger, at) => {
        expect(selectionOf(`next=${nextOf({ ledger, at })}`).after).toEqual({ ledger, at });
      }),
    );
  });
});

const held = (ledger: number, version: string): Held => ({
  ledger,
  at: 0,
  id: ID,
  addedAt: `2026-01-0${ledger}T00:00:00.000Z`,
  version,
  specVersion: '2.1',
  text: `{"id":"${ID}","n":1.50}`,
});
const PAGE = {
  rows: [
    held(1, '2026-01-01T00:00:00.000000000000Z'),
    held(2, '2026-01-01T00:00:00.000100000000Z'),
  ],
  more: true,
};

describe('resources', () => {
  it('hold objects in their own words, and say how to go on', () => {
    const text = `{"id":"${ID}","n":1.50}`;
    expect(envelope(PAGE)).toBe(`{"more":true,"next":"Mi4w","objects":[${text},${text}]}`);
    expect(envelope({ rows: [held(1, '')], more: false })).toBe(
      `{"more":false,"objects":[${text}]}`,
    );
    expect(envelope({ rows: [], more: false })).toBe('{}');
  });

  it('name versions as short as they can be', () => {
    expect(JSON.parse(manifest(PAGE))).toMatchObject({
      objects: [
        {
          id: ID,
          date_added: '2026-01-01T00:00:00.000Z',
          version: '2026-01-01T00:00:00.000Z',
          media_type: 'application/stix+json;version=2.1',
        },
        { version: '2026-01-01T00:00:00.0001Z' },
      ],
    });
    expect(JSON.parse(versionsText(PAGE))).toMatchObject({
      versions: ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.0001Z'],
    });
  });

  it('tell in headers when the first and the last was added', () => {
    expect(dateHeaders(PAGE)).toEqual({
      'x-taxii-date-added-first': '2026-01-01T00:00:00.000Z',
      'x-taxii-date-added-last': '2026-01-02T00:00:00.000Z',
    });
    expect(dateHeaders({ rows: [], more: false })).toEqual({});
  });

  it('give each collection a UUID that stays', () => {
    const id = collectionId('a network', 'alerts');
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(collectionId('a network', 'alerts')).toBe(id);
    expect(collectionId('another', 'alerts')).not.toBe(id);
    expect(collectionsText('a network', [])).toBe('{}');
  });

  it('count what became of each object that was sent', () => {
    const successes = [{ id: ID, version: '2026-01-01T00:00:00.000Z' }];
    const failures = [{ id: ID, version: '', message: 'It has no name.' }];
    expect(JSON.parse(statusText('s', 'now', { successes, failures, pendings: [] }))).toEqual({
      id: 's',
      status: 'complete',
      request_timestamp: 'now',
      total_count: 2,
      success_count: 1,
      successes,
      failure_count: 1,
      failures,
      pending_count: 0,
    });
    const pendings = [{ id: ID, version: '' }];
    const waiting = statusText('s', 'now', { successes: [], failures: [], pendings });
    expect(JSON.parse(waiting)).toMatchObject({ status: 'pending', pending_count: 1, pendings });
  });
});

describe('an address', () => {
  it('of every path that is read is known', () => {
    for (const path of READ_PATHS) expect([path, addressOf(path)]).not.toContain(null);
  });

  it.each([
    ['/taxii2/', { of: 'discovery' }],
    ['/taxii2', { of: 'discovery' }],
    ['/taxii2/channels/', { of: 'root' }],
    ['/taxii2/channels/status/7/', { of: 'status', status: '7' }],
    ['/taxii2/channels/collections/', { of: 'collections' }],
    ['/taxii2/channels/collections/a/', { of: 'collection', collection: 'a' }],
    ['/taxii2/channels/collections/a/manifest/', { of: 'manifest', collection: 'a' }],
    ['/taxii2/channels/collections/a/objects/', { of: 'objects', collection: 'a' }],
    ['/taxii2/channels/collections/a/objects/b/', { of: 'object', collection: 'a', object: 'b' }],
    [
      '/taxii2/channels/collections/a/objects/b/versions/',
      { of: 'versions', collection: 'a', object: 'b' },
    ],
    ['/taxii2/elsewhere/', null],
    ['/taxii2/channels/status/', null],
    ['/taxii2/channels//collections/', null],
    ['/taxii2/channels/collections/a/manifest/b/', null],
    ['/taxii2/channels/collections/a/objects/b/versions/c/', null],
    ['/taxii2/channels/collections/a/objects/b/other/', null],
  ])('%s', (path, address) => {
    expect(addressOf(path)).toEqual(address);
  });
});
