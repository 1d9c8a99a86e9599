import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAYLOAD_BYTES_MAX } from '../kernel/act.ts';
import { markedFor } from '../kernel/marking.ts';
import { AUDIENCE_SIZE_BYTES_MAX } from './candidate-faults.ts';
import type { DraftAct } from '../kernel/submission.ts';
import { notesQuestion } from './test-area.ts';
import { type TestStore, admitted, note, openTestStore, ruleOf } from './test-store.ts';

const NOW = { viewer: { actors: [] }, asOf: '2026-06-01', knownAt: null };
const HOSTILE = [
  "'; drop table acts; --",
  '"; truncate admissions; --',
  "\\'; select pg_sleep(10); --",
  '$$; delete from streams; $$',
  '{{1}}',
  '<script>alert(1)</script>',
  '%s %n \u202e \ufeff',
];

let test: TestStore;
beforeAll(async () => {
  test = await openTestStore();
});
afterAll(async () => {
  await test.close();
});

async function ruleFor(change: Partial<DraftAct>): Promise<string> {
  const before = await test.store.ledger();
  const [receipt] = await test.store.submit([note('n', change)]);
  expect(await test.store.ledger()).toBe(before);
  return ruleOf(receipt);
}

describe('a bad draft is refused, names its rule, and leaves nothing', () => {
  it('of an unknown type, or for a register that nobody opened', async () => {
    expect(await ruleFor({ type: 'strange.act' })).toBe('act.type');
    expect(await ruleFor({ type: 'registers.admit' })).toBe('act.type');
    const strike = { type: 'notes.strike', payload: { note: 'n' } };
    expect(await ruleFor({ ...strike, register: 'notes/nowhere' })).toBe('register.known');
  });

  it('with a payload that is no object, has no canonical form or does not fit', async () => {
    for (const payload of [
      null,
      'text',
      [],
      { note: 1.5 },
      { note: '\ud800' },
      { note: undefined },
    ]) {
      expect(await ruleFor({ payload })).toBe('act.bytes');
    }
    for (const payload of [
      {},
      { note: 7, text: '' },
      { note: 'n', text: '', writtenOn: '2026-02-31' },
    ]) {
      expect(await ruleFor({ payload })).toBe('act.payload');
    }
  });

  it('with a NUL in any text', async () => {
    const source = { kind: 'recorded', source: 'from \0' } as const;
    expect(await ruleFor({ payload: { note: 'n\0', text: '' } })).toBe('act.text');
    expect(await ruleFor({ payload: { note: 'n', text: '', detail: { 'k\0': 1 } } })).toBe(
      'act.text',
    );
    expect(await ruleFor({ basis: source })).toBe('act.text');
    expect(await ruleFor({ register: 'notes/\0' })).toBe('act.bytes');
    expect(ruleOf(await test.store.preview(note('\0'), NOW))).toBe('act.text');
  });

  it('with anything in the header that is not well formed', async () => {
    const changes: Partial<DraftAct>[] = [
      { actor: 'France' },
      { author: "x'--" },
      { register: 'no register' },
      { effectiveOn: '2026-02-31' },
      { mandate: 'none' },
      { parents: ['x'] },
      { basis: { kind: 'recorded', source: '' } },
      { basis: { kind: 'recorded', source: '\ud800' } },
      { marking: { level: 'amber', to: ['KEN', 'FRA'] } },
      { marking: { level: 'clear', to: ['KEN'] } },
    ];
    for (const change of changes)
      expect(await ruleFor(change), JSON.stringify(change)).toBe('act.bytes');
  });

  it('with an audience beyond what every header has room for', async () => {
    // A name and its separators take 60 bytes.
    const actor = (at: number): string => `a${String(at).padStart(56, '0')}`;
    const actors = (count: number) => Array.from({ length: count }, (_, at) => actor(at));
    const most = AUDIENCE_SIZE_BYTES_MAX / 60;
    expect(await ruleFor({ marking: markedFor('amber', actors(most + 1)) })).toBe('act.audience');
    const marking = markedFor('amber', actors(most));
    expect(admitted(await test.store.submit([note('large audience', { marking })]))).toHaveLength(
      1,
    );
    const parents = Array.from({ length: 16 }, (_, at) => String(at % 10).repeat(64));
    const basis = { kind: 'recorded', source: '€'.repeat(400) } as const;
    expect(await ruleFor({ marking, parents, basis })).toBe('act.bytes');
  });

  it('with a payload beyond 1 MiB, which may itself be reached', async () => {
    const of = (sizeBytes: number) => {
      const empty = JSON.stringify({ note: 'big', text: '' }).length;
      return { note: 'big', text: 'x'.repeat(sizeBytes - empty) };
    };
    expect(await ruleFor({ payload: of(PAYLOAD_BYTES_MAX + 1) })).toBe('act.bytes');
    const receipts = await test.store.submit([note('', { payload: of(PAYLOAD_BYTES_MAX) })]);
    expect(admitted(receipts)).toHaveLength(1);
  });
});

describe('hostile text', () => {
  it('is kept as what it is, in every text there is', async () => {
    const drafts = HOSTILE.map((text) =>
      note('', {
        register: 'notes/hostile',
        payload: { note: text, text, tags: [text], detail: { [text]: text } },
        basis: { kind: 'recorded', source: text },
        actor: 'FRA',
      }),
    );
    const receipts = admitted(await test.store.submit(drafts));
    const notes = await test.store.ask(notesQuestion, {}, NOW);
    const texts = 'refused' in notes ? [] : notes.map((one) => one.text);
    for (const text of HOSTILE) expect(texts).toContain(text);
    const act = await test.store.act(receipts[0]?.id ?? '', NOW.viewer);
    expect(act?.payload['text']).toBe(HOSTILE[0]);
    await test.store.rebuild();
    expect(await test.store.ask(notesQuestion, {}, NOW)).toEqual(notes);
  });

  it('finds nothing when it stands for an id or a question’s input', async () => {
    for (const text of HOSTILE) {
      expect(await test.store.act(text, NOW.viewer)).toBeNull();
      expect(ruleOf(await test.store.ask(notesQuestion, { actor: text }, NOW))).toBe(
        'question.input',
      );
    }
  });
});
