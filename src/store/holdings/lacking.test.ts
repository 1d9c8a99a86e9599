/** What came too early or without a part: it is asked for by name, and holds up nothing else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedAct, actId } from '../../kernel/act.ts';
import type { Taken } from '../../kernel/exchange.ts';
import { markedFor } from '../../kernel/marking.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { DraftAct } from '../../kernel/submission.ts';
import { releasesArea } from '../releases/area.ts';
import { notesArea } from '../test-area.ts';
import { TestSigner } from '../test-signer.ts';
import {
  OPERATOR,
  type TestStore,
  admitted,
  note,
  openTestStore,
  registerKey,
  ruleOf,
  testKeys,
} from '../test-store.ts';

const CLEAR_STREAM = `${OPERATOR}/clear`;
const FOR_KENYA = markedFor('red', ['KEN']);

let custodian: TestStore;
let france: TestStore;
let kenya: TestStore;

async function nodeOf(operator: string): Promise<TestStore> {
  const keys = testKeys(operator);
  keys.held.delete(OPERATOR);
  const node = await openTestStore({ operator, keys, areas: [notesArea, releasesArea] });
  const key = custodian.keys.keyFor(OPERATOR);
  if (key) await registerKey(node.store, OPERATOR, key);
  const own = keys.keyFor(operator);
  if (own) await registerKey(custodian.store, operator, own);
  return node;
}

beforeAll(async () => {
  custodian = await openTestStore({ areas: [notesArea, releasesArea] });
  admitted(await custodian.store.submit([note('the register is open')]));
  france = await nodeOf('FRA');
  kenya = await nodeOf('KEN');
}, 60_000);
afterAll(async () => {
  await Promise.all([custodian, france, kenya].map((node) => node.close()));
});

const outcomes = (taken: readonly Taken[]) => taken.map(({ outcome }) => outcome);
const viewerOf = ({ store: { operator } }: TestStore) => ({
  actors: [operator],
  authors: [operator],
});

/** Gives one node all that it has not got of a stream of another's. */
async function carry(from: TestStore, to: TestStore, stream = CLEAR_STREAM) {
  const held = await to.store.holdings.heads(viewerOf(to));
  const seq = held.find((end) => end.stream === stream)?.seq ?? 0;
  return to.store.holdings.take(await from.store.holdings.page(viewerOf(to), stream, seq + 1));
}

const endOf = async (node: TestStore) =>
  (await node.store.holdings.heads({ actors: [] })).find(({ stream }) => stream === CLEAR_STREAM);
const lacking = async (node: TestStore) => (await node.store.holdings.lacking?.('')) ?? [];
const acts = async (from: TestStore, to: TestStore, ids: readonly string[]) =>
  (await from.store.holdings.acts?.(viewerOf(to), ids)) ?? [];
const strip = (act: SignedAct, ...places: number[]): SignedAct => ({
  ...act,
  parts: act.parts.map((part, at) => (places.includes(at) ? null : part)),
});

const annexed = (name: string): DraftAct =>
  note(name, {
    payload: { note: name, text: 'for all', annex: 'for Kenya' },
    narrower: [{ marking: FOR_KENYA, members: ['annex'] }],
  });
const submit = async (node: TestStore, draft: DraftAct): Promise<string> => {
  const [receipt] = await node.store.submit([draft]);
  if (!receipt || isRefusal(receipt)) throw new Error(ruleOf(receipt));
  return receipt.id;
};
const registerOf = async (node: TestStore, id: string) =>
  (await node.store.act(id, { actors: [] }))?.admission?.register;
const annexes = (node: TestStore, name: string) =>
  node.store.read({ actors: ['KEN'] }, (query) =>
    query.selectFrom('notes_annex').select('annex').where('note', '=', name).execute(),
  );

describe('an act of which a node was not given a part for another', () => {
  it('is passed on without it, with all that follows; the part is asked for by name', async () => {
    const id = await submit(custodian, annexed('passed on'));
    await submit(custodian, note('after it'));
    await carry(custodian, france);
    await carry(france, kenya);
    const [there, here] = await Promise.all([france, kenya].map(endOf));
    expect(here).toEqual(there);
    expect(await lacking(kenya)).toEqual([id]);
    expect(await lacking(france)).toEqual([]);
    expect(await annexes(kenya, 'passed on')).toEqual([]);

    // Who has it not gives what it has, and is asked again.
    expect(outcomes(await kenya.store.holdings.take(await acts(france, kenya, [id])))).toEqual([
      'again',
    ]);
    expect(await lacking(kenya)).toEqual([id]);
    await kenya.store.holdings.take(await acts(custodian, kenya, [id]));
    expect(await lacking(kenya)).toEqual([]);
    expect(await annexes(kenya, 'passed on')).toEqual([{ annex: 'for Kenya' }]);
    await kenya.store.rebuild();
    expect(await annexes(kenya, 'passed on')).toEqual([{ annex: 'for Kenya' }]);
  });

  it('gets no part back that was erased before it came, and does not ask for it', async () => {
    const id = await submit(custodian, annexed('erased'));
    await carry(custodian, france);
    await carry(france, kenya);
    expect(await lacking(kenya)).toEqual([id]);
    const before = await acts(custodian, kenya, [id]);
    const request = await submit(custodian, {
      ...note('x'),
      type: 'releases.request-erasure',
      payload: { act: id, parts: [1], reason: 'It names a source.' },
    });
    await carry(custodian, kenya);
    expect(await lacking(kenya)).toEqual([]);
    await submit(kenya, {
      ...note('x', { actor: 'KEN', author: 'KEN' }),
      type: 'releases.confirm-erasure',
      payload: { act: id, request, outcome: 'erased' },
    });
    await carry(kenya, custodian, 'KEN/clear');
    await carry(custodian, kenya);
    await kenya.store.holdings.take(before);
    expect(await annexes(kenya, 'erased')).toEqual([]);
    expect(await lacking(kenya)).toEqual([]);
  });

  it('is given by name to those alone to whom it is released', async () => {
    const [marked] = admitted(
      await custodian.store.submit([
        note('marked', { marking: markedFor('red', [OPERATOR, 'KEN']) }),
      ]),
    );
    const id = marked?.id ?? '';
    expect(await acts(custodian, france, [id])).toEqual([]);
    expect((await acts(custodian, kenya, [id])).map(({ header }) => actId(header))).toEqual([id]);
  });
});

describe('a custodian that was not given the part that it judges by', () => {
  it('keeps the act undecided, goes on, and decides when the part comes', async () => {
    const signer = new TestSigner('NOR');
    await registerKey(custodian.store, 'NOR', signer.key);
    const whole = signer.note('stripped for its custodian');
    const next = signer.note('the next one');
    const taken = await custodian.store.holdings.take([strip(whole, 0), next]);
    expect(outcomes(taken)).toEqual(['kept', 'admitted']);
    const id = actId(whole.header);
    expect(await lacking(custodian)).toEqual([id]);
    expect((await custodian.store.act(id, { actors: [] }))?.admission).toBe(null);
    await custodian.store.holdings.take([whole]);
    expect(await lacking(custodian)).toEqual([]);
    const admission = (await custodian.store.act(id, { actors: [] }))?.admission;
    expect(admission?.register).toBe('notes/common');
    // So that whoever follows it hears of that, and of nothing twice.
    await custodian.store.holdings.take([whole, next]);
    expect(outcomes(await carry(custodian, kenya, 'NOR/clear'))).toContain('waiting');
    await carry(custodian, kenya);
    await carry(custodian, kenya, 'NOR/clear');
    expect(outcomes(await carry(custodian, kenya))).not.toContain('waiting');
    expect((await kenya.store.act(id, { actors: [] }))?.admission?.position).toBe(
      admission?.position,
    );
  });
});

describe('a decision', () => {
  it('waits where what it decides is withheld, or what a key is that it admits', async () => {
    const signer = new TestSigner('ITA');
    await registerKey(custodian.store, 'ITA', signer.key);
    const from = ((await endOf(kenya))?.seq ?? 0) + 1;
    const page = await custodian.store.holdings.page(viewerOf(kenya), CLEAR_STREAM, from);
    const [key, admission] = page;
    if (!key || !admission) throw new Error('no key was registered');
    const taken = await kenya.store.holdings.take([strip(key, 0), strip(admission, 0)]);
    expect(taken).toMatchObject([{ outcome: 'kept' }, { outcome: 'waiting' }]);
    const [without] = await kenya.store.holdings.take([admission]);
    expect(without).toMatchObject({ outcome: 'waiting', lacks: [actId(key.header)] });
    await kenya.store.holdings.take([key]);
    expect(outcomes(await carry(custodian, kenya))).not.toContain('waiting');
    expect(outcomes(await kenya.store.holdings.take([signer.note('by Italy')]))).toEqual(['kept']);
  });

  it('to refuse that comes before the act is heeded when the act comes', async () => {
    const signer = new TestSigner('ESP');
    await registerKey(custodian.store, 'ESP', signer.key);
    await carry(custodian, kenya);
    const twice = signer.note('the register is open');
    expect(outcomes(await custodian.store.holdings.take([twice]))).toEqual(['refused']);
    expect(outcomes(await carry(custodian, kenya))).toEqual(['kept']);
    expect(outcomes(await kenya.store.holdings.take([twice]))).toEqual(['kept']);
    const receipts = await kenya.store.receive([twice]);
    expect(receipts.map(ruleOf)).toEqual(['notes.once']);
  });
});

describe('an act of another branch that a custodian admitted', () => {
  it('comes by name from whoever has it, also where no page of its stream holds it', async () => {
    const one = new TestSigner('AUT');
    for (const { store } of [custodian, france, kenya]) await registerKey(store, 'AUT', one.key);
    const other = one.twin();
    await france.store.holdings.take([other.note('for France')]);
    await kenya.store.holdings.take([other.compose({ note: 'for Kenya', text: '' }).signed]);
    const branch = one.note('for the custodian');
    await custodian.store.holdings.take([branch]);
    // France has it beside its own branch, and follows the admission.
    await france.store.holdings.take([branch]);
    const id = actId(branch.header);
    for (const stream of ['KEN/clear', CLEAR_STREAM, 'NOR/clear', CLEAR_STREAM]) {
      await carry(custodian, france, stream);
    }
    expect(await registerOf(france, id)).toBe('notes/common');
    for (const stream of [CLEAR_STREAM, 'NOR/clear']) await carry(custodian, kenya, stream);
    expect(await acts(france, kenya, [id])).toHaveLength(1);
    const stuck = (await carry(france, kenya)).at(-1);
    expect(stuck).toMatchObject({ outcome: 'waiting', lacks: [id] });
    await kenya.store.holdings.take(await acts(france, kenya, [id]));
    expect(outcomes(await carry(france, kenya))).not.toContain('waiting');
    expect(await registerOf(kenya, id)).toBe('notes/common');
  });
});
