import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineArea, defineQuestion } from '../kernel/define-area.ts';
import { markedFor } from '../kernel/marking.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { openPool, settingsAs } from './connection.ts';
import type { Store } from './contract.ts';
import { openStore } from './open-store.ts';
import type { RecordTables } from './record-tables.ts';
import type { ReplicaState } from './replica.ts';
import { notesArea } from './test-area.ts';
import { type TestReplica, startTestReplica } from './test-replica.ts';
import { OPERATOR, admitted, note, testKeys } from './test-store.ts';

const LAG_SECONDS_MAX = 1;
const SECRET = 'a secret for tests';

/** What notes there are, and whether it is the replica that says so. */
const whereNotes = defineQuestion({
  name: 'notes.where',
  title: 'Notes, and who says so',
  input: z.object({}),
  output: z.object({ fromReplica: z.boolean(), notes: z.array(z.string()) }),
  example: {},
  answer: async ({ query }) => {
    const { rows } = await sql<{ fromReplica: boolean; notes: string[] }>`
      select pg_is_in_recovery() as "fromReplica",
        coalesce(array_agg(note order by note), '{}') as notes from notes_note`.execute(query);
    return rows[0] ?? { fromReplica: false, notes: [] };
  },
});

let servers: TestReplica;
let store: Store;
let other: Store;
const states: ReplicaState[] = [];

const area = defineArea({ ...notesArea, questions: [whereNotes] });

async function open(): Promise<Store> {
  return openStore({
    connection: servers.primary,
    secret: SECRET,
    operator: OPERATOR,
    network: 'test-network',
    keys,
    areas: [area],
    replica: {
      connection: servers.replica,
      lagSecondsMax: LAG_SECONDS_MAX,
      report: (state) => states.push(state),
    },
  });
}
const keys = testKeys();

beforeAll(async () => {
  servers = await startTestReplica();
  store = await open();
  other = await open();
}, 120_000);
afterAll(async () => {
  await other.close();
  await store.close();
  await servers.close();
});
beforeEach(async () => {
  while (store.replica() !== 'serving') await delay(20);
});

async function asked(of: Store, actors: readonly string[] = []) {
  const at = { viewer: { actors }, asOf: '2026-11-22', knownAt: null };
  const answer = await of.ask(whereNotes, {}, at);
  if (isRefusal(answer)) throw new Error(answer.reason);
  return answer;
}

describe('a replica', () => {
  it('answers questions, and never without what the asker has just done', async () => {
    const sources: boolean[] = [];
    for (let turn = 0; turn < 25; turn++) {
      admitted(await store.submit([note(`turn-${String(turn).padStart(2, '0')}`)]));
      const { notes, fromReplica } = await asked(store);
      expect(notes).toHaveLength(turn + 1);
      sources.push(fromReplica);
    }
    expect(sources.filter(Boolean).length).toBeGreaterThan(20);
  });

  it('answers at once in another process with what that one heard of', async () => {
    const told: number[] = [];
    const stop = other.onAdmitted((ledger) => told.push(ledger));
    const [receipt] = admitted(await store.submit([note('heard')]));
    await expect.poll(() => told.at(-1)).toBe(receipt?.ledger);
    stop();
    expect((await asked(other)).notes).toContain('heard');
  });

  it('shows to each what is for them, by the policies that came with the rows', async () => {
    const secret = { marking: markedFor('amber', ['KEN', OPERATOR]) };
    admitted(await store.submit([note('zz-secret', secret)]));
    await servers.caughtUp();
    const [anyone, kenya] = [await asked(store), await asked(store, ['KEN'])];
    expect([anyone.fromReplica, kenya.fromReplica]).toEqual([true, true]);
    expect(anyone.notes).not.toContain('zz-secret');
    expect(kenya.notes).toContain('zz-secret');
  });

  it('shows what is clear alone where no viewer is set, and takes nothing', async () => {
    const settings = settingsAs(
      { ...servers.primary, host: servers.replica.host },
      SECRET,
      'reader',
    );
    const { db } = openPool<RecordTables>(settings, 'reader');
    try {
      const rows = await sql<{ note: string }>`select note from notes_note`.execute(db);
      expect(rows.rows.map((row) => row.note)).toContain('heard');
      expect(rows.rows.map((row) => row.note)).not.toContain('zz-secret');
      await expect(sql`delete from notes_note`.execute(db)).rejects.toThrow(/denied|read-only/);
    } finally {
      await db.destroy();
    }
  });

  it('is not read while it holds back what was admitted, nor when far behind', async () => {
    await servers.on('replica', 'select pg_wal_replay_pause()');
    admitted(await store.submit([note('held-back')]));
    expect(await asked(store)).toMatchObject({
      fromReplica: false,
      notes: expect.arrayContaining(['held-back']),
    });
    await expect.poll(() => store.replica(), { timeout: 10_000 }).toBe('behind');
    await servers.on('replica', 'select pg_wal_replay_resume()');
    await expect.poll(() => store.replica(), { timeout: 10_000 }).toBe('serving');
    expect(await asked(store)).toMatchObject({
      fromReplica: true,
      notes: expect.arrayContaining(['held-back']),
    });
  });

  it('may go away and come back, and no question fails', async () => {
    states.length = 0;
    const answers: boolean[] = [];
    const asking = new AbortController();
    const asker = (async () => {
      while (!asking.signal.aborted) answers.push((await asked(store)).notes.includes('held-back'));
    })();
    await servers.stopReplica();
    await expect.poll(() => store.replica(), { timeout: 10_000 }).toBe('away');
    admitted(await store.submit([note('meanwhile')]));
    expect((await asked(store)).fromReplica).toBe(false);
    await servers.startReplica();
    await expect.poll(() => store.replica(), { timeout: 15_000 }).toBe('serving');
    asking.abort();
    await asker;
    expect(answers.length).toBeGreaterThan(10);
    expect(answers).not.toContain(false);
    expect(await asked(store)).toMatchObject({
      fromReplica: true,
      notes: expect.arrayContaining(['meanwhile']),
    });
    expect(states).toEqual(expect.arrayContaining(['away', 'serving']));
  }, 60_000);
});

it('is no replica where it follows nobody', async () => {
  const alone = await openStore({
    connection: servers.primary,
    secret: SECRET,
    operator: OPERATOR,
    network: 'test-network',
    keys,
    areas: [area],
    replica: { connection: servers.primary, lagSecondsMax: LAG_SECONDS_MAX },
  });
  expect(alone.replica()).toBe('away');
  expect((await asked(alone)).fromReplica).toBe(false);
  await alone.close();
});
