/** Three States consent through three offices, each on another way in: form, API, command line. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/program.ts';
import { tokenByLink } from './administrator.ts';
import { OfficesNode, TREATY } from './offices-node.ts';

const PASSWORD = 'four calm green boats';
const deposit = { type: 'agreements.deposit', register: TREATY };
const payload = { on: '2026-03-01', instrument: 'ratification' };

let node: OfficesNode;
beforeAll(async () => {
  node = await OfficesNode.start();
}, 60_000);
afterAll(() => node.stop());

/** Sends a form in a session, as a browser does. */
function form(path: string, fields: Record<string, string>, cookie = ''): Promise<Response> {
  const { address } = node.running;
  return fetch(address + path, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
    headers: { cookie, origin: new URL(address).origin },
  });
}

async function signedIn(email: string): Promise<string> {
  const entered = await form('/sign-in', { email, password: PASSWORD });
  const cookies = entered.headers.getSetCookie();
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ');
}

const pageOf = async (path: string, cookie: string): Promise<string> =>
  (await fetch(node.running.address + path, { headers: { cookie } })).text();

const stateOn = async (day: string): Promise<string> => {
  const { json } = await node.get(`/api/agreements/show?agreement=river&asOf=${day}`);
  // The answer's own schema has the row of the agreement.
  return (json['row'] as { state: string }).state;
};

describe('an agreement that three States bring into force', () => {
  it('by the form: what will sign is shown before, and what signed after', async () => {
    await node.office('KEN', 'ken-office');
    await node.office('KEN', 'ken-mission', { registers: [TREATY] });
    await node.person('Kamau', ['ken-office', 'ken-mission']);
    const cookie = await signedIn('kamau@example.org');
    const html = await pageOf(`/acts/new?type=agreements.deposit&register=${TREATY}`, cookie);
    expect(html).toMatch(/<select[^>]*name="actor"/);
    expect(html).toMatch(/<select[^>]*name="author"/);
    const token = /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const fields = {
      token,
      ...deposit,
      actor: 'KEN',
      author: 'ken-mission',
      basis: 'signed',
      'payload.on': payload.on,
      'payload.instrument': payload.instrument,
    };
    const preview = await (await form('/acts/new', { ...fields, step: 'preview' }, cookie)).text();
    expect(preview).toMatch(/ken-mission<\/b> under the mandate/);
    const recorded = await form('/acts/new', { ...fields, step: 'confirm' }, cookie);
    expect(recorded.status).toBe(303);
    const act = await pageOf(recorded.headers.get('location') ?? '', cookie);
    expect(act).toContain('href="/actors/ken-mission"');
    const mandate = /href="\/acts\/([0-9a-f]{64})"/.exec(preview)?.[1] ?? '';
    expect(act).toContain(`/acts/${mandate}`);
    expect(act).toContain('verified just now');
  });

  it('by the API', async () => {
    await node.office('NOR', 'nor-office');
    const token = await node.person('Nora', ['nor-office']);
    const sent = await node.post('/api/acts', { ...deposit, actor: 'NOR', payload }, token);
    expect([sent.status, sent.json['reason']]).toEqual([201, undefined]);
    expect(await stateOn('2027-01-01')).not.toBe('in-force');
  });

  it('by the command line', async () => {
    const out: string[] = [];
    const concord = (token: string, words: string[], act: object = {}) =>
      run(words, {
        environment: { CONCORD_URL: node.running.address, CONCORD_TOKEN: token },
        fetch,
        terminal: {
          isTerminal: false,
          write: (text) => out.push(text),
          complain: (text) => out.push(text),
          read: async () => JSON.stringify(act),
          save: async () => expect.fail('nothing is saved here'),
          readBytes: async () => expect.fail('no document is read here'),
        },
      });
    const source = ['--source', 'Note verbale of FJI, 2026/1', '--title', 'Mission of Fiji'];
    const office = ['admin', 'office', '--actor', 'FJI', '--office', 'fji-office', ...source];
    const covers = ['--covers', 'agreements.*', '--from', '2026-01-01'];
    expect(await concord(node.administrator, [...office, ...covers]), out.join('')).toBe(0);
    const who = ['--name', 'Filipo', '--email', 'filipo@example.org', '--actors', 'fji-office'];
    expect(await concord(node.administrator, ['admin', 'invite', ...who, '--json'])).toBe(0);
    const { link } = JSON.parse(out.at(-1) ?? '') as { link: string };
    const token = await tokenByLink(link);
    expect(await concord(node.administrator, ['admin', 'people'])).toBe(0);
    expect(out.at(-1)).toContain('filipo@example.org');
    expect(await concord(token, ['admin', 'people'])).toBe(1);
    const send = (act: object) => concord(token, ['acts', 'submit', '-', '--json'], act);
    expect(await send({ ...deposit, actor: 'KEN', payload })).toBe(1);
    expect(out.join('')).toContain('Filipo does not act for KEN');
    expect(await send({ ...deposit, actor: 'FJI', payload }), out.join('')).toBe(0);
    const { id } = JSON.parse(out.at(-1) ?? '') as { id: string };
    expect(await node.header(id)).toMatchObject({ actor: 'FJI', author: 'fji-office' });
  });

  it('is in force from the day that follows from what the three offices deposited', async () => {
    expect(await stateOn('2026-03-30')).not.toBe('in-force');
    expect(await stateOn('2026-03-31')).toBe('in-force');
  });
});

describe('a revocation by the form', () => {
  const standing = async (office: string) => {
    const { json } = await node.get(`/api/mandates/list?holder=${office}&standing=true`);
    return (json['rows'] as { mandate: string }[]).map(({ mandate }) => mandate);
  };
  const tokenIn = (html: string) => /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';

  it('names its source, and ends the mandate from the next act on', async () => {
    const cookie = await signedIn('amina@example.org');
    const [mandate = ''] = await standing('nor-office');
    const path = `/admin/offices/end/${mandate}`;
    const token = tokenIn(await pageOf(path, cookie));
    const unsourced = await form(path, { token, source: ' ' }, cookie);
    expect([unsourced.status, await unsourced.text()]).toEqual([
      400,
      expect.stringContaining('id="end-source-error"'),
    ]);
    expect(await standing('nor-office')).toEqual([mandate]);
    const source = 'Note verbale of NOR, 2026/9';
    expect((await form(path, { token, source }, cookie)).status).toBe(303);
    expect(await standing('nor-office')).toEqual([]);
    expect((await form(path, { token, source }, cookie)).status).toBe(404);
    expect(await pageOf('/admin/offices', cookie)).toContain('revoked');
  });

  it('of a key lets a new one be made, but the operator’s own key stays', async () => {
    const cookie = await signedIn('amina@example.org');
    const keys = (await node.get('/api/keys/list')).json['rows'] as {
      actor: string;
      key: string;
    }[];
    const keyOf = (actor: string) => keys.find((one) => one.actor === actor)?.key ?? '';
    const own = await form(`/admin/offices/end/${keyOf('operator')}`, { token: '' }, cookie);
    expect(own.status).toBe(403);
    const path = `/admin/offices/end/${keyOf('nor-office')}`;
    const token = tokenIn(await pageOf(path, cookie));
    const operators = `/admin/offices/end/${keyOf('operator')}`;
    const kept = await form(operators, { token, source: 'A letter' }, cookie);
    expect([kept.status, await kept.text()]).toEqual([
      400,
      expect.stringContaining('keeps the registers of this node'),
    ]);
    expect((await form(path, { token, source: 'A letter' }, cookie)).status).toBe(303);
    const made = await node.office('NOR', 'nor-office');
    expect(made.json['key']).not.toBe(keyOf('nor-office'));
  });

  it('or an office shows what was typed to one whose session has ended', async () => {
    const typed = { actor: 'KEN', office: 'ken-z', source: 'A long and careful source' };
    const lost = await form('/admin/offices', typed);
    expect([lost.status, await lost.text()]).toEqual([
      401,
      expect.stringContaining('A long and careful source'),
    ]);
  });
});
