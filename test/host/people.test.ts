import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSignIn } from '../../src/host/account/better-auth-sign-in.ts';
import type { SignIn } from '../../src/host/account/sign-in.ts';
import { INVITATION_HOURS, PASSWORD_LENGTH_MIN } from '../../src/host/limits.ts';
import { type TestDatabase, createTestDatabase } from '../../src/store/test-database.ts';
import { exampleApp } from './example-app.tsx';

const PASSWORD = 'four calm green boats';
const amina = { name: 'Amina', email: 'amina@example.org', password: PASSWORD };

let database: TestDatabase;
let client: pg.Client;
let signIn: SignIn;
/** The administrator's cookie. */
let administrator = '';

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client(database.connection);
  await client.connect();
  const { connection } = database;
  signIn = await openSignIn({ connection, origin: 'http://localhost', operator: 'operator' });
  const first = (await signIn.issueFirst()) ?? '';
  administrator = cookieOf(await send(`/first/${first}`, amina));
});
afterAll(async () => {
  await client.end();
  await signIn.close();
  await database.drop();
});

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
const formTokenOf = (html: string) => /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';

function send(path: string, fields: Record<string, string>, cookie = ''): Promise<Response> {
  const { app } = exampleApp({}, signIn);
  const headers = {
    cookie,
    origin: 'http://localhost',
    'content-type': 'application/x-www-form-urlencoded',
  };
  const body = new URLSearchParams(fields).toString();
  return Promise.resolve(app.request(path, { method: 'POST', body, headers }));
}

async function open(path: string, cookie = ''): Promise<{ status: number; html: string }> {
  const { app } = exampleApp({}, signIn);
  const response = await app.request(path, { headers: { cookie } });
  return { status: response.status, html: await response.text() };
}

/** The token that forms of a session carry. */
const tokenOf = async (cookie: string) => formTokenOf((await open('/account', cookie)).html);

const person = async (email: string) =>
  (await signIn.people.list()).find((one) => one.email === email) ??
  expect.fail(`${email} has an account`);

/** Invites over the store of people, and returns the path of the link. */
async function invited(email: string, more: object = {}): Promise<string> {
  const by = await person(amina.email);
  const issued = await signIn.people.invite({ name: email, email, ...more }, by);
  if (!('token' in issued)) throw new Error(issued.reason);
  return `/invited/${issued.token}`;
}

/** A person with an account, signed in. */
async function entered(email: string, actors: readonly string[] = []): Promise<string> {
  const path = await invited(email, { actors });
  return cookieOf(await send(path, { password: PASSWORD }));
}

describe('an invitation', () => {
  const fields = { name: 'Kamau <b>', email: 'Kamau@example.org', actors: 'ken-office\nKEN' };

  it('gives a link that is shown once, opens an account, and works once', async () => {
    const token = await tokenOf(administrator);
    const made = await send('/admin/people', { ...fields, token }, administrator);
    const html = await made.text();
    expect(html).toContain('Kamau &lt;b&gt;');
    const path = /\/invited\/[A-Za-z0-9_-]{43}/.exec(html)?.[0] ?? '';
    expect((await open('/admin/people', administrator)).html).not.toContain(path);
    const page = await open(path);
    expect(page.html).toContain('ken-office, KEN');
    const short = await send(path, { password: 'x'.repeat(PASSWORD_LENGTH_MIN - 1) });
    expect(short.status).toBe(400);
    const both = await Promise.all([
      send(path, { password: PASSWORD }),
      send(path, { password: `${PASSWORD}!` }),
    ]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([303, 410]));
    expect((await open(path)).status).toBe(410);
    expect((await send(path, { password: PASSWORD })).status).toBe(410);
    expect(await person('kamau@example.org')).toMatchObject({
      actors: ['ken-office', 'KEN'],
      administrator: false,
    });
  });

  it('is kept as a digest only', async () => {
    const path = await invited('digest@example.org');
    const kept = await client.query('select * from sign_in.invitation');
    expect(JSON.stringify(kept.rows)).not.toContain(path.split('/').at(-1));
  });

  it(`is good for ${INVITATION_HOURS} hours, and not a minute longer`, async () => {
    const age = async (minutes: number) => {
      const path = await invited('late@example.org');
      await client.query(
        `update sign_in.invitation set expires_at = expires_at - make_interval(mins => $1)
         where email = 'late@example.org'`,
        [minutes],
      );
      return (await open(path)).status;
    };
    expect(await age(INVITATION_HOURS * 60 - 1)).toBe(200);
    expect(await age(INVITATION_HOURS * 60 + 1)).toBe(410);
  });

  it('is replaced by a later one to the same address, and can be withdrawn', async () => {
    const earlier = await invited('twice@example.org');
    const later = await invited('twice@example.org');
    expect([(await open(earlier)).status, (await open(later)).status]).toEqual([410, 200]);
    const all = await signIn.people.invitations();
    const id = all.find(({ email }) => email === 'twice@example.org')?.id ?? '';
    const token = await tokenOf(administrator);
    await send(`/admin/invitations/${id}/withdraw`, { token }, administrator);
    expect((await open(later)).status).toBe(410);
  });

  it('that is not well formed says where, and loses nothing that was typed', async () => {
    const token = await tokenOf(administrator);
    const wrong = { ...fields, email: 'nobody', actors: 'KEN Kenya!', token };
    const refused = await send('/admin/people', wrong, administrator);
    expect(refused.status).toBe(400);
    const html = await refused.text();
    expect(html).toContain('KEN Kenya!');
    expect(html).toContain('value="nobody"');
    expect(html).toContain('id="invite-email-error"');
    expect(html).toContain('id="invite-actors-error"');
    const taken = await send('/admin/people', { ...fields, token }, administrator);
    expect([taken.status, await taken.text()]).toEqual([400, expect.stringContaining('already')]);
  });
});

describe('the administrators’ pages', () => {
  it('are for administrators', async () => {
    const cookie = await entered('plain@example.org', ['KEN']);
    for (const path of [
      '/admin/people',
      '/admin/offices',
      `/admin/offices/end/${'0'.repeat(64)}`,
    ]) {
      expect([path, (await open(path, cookie)).status]).toEqual([path, 403]);
      expect([path, (await open(path)).status]).toEqual([path, 401]);
    }
    const token = await tokenOf(cookie);
    const tried = { token, actors: 'operator', administrator: 'true' };
    const { id } = await person('plain@example.org');
    for (const path of ['/admin/people', `/admin/people/${id}`, `/admin/people/${id}/renew`]) {
      expect([path, (await send(path, tried, cookie)).status]).toEqual([path, 403]);
    }
    expect(await person('plain@example.org')).toMatchObject({
      actors: ['KEN'],
      administrator: false,
    });
    expect((await open('/account', cookie)).html).not.toContain('/admin/people');
    expect((await open('/account', administrator)).html).toContain('/admin/people');
  });

  it('take no form with the token of another session', async () => {
    const other = await entered('other@example.org');
    const token = await tokenOf(other);
    const fields = { token, name: 'X', email: 'x@example.org', actors: '' };
    for (const path of ['/admin/people', '/admin/offices']) {
      const refused = await send(path, fields, administrator);
      expect([path, refused.status]).toEqual([path, 403]);
    }
    expect((await signIn.people.invitations()).map(({ email }) => email)).not.toContain(
      'x@example.org',
    );
  });
});

describe('a person', () => {
  async function change(email: string, fields: Record<string, string>) {
    const { id } = await person(email);
    const token = await tokenOf(administrator);
    return send(`/admin/people/${id}`, { token, ...fields }, administrator);
  }

  it('acts for whom they are entrusted with from the next request on', async () => {
    const cookie = await entered('moved@example.org', ['KEN']);
    expect((await change('moved@example.org', { actors: 'NOR nor-desk' })).status).toBe(303);
    const { html } = await open('/account', cookie);
    expect(html).toContain('NOR, nor-desk');
  });

  it('who is disabled is out at once, and does not come in until they may again', async () => {
    const email = 'gone@example.org';
    const cookie = await entered(email, ['KEN']);
    const by = await person(email);
    const program = await signIn.createToken(by, 'laptop');
    const asProgram = new Headers({ authorization: `Bearer ${program}` });
    expect(await signIn.session(asProgram)).toMatchObject({ by: 'token' });
    expect((await change(email, { actors: 'KEN', disabled: 'true' })).status).toBe(303);
    expect((await open('/account', cookie)).status).toBe(401);
    expect(await signIn.session(asProgram)).toBeNull();
    expect((await send('/sign-in', { email, password: PASSWORD })).status).toBe(401);
    await change(email, { actors: 'KEN' });
    expect((await send('/sign-in', { email, password: PASSWORD })).status).toBe(303);
    expect(await signIn.session(asProgram)).toBeNull();
  });

  it('whose sessions are ended signs in anew', async () => {
    const cookie = await entered('ended@example.org');
    const { id } = await person('ended@example.org');
    const token = await tokenOf(administrator);
    await send(`/admin/people/${id}/end-sessions`, { token }, administrator);
    expect((await open('/account', cookie)).status).toBe(401);
  });

  it('sets a new password by a link, which ends what was open under the old one', async () => {
    const email = 'renewed@example.org';
    const cookie = await entered(email, ['KEN']);
    const { id } = await person(email);
    const token = await tokenOf(administrator);
    const made = await send(`/admin/people/${id}/renew`, { token }, administrator);
    const path = /\/invited\/[A-Za-z0-9_-]{43}/.exec(await made.text())?.[0] ?? '';
    const password = 'five loud red trains';
    expect((await send(path, { password })).status).toBe(303);
    expect((await open('/account', cookie)).status).toBe(401);
    expect((await send('/sign-in', { email, password: PASSWORD })).status).toBe(401);
    expect((await send('/sign-in', { email, password })).status).toBe(303);
    expect(await person(email)).toMatchObject({ actors: ['KEN'] });
  });

  it('who alone administers the node cannot cease to', async () => {
    for (const fields of [{ actors: 'operator' }, { administrator: 'true', disabled: 'true' }]) {
      const refused = await change(amina.email, { actors: '', ...fields });
      expect(refused.status).toBe(409);
    }
    expect(await person(amina.email)).toMatchObject({ administrator: true, disabled: false });
    await entered('second@example.org');
    await change('second@example.org', { actors: '', administrator: 'true' });
    expect((await change(amina.email, { actors: 'operator', administrator: 'true' })).status).toBe(
      303,
    );
  });
});

describe('a node from before there were roles', () => {
  it('is administered by whoever was its first', async () => {
    await client.query('update sign_in."user" set administrator = null');
    const { connection } = database;
    const again = await openSignIn({
      connection,
      origin: 'http://localhost',
      operator: 'operator',
    });
    const people = await again.people.list();
    await again.close();
    const administrators = people.filter((one) => one.administrator);
    expect(administrators.map(({ email }) => email)).toEqual([amina.email]);
  });
});
