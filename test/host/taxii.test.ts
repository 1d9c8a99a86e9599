/** TAXII 2.1 as a program meets it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markedFor } from '../../src/kernel/marking.ts';
import { CLOSED, OPEN, type TaxiiNode, issuing, openTaxiiNode } from './taxii-app.ts';

let taxii: TaxiiNode;
const ROOT = '/taxii2/channels/';
const TYPE = 'application/taxii+json;version=2.1';
const uuid = (number: number): string =>
  `0f2c1d3e-0000-4a2b-8c3d-${String(number).padStart(12, '0')}`;

const tool = (number: number, modified = '2026-01-01T00:00:00.000Z', more: object = {}) => ({
  type: 'tool',
  spec_version: '2.1',
  id: `tool--${uuid(number)}`,
  created: '2026-01-01T00:00:00.000Z',
  modified,
  name: `Tool ${number}`,
  ...more,
});
const idOf = (number: number): string => `tool--${uuid(number)}`;

interface Told {
  readonly status: number;
  readonly headers: Headers;
  readonly json: Record<string, never>;
  readonly text: string;
}

async function ask(path: string, who?: string, init: RequestInit = {}): Promise<Told> {
  const headers = { accept: TYPE, ...(who ? { authorization: `Bearer ${who}` } : {}) };
  const response = await taxii.app.app.request(`${ROOT}${path}`, {
    ...init,
    headers: { ...headers, ...(init.headers as object) },
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, json: JSON.parse(text), text };
}

const objectsPath = (channel: string, query = ''): string =>
  `collections/${channel}/objects/${query}`;

async function ids(path: string, who?: string): Promise<string[]> {
  const { json } = await ask(path, who);
  const objects: readonly { readonly id: string }[] = json['objects'] ?? [];
  return objects.map(({ id }) => id);
}

beforeAll(async () => {
  taxii = await openTaxiiNode();
  const written =
    '{"type":"tool","spec_version":"2.1","id":"' +
    idOf(1) +
    '","created":"2026-01-01T00:00:00.000Z","modified":"2026-01-01T00:00:00.000Z",' +
    '"name":"\\u00c9crou","x_size":1.50}';
  await taxii.submit(issuing(OPEN, [written, tool(2), tool(3)]));
  await taxii.submit(
    issuing(OPEN, [tool(2, '2026-01-02T00:00:00.5Z'), tool(4, undefined, { revoked: true })]),
  );
  await taxii.submit(issuing(OPEN, [tool(2, '2026-01-02T00:00:00.000Z'), tool(3)]));
  await taxii.submit(issuing(CLOSED, [tool(5)]));
}, 60_000);
afterAll(() => taxii.close());

describe('discovery', () => {
  it('names the one API root', async () => {
    const response = await taxii.app.app.request('http://node.example/taxii2/');
    expect(response.headers.get('content-type')).toBe(TYPE);
    expect(await response.json()).toEqual({
      title: 'Concord, test-network',
      default: 'http://node.example/taxii2/channels/',
      api_roots: ['http://node.example/taxii2/channels/'],
    });
    const { json } = await ask('');
    expect(json).toMatchObject({ versions: [TYPE], max_content_length: 8 * 1024 * 1024 });
  });

  it('refuses other media types, methods and addresses in TAXII’s own words', async () => {
    const html = await ask('', undefined, { headers: { accept: 'text/html' } });
    expect([html.status, html.json['error_code']]).toEqual([406, 'taxii.accept']);
    expect(html.headers.get('content-type')).toBe(TYPE);
    expect((await ask('', undefined, { method: 'DELETE' })).status).toBe(405);
    expect((await ask('', 'FRA', { method: 'POST' })).status).toBe(405);
    expect((await ask('elsewhere/')).json).toMatchObject({ http_status: '404' });
  });
});

describe('collections', () => {
  it('are the channels that the asker may know of', async () => {
    const { json } = await ask('collections/');
    expect(json).toMatchObject({
      collections: [{ alias: OPEN, title: `Channel ${OPEN}`, can_read: true, can_write: false }],
    });
    const seen: readonly { readonly alias: string }[] =
      (await ask('collections/', 'KEN')).json['collections'] ?? [];
    expect(seen.map(({ alias }) => alias)).toEqual([CLOSED, OPEN]);
  });

  it('are found by id and by alias, and not at all by whom they are not for', async () => {
    const { json } = await ask(`collections/${CLOSED}/`, 'FRA');
    const id = String(json['id']);
    expect((await ask(`collections/${id}/`, 'FRA')).json).toEqual(json);
    const hidden = await ask(`collections/${CLOSED}/`, 'NOR');
    const missing = await ask('collections/no-such-channel/', 'NOR');
    expect([hidden.status, missing.status]).toEqual([404, 404]);
    expect(hidden.text).toBe(missing.text);
    expect((await ask(`collections/${id}/objects/`, 'NOR')).status).toBe(404);
  });
});

describe('objects', () => {
  it('come as their authors wrote them, each in its last version, as they were added', async () => {
    const { json, text, headers } = await ask(objectsPath(OPEN));
    expect(text).toContain('"name":"\\u00c9crou","x_size":1.50}');
    expect(json).toMatchObject({
      more: false,
      objects: [
        { id: idOf(1) },
        { id: idOf(3) },
        { id: idOf(2), modified: '2026-01-02T00:00:00.5Z' },
        { id: idOf(4) },
      ],
    });
    expect(headers.get('x-taxii-date-added-first')).toMatch(/^20..-..-..T..:..:..\.\d{3}Z$/);
  });

  it('come once and whole, whatever the pages', async () => {
    const whole = await ids(objectsPath(OPEN, '?match[version]=all'));
    expect(whole).toHaveLength(6);
    for (const limit of [1, 2, 3, 5, 6]) {
      const seen: string[] = [];
      for (let next = ''; ; ) {
        const path = objectsPath(OPEN, `?match[version]=all&limit=${limit}${next}`);
        const { json } = await ask(path);
        seen.push(...(await ids(path)));
        if (json['more'] !== true) break;
        next = `&next=${String(json['next'])}`;
      }
      expect(seen).toEqual(whole);
    }
  });

  it.each([
    [`?match[id]=${idOf(2)}`, [idOf(2)]],
    ['?match[type]=malware', []],
    ['?match[type]=tool,malware&limit=1', [idOf(1)]],
    ['?match[version]=first', [idOf(1), idOf(2), idOf(3), idOf(4)]],
    [`?match[id]=${idOf(2)}&match[version]=all`, [idOf(2), idOf(2), idOf(2)]],
    [`?match[version]=2026-01-02T00:00:00Z`, [idOf(2)]],
    ['?match[spec_version]=2.0', []],
    ['?added_after=2000-01-01T00:00:00Z&limit=1', [idOf(1)]],
    ['?added_after=2999-01-01T00:00:00Z', []],
  ])('are selected by %s', async (query, expected) => {
    expect(await ids(objectsPath(OPEN, query))).toEqual(expected);
  });

  it('added after the last that was read are those that came later', async () => {
    const { headers } = await ask(objectsPath(OPEN, '?limit=1'));
    const first = headers.get('x-taxii-date-added-first') ?? '';
    expect(await ids(objectsPath(OPEN, `?added_after=${first}`))).not.toContain(idOf(1));
  });

  it('by one id are its versions, and nothing where there is none', async () => {
    expect(await ids(objectsPath(OPEN, `${idOf(2)}/`))).toEqual([idOf(2)]);
    const { json } = await ask(objectsPath(OPEN, `${idOf(2)}/versions/`));
    expect(json['versions']).toEqual([
      '2026-01-01T00:00:00.000Z',
      '2026-01-02T00:00:00.500Z',
      '2026-01-02T00:00:00.000Z',
    ]);
    expect((await ask(objectsPath(OPEN, `${idOf(5)}/`))).status).toBe(404);
    expect((await ask(objectsPath(CLOSED, `${idOf(5)}/`), 'KEN')).status).toBe(200);
    expect((await ask(objectsPath(OPEN, '?limit=none'))).status).toBe(400);
  });

  it('stand in the manifest by id and version', async () => {
    const { json } = await ask(`collections/${OPEN}/manifest/?limit=1`);
    expect(json).toMatchObject({
      more: true,
      objects: [
        {
          id: idOf(1),
          version: '2026-01-01T00:00:00.000Z',
          media_type: 'application/stix+json;version=2.1',
        },
      ],
    });
  });

  it('released to fewer than read the channel reach those alone, and leave no trace', async () => {
    const marking = markedFor('red', ['FRA']);
    const narrow = tool(6, undefined, { name: 'canary' });
    await taxii.submit(issuing(OPEN, [narrow, tool(4, '2026-03-01T00:00:00.000Z')], { marking }));
    expect(await ids(objectsPath(OPEN), 'FRA')).toContain(idOf(6));
    for (const who of [undefined, 'KEN', 'NOR']) {
      const all = await ask(objectsPath(OPEN, '?match[version]=all'), who);
      expect(all.text).not.toContain('canary');
      // The last version for them is that before: that there is a later one is not theirs to know.
      expect(await ids(objectsPath(OPEN), who)).toContain(idOf(4));
      expect((await ask(objectsPath(OPEN, `${idOf(6)}/`), who)).status).toBe(404);
      expect((await ask(`collections/${OPEN}/manifest/`, who)).text).not.toContain(idOf(6));
    }
  });
});

async function post(channel: string, who: string | undefined, body: unknown, more: object = {}) {
  return ask(objectsPath(channel), who, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': TYPE, ...more },
  });
}
const RED = 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1';

describe('objects that are sent', () => {
  it('are admitted as a notice, and the rest is told apart with reasons', async () => {
    const { status, json } = await post(CLOSED, 'FRA', {
      objects: [
        tool(10),
        { ...tool(11), name: 7 },
        tool(12, undefined, { object_marking_refs: [RED] }),
      ],
    });
    expect(status).toBe(202);
    expect(json).toMatchObject({
      status: 'complete',
      total_count: 3,
      success_count: 2,
      failures: [{ id: idOf(11), message: expect.stringContaining('section 2: name') }],
      pending_count: 0,
    });
    expect(await ids(objectsPath(CLOSED), 'KEN')).toEqual([idOf(5), idOf(10), idOf(12)]);
    const kept = await ask(`status/${String(json['id'])}/`, 'FRA');
    expect(kept.json).toEqual(json);
    expect((await ask(`status/${String(json['id'])}/`, 'KEN')).status).toBe(404);
  });

  it('are not taken into a channel that all read where a mark says otherwise', async () => {
    const { json } = await post(OPEN, 'FRA', {
      objects: [tool(20), tool(21, undefined, { object_marking_refs: [RED] })],
    });
    expect(json).toMatchObject({
      success_count: 1,
      failures: [{ id: idOf(21), message: 'The channel is open to all; the objects are red.' }],
    });
  });

  it('are in the name of the one actor, or of the one that is named', async () => {
    const unsaid = await post(OPEN, 'FRA+KEN', { objects: [tool(30)] });
    expect(unsaid.json).toMatchObject({ success_count: 0, failure_count: 1 });
    const named = await post(OPEN, 'FRA+KEN', { objects: [tool(30)] }, { 'concord-actor': 'KEN' });
    expect(named.json).toMatchObject({ success_count: 1 });
    const foreign = await post(OPEN, 'FRA', { objects: [tool(31)] }, { 'concord-actor': 'KEN' });
    expect(foreign.json).toMatchObject({ success_count: 0 });
  });

  it.each([
    ['by nobody', OPEN, undefined, { objects: [tool(40)] }, {}, 401],
    ['to what is not theirs to know', CLOSED, 'NOR', { objects: [tool(40)] }, {}, 404],
    ['as another type', OPEN, 'FRA', { objects: [] }, { 'content-type': 'application/json' }, 415],
    ['as no envelope', OPEN, 'FRA', { type: 'bundle' }, {}, 400],
    ['as no JSON', OPEN, 'FRA', '{', {}, 400],
    ['with a member twice', OPEN, 'FRA', '{"objects":[],"objects":[{}]}', {}, 400],
    ['larger than is read', OPEN, 'FRA', ' '.repeat(8 * 1024 * 1024 + 1), {}, 413],
  ])('%s are refused', async (_, channel, who, body, headers, status) => {
    expect((await post(channel, who, body, headers)).status).toBe(status);
  });

  it('with a cookie are refused, since pages of other sites could have them sent', async () => {
    const headers = { cookie: 'who=FRA', origin: 'http://localhost' };
    const { status, json } = await post(OPEN, undefined, { objects: [tool(50)] }, headers);
    expect([status, json['error_code']]).toEqual([403, 'taxii.may-not-write']);
  });
});
