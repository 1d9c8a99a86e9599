/** For whom an act is, as people and programs say it: groups, parts for fewer, whom it reaches. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COOKIE } from './fake-sign-in.ts';
import { exampleApp } from './example-app.tsx';
import { OfficesNode, TREATY } from './offices-node.ts';

let node: OfficesNode;
beforeAll(async () => {
  node = await OfficesNode.start();
  const registry = { register: 'actors/registry', actor: 'operator', basis: SOURCE };
  const group = (id: string) => ({
    ...registry,
    type: 'actors.enter',
    payload: {
      id,
      kind: 'group',
      names: { en: `Group ${id}` },
      treatyCapacity: false,
      regionalIntegration: false,
    },
  });
  const joins = (member: string, status = 'member') => ({
    ...registry,
    type: 'actors.join',
    payload: { group: 'lake-group', member, from: '2020-01-01', status },
  });
  const acts = [group('lake-group'), group('bare-group'), joins('KEN'), joins('NOR')];
  for (const act of [...acts, joins('FJI', 'observer')]) {
    const { status, json } = await node.post('/api/acts', act);
    if (status !== 201) throw new Error(JSON.stringify(json));
  }
}, 120_000);
afterAll(() => node.stop());

const SOURCE = { kind: 'recorded', source: 'a test' };
const signing = (marking: object, actor = 'KEN') => ({
  type: 'agreements.sign',
  register: TREATY,
  actor,
  payload: { on: '2020-02-01' },
  basis: SOURCE,
  marking,
});

describe('an act released to a group', () => {
  it('names its full members of the day, and keeps what was chosen', async () => {
    const marking = { level: 'amber', membersOf: ['lake-group'] };
    const { json } = await node.post('/api/acts', signing(marking));
    const kenya = await node.person('Kenya', ['KEN']);
    const act = await node.get(`/api/acts/${String(json['id'])}`, kenya);
    expect(act.json['header']).toMatchObject({ marking: { level: 'amber', to: ['KEN', 'NOR'] } });
    const groups = [{ group: 'lake-group', members: ['KEN', 'NOR'] }];
    const today = new Date().toISOString().slice(0, 10);
    expect(act.json['payload']).toMatchObject({ releasedTo: { on: today, groups } });
    expect(await node.get(`/api/acts/${String(json['id'])}`)).toMatchObject({ status: 404 });
    const page = await fetch(`${node.running.address}/acts/${String(json['id'])}`, {
      headers: { authorization: `Bearer ${kenya}` },
    });
    expect(await page.text()).toContain('Released to lake-group as of');
  });

  it('says beforehand whom it reaches, and who is new among them', async () => {
    const marking = { level: 'amber', to: ['FJI'], membersOf: ['lake-group'] };
    const asked = signing(marking, 'NOR');
    expect((await node.post('/api/acts/preview', asked)).json['share']).toMatchObject({
      level: 'amber',
      fresh: 2,
      nodes: 0,
      missesActor: false,
      reaches: [
        { actor: 'FJI', through: [], isNew: true },
        { actor: 'KEN', through: ['lake-group'], isNew: true },
        { actor: 'NOR', through: ['lake-group'], isNew: false },
      ],
    });
    await node.office('NOR', 'nor-mission');
    const norway = await node.person('Norway', ['nor-mission']);
    await node.post('/api/acts', signing({ level: 'red', to: ['KEN', 'NOR'] }, 'NOR'));
    const own = { ...asked, type: 'agreements.deposit', payload: DEPOSIT, basis: SIGNED };
    const told = await node.post('/api/acts/preview', own, norway);
    expect(told.json['share']).toMatchObject({
      fresh: 1,
      reaches: [{ isNew: true }, { actor: 'KEN', isNew: false }, { actor: 'NOR' }],
    });
  });

  it('is refused where the group is empty, unknown, or none', async () => {
    for (const group of ['bare-group', 'nowhere', 'KEN']) {
      const marking = { level: 'amber', membersOf: [group] };
      const told = await node.post('/api/acts', signing(marking, 'FJI'));
      expect([group, told.status, told.json['rule']]).toEqual([group, 422, 'release.audience']);
    }
  });

  it('takes no note of a release that the asker wrote', async () => {
    const asked = { ...signing({ level: 'amber', to: ['KEN'] }), payload: { releasedTo: {} } };
    expect((await node.post('/api/acts', asked)).status).toBe(400);
  });
});

describe('the page of an act', () => {
  it('tells that it was recalled, and who has not answered a request to erase it', async () => {
    const marking = { level: 'amber', to: ['FJI', 'operator'] };
    const { json } = await node.post('/api/acts', signing(marking, 'FJI'));
    const act = String(json['id']);
    const about = { register: TREATY, actor: 'operator', basis: SOURCE, marking };
    const reason = 'The source withdrew it.';
    const recall = { ...about, type: 'releases.recall', actor: 'FJI', payload: { act, reason } };
    expect((await node.post('/api/acts', recall)).status).toBe(201);
    const asked = {
      act,
      parts: [0],
      reason: 'It names a person.',
      legalBasis: 'A data act, s. 17',
    };
    const request = { ...about, type: 'releases.request-erasure', payload: asked };
    expect((await node.post('/api/acts', request)).status).toBe(201);
    const reader = await node.person('Reader', ['FJI']);
    const page = await fetch(`${node.running.address}/acts/${act}`, {
      headers: { authorization: `Bearer ${reader}` },
    });
    const html = await page.text();
    expect(html).toContain('Recalled by FJI: The source withdrew it.');
    expect(html).toContain('Not answered by');
    const form = /\/acts\/new\?type=releases\.confirm-erasure[^"]*/.exec(html)?.[0] ?? '';
    expect(form).toContain('marking.to=FJI+operator');
    await showsWaiting(act, reader);
    const told = await node.get(`/api/releases/of?act=${act}`);
    const empty = { recalls: [], destroyed: [], downgrades: [], requests: [] };
    const nothing = { ...empty, endsOn: null, hasEnded: false };
    expect(told.json).toEqual(nothing);
  });
});

/** The desk of a holder who has not answered, and that of whoever asked. */
async function showsWaiting(act: string, holder: string): Promise<void> {
  const desk = async (token: string): Promise<readonly string[]> => {
    const headers = { authorization: `Bearer ${token}` };
    const page = await fetch(`${node.running.address}/desk/releases`, { headers });
    return (await page.text()).split('id="awaited"');
  };
  const [own = '', others] = await desk(holder);
  expect(own).toContain('A data act, s. 17');
  const href = /\/acts\/new\?type=releases\.confirm-erasure[^"]*/.exec(own)?.[0] ?? '';
  const filled = new URLSearchParams(href.replaceAll('&amp;', '&').split('?')[1]);
  expect(Object.fromEntries(filled)).toMatchObject({
    actor: 'FJI',
    register: TREATY,
    'payload.act': act,
    'marking.level': 'amber',
    'marking.to': 'FJI operator',
  });
  // Fiji released the act, so it sees that the operator has not answered its own request either.
  expect(others).toContain('operator');
  const stranger = await node.person('Stranger', ['KEN']);
  expect((await desk(stranger)).join('')).not.toContain(act);
  expect((await fetch(`${node.running.address}/desk/releases`)).status).toBe(401);
  const csv = await node.get('/api/releases/unanswered');
  expect(csv.json['rows']).toEqual([]);
}

const DEPOSIT = { on: '2021-01-01', instrument: 'ratification' };
const SIGNED = { kind: 'signed' };

function send(fields: Record<string, string>, { app } = exampleApp()) {
  return app.request('/acts/new', {
    method: 'POST',
    body: new URLSearchParams({ ...FILLED, ...fields }).toString(),
    headers: {
      cookie: COOKIE,
      origin: 'http://localhost',
      'content-type': 'application/x-www-form-urlencoded',
    },
  });
}

const FILLED = {
  token: 'form-1',
  type: 'examples.make',
  register: 'examples/one',
  actor: 'KEN',
  basis: 'signed',
  'payload.title': 'A table',
  'payload.kind': 'table',
  'payload.place.town': 'Arusha',
  step: 'preview',
};

describe('the form of an act', () => {
  it('offers an audience for the act, and for each member that may be for fewer', async () => {
    const { app } = exampleApp();
    const path = '/acts/new?type=examples.make';
    const html = await (await app.request(path, { headers: { cookie: COOKIE } })).text();
    for (const name of ['marking.level', 'marking.to', 'marking.membersOf']) {
      expect(html).toContain(`name="${name}"`);
    }
    expect(html).toContain('name="narrower.place.level"');
    expect(html).not.toContain('name="narrower.kind.level"');
  });

  it('says at the field where an audience has no level, or a level nobody', async () => {
    const html = await (await send({ 'narrower.place.to': 'NOR' })).text();
    expect(html).toContain('id="act-narrower.place.level-error"');
    const other = await (await send({ 'marking.to': 'NOR' })).text();
    expect(other).toContain('id="act-marking.level-error"');
    const empty = await send({ 'marking.level': 'red' });
    expect([empty.status, (await empty.text()).includes('nobody could see')]).toEqual([422, true]);
  });
});
