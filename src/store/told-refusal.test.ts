/** What somebody is told of why an act is refused. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import { markedFor } from '../kernel/marking.ts';
import type { DraftAct } from '../kernel/submission.ts';
import { NOTE_RULE } from './test-area.ts';
import { OPERATOR, type TestStore, admitted, note, openTestStore } from './test-store.ts';

const FRANCE = { actors: ['FRA'] };
const KENYA = { actors: ['KEN'] };
const WITHHELD = 'The record does not admit this act; why is not released to you.';

let node: TestStore;
beforeAll(async () => {
  node = await openTestStore();
  const secret = note('canary', { marking: markedFor('red', ['FRA']) });
  admitted(await node.store.submit([note('for all'), secret]));
});
afterAll(() => node.close());

const submit = async (viewer: typeof FRANCE | undefined, ...drafts: DraftAct[]) =>
  node.store.submit(drafts, undefined, viewer);

describe('why a draft is refused', () => {
  it('is told to whoever sees the act that stands against it', async () => {
    const [told] = await submit(FRANCE, note('canary'));
    expect(told).toMatchObject({ rule: NOTE_RULE, reason: expect.stringContaining('canary') });
  });

  it('is the rule alone to whoever does not', async () => {
    const [told] = await submit(KENYA, note('canary'));
    expect(told).toMatchObject({ rule: NOTE_RULE, reason: WITHHELD, values: {} });
    expect(JSON.stringify(told)).not.toContain('canary');
  });

  it('is told to everyone where it rests on what is clear for all', async () => {
    const [whole] = await submit(undefined, note('for all'));
    expect(await submit(KENYA, note('for all'))).toEqual([whole]);
    expect(whole).toMatchObject({ reason: expect.stringContaining('for all') });
  });

  it('is told to the node itself', async () => {
    const [told] = await submit(undefined, note('canary'));
    expect(told).toMatchObject({ reason: expect.stringContaining('canary') });
  });

  it('is told where it rests on the act itself: its type, its payload, its register', async () => {
    const faults = [
      note('a', { type: 'notes.unheard-of' }),
      note('b', { payload: { note: 7 } }),
      { ...note('c', { register: 'notes/none' }), type: 'notes.strike' },
    ];
    const whole = await submit(undefined, ...faults);
    expect(whole.every(isRefusal)).toBe(true);
    expect(await submit(KENYA, ...faults)).toEqual(whole);
  });

  it('is withheld from each of several alone, in their order', async () => {
    const told = await submit(KENYA, note('canary'), note('fresh'), note('for all'));
    expect(told).toMatchObject([
      { reason: WITHHELD },
      { register: 'notes/common' },
      { reason: expect.stringContaining('for all') },
    ]);
  });

  it('is withheld from who asks beforehand, too', async () => {
    const at = { asOf: '2026-01-01', knownAt: null };
    const draft = note('canary', { actor: OPERATOR });
    expect(await node.store.preview(draft, { ...at, viewer: KENYA })).toMatchObject({
      reason: WITHHELD,
    });
    expect(await node.store.preview(draft, { ...at, viewer: FRANCE })).toMatchObject({
      reason: expect.stringContaining('canary'),
    });
  });
});
