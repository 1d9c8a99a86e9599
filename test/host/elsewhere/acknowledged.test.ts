/** Acknowledged before durable: the database is killed in the moment of the answer. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RemoteNode } from '../../../src/federation/remote-node.ts';
import { isRefusal } from '../../../src/kernel/refusal.ts';
import { readPostmaster } from '../../../src/store/embedded/postmaster.ts';
import { makeTestFolder } from '../../../src/store/embedded/test-folder.ts';
import { type Embedded, startEmbedded } from '../../../src/store/embedded-postgres.ts';
import { TestSigner } from '../../../src/store/test-signer.ts';
import { registerKey } from '../../../src/store/test-store.ts';
import { FederatedNode } from '../federated-node.ts';

const ACTS = 6;
let dataDir: string;
let embedded: Embedded;
let custodian: FederatedNode;
let signer: TestSigner;

beforeEach(async () => {
  dataDir = await makeTestFolder();
  embedded = await startEmbedded({ dataDir });
  const { connection } = embedded;
  const through = async () => connection;
  custodian = await FederatedNode.start('un-secretary-general', () => new Date(), { through });
  await custodian.write(['opens the register'], { register: 'notes/common' });
  signer = new TestSigner('FRA');
  await registerKey(custodian.store, 'FRA', signer.key);
});
afterEach(async () => {
  await embedded.stop();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

/** Kills the database where it stands, and gives the ids on record once it is up again. */
async function idsAfterKilling(): Promise<string[]> {
  const postmaster = await readPostmaster(join(dataDir, 'postgres'));
  if (!postmaster) throw new Error('no server');
  process.kill(postmaster.pid, 'SIGKILL');
  await custodian.stop();
  await embedded.stop();
  embedded = await startEmbedded({ dataDir });
  const client = new pg.Client({ ...embedded.connection });
  await client.connect();
  const { rows } = await client.query<{ id: string }>(
    `select id from acts join admissions on act = id where author = 'FRA'`,
  );
  await client.end();
  return rows.map(({ id }) => id);
}

describe('acknowledged before durable', () => {
  it('is nothing that was handed in by POST /federation/acts', async () => {
    const told: (string | null)[] = [];
    const remote = new RemoteNode({
      requester: custodian.room.requester,
      address: custodian.address,
      audience: { operator: custodian.operator, network: 'test-network' },
      signer: {
        operator: 'FRA',
        key: signer.key,
        encryptionKey: Buffer.from(custodian.room.encryptionKey.publicBytes).toString('base64url'),
      },
    });
    for (let at = 0; at < ACTS; at++) {
      const became = await remote.submit([signer.note(`posted ${at}`)]);
      if (isRefusal(became)) throw new Error(became.reason);
      expect(became).toMatchObject([{ outcome: 'admitted' }]);
      told.push(became[0]?.id ?? null);
    }
    expect(new Set(await idsAfterKilling())).toEqual(new Set(told));
  });

  it('is nothing that was taken from a page', async () => {
    const acts = Array.from({ length: ACTS }, (_, at) => signer.note(`taken ${at}`));
    const taken = await custodian.store.holdings.take(acts);
    expect(taken.map(({ outcome }) => outcome)).toEqual(acts.map(() => 'admitted'));
    expect(new Set(await idsAfterKilling())).toEqual(new Set(taken.map(({ id }) => id)));
  });
});
