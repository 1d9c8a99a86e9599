/**
 * Nodes of different owners, each with its own database, keys and address: a depositary's, those of
 * two States that sign and deposit at home, and a post office between them that reads nothing.
 */
import { hash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/program.ts';
import { decodeForks } from '../../src/federation/fork-frame.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { enteringState } from '../../src/practices/actors/entering-for-tests.ts';
import type { TestDatabase } from '../../src/store/test-database.ts';
import { type Answer, SovereignNode } from './sovereign-node.ts';

const [RIVER, LAKE] = ['agreements/river', 'agreements/lake'];
/** Of each step, with much room: processes are built, started and killed beside other tests. */
const STEP_MILLISECONDS = 120_000;
const CANARY = 'canary-of-the-red-notice';

let [depositary, france, kenya, post] = [] as unknown as [
  SovereignNode,
  SovereignNode,
  SovereignNode,
  SovereignNode,
];
/** A second node of one of the States, started from its backup. */
let twin: SovereignNode | null = null;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-three-'));
  [depositary, france, kenya, post] = await Promise.all([
    SovereignNode.start('un-secretary-general'),
    SovereignNode.start('FRA'),
    SovereignNode.start('KEN', true),
    SovereignNode.start('post-office'),
  ]);
  // Each node has its own registry; who the States are, each enters for itself.
  for (const node of [depositary, france, kenya]) {
    for (const state of ['FRA', 'KEN', 'NOR']) done(await node.act(enteringState(state)));
  }
}, STEP_MILLISECONDS);
afterAll(async () => {
  await Promise.all([depositary, france, kenya, post].map((node) => node.stop()));
  await twin?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Waits until something is so, as long as the step may take. */
async function until(what: () => Promise<boolean>): Promise<void> {
  while (!(await what())) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** The id of the act that was taken. Throws with the reason where it was not. */
function done({ status, json }: Answer): string {
  if (status >= 300) throw new Error(String(json['reason']));
  return String(json['id']);
}

const deposit = (actor: string, on: string) => ({
  type: 'agreements.deposit',
  register: RIVER,
  actor,
  payload: { on, instrument: 'ratification' },
});

const isAdmitted = async (node: SovereignNode, act: string): Promise<boolean> =>
  ((await node.get(`/api/acts/${act}`)).json['admission'] ?? null) !== null;

/** A fork, as an act that resolves it names it. */
interface Fork {
  readonly stream: string;
  readonly seq: number;
  readonly keep: string;
  readonly drop: string;
}

/** Waits until nodes have an act and its admission. */
async function admittedAt(act: string, ...nodes: readonly SovereignNode[]): Promise<void> {
  for (const node of nodes) await until(() => isAdmitted(node, act));
}

/** Both follow each other, their fingerprints compared. */
async function follow(one: SovereignNode, other: SovereignNode): Promise<void> {
  expect(await one.follow(other)).toMatchObject({ status: 201, json: { followed: true } });
  expect(await other.follow(one)).toMatchObject({ status: 201, json: { followed: true } });
}

const entryIntoForce = async (node: SovereignNode) =>
  (await node.get('/api/agreements/entry-into-force?agreement=river&asOf=2027-01-01')).json;

/** For whom envelopes lie at a node: that much a relay knows. */
async function envelopesAt({ connection }: TestDatabase): Promise<string[]> {
  const client = new pg.Client(connection);
  await client.connect();
  const { rows } = await client.query<{ recipient: string }>(
    'select recipient from federation.envelope',
  );
  await client.end();
  return rows.map(({ recipient }) => recipient);
}

/** Every row of every table of a node's database, as text. */
async function everything({ connection }: TestDatabase): Promise<string> {
  const client = new pg.Client(connection);
  await client.connect();
  const { rows: tables } = await client.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
    texts.push(...rows.map(({ row }) => row));
  }
  await client.end();
  return texts.join('\n');
}

/** The ways in which a text may stand in a database. */
const written = (text: string): string[] => {
  const bytes = Buffer.from(text);
  return [text, bytes.toString('hex'), bytes.toString('base64').slice(0, -4)];
};

describe('an agreement whose depositary and parties each have a node', () => {
  it(
    'is at the nodes of States as it was adopted, with its text',
    async () => {
      const clauses = { when: { count: 2, of: { any: true } }, delay: { days: 30 } };
      const entry = { ...clauses, citation: 'Article 12(1)' };
      const { operator: actor } = depositary;
      const by = { register: RIVER, actor, basis: { kind: 'recorded', source: 'a test' } } as const;
      const article = { id: 'art_1', kind: 'art', text: 'The river is shared.' };
      const title = 'Convention on the River';
      const fixed = { on: '2019-12-01', language: 'en', title, provisions: [article] };
      done(await depositary.act({ ...by, type: 'agreements.fix-text', payload: fixed }));
      const adopted = {
        title: { en: title },
        kind: 'multilateral',
        sectors: ['environment'],
        adoptedOn: '2020-01-01',
        finalClauses: { entryIntoForce: entry },
      };
      for (const register of [RIVER, LAKE]) {
        const adopting = { ...by, register, type: 'agreements.adopt', payload: adopted };
        done(await depositary.act(adopting));
      }
      await follow(france, depositary);
      await follow(kenya, depositary);
      const text = '/api/agreements/text?agreement=river&language=en';
      const told = await depositary.get(text);
      expect(JSON.stringify(told)).toContain(article.text);
      for (const node of [france, kenya]) {
        await until(
          async () => (await node.get('/api/agreements/show?agreement=river')).status < 300,
        );
        expect(await node.get(text)).toEqual(told);
      }
    },
    STEP_MILLISECONDS,
  );

  it(
    'is signed and ratified by the form at home, and the depositary admits it',
    async () => {
      const cookie = await france.session();
      const path = `/acts/new?type=agreements.deposit&register=${RIVER}`;
      const token = /name="token" value="([^"]+)"/.exec(await france.page(path, cookie))?.[1] ?? '';
      const { type, register, actor, payload } = deposit('FRA', '2026-03-01');
      const fields = {
        token,
        type,
        register,
        actor,
        author: 'FRA',
        basis: 'signed',
        'payload.on': payload.on,
        'payload.instrument': payload.instrument,
      };
      const sent = await france.form('/acts/new', { ...fields, step: 'confirm' }, cookie);
      expect(sent.status).toBe(303);
      const receipt = sent.headers.get('location') ?? '';
      const act = /[0-9a-f]{64}/.exec(receipt)?.[0] ?? '';
      expect(await france.page(receipt, cookie)).toContain('verified just now');
      await admittedAt(act, depositary, france, kenya);
      const { header } = (await depositary.get(`/api/acts/${act}`)).json as {
        header: Record<string, unknown>;
      };
      expect(header).toMatchObject({ author: 'FRA', actor: 'FRA', basis: { kind: 'signed' } });
    },
    STEP_MILLISECONDS,
  );

  it(
    'is ratified by the API at home: the receipt says for whom it waits',
    async () => {
      const sent = await kenya.act(deposit('KEN', '2026-03-05'));
      expect(sent).toMatchObject({ status: 202, json: { awaits: depositary.operator } });
      await admittedAt(String(sent.json['id']), depositary, kenya, france);
    },
    STEP_MILLISECONDS,
  );

  it('enters into force on one day for one reason, computed by each', async () => {
    const told = await entryIntoForce(depositary);
    expect(told).toMatchObject({ on: '2026-04-04', finding: { value: '2026-04-04' } });
    expect(await entryIntoForce(france)).toEqual(told);
    expect(await entryIntoForce(kenya)).toEqual(told);
  });

  it('is refused a second deposit by the rules of each node', async () => {
    expect(await france.act(deposit('FRA', '2026-05-01'))).toMatchObject({
      status: 422,
      json: { rule: expect.stringContaining('agreements.') },
    });
  });
});

describe('a node that is offline for a while', () => {
  it(
    'is said to be so, and catches up with all that was done meanwhile',
    async () => {
      await kenya.goOffline();
      const entered = Array.from({ length: 20 }, (_, at) =>
        depositary.act(enteringState(`entered-${at}`)),
      );
      for (const one of await Promise.all(entered)) done(one);
      const withdrawn = { on: '2026-06-01' };
      const withdrawal = { type: 'agreements.withdraw', register: RIVER, actor: 'FRA' };
      const last = done(await france.act({ ...withdrawal, payload: withdrawn }));
      await admittedAt(last, depositary);
      await depositary.post('/api/admin/nodes/pull', {});
      await until(async () => (await depositary.peer(kenya))['fault'] !== null);
      await kenya.goOnline();
      await admittedAt(last, kenya);
      await until(async () => (await kenya.peer(depositary))['behind'] === 0);
      expect(await kenya.peer(depositary)).toMatchObject({ fault: null, faults: 0 });
      expect(await entryIntoForce(kenya)).toEqual(await entryIntoForce(depositary));
      // It is heard of again, and so it is visited again.
      await until(async () => (await depositary.peer(kenya))['fault'] === null);
    },
    STEP_MILLISECONDS,
  );
});

describe('a notice marked red', () => {
  it(
    'passes a relay that has nothing of it but what is sealed',
    async () => {
      const by = { register: 'notices/bilateral', actor: 'FRA' };
      const channel = { title: { en: 'Bilateral' }, kind: 'alerts' };
      done(await france.act({ ...by, type: 'notices.open-channel', payload: channel }));
      // France knows Kenya’s keys; Kenya does not ask France, and so has only the post office.
      for (const node of [depositary, france, kenya]) done(await post.follow(node));
      done(await france.follow(kenya));
      done(await france.follow(post));
      await kenya.goOffline();
      const notice = { kind: 'alerts', subject: CANARY, body: CANARY, language: 'en' };
      const id = done(
        await france.act({
          ...by,
          type: 'notices.issue',
          marking: { level: 'red', to: ['FRA', 'KEN'] },
          payload: { ...notice, to: { actors: ['KEN'] } },
        }),
      );
      const left = await france.post('/api/admin/nodes/leave', {
        recipient: 'KEN',
        relay: 'post-office',
      });
      expect(left).toMatchObject({ status: 201, json: { recipient: 'KEN', relay: 'post-office' } });
      const shown = (await france.get(`/api/acts/${id}`)).json as {
        header: { stream: string };
        signed: { signature: string };
      };
      const { stream } = shown.header;
      const all = await everything(post.database);
      expect(await envelopesAt(post.database)).toEqual(['KEN']);
      const signature = Buffer.from(shown.signed.signature, 'base64url').toString('hex');
      const secrets = [CANARY, id, stream, signature, 'notices.issue'];
      for (const secret of secrets.flatMap(written)) expect(all).not.toContain(secret);
      await kenya.goOnline();
      done(await kenya.follow(post, true));
      await admittedAt(id, kenya);
      const { json } = await kenya.get(`/api/acts/${id}`);
      expect(json).toMatchObject({ payload: { body: CANARY }, verification: { holds: true } });
      await until(async () => (await envelopesAt(post.database)).length === 0);
      expect((await post.get(`/api/acts/${id}`)).status).toBe(404);
      expect((await depositary.get(`/api/acts/${id}`)).status).toBe(404);
    },
    STEP_MILLISECONDS,
  );
});

describe('a node that is killed, and restored from an older backup', () => {
  it(
    'signs nothing before it asked its peers, and goes on without a fork',
    async () => {
      const file = join(folder, 'kenya.backup');
      await kenya.backUp(file);
      const withdrawal = { type: 'agreements.withdraw', register: RIVER, actor: 'KEN' };
      const lost = done(await kenya.act({ ...withdrawal, payload: { on: '2026-07-01' } }));
      await admittedAt(lost, depositary, france);
      await kenya.kill();
      const { database: gone } = kenya;
      const old = kenya;
      kenya = await old.restored(file);
      await gone.drop();
      await rm(old.folder, { recursive: true, force: true });
      await kenya.goOnline();
      const again = { type: 'actors.enter', register: 'actors/registry', actor: 'SWE' };
      const entering = { ...enteringState('SWE'), ...again };
      expect(await kenya.act(entering)).toMatchObject({ json: { rule: 'node.restored' } });
      expect(await kenya.get('/api/admin/standing')).toMatchObject({
        json: { waiting: { why: 'restored' } },
      });
      const asked = await kenya.post('/api/admin/standing', {});
      expect(asked).toMatchObject({ status: 200, json: { waiting: null, refusal: null } });
      expect(await isAdmitted(kenya, lost)).toBe(true);
      const next = done(await kenya.act(entering));
      await admittedAt(next, depositary, kenya);
      for (const node of [depositary, france, kenya]) {
        expect(await node.page('/admin/nodes', await node.session())).not.toContain('id="forks"');
      }
    },
    STEP_MILLISECONDS,
  );
});

describe('a stranger with no node', () => {
  /** Runs the command line in the folder, where there is no network. */
  async function concord(...words: string[]) {
    const said: string[] = [];
    const code = await run(words, {
      environment: { CONCORD_URL: 'http://nowhere.invalid' },
      fetch: () => Promise.reject(new Error('there is no network')),
      terminal: {
        isTerminal: false,
        write: (text) => said.push(text),
        complain: (text) => said.push(text),
        read: async (name) => readFile(join(folder, name), 'utf8'),
        readBytes: async (name) => readFile(join(folder, name)),
        save: async () => expect.fail('nothing is saved here'),
      },
    });
    return { code, said: said.join('\n') };
  }

  it('verifies an exported deposit, and is not deceived by a forged copy', async () => {
    const { json } = await kenya.get('/api/agreements/acts?agreement=river&asOf=2027-01-01');
    // The answer's own schema has these in its rows.
    const rows = json['rows'] as { act: string; kind: string; actor: string }[];
    const found = rows.find(({ kind, actor }) => kind === 'deposit' && actor === 'FRA');
    const proof = await fetch(`${depositary.address}/record/proof?act=${found?.act ?? ''}`);
    expect(proof.status).toBe(200);
    const text = await proof.text();
    await writeFile(join(folder, 'deposit.json'), text);
    const whole = await concord('verify-file', 'deposit.json');
    expect(whole).toMatchObject({ code: 0, said: expect.stringContaining('VERIFIED') });
    expect(whole.said).toContain('agreements.deposit by FRA');
    const forged = text.replaceAll('2026-03-01', '2026-02-01');
    expect(forged).not.toBe(text);
    await writeFile(join(folder, 'forged.json'), forged);
    expect(await concord('verify-file', 'forged.json')).toMatchObject({
      code: 1,
      said: expect.stringContaining('NOT VERIFIED'),
    });
  });
});

describe('a node that says two things at one place of its stream', () => {
  it(
    'is found by the others, and everything else goes on',
    async () => {
      const file = join(folder, 'france.backup');
      await france.backUp(file);
      twin = await france.restored(file, 0);
      await twin.goOnline();
      // Whoever holds the keys may say that nobody holds more: the one thing no rule can prevent.
      await twin.post('/api/admin/standing', { confirmed: 'FRA' });
      const one = done(await france.act(enteringState('one')));
      done(await twin.act(enteringState('other')));
      await admittedAt(one, depositary);
      await admittedAt(one, kenya);
      // Who was told one thing meets the other, and has the proof of it.
      done(await kenya.follow(twin));
      await until(() => showsFork(kenya));
      expect((await forksTold(kenya)).length).toBeGreaterThan(0);
      // The proof goes from node to node; its author's own learns of it as well.
      for (const node of [depositary, france]) {
        await until(async () => {
          await node.post('/api/admin/nodes/pull', {});
          return showsFork(node);
        });
        for (const { stream, drop, keep } of await forksTold(node)) {
          expect(stream).toBe('FRA/clear');
          expect(drop).not.toBe(keep);
        }
      }
      // From there on nothing of that stream is taken, and everything else goes on.
      const signature = { type: 'agreements.sign', register: LAKE, actor: 'FRA' };
      const after = await france.act({ ...signature, payload: { on: '2026-09-01' } });
      expect(after.status).toBe(202);
      const waiting = await france.page(`/acts/${String(after.json['id'])}`);
      expect(waiting).toContain('Waits for the custodian un-secretary-general');
      const goesOn = done(await kenya.act(enteringState('entered-after')));
      await admittedAt(goesOn, depositary);
      const { status } = await depositary.get(`/api/acts/${String(after.json['id'])}`);
      expect(status).toBe(404);
      // An act resolves it that names both; one that names another fork does not.
      const resolve = (payload: object) =>
        depositary.act({
          type: 'streams.resolve',
          register: 'actors/registry',
          actor: depositary.operator,
          payload: { ...payload, reason: 'The twin was started by mistake.' },
        });
      const [first] = await forksTold(depositary);
      expect((await resolve({ ...first, drop: after.json['id'] })).status).toBe(422);
      done(await resolve({ ...first }));
      await until(async () => {
        // Where the two went on, other nodes may have met them at a later place as well.
        for (const fork of await forksTold(depositary)) await resolve(fork);
        await depositary.post('/api/admin/nodes/pull', {});
        return isAdmitted(depositary, String(after.json['id']));
      });
    },
    STEP_MILLISECONDS,
  );

  const showsFork = async (node: SovereignNode): Promise<boolean> =>
    (await node.page('/admin/nodes', await node.session())).includes('id="forks"');

  /** The forks that a node tells other nodes of: of two acts at one place, France holds one. */
  async function forksTold(node: SovereignNode): Promise<Fork[]> {
    const answer = await fetch(`${node.address}/federation/forks`);
    const forks = decodeForks(new Uint8Array(await answer.arrayBuffer()));
    if (isRefusal(forks)) throw new Error(forks.reason);
    const told = forks.map(async ({ stream, seq, acts }): Promise<Fork> => {
      const ids = acts.map(({ header }) => hash('sha256', header, 'hex'));
      const held = await Promise.all(ids.map((id) => france.get(`/api/acts/${id}`)));
      const keep = ids.find((_, at) => held[at]?.status === 200) ?? '';
      return { stream, seq, keep, drop: ids.find((id) => id !== keep) ?? '' };
    });
    return (await Promise.all(told)).toSorted((one, other) => one.seq - other.seq);
  }
});
