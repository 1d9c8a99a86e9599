/** Visits between real stores: what was withheld, or is in another branch, is asked for by name. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ActId, type SignedAct, actId } from '../kernel/act.ts';
import { ACTS_ASKED_MAX, type Holdings, type Taken } from '../kernel/exchange.ts';
import { markedFor } from '../kernel/marking.ts';
import { refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import { TestSigner } from '../store/test-signer.ts';
import {
  OPERATOR,
  type TestStore,
  admitted,
  note,
  openTestStore,
  registerKey,
  testKeys,
} from '../store/test-store.ts';
import { outboundOf } from './outbound.ts';
import { Lacking } from './pull-lacking.ts';
import { PullTally } from './pull-report.ts';
import { pull } from './pull.ts';
import type { Remote } from './remote.ts';
import { STREAMS_RULE } from './rules.ts';

const viewer = { actors: ['KEN'], authors: ['KEN'] };
let custodian: TestStore;
let reader: TestStore;
beforeAll(async () => {
  custodian = await openTestStore();
  admitted(await custodian.store.submit([note('the register is open')]));
}, 60_000);
beforeEach(async () => {
  const keys = testKeys('KEN');
  keys.held.delete(OPERATOR);
  reader = await openTestStore({ operator: 'KEN', keys });
  const key = custodian.keys.keyFor(OPERATOR);
  if (key) await registerKey(reader.store, OPERATOR, key);
  return () => reader.close();
}, 60_000);
afterAll(() => custodian.close());

/** The custodian's node as the reader sees it, through the edge. */
function remote(more: Partial<Remote> = {}): Remote {
  const edge = outboundOf(custodian.store.holdings);
  return {
    heads: () => edge.heads(viewer),
    page: (stream, from) => edge.page(viewer, stream, from),
    forks: () => edge.forks(viewer),
    acts: async (ids) => (await edge.acts?.(viewer, ids)) ?? [],
    ...more,
  };
}

const strip = (act: SignedAct): SignedAct => ({ ...act, parts: act.parts.map(() => null) });
const visit = (to: Remote, compared = new Map<string, string>()) =>
  pull(to, reader.store.holdings, { viewer, compared });
const lacking = async () => (await reader.store.holdings.lacking?.('')) ?? [];
const heads = async ({ store }: TestStore) =>
  (await store.holdings.heads(viewer)).filter(({ author }) => author !== 'KEN');

describe('a visit to a node that withholds parts', () => {
  const withholding = (): Remote => ({
    ...remote(),
    page: async (stream, from) =>
      (await custodian.store.holdings.page(viewer, stream, from)).map((act) =>
        JSON.parse(Buffer.from(act.header).toString('utf8')).type === 'notes.write'
          ? strip(act)
          : act,
      ),
    acts: async (ids) => ((await custodian.store.holdings.acts?.(viewer, ids)) ?? []).map(strip),
  });

  it('holds up nothing: the parts come from whoever has them, also later', async () => {
    const narrower = [{ marking: markedFor('red', ['KEN']), members: ['annex'] }];
    const payload = { note: 'annexed', text: 'for all', annex: 'for Kenya' };
    admitted(await custodian.store.submit([note('annexed', { payload, narrower }), note('next')]));
    const compared = new Map<string, string>();
    const first = await visit(withholding(), compared);
    expect(first).toMatchObject({ behind: 0, waiting: [], faultsCount: 0 });
    expect(await heads(reader)).toEqual(await heads(custodian));
    expect((await lacking()).length).toBeGreaterThan(1);
    await visit(withholding(), compared);
    expect((await lacking()).length).toBeGreaterThan(1);
    await visit(remote(), compared);
    expect(await lacking()).toEqual([]);
    const rows = async ({ store }: TestStore) =>
      store.read(viewer, (query) =>
        query.selectFrom('notes_annex').select(['note', 'annex']).execute(),
      );
    expect(await rows(reader)).toEqual(await rows(custodian));
    // Nothing is asked for any more.
    const acts = vi.fn(remote().acts);
    await visit(remote({ acts }), compared);
    expect(acts).not.toHaveBeenCalled();
  });
});

describe('an admission of an act that no page brings', () => {
  it('is carried out in the visit in which it comes', async () => {
    const one = new TestSigner('AUT');
    for (const { store } of [custodian, reader]) await registerKey(store, 'AUT', one.key);
    const other = one.twin();
    await custodian.store.holdings.take([one.note('one branch'), one.note('and on')]);
    await reader.store.holdings.take([other.note('the other branch')]);
    const hiding = { heads: async () => (await heads(custodian)).filter(isOperators) };
    const without = await visit(remote({ ...hiding, acts: async () => [] }));
    expect(without.waiting).toMatchObject([{ refusal: { rule: { id: 'admission.held' } } }]);
    const report = await visit(remote(hiding));
    expect(report).toMatchObject({ waiting: [], behind: 0 });
    expect((await heads(reader)).filter(isOperators)).toEqual(
      (await heads(custodian)).filter(isOperators),
    );
    const branch = (await heads(custodian)).find(({ author }) => author === 'AUT')?.last ?? '';
    expect((await reader.store.act(branch, viewer))?.admission?.register).toBe('notes/common');
  });

  const isOperators = ({ author }: { author: string }): boolean => author === OPERATOR;
});

describe('what is asked for by name', () => {
  const idOf = (at: number): ActId => at.toString(16).padStart(64, '0');
  const given = new TestSigner('FRA').note('unasked');

  function asking(lackingNow: readonly ActId[], answer: readonly SignedAct[] = []) {
    const asked: (readonly ActId[])[] = [];
    const takes = vi.fn(
      async (acts: readonly SignedAct[]): Promise<Taken[]> =>
        acts.map((act) => ({ outcome: 'again', id: actId(act.header) })),
    );
    const holdings: Holdings = {
      ...custodian.store.holdings,
      take: takes,
      lacking: async (after) => lackingNow.filter((id) => id > after).slice(0, ACTS_ASKED_MAX),
    };
    const acts = async (ids: readonly ActId[]) => {
      asked.push(ids);
      return answer;
    };
    const begin = () => new Lacking(remote({ acts }), holdings, new PullTally());
    return { asked, takes, begin };
  }

  it.each([
    { count: ACTS_ASKED_MAX - 1, sizes: [31, 31, 31] },
    { count: ACTS_ASKED_MAX, sizes: [32, 0, 32] },
    { count: ACTS_ASKED_MAX + 1, sizes: [32, 1, 32] },
  ])('is $count parts by turns, visit after visit', async ({ count, sizes }) => {
    const { asked, begin } = asking(Array.from({ length: count }, (_, at) => idOf(at)));
    const kept = new Map<string, string>();
    const seen: number[] = [];
    for (const _ of sizes) {
      const before = asked.length;
      await begin().askForParts(kept);
      seen.push(asked.slice(before).flat().length);
    }
    expect(seen).toEqual(sizes);
  });

  it('is an act once in a visit, and what is given unasked is left', async () => {
    const { asked, takes, begin } = asking([], [given]);
    const visiting = begin();
    const refusal = refuse(STREAMS_RULE, said('It waits.'));
    const waiting: Taken = { outcome: 'waiting', id: idOf(1), refusal, lacks: [idOf(2), idOf(3)] };
    visiting.note(waiting);
    expect(await visiting.askForActs()).toBe(false);
    visiting.note(waiting);
    expect(await visiting.askForActs()).toBe(false);
    expect(asked).toEqual([[idOf(2), idOf(3)]]);
    expect(takes).not.toHaveBeenCalled();
  });
});
