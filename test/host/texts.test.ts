import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignIn } from '../../src/host/account/sign-in.ts';
import { run } from '../../src/cli/program.ts';
import { actors } from '../../src/practices/actors/area.ts';
import { agreements } from '../../src/practices/agreements/area.ts';
import { readAkomaNtoso } from '../../src/standards/akoma-ntoso/read-akoma-ntoso.ts';
import { type TestStore, OPERATOR, openTestStore } from '../../src/store/test-store.ts';
import { fakeSignIn } from './fake-sign-in.ts';
import { type HouseApp, agreementsApp } from './house-app.ts';

const COOKIE = 'session=keeper';
const TOKEN = 'Bearer keeper';
const person = { id: '1', name: 'Amina', email: 'amina@example.org', administrator: false };
const signIn: SignIn = {
  ...fakeSignIn,
  session: async (headers) => {
    const own = { id: 's', person: { ...person, actors: [OPERATOR] }, formToken: 'form-1' };
    if (headers.get('authorization') === TOKEN) return { ...own, by: 'token' };
    return headers.get('cookie')?.includes(COOKIE) ? { ...own, by: 'cookie' } : null;
  },
};

const PLAIN = 'Convention on the Lake\n\nArticle 1\nAim\n\n1. The lake <is> shared.\n';
const BAD_AKN = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">\n<act>\n<p>';
const DTD = '<!DOCTYPE x [<!ENTITY a "b">]>\n<akomaNtoso/>';

let node: TestStore;
let made: HouseApp;

beforeAll(async () => {
  const areas = [actors, agreements];
  node = await openTestStore({ areas });
  made = agreementsApp(node, signIn);
});
afterAll(async () => {
  made.close();
  await node.close();
});

function post(body: string, query: string, type = 'text/plain', agreement = 'lake') {
  return made.app.request(`/api/agreements/${agreement}/text?${query}`, {
    method: 'POST',
    body,
    headers: { 'content-type': type, authorization: TOKEN },
  });
}
const get = (path: string, headers: Record<string, string> = {}) =>
  made.app.request(path, { headers: { 'accept-language': 'en', ...headers } });

describe('a text handed in by API', () => {
  const query = 'language=en&on=2024-01-01&source=Notes';

  it('is read only, where that is asked for', async () => {
    const response = await post(PLAIN, `${query}&preview=true`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      id: null,
      title: 'Convention on the Lake',
      language: 'en',
      provisions: ['art_1', 'art_1__para_1'],
      remarks: [],
    });
    expect((await get('/agreements/lake')).status).toBe(404);
  });

  it('is recorded, and opens the page of a draft', async () => {
    const response = await post(PLAIN, query);
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ id: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const page = await (await get('/agreements/lake')).text();
    expect(page).toContain('Draft, being negotiated');
    expect(page).toContain('The lake &lt;is&gt; shared.');
    expect(await (await get('/agreements/lake/text')).text()).toContain('id="art_1__para_1"');
  });

  it('is given as Akoma Ntoso, which is read again as it was, and plainly', async () => {
    const akn = await get('/agreements/lake/text.akn?language=en');
    expect(akn.headers.get('content-type')).toBe('application/akn+xml');
    expect(akn.headers.get('content-disposition')).toContain('lake-en-');
    const xml = await akn.text();
    expect(readAkomaNtoso(new TextEncoder().encode(xml))).toMatchObject({
      document: { language: 'en', title: 'Convention on the Lake', provisions: [{}, {}] },
    });
    expect(xml).toContain('/akn/un/act/draft-agreement/2024-01-01/lake/eng@');
    const plain = await get('/agreements/lake/text.txt');
    expect(await plain.text()).toBe(
      'Convention on the Lake\n\nArticle 1\n\nAim\n\n1. The lake <is> shared.\n',
    );
    const copied = await post(xml, 'on=2024-02-01&source=Copy', 'application/akn+xml', 'pond');
    expect(copied.status).toBe(201);
  });

  it('that cannot be read is refused with the line, and nothing is recorded', async () => {
    const before = await node.store.ledger();
    const broken = await post(BAD_AKN, query, 'application/akn+xml');
    expect(broken.status).toBe(422);
    expect(await broken.json()).toMatchObject({
      rule: 'host.text-unreadable',
      reason: expect.stringContaining('line 3'),
    });
    const declared = await post(DTD, query, 'application/xml');
    expect(await declared.json()).toMatchObject({
      reason: expect.stringContaining('line 1: a document type is not taken'),
    });
    expect((await post('{}', query, 'application/json')).status).toBe(400);
    expect((await post(PLAIN, 'language=en')).status).toBe(400);
    expect(await node.store.ledger()).toBe(before);
  });

  it('needs a session', async () => {
    const response = await made.app.request(`/api/agreements/lake/text?${query}`, {
      method: 'POST',
      body: PLAIN,
      headers: { 'content-type': 'text/plain' },
    });
    expect(response.status).toBe(401);
  });

  it('is said not to be there where none is on record, and in no other language', async () => {
    expect((await get('/agreements/nothing/text.akn')).status).toBe(404);
    expect((await get('/agreements/lake/text.akn?language=ru')).status).toBe(404);
    expect((await get('/agreements/lake/text.txt?asOf=31.2.')).status).toBe(400);
  });

  it('is described', async () => {
    const { paths } = (await (await get('/api/openapi.json')).json()) as {
      paths: Record<string, unknown>;
    };
    expect(paths['/api/agreements/{agreement}/text']).toMatchObject({
      post: { operationId: 'agreements.put-text' },
    });
  });
});

describe('a text handed in by form', () => {
  const filled = {
    token: 'form-1',
    words: PLAIN,
    language: 'en',
    title: '',
    on: '2024-03-01',
    authentic: 'true',
    actor: OPERATOR,
    basis: 'recorded',
    source: 'Notes',
  };
  const send = (fields: Record<string, string>, file?: File) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    if (file) form.set('file', file);
    return made.app.request('/agreements/sea/text/new', {
      method: 'POST',
      body: form,
      headers: { cookie: COOKIE, origin: 'http://localhost', 'accept-language': 'en' },
    });
  };

  it('asks who it is first', async () => {
    expect((await get('/agreements/sea/text/new')).status).toBe(401);
    const page = await get('/agreements/sea/text/new', { cookie: COOKIE });
    expect(await page.text()).toContain('name="words"');
  });

  it('is shown as it was read before anything is recorded', async () => {
    const response = await send({ ...filled, step: 'read' });
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html).toContain('2 provisions were read');
    expect(html).toContain('value="record"');
    expect((await get('/agreements/sea')).status).toBe(404);
  });

  it('keeps what was typed where it cannot be read, and says the line', async () => {
    const response = await send({ ...filled, words: BAD_AKN, step: 'record' });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain('Line 3');
    expect(html).toContain('&lt;akomaNtoso');
    expect(html).toContain('value="Notes"');
    expect(html).not.toContain('value="record"');
  });

  it('keeps what was typed where the rules refuse it', async () => {
    const response = await send({ ...filled, on: '2999-01-01', step: 'record' });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain('2999-01-01 lies ahead.');
    expect(html).toContain('The lake &lt;is&gt; shared.');
  });

  it('is taken from a file in place of what was pasted, and recorded', async () => {
    const file = new File([PLAIN.replaceAll('Lake', 'Sea')], 'sea.txt', { type: 'text/plain' });
    const shown = await (await send({ ...filled, words: '', step: 'read' }, file)).text();
    expect(shown).toContain('Convention on the Sea');
    const recorded = await send({ ...filled, step: 'record' }, file);
    expect(recorded.status).toBe(303);
    expect(recorded.headers.get('location')).toBe('/agreements/sea/text?language=en');
    const page = await (await get('/agreements/sea/text?language=en')).text();
    expect(page).toContain('Convention on the Sea');
  });
});

describe('concord import text', () => {
  it('reads a file, records it and tells what was read', async () => {
    let written = '';
    const code = await run(
      ['import', 'text', 'river.txt', '--agreement', 'brook', '--language', 'en'].concat([
        '--on',
        '2024-04-01',
        '--source',
        'Notes',
      ]),
      {
        environment: { CONCORD_URL: 'http://localhost', CONCORD_TOKEN: 'keeper' },
        terminal: {
          isTerminal: false,
          write: (text) => {
            written += text;
          },
          complain: (line) => expect.fail(line),
          read: async () => PLAIN,
          readBytes: async () => expect.fail('no document is read here'),
          save: async () => expect.fail('nothing is saved here'),
        },
        fetch: async (input, init) =>
          made.app.request(input instanceof Request ? input : input.toString(), init),
      },
    );
    expect([code, written]).toEqual([
      0,
      expect.stringContaining('2 provisions of “Convention on the Lake” (en)'),
    ]);
  });
});
