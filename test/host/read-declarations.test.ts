import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/program.ts';
import type { SignIn } from '../../src/host/account/sign-in.ts';
import { enteringState } from '../../src/practices/actors/entering-for-tests.ts';
import { actors } from '../../src/practices/actors/area.ts';
import { agreements } from '../../src/practices/agreements/area.ts';
import { PAGE_LENGTH_MAX } from '../../src/practices/agreements/import/declarations/read-page.ts';
import { type TestStore, OPERATOR, admitted, openTestStore } from '../../src/store/test-store.ts';
import { fakeSignIn } from './fake-sign-in.ts';
import { type HouseApp, agreementsApp } from './house-app.ts';

const PAGE = '/agreements/river/read-declarations';
const API = `/api${PAGE}`;
const WORDS =
  '#Kenya\nKenya does not consider itself bound by article 7.\n\n' +
  '#Uganda\nUganda objects to the reservation made by Kenya to article 7.\n\n' +
  '#Norway\n\n';
const AMINA = 'amina';

const person = { id: '1', name: 'Amina', email: 'amina@example.org', administrator: false };
/** Amina keeps the registers of the node; Bob acts for Kenya only. */
const signIn: SignIn = {
  ...fakeSignIn,
  session: async (headers) => {
    const name = headers.get('cookie')?.replace('session=', '') ?? headers.get('authorization');
    if (name === null || !/amina|bob/.test(name)) return null;
    const entrusted = name.includes(AMINA) ? [OPERATOR] : ['KEN'];
    return { id: 's', by: 'cookie', person: { ...person, actors: entrusted }, formToken: 'form-1' };
  },
};

let node: TestStore;
let made: HouseApp;

beforeAll(async () => {
  const areas = [actors, agreements];
  node = await openTestStore({ areas });
  const basis = { kind: 'recorded', source: 'a test' } as const;
  const when = { count: 1, of: { any: true } };
  const deposit = (actor: string, on: string) => ({
    type: 'agreements.deposit',
    register: 'agreements/river',
    actor,
    payload: { on, instrument: 'accession' },
    basis,
  });
  admitted(
    await node.store.submit([
      enteringState('KEN', 'Kenya'),
      enteringState('UGA', 'Uganda'),
      enteringState('NOR', 'Norway'),
      {
        type: 'agreements.adopt',
        register: 'agreements/river',
        actor: OPERATOR,
        payload: {
          title: { en: 'Convention on the Common River' },
          kind: 'multilateral',
          sectors: ['environment'],
          adoptedOn: '1960-01-01',
          finalClauses: {
            entryIntoForce: { when, delay: { days: 30 }, citation: 'Article 12(1)' },
          },
        },
        basis,
      },
      deposit('KEN', '1966-03-01'),
      deposit('UGA', '1966-04-01'),
    ]),
  );
  made = agreementsApp(node, signIn);
});
afterAll(async () => {
  made.close();
  await node.close();
});

async function api(text: string, headers: Record<string, string> = {}, path = API) {
  const given = { 'content-type': 'application/json', authorization: AMINA, ...headers };
  const body = JSON.stringify({ text });
  return made.app.request(path, { method: 'POST', body, headers: given });
}

async function send(fields: Record<string, string>, file?: File, who = AMINA) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ token: 'form-1', ...fields })) {
    body.append(name, value);
  }
  if (file) body.append('file', file);
  const headers = { cookie: `session=${who}`, origin: 'http://localhost' };
  const response = await made.app.request(PAGE, { method: 'POST', body, headers });
  return { status: response.status, html: await response.text() };
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1];

const unescaped = (text: string): string =>
  text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** A box that is not ticked is not sent. */
const isSent = (tag: string): boolean =>
  attribute(tag, 'name') !== undefined &&
  (attribute(tag, 'type') !== 'checkbox' || tag.includes('checked'));

/** The fields of a page's form as a browser would send them, but for the buttons. */
function fieldsIn(html: string): Record<string, string> {
  const inputs = [...html.matchAll(/<input [^>]*>/g)].map(([tag]) => tag).filter(isSent);
  const selects = [...html.matchAll(/<select[^>]*>.*?<\/select>/gs)].map(([tag]) => tag);
  const chosen = selects.map((tag) => /value="([^"]*)"[^>]*selected/.exec(tag)?.[1] ?? '');
  return Object.fromEntries([
    ...inputs.map((tag) => [attribute(tag, 'name'), unescaped(attribute(tag, 'value') ?? '')]),
    ...selects.map((tag, at) => [attribute(tag, 'name'), chosen[at]]),
  ]) as Record<string, string>; // Names and values are texts, by the patterns.
}

const KENYA = `s.${WORDS.indexOf('Kenya does')}`;
const UGANDA = `s.${WORDS.indexOf('Uganda objects')}`;
const SOURCE = 'Status of the river convention, 1970';

describe('the reading of declarations over HTTP', () => {
  it('answers with proposals and records nothing', async () => {
    const before = await node.store.ledger();
    const response = await api(WORDS);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      statements: [
        { actor: 'KEN', kind: 'reservation', provisions: ['art_7'], on: '1966-03-01' },
        { actor: 'UGA', kind: 'objection', towards: ['KEN'], on: null, candidates: [] },
      ],
      silent: ['Norway'],
    });
    expect(await node.store.ledger()).toBe(before);
  });

  it('needs a session, a text, and an agreement that there is', async () => {
    expect((await api(WORDS, { authorization: '' })).status).toBe(401);
    expect((await api(WORDS, { 'content-type': 'text/csv' })).status).toBe(400);
    expect((await api(WORDS, {}, '/api/agreements/sea/read-declarations')).status).toBe(404);
    const headers = { 'content-type': 'application/json', authorization: AMINA };
    const broken = await made.app.request(API, { method: 'POST', body: '{"words":1}', headers });
    expect(broken.status).toBe(400);
  });

  it('has a bound on the text', async () => {
    for (const [more, status] of [
      [-1, 200],
      [0, 200],
      [1, 413],
    ] as const) {
      expect((await api('x'.repeat(PAGE_LENGTH_MAX + more))).status).toBe(status);
    }
  });

  it('is described, and told on the command line', async () => {
    const description = await made.app.request('/api/openapi.json');
    const { paths } = (await description.json()) as { paths: Record<string, unknown> };
    expect(Object.keys(paths)).toContain('/api/agreements/{agreement}/read-declarations');
    const out: string[] = [];
    const code = await run(['read', 'declarations', 'page.txt', '--agreement', 'river'], {
      environment: { CONCORD_URL: 'http://node.example', CONCORD_TOKEN: AMINA },
      fetch: async (input, init) =>
        made.app.request(input instanceof Request ? input : input.toString(), init),
      terminal: {
        isTerminal: true,
        write: (line) => out.push(line),
        complain: (line) => out.push(line),
        read: async () => WORDS,
        readBytes: async () => new Uint8Array(),
        save: async () => expect.fail('nothing is saved'),
      },
    });
    expect(code).toBe(0);
    expect(out.join('')).toMatch(/Kenya +1 +KEN +reservation/);
    expect(out.join('')).toContain('without words: Norway');
  });
});

describe('the page on which a person confirms them', () => {
  it('asks to sign in, and keeps what was typed where the session ended', async () => {
    expect((await made.app.request(PAGE)).status).toBe(401);
    const lost = await send({ text: WORDS, source: SOURCE, step: 'read' }, undefined, 'nobody');
    expect(lost.status).toBe(401);
    expect(lost.html).toContain('Uganda objects to the reservation');
  });

  it('reads a file, or what was pasted, and says when there is neither', async () => {
    const file = new File([WORDS], 'page.txt', { type: 'text/plain' });
    const read = await send({ text: '', source: SOURCE, step: 'read' }, file);
    expect(read.status).toBe(200);
    expect(read.html).toContain('Uganda objects to the reservation');
    expect((await send({ text: '  ', source: SOURCE, step: 'read' })).status).toBe(400);
    const broken = new File([new Uint8Array([0xff, 0xfe])], 'page.txt');
    expect((await send({ text: '', step: 'read' }, broken)).status).toBe(400);
  });

  it('records only what is ticked, and only with a source', async () => {
    const { html } = await send({ text: WORDS, source: SOURCE, step: 'read' });
    const before = await node.store.ledger();
    const none = await send({ ...fieldsIn(html), step: 'record' });
    expect(none.status).toBe(400);
    expect(none.html).toContain('nothing was recorded');
    const unnamed = { ...fieldsIn(html), [`${KENYA}.take`]: 'true', source: ' ' };
    expect((await send({ ...unnamed, step: 'record' })).status).toBe(400);
    expect(await node.store.ledger()).toBe(before);
  });

  it('refuses whoever does not keep the register, and loses nothing that was typed', async () => {
    const { html } = await send({ text: WORDS, source: SOURCE, step: 'read' });
    const typed = { [`${KENYA}.take`]: 'true', [`${KENYA}.provisions`]: 'art_7 art_8' };
    const given = { ...fieldsIn(html), ...typed, step: 'record' };
    const refused = await send(given, undefined, 'bob');
    expect(refused.html).toContain('does not act for');
    expect(fieldsIn(refused.html)).toMatchObject(typed);
    const wrong = await send({ ...given, [`${KENYA}.provisions`]: 'Art. 7', [`${KENYA}.on`]: '' });
    expect(wrong.html).toContain('is not well formed');
    expect(fieldsIn(wrong.html)[`${KENYA}.provisions`]).toBe('Art. 7');
  });

  it('wants to know which reservation an objection answers', async () => {
    const { html } = await send({ text: WORDS, source: SOURCE, step: 'read' });
    const given = { ...fieldsIn(html), [`${UGANDA}.take`]: 'true', step: 'record' };
    const refused = await send(given);
    expect(refused.html).toContain('which act on record it answers');
  });

  it('records the corrected structure from the source, then the objection to it', async () => {
    const { html } = await send({ text: WORDS, source: SOURCE, step: 'read' });
    const corrected = { [`${KENYA}.take`]: 'true', [`${KENYA}.provisions`]: 'art_7__para_1' };
    const first = await send({ ...fieldsIn(html), ...corrected, step: 'record' });
    const id = /href="\/acts\/([0-9a-f]{64})"/.exec(first.html)?.[1] ?? '';
    const reservation = await node.store.act(id, { actors: [] });
    expect(reservation?.header).toMatchObject({
      type: 'agreements.reserve',
      actor: 'KEN',
      basis: { kind: 'recorded', source: SOURCE },
    });
    expect(reservation?.payload).toMatchObject({
      on: '1966-03-01',
      provisions: ['art_7__para_1'],
      effect: 'excludes',
      text: [{ language: 'en', text: 'Kenya does not consider itself bound by article 7.' }],
    });

    const again = await send({ text: WORDS, source: SOURCE, step: 'read' });
    expect(again.html).toContain('Already on record');
    const proposed = fieldsIn(again.html);
    expect(proposed[`${UGANDA}.answers.${id}`]).toBe('true');
    expect(proposed[`${KENYA}.take`]).toBeUndefined();
    const objection = { [`${UGANDA}.take`]: 'true', [`${UGANDA}.on`]: '1966-09-01' };
    const second = await send({ ...proposed, ...objection, step: 'record' });
    const answers = [...second.html.matchAll(/href="\/acts\/([0-9a-f]{64})"/g)];
    const ids = answers.map(([, one = '']) => one).filter((one) => one !== id);
    const act = await node.store.act(ids[0] ?? '', { actors: [] });
    expect(act?.header).toMatchObject({ type: 'agreements.object', actor: 'UGA' });
    expect(act?.payload).toMatchObject({ reservation: id, definite: false });

    const last = await send({ text: WORDS, source: SOURCE, step: 'read' });
    expect(fieldsIn(last.html)[`${UGANDA}.shown`]).toBeUndefined();
  });

  it('keeps an objection open to reservations that come on record after it', async () => {
    const words = '#Uganda\nUganda objects to the reservation made by Kenya to article 7.\n';
    const from = `s.${words.indexOf('Uganda objects')}`;
    const other = '#Kenya\nKenya shall not be bound by article 7, paragraph 2.\n';
    const reserved = await send({ text: other, source: SOURCE, step: 'read' });
    const take = { [`s.${other.indexOf('Kenya shall')}.take`]: 'true', step: 'record' };
    expect((await send({ ...fieldsIn(reserved.html), ...take })).html).toContain('Recorded');
    const again = await send({ text: words, source: SOURCE, step: 'read' });
    expect(again.html).toContain('Already on record');
    const answers = Object.keys(fieldsIn(again.html)).filter((name) => name.includes('answers'));
    expect(answers).toHaveLength(1);
    expect(fieldsIn(again.html)[`${from}.shown`]).toBe('1');
  });

  it('carries what was typed from one part of a long text to the next', async () => {
    const long = Array.from(
      { length: 60 },
      (_, at) => `#Kenya\nKenya shall not be bound by article ${at + 20}.\n`,
    ).join('');
    const { html } = await send({ text: long, source: SOURCE, step: 'read' });
    expect(html).toContain('Statements 1 to 50 of 60');
    const first = `s.${long.indexOf('Kenya shall')}`;
    const typed = { [`${first}.take`]: 'true', [`${first}.provisions`]: 'art_99' };
    const next = await send({ ...fieldsIn(html), ...typed, step: 'next' });
    expect(next.html).toContain('Statements 51 to 60 of 60');
    expect(fieldsIn(next.html)).toMatchObject(typed);
    const back = await send({ ...fieldsIn(next.html), step: 'previous' });
    expect(back.html).toContain('Statements 1 to 50 of 60');
    expect(fieldsIn(back.html)).toMatchObject(typed);
  });
});
