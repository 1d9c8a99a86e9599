import type { Kysely } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPool, settingsAs } from './connection.ts';
import { JOB_ATTEMPTS_MAX, JOB_LEASE_SECONDS } from './jobs.ts';
import type { RecordTables } from './record-tables.ts';
import { type TestStore, openTestStore } from './test-store.ts';

let test: TestStore;
let writer: Kysely<RecordTables>;
beforeAll(async () => {
  test = await openTestStore();
  const { connection, secret } = test.options;
  writer = openPool<RecordTables>(settingsAs(connection, secret, 'writer'), 'writer').db;
});
afterAll(async () => {
  await writer.destroy();
  await test.close();
});

const before = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString();

it('does each job once, however many take from the table', async () => {
  const { jobs } = test.store;
  for (let turn = 0; turn < 30; turn++) await jobs.add('count', { turn });
  const done: unknown[] = [];
  const handlers = { count: async (job: { payload: unknown }) => void done.push(job.payload) };
  const worker = async (): Promise<void> => {
    while (await jobs.runNext(handlers));
  };
  await Promise.all([worker(), worker(), worker()]);
  expect(done).toHaveLength(30);
  expect(new Set(done.map((one) => JSON.stringify(one))).size).toBe(30);
});

it('leaves jobs that are not due, or of a kind that nobody here handles', async () => {
  const { jobs } = test.store;
  await jobs.add('later', {}, before(-3600));
  await jobs.add('other', {});
  expect(await jobs.runNext({ later: async () => undefined })).toBe(false);
});

it('tries again after a failure, and gives up after the last attempt', async () => {
  const { jobs } = test.store;
  const id = await jobs.add('fail', {});
  let attempts = 0;
  const handlers = {
    fail: () => {
      attempts += 1;
      return Promise.reject(new Error('no luck\0'));
    },
  };
  for (let turn = 0; turn < JOB_ATTEMPTS_MAX + 2; turn++) {
    await jobs.runNext(handlers);
    await writer
      .updateTable('jobs')
      .set({ run_after: before(1) })
      .where('id', '=', id)
      .execute();
  }
  expect(attempts).toBe(JOB_ATTEMPTS_MAX);
  const job = await writer
    .selectFrom('jobs')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(job.failed_at).not.toBeNull();
  expect(job.fault).toBe('Error: no luck');
});

it('takes up what a process left behind when it died', async () => {
  const { jobs } = test.store;
  const id = await jobs.add('orphan', {});
  const leave = (lockedAt: string) =>
    writer
      .updateTable('jobs')
      .set({ locked_by: 'gone', locked_at: lockedAt })
      .where('id', '=', id)
      .execute();
  const handlers = { orphan: async () => undefined };
  await leave(before(JOB_LEASE_SECONDS - 20));
  expect(await jobs.runNext(handlers)).toBe(false);
  await leave(before(JOB_LEASE_SECONDS + 1));
  expect(await jobs.runNext(handlers)).toBe(true);
});

it('leaves a job that was lost to another process for that one to end', async () => {
  const { jobs } = test.store;
  const id = await jobs.add('slow', {});
  const row = () =>
    writer
      .selectFrom('jobs')
      .select(['done_at', 'fault', 'locked_by'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
  const handlers = {
    slow: async () => {
      await writer.updateTable('jobs').set({ locked_by: 'other' }).where('id', '=', id).execute();
      throw new Error('too late');
    },
  };
  expect(await jobs.runNext(handlers)).toBe(true);
  expect(await row()).toEqual({ done_at: null, fault: null, locked_by: 'other' });
  await writer
    .updateTable('jobs')
    .set({ done_at: before(0) })
    .where('id', '=', id)
    .execute();
});

it('runs until it is stopped', async () => {
  const { jobs } = test.store;
  let done = 0;
  const running = jobs.run({ steady: async () => void (done += 1) });
  await jobs.add('steady', {});
  await expect.poll(() => done, { timeout: 5000 }).toBe(1);
  await running.stop();
  await jobs.add('steady', {});
  expect(done).toBe(1);
});
