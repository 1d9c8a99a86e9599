/** A text as files, and tabled from one: what was understood is shown before it is recorded. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MailRoom } from '../../src/host/mail/mail-room.ts';
import { house } from '../../src/host/house.ts';
import { enteringState } from '../../src/practices/actors/entering-for-tests.ts';
import { type TestStore, OPERATOR, admitted, openTestStore } from '../../src/store/test-store.ts';
import { signInByCookie } from './fake-sign-in.ts';
import { type HouseApp, houseApp, openMail } from './house-app.ts';

const PATH = '/meetings/table-text';
const WORDS = `# Draft on reports

Recalling its earlier decisions,

1. Decides that members [shall][should] report every [X] years;

2. Requests the secretariat to publish them.
`;

let node: TestStore;
let mail: MailRoom;
let app: HouseApp;

const basis = { kind: 'recorded', source: 'Notes' } as const;
const draft = (type: string, register: string, payload: object) => ({
  type: `meetings.${type}`,
  register,
  actor: OPERATOR,
  payload,
  basis,
});

beforeAll(async () => {
  node = await openTestStore({ areas: house.areas });
  mail = await openMail(node);
  app = houseApp(node, mail, signInByCookie);
  const session = { opensOn: '2026-03-02', closesOn: '2026-12-06', title: { en: 'Session' } };
  const body = { title: { en: 'Assembly' }, kind: 'plenary', membership: { kind: 'seats' } };
  const acts = [
    enteringState('AAA'),
    draft('establish-body', 'bodies/assembly', body),
    draft('convene', 'meetings/session', { body: 'assembly', ...session }),
  ];
  for (const act of acts) admitted(await node.store.submit([act]));
}, 60_000);
afterAll(async () => {
  app.close();
  await mail.close();
  await node.close();
});

const COOKIE = { cookie: `who=${OPERATOR}` };

async function send(fields: Record<string, string>): Promise<Response> {
  const page = await (await app.app.request(PATH, { headers: COOKIE })).text();
  const token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const body = new URLSearchParams({
    token,
    session: 'session',
    actor: OPERATOR,
    source: 'Letter of the chair',
    ...fields,
  });
  const headers = { ...COOKIE, origin: 'http://localhost' };
  return app.app.request(PATH, { method: 'POST', body, headers });
}
const fileOf = async (name: string): Promise<string> => {
  const response = await app.app.request(`/meetings/texts/${name}`);
  expect(response.status).toBe(200);
  return response.text();
};

describe('a text that is handed in', () => {
  it('is shown as it was understood, and not recorded by that', async () => {
    const response = await send({ words: WORDS, name: 'reports', step: 'read' });
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain('3 provisions were understood');
    expect(html).toContain('[shall][should]');
    expect((await app.app.request('/meetings/texts/reports')).status).toBe(404);
  });

  it('is refused with the place where its brackets are not balanced', async () => {
    const words = WORDS.replace('[should]', '[should');
    const response = await send({ words, name: 'reports', step: 'record' });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('line 5');
  });

  it('is refused under a name that is none, and what was typed stays', async () => {
    const response = await send({ words: WORDS, name: 'Reports!', step: 'record' });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Recalling its earlier decisions');
  });

  it('is tabled, and leaves as the files from which it reads the same', async () => {
    const response = await send({ words: WORDS, name: 'reports', step: 'record' });
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      '/meetings/texts/reports',
    ]);
    const plain = await fileOf('reports/text.txt');
    expect(plain).toContain('[shall][should]');
    const again = await send({ words: plain, name: 'again', step: 'record' });
    expect(again.status).toBe(303);
    expect(await fileOf('again/text.txt')).toBe(plain);
    expect(await fileOf('reports/text.md')).toContain('Requests the secretariat');
  });

  it('as a clean file says nothing of what is open', async () => {
    const clean = await fileOf('reports/text.txt?view=clean');
    expect(clean).not.toContain('shall');
    expect(clean).toContain('Requests the secretariat');
  });

  it('leaves as Akoma Ntoso too, which is tabled again by form and by API as it was', async () => {
    const akn = await fileOf('reports/text.akn');
    const plain = await fileOf('reports/text.txt');
    const form = await send({ words: akn, name: 'by-form', step: 'record' });
    expect(form.status).toBe(303);
    expect(await fileOf('by-form/text.txt')).toBe(plain);
    const api = await post('by-api', akn, 'application/akn+xml');
    expect([api.status, await api.json()]).toEqual([
      201,
      expect.objectContaining({ title: 'Draft on reports', remarks: [] }),
    ]);
    expect(await fileOf('by-api/text.txt')).toBe(plain);
  });
});

async function post(name: string, body: string, type: string, more = ''): Promise<Response> {
  const query = `session=session&source=Letter&actor=${OPERATOR}${more}`;
  return app.app.request(`/api/meetings/texts/${name}?${query}`, {
    method: 'POST',
    body,
    headers: { ...COOKIE, origin: 'http://localhost', 'content-type': type },
  });
}

describe('a text that a program hands in', () => {
  it('is only read where that is asked', async () => {
    const read = await post('only-read', WORDS, 'text/markdown', '&preview=true');
    expect([read.status, await read.json()]).toEqual([
      200,
      expect.objectContaining({ id: null, provisions: ['pp-1', 'op-1', 'op-2'] }),
    ]);
    expect((await app.app.request('/meetings/texts/only-read')).status).toBe(404);
  });

  it('is refused where it is no text or unbalanced, and for a session unknown', async () => {
    const statuses = [
      await post('bad', '{}', 'application/json'),
      await post('bad', '1. Members [shall report.', 'text/plain'),
      await post('bad', '<!DOCTYPE a><akomaNtoso/>', 'application/xml'),
      await app.app.request('/api/meetings/texts/bad?session=nowhere&title=T', {
        method: 'POST',
        body: '1. Decides to meet.',
        headers: { ...COOKIE, origin: 'http://localhost', 'content-type': 'text/plain' },
      }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([400, 422, 422, 422]);
  });
});
