import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../kernel/dates.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { actors } from '../practices/actors/area.ts';
import { agreements } from '../practices/agreements/area.ts';
import { meetings } from '../practices/meetings/area.ts';
import { parties, show } from '../practices/agreements/questions/one.ts';
import { takesQuestion } from '../practices/agreements/questions/what-it-takes.ts';
import { type TestStore, openTestStore } from '../store/test-store.ts';
import { readWorldAgreements } from './agreements.ts';
import { loadWorld } from './load.ts';

const FOLDER = fileURLToPath(new URL('../../world', import.meta.url));
const shipped = readWorldAgreements(`${FOLDER}/agreements`).map((one) => one.id);

let test: TestStore;
beforeAll(async () => {
  test = await openTestStore({ areas: [actors, agreements, meetings] });
  await loadWorld(test.store, FOLDER);
}, 60_000);
afterAll(async () => {
  await test.close();
});

const at = (asOf: string) => ({ viewer: { actors: [] }, asOf, knownAt: null });

async function takes(agreement: string, asOf: string, assume: readonly string[] = []) {
  const answer = await test.store.ask(takesQuestion, { agreement, assume }, at(asOf));
  if (isRefusal(answer)) throw new Error(answer.reason);
  return answer;
}

/** The day on which the condition was met, and the days of consents until then. */
async function laterHistory(agreement: string) {
  const shown = await test.store.ask(show, { agreement }, at('2026-06-01'));
  if (isRefusal(shown)) throw new Error(shown.reason);
  const { fulfilledOn } = shown;
  const from = shown.row.adoptedOn;
  if (fulfilledOn === null) return { from, fulfilledOn, days: [] };
  const bound = await test.store.ask(parties, { agreement }, at(fulfilledOn));
  if (isRefusal(bound)) throw new Error(bound.reason);
  const days = bound.rows.flatMap((row) => row.depositedOn ?? []).toSorted();
  return { from, fulfilledOn, days };
}

const QUARTERS = [0, 1, 2, 3, 4];

/** Days before it was met: its adoption, then whenever a quarter of its consents was in. */
async function daysBefore(agreement: string) {
  const { from, fulfilledOn, days } = await laterHistory(agreement);
  if (fulfilledOn === null) return [];
  const before = addDays(fulfilledOn, -1);
  const asked = QUARTERS.map(
    (quarter) => days[Math.floor((days.length * quarter) / 4) - 1] ?? from,
  );
  return [...new Set(asked.map((day) => (day < before ? day : before)))].map((day) => ({
    day,
    came: days.filter((one) => day < one && one <= fulfilledOn).length,
  }));
}

describe('what it would take, in the world that ships with the node', () => {
  it('covers all agreements there', () => {
    expect(shipped.length).toBeGreaterThanOrEqual(91);
  });

  it.each(shipped)(
    'asked no more of %s than history then gave, and its sets suffice',
    async (agreement) => {
      const found: unknown[] = [];
      const known: unknown[] = [];
      for (const { day, came } of await daysBefore(agreement)) {
        const { needed, rows } = await takes(agreement, day);
        const firstSet = rows.filter((row) => row.set === 1).map((row) => row.actor);
        const then = await takes(agreement, day, firstSet);
        const oneLess = await takes(agreement, day, firstSet.slice(1));
        found.push([day, (needed ?? Infinity) <= came, firstSet.length]);
        found.push([then.needed, oneLess.needed]);
        known.push([day, true, needed], [0, Math.min(1, needed ?? 0)]);
      }
      expect(found).toEqual(known);
    },
    60_000,
  );

  it('names those without whom the test ban does not enter into force', async () => {
    const found = await takes('comprehensive-test-ban-treaty', '2026-06-01');
    expect(found.setsCount).toEqual({ number: '1', exact: true });
    expect(found.always?.map(({ actor }) => actor)).toEqual(
      found.rows.filter((row) => row.set === 1).map((row) => row.actor),
    );
    const missing = ['CHN', 'EGY', 'IND', 'IRN', 'ISR', 'PAK', 'PRK', 'RUS', 'USA'];
    expect(found.rows.map((row) => row.actor).toSorted()).toEqual(missing);
    expect(found.forecast).toBeNull();
  });

  it('saw in 2002 that one consent would do for Kyoto, of one of the two greatest', async () => {
    const found = await takes('kyoto-protocol', '2003-06-01');
    expect(found.needed).toBe(1);
    expect(found.rows.map((row) => row.actor).toSorted()).toEqual(['RUS', 'USA']);
  });
});
