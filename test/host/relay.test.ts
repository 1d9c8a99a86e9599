/** A node that is reached by way of another, and a relay that does as it likes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layFor } from '../../src/host/federation/lay.ts';
import { setByWayOf } from '../../src/host/federation/peer-tables.ts';
import { type Marking, markedFor } from '../../src/kernel/marking.ts';
import { note } from '../../src/store/test-store.ts';
import { FederatedNode, until } from './federated-node.ts';

const [secretariat, mission, post] = ['un-secretary-general', 'FRA', 'relay-node'];
let [from, to, relay] = [null, null, null] as unknown as FederatedNode[];
const all = (): [FederatedNode, FederatedNode, FederatedNode] => {
  if (!from || !to || !relay) throw new Error('no nodes');
  return [from, to, relay];
};

beforeAll(async () => {
  [from, to, relay] = await Promise.all(
    [secretariat, mission, post].map((one) => FederatedNode.start(one)),
  );
  const [sender, recipient, between] = all();
  await sender.follow(recipient);
  await sender.follow(between);
  await recipient.follow(sender);
  await recipient.follow(between, true);
  await between.follow(sender);
  await between.follow(recipient);
  // From here on no line leads to the sender: what the recipient has came by the relay.
  await recipient.room.pool.query(
    `update federation.peer set ended_at = now() where operator = $1`,
    [secretariat],
  );
  await setByWayOf(sender.room.pool, mission, post);
  recipient.engine.begin();
  sender.engine.begin();
});
afterAll(async () => {
  await Promise.all([from?.stop(), to?.stop(), relay?.stop()]);
});

const OTHER_ID = "encode(sha256(gen_random_uuid()::text::bytea), 'hex')";
const forMission: Marking = markedFor('red', [mission]);
const arrives = async (name: string): Promise<void> => {
  const [, recipient] = all();
  await until(async () => (await recipient.notes([mission])).includes(name));
};
const onTheWay = async (): Promise<number> => {
  const [sender] = all();
  const { rows } = await sender.room.pool.query<{ count: number }>(
    'select count(*)::integer as count from federation.laid',
  );
  return rows[0]?.count ?? 0;
};
/** Has the sender ask at once what became of what is on its way. */
async function layNow(): Promise<void> {
  const [sender] = all();
  const peers = await sender.room.peers();
  const peer = peers.find(({ operator }) => operator === mission);
  if (!peer) throw new Error('no peer');
  await layFor(sender.room, peer);
}
const atRelay = (sql: string, values: unknown[] = []) => all()[2].room.pool.query(sql, values);
/** Holds the recipient back, so that envelopes lie. */
const holdBack = (until_: string) =>
  all()[1].room.pool.query(`update federation.peer set claimed_until = ${until_}`);
const goOn = async (): Promise<void> => {
  await holdBack('null');
  await all()[1].room.pool.query('update federation.peer set next_visit_at = now()');
  all()[1].engine.ring();
};

describe('what is for a node behind a relay', () => {
  it('arrives by itself, and is sent once', async () => {
    const [sender, , between] = all();
    await sender.write(['canary-first'], { marking: forMission });
    await arrives('canary-first');
    await until(async () => {
      await layNow();
      return (await onTheWay()) === 0;
    });
    expect(await between.notes([post, mission])).not.toContain('canary-first');
    await layNow();
    expect(await onTheWay()).toBe(0);
  });

  it('arrives where the relay drops it first, and says that it arrived', async () => {
    const [sender] = all();
    await holdBack("now() + interval '1 hour'");
    await sender.write(['canary-dropped'], { marking: forMission });
    await until(async () => (await onTheWay()) > 0);
    await atRelay(
      `insert into federation.arrived (envelope, left_by, proof)
       select id, left_by, $1 from federation.envelope`,
      ['0'.repeat(64)],
    );
    await atRelay('delete from federation.envelope');
    await layNow();
    expect(await onTheWay()).toBe(1);
    await sender.room.pool.query("update federation.laid set laid_at = now() - interval '61 s'");
    await layNow();
    await goOn();
    await arrives('canary-dropped');
  });

  it('harms nothing where it is corrupted, doubled and turned around', async () => {
    const [sender, recipient] = all();
    await holdBack("now() + interval '1 hour'");
    for (const name of ['canary-one', 'canary-two']) {
      await sender.write([name], { marking: forMission });
      await layNow();
    }
    await until(async () => (await onTheWay()) > 1);
    await atRelay(
      `insert into federation.envelope (id, recipient, size_bytes, bytes, left_by, left_at)
       select ${OTHER_ID}, recipient, size_bytes, bytes, left_by,
         left_at - interval '1 hour' * row_number() over (order by left_at)
       from federation.envelope`,
    );
    await atRelay(
      `insert into federation.envelope (id, recipient, size_bytes, bytes, left_by)
       select ${OTHER_ID}, recipient, size_bytes,
         set_byte(bytes, 200, (get_byte(bytes, 200) + 1) % 256), left_by from federation.envelope`,
    );
    await goOn();
    await arrives('canary-two');
    const names = await recipient.notes([mission]);
    expect(names.filter((name) => name === 'canary-one')).toHaveLength(1);
    expect(names.filter((name) => name === 'canary-two')).toHaveLength(1);
    await sender.write(['canary-after'], { marking: forMission });
    await arrives('canary-after');
  });
});

describe('what is RED or AMBER+STRICT', () => {
  it('leaves on no path unsealed: nobody finds it in the bytes on any line', async () => {
    const [sender, recipient, between] = all();
    const strict = markedFor('amber+strict', [mission, secretariat]);
    await sender.write(['canary-strict'], { marking: strict });
    await arrives('canary-strict');
    // Handed in at its custodian, and given in pages to those who know each other.
    await recipient.follow(sender);
    await until(async () => (await recipient.notes([])).length >= 0);
    const register = `notes/${secretariat}`;
    await recipient.store.submit([
      note('canary-handed', { actor: mission, register, marking: strict }),
    ]);
    await until(async () => (await sender.notes([secretariat])).includes('canary-handed'));
    await sender.write(['canary-page'], { marking: strict });
    await arrives('canary-page');
    const wires = [sender, recipient, between].flatMap(({ wire }) => wire);
    expect(wires.length).toBeGreaterThan(50);
    expect(wires.filter((bytes) => bytes.includes('canary-'))).toEqual([]);
    expect(await between.notes([post])).toEqual([]);
  });
});
