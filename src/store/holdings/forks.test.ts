import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fork, Taken } from '../../kernel/exchange.ts';
import { type TestStore, openTestStore, registerKey } from '../test-store.ts';
import { TestSigner } from '../test-signer.ts';

let test: TestStore;
let witness: TestStore;
beforeAll(async () => {
  test = await openTestStore();
  witness = await openTestStore();
}, 60_000);
afterAll(async () => {
  await Promise.all([test.close(), witness.close()]);
});

const outcomes = (taken: readonly Taken[]) => taken.map(({ outcome }) => outcome);

/** A State known to both stores, with a twin that signs with the same key: a restored backup. */
async function twins(actor: string): Promise<[TestSigner, TestSigner]> {
  const one = new TestSigner(actor);
  const other = new TestSigner(actor);
  other.key = one.key;
  await registerKey(test.store, actor, one.key);
  await registerKey(witness.store, actor, one.key);
  const first = one.note(`${actor}-1`);
  other.next({ note: `${actor}-1`, text: 'the twin begins elsewhere' });
  await test.store.holdings.take([first]);
  return [one, other];
}

async function forkOf(actor: string): Promise<{ fork: Fork; one: TestSigner }> {
  const [one, other] = await twins(actor);
  const twin = other.compose({ note: `${actor}-twin`, text: '' }, { seq: 1, prev: null }).signed;
  const [taken] = await test.store.holdings.take([twin]);
  if (taken?.outcome !== 'forked') throw new Error(`no fork: ${taken?.outcome}`);
  return { fork: taken.fork, one };
}

describe('a stream that forks', () => {
  it('is found when the other act comes, and closed from there on', async () => {
    const { one } = await forkOf('AUT');
    const taken = await test.store.holdings.take([one.note('AUT-2')]);
    expect(outcomes(taken)).toEqual(['rejected']);
    expect(taken[0]).toMatchObject({ refusal: { rule: { id: 'stream.quarantine' } } });
    // What was taken before stays.
    const heads = await test.store.holdings.heads({ actors: [] });
    expect(heads.find(({ author }) => author === 'AUT')).toMatchObject({ seq: 1 });
  });

  it('leaves a proof that another node can check by itself', async () => {
    const { fork } = await forkOf('BEL');
    const [kept] = (await test.store.holdings.forks({ actors: [] })).filter(
      ({ stream }) => stream === 'BEL/clear',
    );
    expect(kept?.acts.map((act) => act.parts)).toEqual([[null], [null]]);
    expect(await witness.store.holdings.takeFork(kept ?? fork)).toBe(true);
    const other = fork.acts[1];
    const taken = await witness.store.holdings.take([other]);
    expect(taken[0]).toMatchObject({ refusal: { rule: { id: 'stream.quarantine' } } });
  });

  it('is proved only by two different acts at one place, both rightly signed', async () => {
    const { fork } = await forkOf('CZE');
    const [one, other] = fork.acts;
    const forged = { ...other, signature: new Uint8Array(64) };
    const stranger = new TestSigner('CZE').note('never registered');
    const proofs: Fork[] = [
      { ...fork, acts: [one, one] },
      { ...fork, acts: [one, forged] },
      { ...fork, acts: [one, stranger] },
      { ...fork, seq: 2 },
      { ...fork, stream: 'DNK/clear' },
    ];
    for (const proof of proofs) expect(await witness.store.holdings.takeFork(proof)).toBe(false);
    expect(await witness.store.holdings.takeFork(fork)).toBe(true);
  });

  it('is not made by an act with a false signature', async () => {
    const [, other] = await twins('EST');
    const twin = other.compose({ note: 'twin', text: '' }, { seq: 1, prev: null }).signed;
    const [taken] = await test.store.holdings.take([{ ...twin, signature: new Uint8Array(64) }]);
    expect(taken).toMatchObject({
      outcome: 'rejected',
      refusal: { rule: { id: 'act.signature' } },
    });
    const forks = await test.store.holdings.forks({ actors: [] });
    expect(forks.map(({ stream }) => stream)).not.toContain('EST/clear');
  });
});
