/** A ministry keeps its own stages: judged by itself, for its own eyes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateKey } from '../../kernel/key.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { type TestStore, admitted, openTestStore, ruleOf } from '../../store/test-store.ts';
import { enteringState } from '../actors/entering-for-tests.ts';
import { actors } from '../actors/area.ts';
import { agreements } from './area.ts';
import { adoption } from './paper-registers.ts';
import { deadlines } from './questions/deadlines.ts';
import { ministry } from './questions/ministry.ts';

let test: TestStore;
const asOf = '2026-11-22';
const source = 'Registry of this test';
const recorded = { basis: { kind: 'recorded' as const, source } };

const stage = (more: object = {}, actor = 'KEN') => ({
  type: 'agreements.reach-stage',
  register: `national/${actor}`,
  actor,
  payload: { agreement: 'river', stage: 'submitted', on: '2025-03-01', ...more },
  ...recorded,
});

beforeAll(async () => {
  test = await openTestStore({ areas: [actors, agreements] });
  test.keys.held.set('KEN', generateKey());
  admitted(await test.store.submit([enteringState('KEN'), enteringState('NOR')]));
  admitted(
    await test.store.submit([
      {
        type: 'agreements.adopt',
        register: 'agreements/river',
        actor: 'un-secretary-general',
        payload: adoption(),
        ...recorded,
      },
    ]),
  );
});
afterAll(() => test.close());

const asked = (viewer: readonly string[]) => ({ viewer: { actors: viewer }, asOf, knownAt: null });

async function deskOf(viewer: readonly string[]) {
  const found = await test.store.ask(ministry, { actor: 'KEN' }, asked(viewer));
  if (isRefusal(found)) throw new Error(found.reason);
  return found.rows.map((row) => [row.agreement, row.stage, row.nextBy]);
}

describe('a stage of ratification', () => {
  it('is seen by its own State and by nobody else, where nothing is said of who may', async () => {
    admitted(await test.store.submit([stage({ nextBy: '2026-12-01' })]));
    expect(await deskOf(['KEN'])).toEqual([['river', 'submitted', '2026-12-01']]);
    expect(await deskOf(['NOR'])).toEqual([]);
    expect(await deskOf([])).toEqual([]);
  });

  it('puts its next step on the one clock, for the same eyes', async () => {
    const due = async (viewer: readonly string[]) => {
      const found = await test.store.ask(deadlines, { actor: 'KEN' }, asked(viewer));
      if (isRefusal(found)) throw new Error(found.reason);
      return found.rows.map((row) => [row.kind, row.on]);
    };
    expect(await due(['KEN'])).toEqual([['next-step', '2026-12-01']]);
    expect(await due([])).toEqual([]);
  });

  it.each([
    ['twice the same', stage(), 'agreements.once'],
    ['of an agreement nobody knows', stage({ agreement: 'lake' }), 'agreements.stage'],
    ['of a day that lies ahead', stage({ on: '2999-01-01' }), 'agreements.not-in-the-future'],
    ['whose next step lies before it', stage({ nextBy: '2025-02-28' }), 'agreements.stage'],
    [
      'in the register of another State',
      { ...stage(), register: 'national/NOR' },
      'agreements.register',
    ],
    [
      'in the register of an agreement',
      { ...stage(), register: 'agreements/river' },
      'agreements.register',
    ],
  ])('%s is refused', async (_, draft, rule) => {
    const [receipt] = await test.store.submit([draft]);
    expect(ruleOf(receipt)).toBe(rule);
  });
});
