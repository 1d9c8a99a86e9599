import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import { verifyAct } from '../kernel/sign.ts';
import { publicKeyOf } from '../kernel/key.ts';
import { notesQuestion } from './test-area.ts';
import {
  OPERATOR,
  type TestStore,
  admitted,
  note,
  openTestStore,
  registerKey,
  ruleOf,
} from './test-store.ts';
import { generateKey } from '../kernel/key.ts';

const EVERYONE = { actors: [] };
const NOW = { viewer: EVERYONE, asOf: '2026-06-01', knownAt: null };

let test: TestStore;
beforeAll(async () => {
  test = await openTestStore();
});
afterAll(async () => {
  await test.close();
});

describe('the store', () => {
  it('begins with the operator’s key as its first act', async () => {
    expect(await test.store.ledger()).toBe(1);
  });

  it('records, applies and answers', async () => {
    const [one, two] = admitted(await test.store.submit([note('a'), note('b')]));
    expect(one).toMatchObject({ register: 'notes/common', position: 1, ledger: 2 });
    expect(two).toMatchObject({ register: 'notes/common', position: 2, ledger: 3 });
    expect(await test.store.ask(notesQuestion, {}, NOW)).toEqual([
      { note: 'a', text: 'text of a' },
      { note: 'b', text: 'text of b' },
    ]);
  });

  it('keeps an act with its proof and the custodian’s admission', async () => {
    const [receipt] = admitted(await test.store.submit([note('proof')]));
    const act = await test.store.act(receipt?.id ?? '', EVERYONE);
    if (!act) throw new Error('the act is not there');
    const verified = verifyAct(act.signed, () => publicKeyOf(act.publicKey));
    expect(isRefusal(verified)).toBe(false);
    expect(act.payload).toEqual({ note: 'proof', text: 'text of proof' });
    expect(act.admission).toMatchObject({ register: 'notes/common', position: receipt?.position });
    expect(await test.store.act(act.admission?.by ?? '', EVERYONE)).toMatchObject({
      header: { type: 'registers.admit', author: OPERATOR },
      payload: { acts: [receipt?.id] },
      admission: null,
    });
  });

  it('judges each act by those before it in its batch', async () => {
    const before = await test.store.ledger();
    const receipts = await test.store.submit([note('twice'), note('twice'), note('after')]);
    expect(ruleOf(receipts[1])).toBe('notes.once');
    const ledgers = admitted(receipts.filter((_, at) => at !== 1)).map((one) => one.ledger);
    expect(ledgers).toEqual([before + 1, before + 2]);
  });

  it('previews the rows of a draft and records nothing', async () => {
    const before = await test.store.ledger();
    const preview = await test.store.preview(note('preview'), NOW);
    expect(preview).toMatchObject({
      changes: [{ table: 'notes_note', put: { note: 'preview' } }],
      consequences: [],
    });
    expect(ruleOf(await test.store.preview(note('a'), NOW))).toBe('notes.once');
    expect(await test.store.ledger()).toBe(before);
  });

  it('refuses a question whose input does not fit', async () => {
    const answer = await test.store.ask(notesQuestion, { actor: 'No Actor' }, NOW);
    expect(ruleOf(answer)).toBe('question.input');
    expect(answer).toMatchObject({ values: { path: 'actor' } });
  });

  it('signs with others’ keys only where it holds them and the record knows them', async () => {
    const draft = note('french', { author: 'FRA', actor: 'FRA' });
    expect(ruleOf((await test.store.submit([draft]))[0])).toBe('node.key');
    const key = generateKey();
    test.keys.held.set('FRA', key);
    expect(ruleOf((await test.store.submit([draft]))[0])).toBe('authority.key');
    await registerKey(test.store, 'FRA', key);
    expect(admitted(await test.store.submit([draft]))).toHaveLength(1);
  });

  it('tells listeners where the record stands, and of each admission', async () => {
    const told: number[] = [];
    const stop = test.store.onAdmitted((ledger) => told.push(ledger));
    const before = await test.store.ledger();
    await expect.poll(() => told.at(-1)).toBe(before);
    const [receipt] = admitted(await test.store.submit([note('heard')]));
    await expect.poll(() => told.at(-1)).toBe(receipt?.ledger);
    stop();
  });
});
