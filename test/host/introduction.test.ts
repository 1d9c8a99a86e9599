/** Nodes that ask to be known: what is taken from strangers, and what follows from an answer. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../src/federation/pinned-node.ts';
import {
  INTRODUCTIONS_MAX,
  answerIntroduction,
  introduced,
  introductionsIn,
} from '../../src/host/federation/introductions.ts';
import { SIZE_RULE } from '../../src/host/host-rules.ts';
import { signStatement, statementOf } from '../../src/federation/node-statement.ts';
import { generateKey } from '../../src/kernel/key.ts';
import { markedFor } from '../../src/kernel/marking.ts';
import { FederatedNode, until } from './federated-node.ts';

const [secretariat, mission] = ['un-secretary-general', 'FRA'];
let [served, asking] = [null, null] as unknown as FederatedNode[];
const both = (): [FederatedNode, FederatedNode] => {
  if (!served || !asking) throw new Error('no nodes');
  return [served, asking];
};
beforeAll(async () => {
  [served, asking] = await Promise.all([
    FederatedNode.start(secretariat),
    FederatedNode.start(mission),
  ]);
  const [theirs, ours] = both();
  await theirs.write(['for France'], { marking: markedFor('red', [mission]) });
  await ours.follow(theirs);
  ours.engine.begin();
});
afterAll(async () => {
  await Promise.all([served?.stop(), asking?.stop()]);
});

/** The statement of a node that is nobody's in particular. */
function stated(operator: string, network = 'test-network'): Uint8Array {
  const key = generateKey();
  const encryptionKey = new Uint8Array(32).fill(9);
  const address = 'http://127.0.0.1:9';
  const statement = statementOf({ network, operator, address, key, encryptionKey });
  return signStatement(statement, key);
}
const send = (body: Uint8Array | string) =>
  fetch(`${both()[0].address}/federation/introduce`, { method: 'POST', body: Buffer.from(body) });

describe('a node that follows another', () => {
  it('asks to be known there, and is given nothing that is marked until it is', async () => {
    const [theirs, ours] = both();
    expect(await introductionsIn(theirs.room)).toMatchObject([
      { operator: mission, address: ours.address },
    ]);
    expect(await theirs.room.peers()).toEqual([]);
    expect(await ours.notes([mission])).toEqual([]);
  });

  it('is not known by a fingerprint that is not its own', async () => {
    const [theirs] = both();
    const given = { operator: mission, fingerprint: '0000', confirm: true };
    expect(await answerIntroduction(theirs.room, given, 'Amina')).toMatchObject({
      rule: { id: 'peer.pinned' },
    });
    const other = { operator: 'KEN', fingerprint: '0000', confirm: true };
    expect(await answerIntroduction(theirs.room, other, 'Amina')).toMatchObject({
      refused: true,
    });
  });

  it('is given what is marked for it once an administrator confirmed it', async () => {
    const [theirs, ours] = both();
    const [found] = await introductionsIn(theirs.room);
    const fingerprint = fingerprintOf(found?.publicKey ?? '');
    const given = { operator: mission, fingerprint, confirm: true };
    expect(await answerIntroduction(theirs.room, given, 'Amina')).toEqual({
      operator: mission,
      known: true,
      followed: true,
    });
    expect(await introductionsIn(theirs.room)).toEqual([]);
    await ours.room.pool.query('update federation.peer set next_visit_at = now()');
    ours.engine.ring();
    await until(async () => (await ours.notes([mission])).includes('for France'));
    expect(await ours.notes([])).not.toContain('for France');
  });
});

describe('what strangers bring', () => {
  it('is refused where it is no statement, of another network, changed, or too long', async () => {
    const [theirs] = both();
    const changed = Buffer.from(stated('KEN')).toString('utf8').replace('"KEN"', '"NOR"');
    for (const body of ['', 'x', '{}', '['.repeat(500), stated('KEN', 'other-net'), changed]) {
      expect((await send(body)).status).toBeGreaterThanOrEqual(400);
      expect((await send(body)).status).toBeLessThan(500);
    }
    expect((await send('x'.repeat(100_000))).status).toBeLessThan(500);
    expect(await introductionsIn(theirs.room)).toEqual([]);
  });

  it('is listed once, and no more where it was declined', async () => {
    const [theirs] = both();
    const bytes = stated('KEN');
    expect((await send(bytes)).status).toBe(202);
    expect((await send(bytes)).status).toBe(202);
    const [found, ...others] = await introductionsIn(theirs.room);
    expect(others).toEqual([]);
    const fingerprint = fingerprintOf(found?.publicKey ?? '');
    const no = { operator: 'KEN', fingerprint, confirm: false };
    expect(await answerIntroduction(theirs.room, no, 'Amina')).toMatchObject({ known: false });
    expect((await send(bytes)).status).toBe(202);
    expect(await introductionsIn(theirs.room)).toEqual([]);
    expect(await theirs.room.isKeyOf('KEN', found?.publicKey ?? '')).toBe(false);
  });

  it('is bounded: one below, at and above', async () => {
    const [theirs] = both();
    const { rows } = await theirs.room.pool.query('select 1 from federation.introduced');
    for (let at = rows.length; at < INTRODUCTIONS_MAX; at++) {
      expect(await introduced(theirs.room, stated(`node-${at}`))).toBeNull();
    }
    expect(await introduced(theirs.room, stated('one-more'))).toMatchObject({
      rule: SIZE_RULE,
    });
    expect((await introductionsIn(theirs.room)).length).toBe(INTRODUCTIONS_MAX - rows.length);
  });
});
