import { describe, expect, it } from 'vitest';
import { exampleApp } from './example-app.tsx';

const { app, store } = exampleApp();
const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });

describe('a question over HTTP', () => {
  it('is answered with parameters coerced as its schema asks', async () => {
    const response = await get('/api/examples/things?name=chair&count=2&open=true&kinds=a,b');
    expect(response.status).toBe(200);
    const answer = await response.json();
    expect(answer).toMatchObject({
      asOf: '2026-11-22',
      knownAt: null,
      rows: [{ name: 'chair', count: 2, open: true }, { name: 'chair' }],
      finding: { value: 'a+b' },
    });
  });

  it('is answered as of a day and as known on a day, to its end', async () => {
    const answer = await (
      await get('/api/examples/things?asOf=2016-02-29&knownAt=2020-01-01')
    ).json();
    expect(answer).toMatchObject({ asOf: '2016-02-29', knownAt: '2020-01-01T23:59:59.999Z' });
  });

  it('takes an instant with or without milliseconds for what was known', async () => {
    const answer = await (await get('/api/examples/things?knownAt=2020-01-01T12:00:00Z')).json();
    expect(answer).toMatchObject({ knownAt: '2020-01-01T12:00:00.000Z' });
  });

  it.each([
    ['asOf=2023-02-31', 'host.date'],
    ['asOf=31.02.2023', 'host.date'],
    ['knownAt=yesterday', 'host.date'],
    ['knownAt=2020-01-01T25:00:00Z', 'host.date'],
    ['count=4', 'host.input'],
    ['count=0', 'host.input'],
    ['count=1.5', 'host.input'],
    ['count=1e1', 'host.input'],
    ['level=middle', 'host.input'],
    ['open=perhaps', 'host.input'],
    [`name=${'x'.repeat(21)}`, 'host.input'],
    ['nmae=chair', 'host.input'],
    ['__proto__=1', 'host.input'],
  ])('refuses %s under %s with status 400', async (query, rule) => {
    const response = await get(`/api/examples/things?${query}`);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const said = { reason: expect.stringMatching(/./), citation: expect.stringMatching(/./) };
    expect(await response.json()).toMatchObject({ rule, status: 400, ...said });
  });

  it.each([
    ['count=1', 200],
    ['count=3', 200],
    [`name=${'x'.repeat(20)}`, 200],
  ])('accepts %s at the bound', async (query, status) => {
    expect((await get(`/api/examples/things?${query}`)).status).toBe(status);
  });

  it('refuses what it does not know with its rule, and 404', async () => {
    const response = await get('/api/examples/things?name=nobody');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ rule: 'examples.known' });
  });

  it('tells which questions there are where one is unknown', async () => {
    const response = await get('/api/examples/thing');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ remedy: expect.stringContaining('things') });
    expect((await get('/api/nothing/at-all')).status).toBe(404);
  });

  it('gives its rows as CSV that no spreadsheet takes for a formula', async () => {
    const response = await get('/api/examples/things?format=csv&count=1');
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(await response.text()).toBe("name,count,open\r\n'=1+1,1,\r\n");
  });

  it('refuses a format that it does not have', async () => {
    expect((await get('/api/examples/things?format=xml')).status).toBe(406);
  });

  it('leaks nothing of what goes wrong inside', async () => {
    const response = await get('/api/examples/things?name=broken');
    expect(response.status).toBe(500);
    const body = await response.text();
    expect(body).toMatch(/incident [0-9a-f]{10}/);
    expect(body).not.toContain('secret');
    expect(body).not.toContain('file.ts');
  });

  it('carries text with HTML and SQL through as text', async () => {
    const name = `<b>'; --`;
    const response = await get(`/api/examples/things?name=${encodeURIComponent(name)}`);
    expect(await response.json()).toMatchObject({ rows: [{ name }] });
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('is computed once until the record moves, and then anew', async () => {
    const path = '/api/examples/things?name=kept';
    const first = await get(path);
    const before = store.asked();
    const etag = first.headers.get('etag') ?? '';
    expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
    expect(store.asked()).toBe(before);
    await store.submit([
      {
        type: 'examples.make',
        register: 'examples/one',
        actor: 'KEN',
        payload: { title: 'x', kind: 'table' },
        basis: { kind: 'signed' },
      },
    ]);
    await get(path);
    expect(store.asked()).toBe(before + 1);
  });
});
