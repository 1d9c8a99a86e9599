import { enteringState } from './entering-for-tests.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestStore, admitted, openTestStore } from '../../store/test-store.ts';
import { actors, lastAddedBy } from './area.ts';

let clock = '2026-01-01T00:00:00.000Z';
let test: TestStore;

beforeAll(async () => {
  test = await openTestStore({ areas: [actors], now: () => new Date(clock) });
  for (const [id, at] of [
    ['AAA', '2026-02-01T00:00:00.000Z'],
    ['BBB', '2026-03-01T00:00:00.000Z'],
  ] as const) {
    clock = at;
    admitted(await test.store.submit([enteringState(id)]));
  }
});
afterAll(async () => {
  await test.close();
});

const known = (at: string) =>
  test.store.read({ actors: [] }, (query) => lastAddedBy(query, `${at}T00:00:00.000Z`));

describe('when the registry was last added to, as known at an instant', () => {
  it('is never, before anything was', async () => {
    expect(await known('2026-01-15')).toBe('never');
  });
  it('is one instant for all instants up to the next addition', async () => {
    expect(await known('2026-02-01')).toBe('2026-02-01T00:00:00.000Z');
    expect(await known('2026-02-28')).toBe('2026-02-01T00:00:00.000Z');
  });
  it('is no matter once all is known that stands today', async () => {
    expect(await known('2026-03-01')).toBeNull();
    expect(await known('2027-01-01')).toBeNull();
  });
});
