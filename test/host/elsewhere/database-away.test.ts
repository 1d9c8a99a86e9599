/** A database that goes away in the middle of something, and returns. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { house } from '../../../src/host/house.ts';
import type { MailRoom } from '../../../src/host/mail/mail-room.ts';
import { TestSigner } from '../../../src/store/test-signer.ts';
import {
  type TestStore,
  admitted,
  note,
  openTestStore,
  registerKey,
} from '../../../src/store/test-store.ts';
import { FederatedNode, until } from '../federated-node.ts';
import { BY_TOKEN } from '../hostile-app.ts';
import { fakeSignIn } from '../fake-sign-in.ts';
import { type HouseApp, houseApp, openMail } from '../house-app.ts';
import { DatabaseLine } from './database-line.ts';

const STEPS_MAX = 200;

/** What is wrong with the record as a whole: zero, or something was written by halves. */
async function halves({ options }: TestStore): Promise<number> {
  const client = new pg.Client({ ...options.connection });
  await client.connect();
  try {
    const { rows } = await client.query<{ faults: string }>(`select
      (select count(*) from acts left join act_parts on act = id where act is null)
      + (select count(*) from admissions left join acts as by on by.id = admitted_by
         where by.id is null)
      + (select max(ledger) - count(*) from admissions)
      + (select count(*) from admissions join acts on id = act
         left join notes_note on notes_note.act = id
         where type = 'notes.write' and notes_note.note is null) as faults`);
    return Number(rows[0]?.faults);
  } finally {
    await client.end();
  }
}

const outcomeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    () => 'failed',
  );

/** Reads; the first connections that the pool gives may be among those that were cut. */
async function readAgain<Result>(read: () => Promise<Result>): Promise<Result> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const result = await read().catch(() => null);
    if (result !== null) return result;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return read();
}

describe('a database that goes away mid-transaction and returns', () => {
  const line = new DatabaseLine();
  let node: FederatedNode;
  let other: FederatedNode;
  beforeAll(async () => {
    [node, other] = await Promise.all([
      FederatedNode.start('KEN', () => new Date(), { through: line.through }),
      FederatedNode.start('FRA'),
    ]);
    await node.follow(other);
  });
  afterAll(async () => {
    line.isAway = false;
    await Promise.all([node.stop(), other.stop()]);
    await line.close();
  });

  /** Does the work again and again, cut later each time, until it is never cut. */
  async function cutAtSteps(
    stride: number,
    work: (turn: number) => Promise<unknown>,
  ): Promise<string[]> {
    const outcomes: string[] = [];
    for (let step = 1; step < STEPS_MAX; step += stride) {
      line.cutAfter(step);
      outcomes.push(await outcomeOf(work(step)));
      if (!line.isCut) break;
    }
    line.cutAfter(0);
    expect(await halves(node.test)).toBe(0);
    return outcomes;
  }

  const draft = (name: string) => note(name, { actor: 'KEN', register: 'notes/ken' });

  it('leaves of a submission all or nothing, at whichever step it goes', async () => {
    const told: string[] = [];
    const outcomes = await cutAtSteps(3, async (step) => {
      const names = [1, 2, 3].map((one) => `step ${step}.${one}`);
      admitted(await node.store.submit(names.map(draft)));
      told.push(...names);
    });
    expect(outcomes.length).toBeGreaterThan(5);
    expect(outcomes.at(-1)).toBe('done');
    const kept = await readAgain(() => node.notes(['KEN']));
    expect(told.filter((name) => !kept.includes(name))).toEqual([]);
    // Three by three: of no submission is there a part.
    expect(kept.length % 3).toBe(0);
    await node.store.rebuild();
    expect(await node.notes(['KEN'])).toEqual(kept);
  });

  it('leaves of a pull whole pages, and the next visit goes on from there', async () => {
    const outcomes = await cutAtSteps(12, async (step) => {
      await other.write([`pulled ${step}`]);
      const visited = await node.visit(other);
      expect(visited).toMatchObject({ fault: null, faults: 0 });
    });
    expect(outcomes.length).toBeGreaterThan(5);
    expect(outcomes.at(-1)).toBe('done');
    expect(await readAgain(() => node.visit(other))).toMatchObject({
      fault: null,
      behind: 0,
      waiting: 0,
    });
    const pulled = (names: string[]) => names.filter((name) => name.startsWith('pulled'));
    expect(pulled(await node.notes(['KEN']))).toEqual(pulled(await other.notes(['FRA'])));
  });

  it('is waited for by the node, which follows and rings again by itself', async () => {
    let rang = 0;
    const stop = node.store.onMoved(() => {
      rang += 1;
    });
    node.engine.begin();
    line.isAway = true;
    line.cut();
    expect(await outcomeOf(node.store.submit([draft('while it is away')]))).toBe('failed');
    await other.write(['written meanwhile']);
    await new Promise((resolve) => setTimeout(resolve, 300));
    line.isAway = false;
    const { pool } = node.room;
    await readAgain(() => pool.query('update federation.peer set next_visit_at = now()'));
    const end = performance.now() + 10_000;
    const isThere = async () =>
      (await readAgain(() => node.notes(['KEN']))).includes('written meanwhile');
    while (!(await isThere()) && performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(await isThere()).toBe(true);
    const before = rang;
    admitted(await node.store.submit([draft('after it returned')]));
    await until(async () => rang > before);
    expect(rang).toBeGreaterThan(before);
    stop();
    await node.engine.stop();
  });

  it('whose sessions are ended by its administrator loses nothing that was told', async () => {
    const told: string[] = [];
    const client = new pg.Client({ ...other.test.options.connection });
    await client.connect();
    const ending = setInterval(() => {
      void client
        .query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and pid <> pg_backend_pid()`,
        )
        .catch(() => undefined);
    }, 40);
    for (let at = 0; at < 30; at++) {
      const name = `ended ${at}`;
      const drafts = [note(name, { actor: 'FRA', register: 'notes/fra' })];
      const outcome = await outcomeOf(other.store.submit(drafts).then(admitted));
      if (outcome === 'done') told.push(name);
    }
    clearInterval(ending);
    await client.end();
    const kept = await readAgain(() => other.notes(['FRA']));
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((name) => !kept.includes(name))).toEqual([]);
    expect(await halves(other.test)).toBe(0);
  });
});

describe('who asks while the database is away', () => {
  const line = new DatabaseLine();
  let node: TestStore;
  let mail: MailRoom;
  let app: HouseApp;
  beforeAll(async () => {
    node = await openTestStore({ areas: house.areas, through: line.through });
    mail = await openMail(node);
    app = houseApp(node, mail, fakeSignIn);
  });
  afterAll(async () => {
    line.isAway = false;
    app.close();
    await mail.close();
    await node.close();
    await line.close();
  });
  let asked = 0;
  const statusOf = async (path: string, init: RequestInit = {}): Promise<[number, string]> => {
    asked += 1;
    const response = await app.app.request(path.replace('#', `${asked}`), init);
    return [response.status, await response.text()];
  };
  const sent = { method: 'POST', headers: { ...BY_TOKEN, 'content-type': 'application/json' } };

  it('is told so, by pages and by programs, and is answered when it is back', async () => {
    expect(await statusOf('/agreements?asked=#')).toMatchObject([200, expect.any(String)]);
    line.isAway = true;
    line.cut();
    const away = [503, expect.stringContaining('does not answer at the moment')];
    expect(await statusOf('/agreements?asked=#')).toMatchObject(away);
    expect(await statusOf('/api/notices/latest?limit=#')).toMatchObject(away);
    const body = JSON.stringify({ type: 'actors.enter', register: 'actors/registry' });
    const [status, told] = await statusOf('/api/acts', { ...sent, body });
    expect(status).toBe(503);
    expect(told).not.toMatch(/ENOENT|PGSQL|Connection terminated/);
    line.isAway = false;
    await readAgain(() => node.store.ledger());
    expect(await statusOf('/agreements?asked=#')).toMatchObject([200, expect.any(String)]);
    expect(await statusOf('/api/notices/latest?limit=#')).toMatchObject([200, expect.any(String)]);
  });
});

it('acts handed in while the database goes are taken as a whole or not at all', async () => {
  const line = new DatabaseLine();
  const node = await openTestStore({ through: line.through });
  try {
    const signer = new TestSigner('FRA');
    await registerKey(node.store, 'FRA', signer.key);
    const acts = Array.from({ length: 4 }, (_, at) => signer.note(`handed in ${at}`));
    for (let step = 1; step < STEPS_MAX; step += 4) {
      line.cutAfter(step);
      const outcome = await outcomeOf(node.store.holdings.take(acts));
      if (outcome === 'done') break;
      const heads = await readAgain(() => node.store.holdings.heads({ actors: [] }));
      const seq = heads.find(({ author }) => author === 'FRA')?.seq ?? 0;
      expect([0, 4]).toContain(seq);
    }
    line.cutAfter(0);
    expect(await halves(node)).toBe(0);
    const again = await node.store.holdings.take(acts);
    expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(['again']));
  } finally {
    await node.close();
    await line.close();
  }
});
