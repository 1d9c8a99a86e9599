import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { SIGN_IN_ATTEMPTS_MAX } from '../../src/host/limits.ts';
import { exampleApp } from './example-app.tsx';
import { COOKIE } from './fake-sign-in.ts';

const { app } = exampleApp();
const get = (path: string, headers: Record<string, string> = {}, made = { app }) =>
  made.app.request(path, { headers });

function postForm(
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
  made = { app },
) {
  const body = new URLSearchParams(fields).toString();
  const type = 'application/x-www-form-urlencoded';
  const own = { origin: 'http://localhost', 'content-type': type, ...headers };
  return made.app.request(path, { method: 'POST', body, headers: own });
}

describe('a page', () => {
  it('is in the language that the address, the cookie or the browser asks for', async () => {
    const english = await (await get('/things/chair')).text();
    expect(english).toContain('<html lang="en" dir="ltr"');
    expect(english).toContain('as of 2026-11-22 known now in en');
    const arabic = await get('/things/chair?lang=ar');
    expect(await arabic.text()).toContain('<html lang="ar" dir="rtl"');
    expect(arabic.headers.get('set-cookie')).toContain('lang=ar');
    const kept = await get('/things/chair', { cookie: 'lang=fr', 'accept-language': 'zh' });
    expect(await kept.text()).toContain('<html lang="fr"');
    const browser = await get('/things/chair', { 'accept-language': 'de, ru;q=0.5, es;q=0.8' });
    expect(await browser.text()).toContain('<html lang="es"');
  });

  it('is packed for whoever takes it so, though nobody keeps it', async () => {
    const plain = await (await get('/sign-in')).text();
    const packed = await get('/sign-in', { 'accept-encoding': 'gzip' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('vary')).toContain('Accept-Encoding');
    const body = Buffer.from(await packed.arrayBuffer());
    expect(body.byteLength).toBeLessThan(plain.length / 2);
    expect(gunzipSync(body).toString()).toBe(plain);
    const better = await get('/nowhere', { 'accept-encoding': 'br, gzip' });
    expect([better.status, better.headers.get('content-encoding')]).toEqual([404, 'br']);
  });

  it('shows the day that the address carries', async () => {
    const html = await (await get('/things/chair?asOf=2016-11-04&knownAt=2020-01-01')).text();
    expect(html).toContain('as of 2016-11-04 known 2020-01-01T23:59:59.999Z');
  });

  it('says which date is none, and keeps what was typed', async () => {
    const response = await get('/things/chair?asOf=31.02.2023');
    expect(response.status).toBe(400);
    const html = await response.text();
    expect(html).toContain('not a day of the calendar');
    expect(html).toContain('value="31.02.2023"');
  });

  it('escapes what an address carries', async () => {
    const html = await (await get('/things/%3Cscript%3Ealert(1)%3C%2Fscript%3E')).text();
    expect(html).not.toContain('<script');
    const date = await (await get('/things/chair?asOf=%22%3E%3Cscript%3E')).text();
    expect(date).not.toContain('<script');
  });

  it('is compressed once in either encoding, with a tag of its own, and revalidated', async () => {
    const plain = await get('/things/chair');
    const text = await plain.text();
    const br = await get('/things/chair', { 'accept-encoding': 'gzip, deflate, br' });
    expect(br.headers.get('content-encoding')).toBe('br');
    expect(brotliDecompressSync(await br.arrayBuffer()).toString()).toBe(text);
    const gz = await get('/things/chair', { 'accept-encoding': 'gzip, br;q=0' });
    expect(gz.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(await gz.arrayBuffer()).toString()).toBe(text);
    const tags = [plain, br, gz].map((response) => response.headers.get('etag') ?? '');
    expect(new Set(tags).size).toBe(3);
    const again = await get('/things/chair', { 'if-none-match': `"other", ${tags[0]}` });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  it('is not shared between readers', async () => {
    const anyone = await get('/things/chair');
    const signedIn = await get('/things/chair', { cookie: COOKIE });
    expect(await anyone.text()).not.toContain('Amina');
    expect(await signedIn.text()).toContain('Amina');
    expect(signedIn.headers.get('cache-control')).toBe('private, no-cache');
  });

  it('is 404 for what is not there, and 500 without details for a fault', async () => {
    const missing = await get('/nowhere/<b>');
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain('&lt;b&gt;');
    expect((await get('/things/nobody')).status).toBe(404);
    const broken = await get('/things/broken');
    expect(broken.status).toBe(500);
    const html = await broken.text();
    expect(html).toMatch(/incident [0-9a-f]{10}/);
    expect(html).not.toContain('secret');
  });

  it('has the security headers, whatever its status', async () => {
    for (const path of ['/things/chair', '/nowhere', '/api', '/things/broken', '/sign-in']) {
      const { headers } = await get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('same-origin');
    }
    const secure = exampleApp({ CONCORD_ORIGIN: 'https://concord.example' });
    const { headers } = await get('/things/chair', {}, secure);
    expect(headers.get('strict-transport-security')).toContain('max-age');
  });

  it('has its style sheet under a fingerprint, for ever', async () => {
    const html = await (await get('/things/chair')).text();
    const href = /href="(\/assets\/concord\.[0-9a-f]{12}\.css)"/.exec(html)?.[1] ?? '';
    const sheet = await get(href);
    expect(sheet.status).toBe(200);
    expect(sheet.headers.get('cache-control')).toContain('immutable');
    expect((await get('/assets/concord.000000000000.css')).status).toBe(404);
  });

  it('refuses an address that is too long', async () => {
    expect((await get(`/things/${'x'.repeat(5000)}`)).status).toBe(431);
  });
});

describe('signing in', () => {
  it('sets the cookie and goes on to a page of this node only', async () => {
    const entered = await postForm('/sign-in', {
      email: 'a@b.c',
      password: 'right',
      to: '/account',
    });
    expect(entered.status).toBe(303);
    expect(entered.headers.get('location')).toBe('/account');
    expect(entered.headers.get('set-cookie')).toContain('HttpOnly');
    for (const to of ['//evil.example', 'https://evil.example', '/\\evil.example', '/a\r\nb']) {
      const made = exampleApp();
      const response = await postForm('/sign-in', { password: 'right', to }, {}, made);
      expect(response.headers.get('location')).toBe('/');
    }
  });

  it('keeps the address typed, not the password, where it fails', async () => {
    const response = await postForm('/sign-in', { email: '<b>@b.c', password: 'wrong-one' });
    expect(response.status).toBe(401);
    const html = await response.text();
    expect(html).toContain('value="&lt;b&gt;@b.c"');
    expect(html).not.toContain('wrong-one');
  });

  it('may be tried a few times only', async () => {
    const made = exampleApp();
    for (let at = 0; at < SIGN_IN_ATTEMPTS_MAX; at++) {
      const response = await postForm('/sign-in', { password: 'wrong' }, {}, made);
      expect(response.status).toBe(401);
    }
    expect((await postForm('/sign-in', { password: 'right' }, {}, made)).status).toBe(429);
    expect((await get('/sign-in', {}, made)).status).toBe(200);
  });

  it('takes no form from another site, nor one without the session’s token', async () => {
    const foreign = await postForm(
      '/sign-in',
      { password: 'right' },
      { origin: 'https://x.example' },
    );
    expect(foreign.status).toBe(403);
    expect(await foreign.text()).toContain('not sent from a page of this node');
    const tokenless = await postForm('/sign-out', {}, { cookie: COOKIE });
    expect(tokenless.status).toBe(403);
    const out = await postForm('/sign-out', { token: 'form-1' }, { cookie: COOKIE });
    expect(out.status).toBe(303);
  });

  it('is asked for where it is needed', async () => {
    for (const path of ['/account', '/account/tokens', '/acts/new']) {
      expect((await get(path)).status).toBe(401);
    }
    const made = await postForm(
      '/account/tokens',
      { name: 'x', token: 'form-1' },
      { cookie: COOKIE },
    );
    expect(await made.text()).toContain('concord_new');
  });
});
