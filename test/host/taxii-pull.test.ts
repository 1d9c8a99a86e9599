/** A collection of another server is pulled into a channel. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/program.ts';
import { OPEN, type TaxiiNode, openTaxiiNode } from './taxii-app.ts';

const tool = (number: number, more: object = {}) => ({
  type: 'tool',
  spec_version: '2.1',
  id: `tool--0f2c1d3e-0000-4a2b-8c3d-${String(number).padStart(12, '0')}`,
  created: '2026-01-01T00:00:00.000Z',
  modified: '2026-01-01T00:00:00.000Z',
  name: `Tool ${number}`,
  ...more,
});

type Give = (query: URLSearchParams, headers: http.IncomingHttpHeaders) => object | number;

let taxii: TaxiiNode;
let server: http.Server;
let collection = '';
let give: Give = () => ({});
const asked: { query: URLSearchParams; authorization: string | undefined }[] = [];

function serve(request: http.IncomingMessage, response: http.ServerResponse): void {
  const { searchParams } = new URL(request.url ?? '/', 'http://server.example');
  asked.push({ query: searchParams, authorization: request.headers.authorization });
  const given = give(searchParams, request.headers);
  if (typeof given === 'number') {
    response.writeHead(given, { location: 'http://elsewhere.example/' }).end();
    return;
  }
  const last = { 'x-taxii-date-added-last': '2026-02-01T00:00:00.000Z' };
  response
    .writeHead(200, { 'content-type': 'application/taxii+json;version=2.1', ...last })
    .end(JSON.stringify(given));
}

beforeAll(async () => {
  taxii = await openTaxiiNode({ CONCORD_PRIVATE_PEERS: 'allow' });
  server = http.createServer(serve);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  collection = `http://127.0.0.1:${port}/root/collections/one/`;
}, 60_000);
beforeEach(() => void asked.splice(0));
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await taxii.close();
});

async function pull(more: object = {}, who = 'FRA', node = taxii) {
  const response = await node.app.app.request('/api/taxii/pull', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${who}` },
    body: JSON.stringify({ url: collection, channel: OPEN, ...more }),
  });
  return { status: response.status, json: (await response.json()) as Record<string, unknown> };
}

describe('a collection of another server', () => {
  it('is pulled page by page, in every version, and added once', async () => {
    give = (query) =>
      query.get('next') === null
        ? { more: true, next: 'two', objects: [tool(1), tool(2)] }
        : { objects: [tool(3), { ...tool(4), name: 7 }] };
    const first = await pull({ authorization: 'Basic abc' });
    expect(first.json).toMatchObject({
      pages: 2,
      pulled: 4,
      known: 0,
      added: 3,
      failures: [{ id: tool(4).id }],
      addedLast: '2026-02-01T00:00:00.000Z',
      more: false,
    });
    expect(asked.map(({ query }) => query.get('match[version]'))).toEqual(['all', 'all']);
    expect(asked.map(({ authorization }) => authorization)).toEqual(['Basic abc', 'Basic abc']);
    const again = await pull({ authorization: 'Basic abc' });
    expect(again.json).toMatchObject({ pulled: 4, known: 3, added: 0 });
    // A little before the last that came, lest another was added within the same instant.
    expect(asked.at(-1)?.query.get('added_after')).toBe('2026-01-31T23:59:59.000Z');
  });

  it('is asked for anew by who asks as another', async () => {
    give = () => ({ objects: [tool(5)] });
    await pull({ authorization: 'Basic other' });
    expect(asked.at(-1)?.query.get('added_after')).toBeNull();
  });

  it('that is empty brings nothing', async () => {
    give = () => ({});
    expect((await pull()).json).toMatchObject({ pages: 1, pulled: 0, added: 0, failures: [] });
  });

  it.each<[string, Give, string]>([
    ['leads in a circle', () => ({ more: true, next: 'a', objects: [] }), 'taxii.pull'],
    ['says that there is more, and not where', () => ({ more: true }), 'taxii.pull'],
    ['sends elsewhere', () => 302, 'peer.no-redirect'],
    ['is not for us', () => 404, 'taxii.pull'],
    ['gives no envelope', () => [1], 'taxii.envelope'],
    ['gives objects that are no list', () => ({ objects: 7 }), 'taxii.envelope'],
  ])('that %s is refused', async (_, giving, rule) => {
    give = giving;
    const { status, json } = await pull();
    expect(json['rule']).toBe(rule);
    expect(status).toBeGreaterThanOrEqual(400);
  });

  it('is not asked for at a private address, unless the operator says so', async () => {
    const guarded = await openTaxiiNode();
    try {
      const { json } = await pull({}, 'FRA', guarded);
      expect(json['rule']).toBe('peer.public');
      expect(asked).toEqual([]);
    } finally {
      await guarded.close();
    }
  });

  it('is pulled for who may issue in the channel, and for nobody else', async () => {
    give = () => ({ objects: [tool(9)] });
    const unknown = await pull({ channel: 'no-such-channel' });
    expect(unknown.status).toBe(404);
    const { json } = await pull({ actor: 'KEN' });
    expect(json).toMatchObject({ added: 0, failures: [{ id: tool(9).id }] });
    const nobody = await taxii.app.app.request('/api/taxii/pull', { method: 'POST' });
    expect(nobody.status).toBe(401);
  });

  it('is pulled from the command line', async () => {
    give = () => ({ objects: [tool(10)] });
    const out: string[] = [];
    const { app } = taxii.app;
    const code = await run(['taxii', 'pull', collection, '--channel', OPEN], {
      environment: {
        CONCORD_URL: 'http://node.example',
        CONCORD_TOKEN: 'FRA',
        CONCORD_TAXII_AUTHORIZATION: 'Bearer secret',
      },
      fetch: async (input, init) =>
        app.request(input instanceof Request ? input : input.toString(), init),
      terminal: {
        isTerminal: true,
        write: (text) => out.push(text),
        complain: (text) => out.push(text),
        read: () => Promise.reject(new Error('nothing is read')),
        readBytes: () => Promise.reject(new Error('nothing is read')),
        save: () => Promise.reject(new Error('nothing is saved')),
      },
    });
    expect([code, out.join('')]).toEqual([
      0,
      'pages: 1\npulled: 1\nknown: 0\nadded: 1\npending: 0\naddedLast: 2026-02-01T00:00:00.000Z\n',
    ]);
    expect(asked.at(-1)?.authorization).toBe('Bearer secret');
  });
});
