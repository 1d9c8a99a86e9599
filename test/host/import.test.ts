import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignIn } from '../../src/host/account/sign-in.ts';
import { run } from '../../src/cli/program.ts';
import { API_BODY_BYTES_MAX } from '../../src/host/limits.ts';
import { enteringState } from '../../src/practices/actors/entering-for-tests.ts';
import { generateKey } from '../../src/kernel/key.ts';
import { actors } from '../../src/practices/actors/area.ts';
import { agreements } from '../../src/practices/agreements/area.ts';
import {
  type TestStore,
  OPERATOR,
  admitted,
  openTestStore,
  registerKey,
} from '../../src/store/test-store.ts';
import { fakeSignIn } from './fake-sign-in.ts';
import { type HouseApp, agreementsApp } from './house-app.ts';

const TABLE = 'Participant,"Ratification, Accession(a)"\nKenya,1 Mar 1966\nAtlantis,1 Mar 1966 a\n';
const PATH = '/api/agreements/river/import?source=Status%20table%20of%201970';
const AMINA = 'Bearer amina';
const BOB = 'Bearer bob';
const COUNCIL = 'Bearer council';

const person = { id: '1', name: 'Amina', email: 'amina@example.org', administrator: false };
/** Amina acts for the operator, Bob for Kenya only; the council keeps a register of its own. */
const ENTRUSTED: Readonly<Record<string, string>> = {
  [AMINA]: OPERATOR,
  [BOB]: 'KEN',
  [COUNCIL]: 'council',
};
const signIn: SignIn = {
  ...fakeSignIn,
  session: async (headers) => {
    const token = headers.get('authorization');
    const actor = ENTRUSTED[token ?? ''];
    if (actor === undefined) return null;
    return { id: 't', by: 'token', person: { ...person, actors: [actor] }, formToken: 'none' };
  },
};

let node: TestStore;
let made: HouseApp;

beforeAll(async () => {
  const areas = [actors, agreements];
  node = await openTestStore({ areas });
  const basis = { kind: 'recorded', source: 'a test' } as const;
  const when = { count: 1, of: { any: true } };
  const entryIntoForce = { when, delay: { days: 30 }, citation: 'Article 12(1)' };
  const key = generateKey();
  node.keys.held.set('council', key);
  await registerKey(node.store, 'council', key);
  admitted(
    await node.store.submit([
      enteringState('KEN', 'Kenya'),
      {
        type: 'agreements.adopt',
        register: 'agreements/river',
        actor: OPERATOR,
        payload: {
          title: { en: 'Convention on the Common River' },
          kind: 'multilateral',
          sectors: ['environment'],
          adoptedOn: '1960-01-01',
          finalClauses: { entryIntoForce },
        },
        basis,
      },
      {
        type: 'agreements.adopt',
        register: 'agreements/lake',
        actor: 'council',
        author: 'council',
        payload: {
          title: { en: 'Convention on the Common Lake' },
          kind: 'multilateral',
          sectors: ['environment'],
          adoptedOn: '1960-01-01',
          finalClauses: { entryIntoForce },
        },
        basis,
      },
    ]),
  );
  made = agreementsApp(node, signIn);
});
afterAll(async () => {
  made.close();
  await node.close();
});

function post(body: string, headers: Record<string, string> = {}, path = PATH) {
  const given = { 'content-type': 'text/csv', authorization: AMINA, ...headers };
  return made.app.request(path, { method: 'POST', body, headers: given });
}

describe('the import of a status table over HTTP', () => {
  it('needs a session, and one that keeps the registers', async () => {
    expect((await post(TABLE, { authorization: '' })).status).toBe(401);
    const response = await post(TABLE, { authorization: BOB });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ rule: 'host.acts-for' });
  });

  it('is the affair of the custodian of the register, whoever the operator is', async () => {
    const lake = PATH.replace('river', 'lake');
    const refused = await post(TABLE, {}, lake);
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({
      rule: 'host.acts-for',
      values: { actor: 'council' },
    });
    const taken = await post(TABLE, { authorization: COUNCIL }, lake);
    expect(await taken.json()).toMatchObject({ totals: { acts: 1 } });
    expect((await post(TABLE, { authorization: COUNCIL })).status).toBe(403);
  });

  it('answers with the outcome of each row, and the question after it knows', async () => {
    const response = await post(TABLE);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      rows: [
        { line: 2, actor: 'KEN', outcome: 'recorded' },
        { line: 3, outcome: 'rejected' },
      ],
      totals: { rows: 2, acts: 1 },
    });
    const status = await made.app.request('/api/agreements/status?agreement=river&actor=KEN');
    expect(await status.json()).toMatchObject({ standing: 'party', since: '1966-03-31' });
  });

  it('refuses what is no table, what is too large and what names no source', async () => {
    const cut = await post('Participant,Ratification\nKenya');
    expect(cut.status).toBe(400);
    expect(await cut.json()).toMatchObject({ rule: 'status-table.form', values: { line: '2' } });
    expect((await post('x'.repeat(10 * 1024 * 1024))).status).toBe(413);
    expect((await post('x'.repeat(API_BODY_BYTES_MAX + 1))).status).toBe(413);
    const unnamed = await post(TABLE, {}, '/api/agreements/river/import');
    expect(await unnamed.json()).toMatchObject({ rule: 'host.input' });
    const json = await post('{}', { 'content-type': 'application/json' });
    expect(await json.json()).toMatchObject({ rule: 'host.body' });
  });

  it('is described, and never shows its rows as markup', async () => {
    const description = await made.app.request('/api/openapi.json');
    const { paths } = (await description.json()) as { paths: Record<string, unknown> };
    expect(paths['/api/agreements/{agreement}/import']).toMatchObject({
      post: { tags: [expect.any(String)] },
    });
    const response = await post('Participant,Ratification\n<b>Kenya</b>,1 Mar 1966\n');
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.json()).toMatchObject({ totals: { rejected: 1 } });
  });
});

describe('the import from the command line', () => {
  async function concord(words: readonly string[], text: string) {
    const [out, errors]: [string[], string[]] = [[], []];
    const code = await run(['import', 'status-table', 'table.csv', ...words], {
      environment: { CONCORD_URL: 'http://node.example', CONCORD_TOKEN: 'amina' },
      fetch: async (input, init) =>
        made.app.request(input instanceof Request ? input : input.toString(), init),
      terminal: {
        isTerminal: true,
        write: (line) => out.push(line),
        complain: (line) => errors.push(line),
        read: async () => text,
        readBytes: async () => new Uint8Array(),
        save: async () => undefined,
      },
    });
    return { code, out: out.join(''), errors: errors.join('\n') };
  }

  it('tells the rows to look at, and the totals', async () => {
    const { code, out } = await concord(['--agreement', 'river', '--source', 'A table'], TABLE);
    expect(code).toBe(0);
    expect(out).toMatch(/3 +Atlantis +rejected/);
    expect(out).toContain('already-recorded: 1');
  });

  it('sends nothing that is not UTF-8, and tells a refusal', async () => {
    const broken = await concord(['--agreement', 'river', '--source', 'A'], 'C\ufffdte');
    expect(broken).toMatchObject({ code: 2, errors: expect.stringContaining('not UTF-8') });
    const cut = await concord(['--agreement', 'river', '--source', 'A'], 'Participant,X\n"A');
    expect(cut).toMatchObject({ code: 1, errors: expect.stringContaining('status-table.form') });
  });
});
