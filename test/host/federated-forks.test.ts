/** A fork between nodes: resolved by its author at home, followed by the node that found it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { resolveFork } from '../../src/host/federation/forks-shown.tsx';
import { pull } from '../../src/federation/pull.ts';
import { actId } from '../../src/kernel/act.ts';
import { TestSigner } from '../../src/store/test-signer.ts';
import { registerKey } from '../../src/store/test-store.ts';
import { FederatedNode } from './federated-node.ts';

let [found, home] = [null, null] as unknown as FederatedNode[];
const node = (one: FederatedNode | undefined): FederatedNode => {
  if (!one) throw new Error('no node');
  return one;
};
beforeAll(async () => {
  [found, home] = await Promise.all([FederatedNode.start('finder'), FederatedNode.start('home')]);
});
afterAll(async () => {
  await Promise.all([found?.stop(), home?.stop()]);
});

const ELSEWHERE = { register: 'elsewhere/notes' };

describe('a fork between nodes', () => {
  it('is resolved by the form for this node, and by its author for all who follow', async () => {
    const [here, there] = [node(found), node(home)];
    const one = new TestSigner('KEN');
    for (const { store } of [here, there]) await registerKey(store, 'KEN', one.key);
    const other = one.twin();
    const [held, twin] = [one.note('held', ELSEWHERE), other.note('twin', ELSEWHERE)];
    await here.store.holdings.take([held]);
    const [taken] = await here.store.holdings.take([twin]);
    expect(taken?.outcome).toBe('forked');
    const forks = await here.store.holdings.forks({ actors: [] });
    const [fork] = forks;
    if (!fork) throw new Error('no fork');
    const [first, second] = fork.acts.map(({ header }) => actId(header));
    const asked = { fork: ['KEN/clear', 1, first, second].join(' '), reason: 'A copy ran.' };
    expect(isRefusal(await resolveFork(here.room, forks, { ...asked, keep: 'f' }))).toBe(true);
    // The author says it elsewhere, on the branch that it keeps.
    const [keep, drop] = [actId(twin.header), actId(held.header)];
    const said = { stream: 'KEN/clear', seq: 1, keep, drop, reason: 'A copy ran.' };
    const type = { type: 'streams.resolve', register: 'actors/registry' };
    const ruling = other.next(said, type).signed;
    await there.store.holdings.takeFork(fork);
    await there.store.holdings.take([twin, ruling]);
    await here.follow(there);
    const remote = here.room.remote({
      address: there.address,
      operator: 'home',
      network: 'test-network',
    });
    await pull(remote, here.store.holdings, { viewer: { actors: ['finder'] } });
    const ends = await here.store.holdings.heads({ actors: [] });
    expect(ends.find(({ author }) => author === 'KEN')).toMatchObject({ seq: 2 });
    // The operator may still see it otherwise, on its own node.
    expect(await resolveFork(here.room, forks, { ...asked, keep: drop })).toBeNull();
    const again = await here.store.holdings.heads({ actors: [] });
    expect(again.find(({ author }) => author === 'KEN')).toBeUndefined();
  });
});
