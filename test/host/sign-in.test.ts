import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignIn } from '../../src/host/account/sign-in.ts';
import { openSignIn } from '../../src/host/account/better-auth-sign-in.ts';
import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from '../../src/host/limits.ts';
import { type TestDatabase, createTestDatabase } from '../../src/store/test-database.ts';
import { exampleApp } from './example-app.tsx';

let database: TestDatabase;
let signIn: SignIn;
let first = '';

const amina = {
  name: 'Amina <b>Otieno</b>',
  email: 'Amina@example.org',
  password: 'four calm green boats',
};

beforeAll(async () => {
  database = await createTestDatabase();
  const settings = {
    connection: database.connection,
    origin: 'http://localhost',
    operator: 'operator',
  };
  signIn = await openSignIn(settings);
  first = (await signIn.issueFirst()) ?? '';
});
afterAll(async () => {
  await signIn.close();
  await database.drop();
});

function appWith(given = signIn) {
  const { app } = exampleApp({}, given);
  const send = (path: string, fields: Record<string, string>, cookie = '') =>
    app.request(path, {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: {
        cookie,
        origin: 'http://localhost',
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
  return { app, send };
}

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
const formTokenOf = (html: string) => /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';

describe('the first administrator', () => {
  it('is made by the one-time link, once, with a password within its bounds', async () => {
    const { app, send } = appWith();
    const path = `/first/${first}`;
    expect((await app.request(path)).status).toBe(200);
    expect((await app.request('/first/guess')).status).toBe(410);
    const short = await send(path, { ...amina, password: 'x'.repeat(PASSWORD_LENGTH_MIN - 1) });
    expect(short.status).toBe(400);
    expect(await short.text()).toContain('value="Amina@example.org"');
    const long = await send(path, { ...amina, password: 'x'.repeat(PASSWORD_LENGTH_MAX + 1) });
    expect(long.status).toBe(400);
    expect((await send(path, { ...amina, email: 'nobody' })).status).toBe(400);
    const made = await Promise.all([send(path, amina), send(path, { ...amina, email: 'b@b.org' })]);
    expect(made.map((response) => response.status).sort((one, other) => one - other)).toEqual([
      303, 410,
    ]);
    const cookies = made.find((one) => one.status === 303)?.headers.getSetCookie() ?? [];
    expect(cookies.join('\n')).toMatch(/HttpOnly/);
    expect(cookies.join('\n')).toMatch(/SameSite=Lax/i);
    expect((await app.request(path)).status).toBe(410);
    expect(await signIn.issueFirst()).toBeNull();
  });
});

describe('a session', () => {
  async function enter() {
    const { app, send } = appWith();
    const credentials = { email: 'amina@example.org', password: amina.password };
    let entered = await send('/sign-in', credentials);
    if (entered.status !== 303)
      entered = await send('/sign-in', { ...credentials, email: 'b@b.org' });
    expect(entered.status).toBe(303);
    return { app, send, cookie: cookieOf(entered) };
  }

  it('begins with email, in any case, and password, and ends by signing out', async () => {
    const { app, send, cookie } = await enter();
    const account = await app.request('/account', { headers: { cookie } });
    const html = await account.text();
    expect(html).toContain('Amina &lt;b&gt;Otieno&lt;/b&gt;');
    expect(html).toContain('operator');
    const out = await send('/sign-out', { token: formTokenOf(html) }, cookie);
    expect(out.status).toBe(303);
    expect((await app.request('/account', { headers: { cookie } })).status).toBe(401);
  });

  it('does not begin with what is wrong, and does not tell which part', async () => {
    const { send } = appWith();
    const wrong = await send('/sign-in', { email: 'amina@example.org', password: 'x'.repeat(20) });
    const unknown = await send('/sign-in', {
      email: 'nobody@example.org',
      password: 'x'.repeat(20),
    });
    const none = await send('/sign-in', { email: "' or 1=1 --", password: 'x'.repeat(2000) });
    expect([wrong.status, unknown.status, none.status]).toEqual([401, 401, 401]);
    const said = async (response: Response) => /<p>The email[^<]*/.exec(await response.text())?.[0];
    expect(await said(wrong)).toBe(await said(unknown));
  });

  it('is not made by a cookie that was invented or changed', async () => {
    const { app, cookie } = await enter();
    for (const bad of [`${cookie}x`, 'concord.session_token=x.y', 'concord.session_token=%00']) {
      expect((await app.request('/account', { headers: { cookie: bad } })).status).toBe(401);
    }
  });

  it('makes tokens for programs, shown once, listed, revocable, and kept as digests', async () => {
    const { app, send, cookie } = await enter();
    const empty = await (await app.request('/account/tokens', { headers: { cookie } })).text();
    const fields = { token: formTokenOf(empty), name: 'laptop <i>' };
    const created = await (await send('/account/tokens', fields, cookie)).text();
    const token = /concord_[A-Za-z0-9_-]{43}/.exec(created)?.[0] ?? '';
    const listed = await (await app.request('/account/tokens', { headers: { cookie } })).text();
    expect(listed).toContain('laptop &lt;i&gt;');
    expect(listed).not.toContain(token);
    const act = () =>
      app.request('/api/acts/preview', {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: '{}',
      });
    expect((await act()).status).toBe(400);
    const client = new pg.Client(database.connection);
    await client.connect();
    const kept = await client.query('select * from sign_in.access_token');
    await client.end();
    expect(JSON.stringify(kept.rows)).not.toContain(token);
    const id = /\/account\/tokens\/([0-9a-f-]{36})\/revoke/.exec(listed)?.[1] ?? '';
    await send(`/account/tokens/${id}/revoke`, { token: formTokenOf(listed) }, cookie);
    expect((await act()).status).toBe(401);
  });
});

describe('opening again', () => {
  it('keeps people, sessions and secret, and migrates nothing twice', async () => {
    const settings = {
      connection: database.connection,
      origin: 'https://x.example',
      operator: 'operator',
    };
    const [one, other] = await Promise.all([openSignIn(settings), openSignIn(settings)]);
    expect(await one.issueFirst()).toBeNull();
    await Promise.all([one.close(), other.close()]);
  });
});
