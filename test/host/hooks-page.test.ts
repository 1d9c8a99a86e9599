/** Webhooks of one's own, by the page and by the API. */
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HookRoom } from '../../src/host/hooks/hook-room.ts';
import type { MailRoom } from '../../src/host/mail/mail-room.ts';
import { house } from '../../src/host/house.ts';
import { type TestStore, openTestStore } from '../../src/store/test-store.ts';
import { COOKIE, TOKEN, fakeSignIn } from './fake-sign-in.ts';
import { type HouseApp, houseApp, openHooks, openMail } from './house-app.ts';

const Listed = z.object({
  rows: z.array(z.object({ id: z.string(), pausedAs: z.string().nullable() })),
});
const PAGE = '/account/webhooks';
const API = '/api/webhooks';
const ADDRESS = 'https://program.example/hook';

let node: TestStore;
let mail: MailRoom;
let hooks: HookRoom;
let inside: HouseApp;

beforeAll(async () => {
  node = await openTestStore({ areas: house.areas });
  mail = await openMail(node);
  hooks = await openHooks(node);
  inside = houseApp(node, mail, fakeSignIn, { hooks });
});
afterAll(async () => {
  inside.close();
  await hooks.close();
  await mail.close();
  await node.close();
});

const submit = (path: string, fields: Record<string, string>) =>
  inside.app.request(path, {
    method: 'POST',
    headers: {
      cookie: COOKIE,
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
    },
    body: new URLSearchParams({ token: 'form-1', ...fields }).toString(),
  });
const page = async () => (await inside.app.request(PAGE, { headers: { cookie: COOKIE } })).text();
const post = (path: string, json: object) =>
  inside.app.request(path, {
    method: 'POST',
    headers: { authorization: TOKEN, 'content-type': 'application/json' },
    body: JSON.stringify(json),
  });
const listed = async () => {
  const answer = await inside.app.request(API, { headers: { authorization: TOKEN } });
  return Listed.parse(await answer.json());
};

describe('the page of webhooks', () => {
  it('is for those who are signed in', async () => {
    expect((await inside.app.request(PAGE)).status).toBe(401);
    expect((await inside.app.request(API)).status).toBe(401);
  });

  it('adds one, tells its secret once, pauses it and lets it go', async () => {
    const made = await submit(PAGE, {
      url: ADDRESS,
      area: 'agreements',
      register: '',
      actor: 'KEN',
    });
    const html = await made.text();
    expect(html).toContain('concord-signature');
    expect(html).toContain('agreements · KEN');
    const secret = /<pre[^>]*>\s*([\w-]{43})\s*<\/pre>/.exec(html)?.[1] ?? '';
    expect(secret).toHaveLength(43);
    expect(await page()).not.toContain(secret);
    const [hook] = (await listed()).rows;
    expect((await submit(`${PAGE}/${hook?.id}/pause`, {})).status).toBe(303);
    expect(await page()).toContain('paused by you');
    await submit(`${PAGE}/${hook?.id}/remove`, {});
    expect((await listed()).rows).toEqual([]);
  });

  it.each([
    ['what is no address', 'program'],
    ['an address that is not encrypted', 'http://program.example/hook'],
  ])('refuses %s, and keeps what was typed', async (_, url) => {
    const refused = await submit(PAGE, { url });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain(`value="${url}"`);
  });
});

describe('a program', () => {
  it('does the same with a token', async () => {
    const made = await post(API, { url: ADDRESS, type: 'agreements.adopt' });
    expect(made.status).toBe(201);
    const { id } = (await made.json()) as { id: string };
    expect(await (await post(`${API}/${id}/rotate`, {})).json()).toMatchObject({
      secret: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect((await post(`${API}/${id}/pause`, {})).status).toBe(200);
    expect((await listed()).rows).toMatchObject([{ id, pausedAs: 'owner' }]);
    expect((await post(`${API}/${id}/explode`, {})).status).toBe(404);
    expect((await post(`${API}/${id}/remove`, {})).status).toBe(200);
    expect((await post(`${API}/${id}/remove`, {})).status).toBe(404);
  });
});
