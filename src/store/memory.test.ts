import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { type MemoryKind, defineQuestion } from '../kernel/define-area.ts';
import { markedFor } from '../kernel/marking.ts';
import { type TestStore, admitted, note, openTestStore } from './test-store.ts';

const KIND: MemoryKind<number> = { name: 'counted' };
let made = 0;

/** Says how often it had to be computed; rests on one register. */
const counting = defineQuestion({
  name: 'counting',
  title: 'How often was this computed?',
  input: z.object({ register: z.string() }),
  output: z.number(),
  example: { register: 'notes/a' },
  answer: async ({ memory }, { register }) => {
    const known = memory.recall(KIND, register);
    if (known !== undefined) return known;
    made += 1;
    memory.keep(KIND, register, [register], made);
    return made;
  },
});

let test: TestStore;
beforeAll(async () => {
  test = await openTestStore();
  admitted(await test.store.submit([note('a', { register: 'notes/a' })]));
});
afterAll(async () => {
  await test.close();
});

async function ask(actors: string[] = []): Promise<unknown> {
  const at = { viewer: { actors }, asOf: '2026-06-01', knownAt: null };
  return test.store.ask(counting, { register: 'notes/a' }, at);
}

it('keeps what was computed until its register moves, and no longer', async () => {
  const first = await ask();
  expect(await ask()).toBe(first);
  admitted(await test.store.submit([note('b', { register: 'notes/b' })]));
  expect(await ask()).toBe(first);
  admitted(await test.store.submit([note('a2', { register: 'notes/a' })]));
  const second = await ask();
  expect(second).not.toBe(first);
  expect(await ask()).toBe(second);
});

it('keeps clearances apart, and moves each by what it may see', async () => {
  const [clear, french] = [await ask(), await ask(['FRA'])];
  expect(french).not.toBe(clear);
  const marking = markedFor('red', ['FRA']);
  admitted(await test.store.submit([note('hidden', { register: 'notes/a', marking })]));
  expect(await ask()).toBe(clear);
  expect(await ask(['FRA'])).not.toBe(french);
});
