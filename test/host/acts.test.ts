import { describe, expect, it } from 'vitest';
import { API_BODY_BYTES_MAX, ACT_REQUESTS_MAX } from '../../src/host/limits.ts';
import { exampleApp } from './example-app.tsx';
import { COOKIE, TOKEN } from './fake-sign-in.ts';

const draft = {
  type: 'examples.make',
  register: 'examples/one',
  actor: 'KEN',
  payload: { title: 'A table', kind: 'table' },
};

function post(
  path: string,
  body: unknown,
  headers: Record<string, string> = { authorization: TOKEN },
  { app } = exampleApp(),
) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return app.request(path, {
    method: 'POST',
    body: text,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

describe('an act over HTTP', () => {
  it('is composed, signed and recorded for whoever is signed in, and looked up', async () => {
    const made = exampleApp();
    const response = await post('/api/acts', draft, { authorization: TOKEN }, made);
    expect(response.status).toBe(201);
    const location = response.headers.get('location') ?? '';
    const shown = await made.app.request(location);
    expect(await shown.json()).toMatchObject({
      header: { type: 'examples.make', actor: 'KEN' },
      payload: { title: 'A table' },
      verification: { holds: true },
    });
    const page = await made.app.request(location.replace('/api', ''));
    expect(await page.text()).toContain('verified just now');
  });

  it('goes from node to node as it was signed; a second time changes nothing', async () => {
    const made = exampleApp();
    const receipt = await post('/api/acts', draft, { authorization: TOKEN }, made);
    const shown = await made.app.request(receipt.headers.get('location') ?? '');
    const { signed } = (await shown.json()) as { signed: { header: string; signature: string } };
    const again = await post('/api/acts', { signed }, { authorization: TOKEN }, made);
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({ again: true });
    const header = signed.header.replace('KEN', 'FRA');
    const forged = await post('/api/acts', { signed: { ...signed, header } }, undefined, made);
    expect(await forged.json()).toMatchObject({ rule: 'act.signature', status: 400 });
    const loose = { ...signed, header: ` ${signed.header}` };
    const notCanonical = await post('/api/acts', { signed: loose }, undefined, made);
    expect(await notCanonical.json()).toMatchObject({ rule: 'act.bytes', status: 400 });
  });

  it('needs a session', async () => {
    for (const path of ['/api/acts', '/api/acts/preview']) {
      const response = await post(path, draft, {});
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ rule: 'host.sign-in' });
    }
  });

  it('is made only for actors that the person is entrusted with', async () => {
    const response = await post('/api/acts', { ...draft, actor: 'FRA' });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({
      rule: 'host.acts-for',
      values: { actor: 'FRA' },
    });
    const basis = { kind: 'recorded', source: 'UN Treaty Collection' };
    expect((await post('/api/acts', { ...draft, actor: 'FRA', basis })).status).toBe(201);
  });

  it('is refused by law with the law’s own rule, and 422', async () => {
    const payload = { title: 'forbidden', kind: 'table' };
    for (const path of ['/api/acts', '/api/acts/preview']) {
      const response = await post(path, { ...draft, payload });
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({
        rule: 'law.forbidden',
        citation: 'Example Convention Art. 1',
        remedy: 'Do something else.',
      });
    }
  });

  it('can be previewed without being recorded', async () => {
    const made = exampleApp();
    const response = await post('/api/acts/preview', draft, undefined, made);
    expect(await response.json()).toMatchObject({ accepted: true });
    expect(await made.store.ledger()).toBe(0);
  });

  it.each([
    ['no JSON', '{', 400],
    ['an actor that is a number', { ...draft, actor: 7 }, 400],
    ['an empty body', '', 400],
    ['a list', [], 400],
    ['a kind that there is not', { ...draft, type: 'examples.unmake' }, 404],
    ['a member that there is not', { ...draft, sudo: true }, 400],
    ['SQL for an actor', { ...draft, actor: "'; drop table acts; --" }, 400],
    ['HTML for a register', { ...draft, register: '<script>alert(1)</script>' }, 400],
    ['a date that is none', { ...draft, effectiveOn: '2023-02-31' }, 400],
    ['a float in the payload', { ...draft, payload: { ...draft.payload, count: 0.5 } }, 400],
    ['a payload of another form', { ...draft, payload: { title: '' } }, 400],
    ['a signed act of another form', { signed: { header: '{}' } }, 400],
    ['a signed act that is nothing', { signed: null }, 400],
    ['deep nesting', `{"payload":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 400],
  ])('is refused clearly for %s', async (_name, body, status) => {
    const response = await post('/api/acts', body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({
      status,
      rule: expect.stringMatching(/^[a-z.-]+$/),
    });
  });

  it('is refused where its bytes are no UTF-8, or are not declared as JSON', async () => {
    const { app } = exampleApp();
    const text = JSON.stringify({ ...draft, payload: { title: 'A tabl?', kind: 'table' } });
    const bytes = Uint8Array.from(Buffer.from(text), (byte) => (byte === 63 ? 0xe9 : byte));
    const send = (type: string) =>
      app.request('/api/acts', {
        method: 'POST',
        body: bytes,
        headers: { authorization: TOKEN, 'content-type': type },
      });
    expect(await (await send('application/json')).json()).toMatchObject({
      status: 400,
      reason: 'The body is not JSON in UTF-8.',
    });
    const undeclared = await send('application/x-www-form-urlencoded');
    expect(await undeclared.json()).toMatchObject({
      status: 400,
      remedy: expect.stringContaining('application/json'),
    });
  });

  it('may be as large as the limit, and no larger', async () => {
    const padding = API_BODY_BYTES_MAX - JSON.stringify({ ...draft, more: '' }).length;
    const at = await post('/api/acts', { ...draft, more: 'x'.repeat(padding) });
    expect(await at.json()).toMatchObject({ rule: 'host.body' });
    const above = await post('/api/acts', { ...draft, more: 'x'.repeat(padding + 1) });
    expect(above.status).toBe(413);
    expect(await above.json()).toMatchObject({ rule: 'host.size' });
    const far = await post('/api/acts', 'x'.repeat(10_000_000));
    expect(far.status).toBe(413);
  });

  it('takes nothing from a page of another site that uses the reader’s cookie', async () => {
    const crossSite = { cookie: COOKIE, 'sec-fetch-site': 'cross-site' };
    expect((await post('/api/acts', draft, crossSite)).status).toBe(403);
    const origin = { cookie: COOKIE, origin: 'https://elsewhere.example' };
    expect((await post('/api/acts', draft, origin)).status).toBe(403);
    const plain = { cookie: COOKIE, 'content-type': 'text/plain' };
    expect((await post('/api/acts', draft, plain)).status).toBe(403);
    const own = { cookie: COOKIE, origin: 'http://localhost', 'sec-fetch-site': 'same-origin' };
    expect((await post('/api/acts', draft, own)).status).toBe(201);
  });

  it('comes no more often than the limit', async () => {
    const made = exampleApp();
    for (let at = 0; at < ACT_REQUESTS_MAX; at++) {
      const { status } = await post('/api/acts', '{', { authorization: TOKEN }, made);
      expect([at, status]).toEqual([at, 400]);
    }
    const response = await post('/api/acts', draft, { authorization: TOKEN }, made);
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await response.json()).toMatchObject({ rule: 'host.rate' });
  });

  it('is unknown under an id that is none', async () => {
    const { app } = exampleApp();
    for (const id of ['0'.repeat(64), 'x', "' or 1=1", '..%2f..']) {
      expect((await app.request(`/api/acts/${encodeURIComponent(id)}`)).status).toBe(404);
    }
  });
});
