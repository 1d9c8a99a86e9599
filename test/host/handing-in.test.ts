/** Acts that were signed on one node for a register that another keeps, over HTTP. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unfollowNode } from '../../src/host/federation/follow.ts';
import { handedAt, sendingsIn } from '../../src/host/federation/sending-tables.ts';
import { markedFor } from '../../src/kernel/marking.ts';
import { type Receipt, isAwaiting } from '../../src/kernel/submission.ts';
import { awaitingOnDesk } from '../../src/host/federation/awaiting-desk.tsx';
import { awaitingActs } from '../../src/store/awaiting.ts';
import { note } from '../../src/store/test-store.ts';
import { FederatedNode, until } from './federated-node.ts';

const [secretariat, mission] = ['un-secretary-general', 'FRA'];
const register = `notes/${secretariat}`;
let [depositary, france] = [null, null] as unknown as FederatedNode[];
const both = (): [FederatedNode, FederatedNode] => {
  if (!depositary || !france) throw new Error('no nodes');
  return [depositary, france];
};

beforeAll(async () => {
  [depositary, france] = await Promise.all([
    FederatedNode.start(secretariat),
    FederatedNode.start(mission),
  ]);
  const [theirs, ours] = both();
  await theirs.write(['first']);
  await ours.follow(theirs);
  ours.engine.begin();
  await until(async () => (await ours.notes([])).includes('first'));
});
afterAll(async () => {
  await Promise.all([depositary?.stop(), france?.stop()]);
});

async function sign(name: string, to: readonly string[] = []): Promise<Receipt> {
  const marking = to.length > 0 ? { marking: markedFor('red', to) } : {};
  const [, ours] = both();
  const [receipt] = await ours.store.submit([note(name, { actor: mission, register, ...marking })]);
  if (!receipt) throw new Error('no receipt');
  return receipt;
}
const asking = { viewer: { actors: [mission] }, asOf: '2026-03-01', knownAt: null };
const awaiting = async () => {
  const [, ours] = both();
  const answer = await ours.store.ask(awaitingActs, {}, asking);
  return 'rows' in answer ? answer.rows : [];
};

/** What the desk shows to whoever acts for this actor: of the mission, or of all of theirs. */
const desk = (actor: string, owner: string | null = mission) => {
  const [, ours] = both();
  const told = { store: ours.store, now: () => new Date('2026-03-01T12:00:00Z') };
  const handed = (act: string) => handedAt(ours.room.pool, act);
  const person = { id: '1', name: 'Amina', email: 'a@example.org', administrator: false };
  const session = { id: 's', by: 'cookie', formToken: 't' } as const;
  const one = { ...session, person: { ...person, actors: [actor] } };
  return awaitingOnDesk({ ...told, handedAt: handed }, one, owner);
};

describe('an act for a register that another keeps', () => {
  it('waits, and says why, as long as the custodian’s node does not know this one', async () => {
    const [theirs, ours] = both();
    const receipt = await sign('from France');
    expect(isAwaiting(receipt)).toBe(true);
    await until(async () => typeof (await sendingsIn(ours.room.pool))[0]?.fault === 'string');
    expect(await sendingsIn(ours.room.pool)).toMatchObject([
      { operator: secretariat, awaiting: 1, fault: expect.stringContaining('peer.known') },
    ]);
    expect(await awaiting()).toMatchObject([{ custodian: secretariat, refused: null }]);
    expect(await theirs.notes([])).not.toContain('from France');
    expect(await desk(mission)).toMatchObject([{ custodian: secretariat, handedAt: null }]);
  });

  it('is handed in once it is known, and its admission comes back by itself', async () => {
    const [theirs, ours] = both();
    await theirs.follow(ours);
    await ours.follow(theirs);
    await until(async () => (await ours.notes([])).includes('from France'));
    expect(await theirs.notes([])).toContain('from France');
    expect(await awaiting()).toEqual([]);
    expect(await desk(mission)).toEqual([]);
    await until(async () => (await sendingsIn(ours.room.pool))[0]?.fault === null);
  });

  it('comes back within moments where both know each other', async () => {
    const [, ours] = both();
    const begun = performance.now();
    const receipt = await sign('soon');
    await until(async () => (await ours.notes([])).includes('soon'));
    expect(performance.now() - begun).toBeLessThan(4000);
    expect(await handedAt(ours.room.pool, 'id' in receipt ? receipt.id : '')).toBeInstanceOf(Date);
  });

  it('goes sealed where it is for few', async () => {
    const [theirs, ours] = both();
    await sign('for two', [mission, secretariat]);
    await until(async () => (await ours.notes([mission])).includes('for two'));
    expect(await theirs.notes([secretariat])).toContain('for two');
    expect(await theirs.notes([])).not.toContain('for two');
  });

  it('stays here, and is said to, where it is not released to the custodian', async () => {
    const [theirs, ours] = both();
    await sign('not for the custodian', [mission]);
    await until(async () => typeof (await sendingsIn(ours.room.pool))[0]?.fault === 'string');
    expect(await sendingsIn(ours.room.pool)).toMatchObject([
      { awaiting: 1, fault: expect.stringContaining('not released') },
    ]);
    expect(await theirs.notes([secretariat])).not.toContain('not for the custodian');
  });

  it('waits for a node that is away, and is handed in when it is back', async () => {
    const [theirs, ours] = both();
    await theirs.goOffline();
    await sign('while away');
    await until(async () => (await awaiting()).length === 2);
    expect(await desk(mission, null)).toHaveLength(2);
    expect(await desk('KEN', null)).toEqual([]);
    expect(await desk('KEN')).toBe(null);
    await theirs.goOnline();
    await ours.room.pool.query('update federation.sending set next_at = now(), failed = 0');
    await until(async () => (await ours.notes([])).includes('while away'));
    expect(await theirs.notes([])).toContain('while away');
  });

  it('is sent nowhere where its node is followed no longer', async () => {
    const [, ours] = both();
    await unfollowNode(ours.room, { operator: secretariat });
    await sign('to nobody');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await awaiting()).length).toBe(2);
    expect(await sendingsIn(ours.room.pool)).toEqual([]);
  });
});
