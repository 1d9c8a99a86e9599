import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import { markedFor } from '../kernel/marking.ts';
import { ACTS_SHOWN_MAX, latestActs } from './record-area.ts';
import { type TestStore, admitted, note, openTestStore } from './test-store.ts';

let test: TestStore;
let receipts: ReturnType<typeof admitted>;
beforeAll(async () => {
  test = await openTestStore();
  const marking = markedFor('amber', ['FRA']);
  receipts = admitted([
    ...(await test.store.submit([note('one'), note('two'), note('three')])),
    ...(await test.store.submit([note('secret', { marking })])),
  ]);
});
afterAll(async () => {
  await test.close();
});

async function asked(input: object, actors: readonly string[] = [], knownAt: string | null = null) {
  const at = { viewer: { actors }, asOf: '2026-06-01', knownAt };
  const answer = await test.store.ask(latestActs, input, at);
  if (isRefusal(answer)) throw new Error(answer.reason);
  return answer;
}
const ids = () => receipts.map(({ id }) => id);

describe('the latest acts of the record', () => {
  it('come last first, with where and why they may be believed', async () => {
    const { rows } = await asked({ register: 'notes/common' });
    expect(rows.map(({ act }) => act)).toEqual(ids().slice(0, 3).reverse());
    expect(rows[0]).toMatchObject({ type: 'notes.write', position: 3, basis: 'signed' });
  });

  it('are parted into pages by the act that comes before the next', async () => {
    const first = await asked({ limit: 2, register: 'notes/common' });
    expect(first.total).toBe(3);
    expect(first.next).toBe(ids()[1]);
    const second = await asked({ limit: 2, register: 'notes/common', before: first.next });
    expect(second.rows.map(({ act }) => act)).toEqual([ids()[0]]);
    expect(second.next).toBeNull();
  });

  it('show a marked act, and count it, only for those it is released to', async () => {
    const anyone = await asked({ type: 'notes.write' });
    const france = await asked({ type: 'notes.write' }, ['FRA']);
    expect(anyone.total).toBe(3);
    expect(anyone.rows.map(({ act }) => act)).not.toContain(ids()[3]);
    expect(france.total).toBe(4);
    expect(france.rows[0]?.act).toBe(ids()[3]);
  });

  it('are none before anything was recorded', async () => {
    expect(await asked({}, [], '2000-01-01T00:00:00.000Z')).toMatchObject({ rows: [], total: 0 });
  });

  it('are asked for in bounds', async () => {
    const at = { viewer: { actors: [] }, asOf: '2026-06-01', knownAt: null };
    const over = await test.store.ask(latestActs, { limit: ACTS_SHOWN_MAX + 1 }, at);
    expect(isRefusal(over)).toBe(true);
    expect((await asked({ limit: ACTS_SHOWN_MAX })).total).toBeGreaterThan(0);
  });
});
