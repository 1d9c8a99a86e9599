/** A node with a small world on a test database, for tests that open its pages. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { readConfig } from '../../src/host/config.ts';
import { type House, house } from '../../src/host/house.ts';
import { startNode } from '../../src/host/start-node.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { acts } from '../../src/practices/agreements/questions/acts.ts';
import type { Store } from '../../src/store/contract.ts';
import { type TestDatabase, createTestDatabase } from '../../src/store/test-database.ts';
import { readWorldActors } from '../../src/world/actors.ts';
import { readWorldAgreements } from '../../src/world/agreements.ts';
import { loadActors } from '../../src/world/load-actors.ts';
import { loadAgreements } from '../../src/world/load-agreements.ts';
import { recordConference } from '../conference/conference.ts';
import { recordChannels } from './channels.ts';
import { riverActs } from './river.ts';

const WORLD = fileURLToPath(new URL('../../world', import.meta.url));

/** Kinds that pages tell apart: in force, not, left, ended, amended, an organisation’s. */
const AGREEMENTS = new Set([
  'comprehensive-test-ban-treaty',
  'genocide-convention',
  'inf-treaty',
  'kyoto-protocol',
  'paris-agreement',
  'rome-statute',
  'un-charter',
  'un-charter-amendment-1965',
  'un-charter-amendments-1963',
  'unfccc',
]);

/** Tells the parties of two instruments, so that there is a notification to look at. */
async function notify(store: Store): Promise<void> {
  const now = { viewer: { actors: [] }, asOf: '2026-01-16', knownAt: null };
  const done = await store.ask(acts, { agreement: 'paris-agreement' }, now);
  if (isRefusal(done)) throw new Error(done.reason);
  const deposited = done.rows.filter((row) => row.kind === 'deposit').slice(-2);
  const payload = {
    number: 'C.N.12.2026.TREATIES-IV.4',
    on: '2026-01-16',
    acts: deposited.map((row) => row.act),
  };
  const [receipt] = await store.submit([
    {
      type: 'agreements.notify',
      register: 'agreements/paris-agreement',
      actor: store.operator,
      payload,
      basis: { kind: 'recorded', source: payload.number },
    },
  ]);
  if (isRefusal(receipt)) throw new Error(receipt.reason);
}

const smallHouse: House = {
  ...house,
  loadWorld: async (store) => {
    const world = readWorldActors(join(WORLD, 'actors'));
    const known = new Set(world.actors.map((actor) => actor.id));
    const all = readWorldAgreements(join(WORLD, 'agreements'), { actors: known });
    await loadActors(store, world);
    await loadAgreements(
      store,
      all.filter(({ id }) => AGREEMENTS.has(id)),
    );
    await notify(store);
    await store.submit(riverActs(store.operator));
    await recordChannels(store);
    await recordConference(store);
  },
};

export interface SmallNode {
  readonly address: string;
  /** Makes the first administrator. */
  readonly firstLink: string;
  /** Each page's own examples. */
  readonly examples: readonly (readonly string[])[];
  /** Headers and payloads of all acts on record: what people said, in whatever language. */
  said(): Promise<unknown[]>;
  stop(): Promise<void>;
}

/** Headers name sources, and payloads hold all else. */
async function saidIn({ connection }: TestDatabase): Promise<unknown[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const query = 'select header as bytes from acts union all select bytes from act_parts';
    const { rows } = await client.query<{ bytes: Buffer }>(query);
    return rows.map(({ bytes }): unknown => JSON.parse(bytes.toString('utf8')));
  } finally {
    await client.end();
  }
}

export async function startSmallNode(): Promise<SmallNode> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'concord-pages-'));
  const { host, port, user, password, database: name } = database.connection;
  const url = `postgres://${user}:${encodeURIComponent(password)}@localhost:${port}/${name}`;
  const config = readConfig({
    DATABASE_URL: `${url}?host=${encodeURIComponent(host)}`,
    CONCORD_LOG: 'silent',
    CONCORD_PORT: '0',
  });
  const settings = { config, house: smallHouse, dataFolder: folder, report: () => undefined };
  const node = await startNode(settings);
  return {
    address: node.address,
    firstLink: node.firstLink ?? '',
    examples: smallHouse.pages.map((page) => page.examples),
    said: () => saidIn(database),
    stop: async () => {
      await node.stop();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
