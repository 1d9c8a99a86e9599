/** What a node lacks, asked for by name over HTTP: given as far as released, sealed where due. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actId } from '../../src/kernel/act.ts';
import { markedFor } from '../../src/kernel/marking.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { SEALED_MEDIA_TYPE } from '../../src/federation/sealing.ts';
import { decodeActs } from '../../src/federation/wire.ts';
import { admitted, note, registerKey } from '../../src/store/test-store.ts';
import { FederatedNode } from './federated-node.ts';

let [keeper, reader] = [null, null] as unknown as FederatedNode[];
const node = (one: FederatedNode | undefined): FederatedNode => {
  if (!one) throw new Error('no node');
  return one;
};
beforeAll(async () => {
  [keeper, reader] = await Promise.all([FederatedNode.start('keeper'), FederatedNode.start('KEN')]);
  const key = node(reader).test.keys.keyFor('KEN');
  if (key) await registerKey(node(keeper).store, 'KEN', key);
}, 60_000);
afterAll(async () => {
  await Promise.all([keeper?.stop(), reader?.stop()]);
});

const draft = (name: string, marking?: ReturnType<typeof markedFor>) => ({
  ...note(name, marking ? { marking } : {}),
  actor: 'keeper',
});

describe('acts that are asked for by name', () => {
  it('come as far as they are released, and nothing of the others', async () => {
    const [there, here] = [node(keeper), node(reader)];
    const made = admitted(
      await there.store.submit([
        draft('for all'),
        draft('for Kenya', markedFor('red', ['keeper', 'KEN'])),
        draft('for nobody else', markedFor('red', ['keeper'])),
      ]),
    );
    const ids = made.map(({ id }) => id);
    await here.follow(there);
    const { address, operator } = there;
    const remote = here.room.remote({ address, operator, network: 'test-network' });
    const given = await remote.acts([...ids, 'no id', '0'.repeat(64)]);
    if (isRefusal(given)) throw new Error(given.reason);
    expect(given.map(({ header }) => actId(header)).sort()).toEqual(ids.slice(0, 2).sort());
    const anyone = await fetch(`${address}/federation/acts?ids=${ids.join(',')}`);
    const shown = decodeActs(new Uint8Array(await anyone.arrayBuffer()));
    if (isRefusal(shown)) throw new Error(shown.reason);
    expect(shown.map(({ header }) => actId(header))).toEqual(ids.slice(0, 1));
    expect(anyone.headers.get('cache-control')).toBe('no-store');
    expect(anyone.headers.get('content-type')).not.toBe(SEALED_MEDIA_TYPE);
    // What went to Kenya went sealed.
    expect(there.wire.some((bytes) => bytes.includes('text of for Kenya'))).toBe(false);
  });
});
