/**
 * How fast a node takes from another what it has: fetched, read, verified, carried out, recorded
 * for good, rows applied. Two databases on one server with fsync; measured in a process of its own,
 * over HTTP on the loopback from a whole node in another, and once more without HTTP between.
 */
import { sql } from 'kysely';
import { addressPolicy } from '../src/federation/address-policy.ts';
import { createRequester } from '../src/federation/guarded-request.ts';
import { pull } from '../src/federation/pull.ts';
import { RemoteNode } from '../src/federation/remote-node.ts';
import type { Remote } from '../src/federation/remote.ts';
import { decodeActs, encodeActs } from '../src/federation/wire.ts';
import type { Holdings } from '../src/kernel/exchange.ts';
import type { Store } from '../src/store/contract.ts';
import type { Connection } from '../src/store/embedded-postgres.ts';
import { FOLLOWER, openCustodian, openFollower } from './exchange-world.ts';
import { type Machine, measureMachine, slower } from './machine.ts';
import { NETWORK, OPERATOR } from './rigs.ts';

export interface FollowJob {
  readonly folder: string;
  /** Where the custodian answers over HTTP; or its database, where there is no HTTP between. */
  readonly from: { readonly address: string } | { readonly connection: Connection };
  /** An empty database. */
  readonly connection: Connection;
  readonly acts: number;
}

export interface Followed {
  readonly seconds: number;
  readonly acts: number;
  /** Processor time of this process, over all its threads: that of the database comes on top. */
  readonly processorSeconds: number;
  /** The machine as it was just before and just after. */
  readonly machine: Machine;
}

const VIEWER = { actors: [FOLLOWER] };
const HOUR_MILLISECONDS = 60 * 60 * 1000;

interface Line {
  readonly remote: Remote;
  close(): Promise<void>;
}

/** As a node reaches another: unsigned, since all that is measured here is clear. */
function overHttp(address: string): Line {
  const policy = addressPolicy('127.0.0.1/32');
  if (!policy) throw new Error('no policy');
  const requester = createRequester(policy);
  const audience = { operator: OPERATOR, network: NETWORK };
  const remote = new RemoteNode({ requester, address, audience });
  return { remote, close: () => Promise.resolve(requester.close()) };
}

/** The same frames, written and read in one process. */
function inProcess(holdings: Holdings): Remote {
  return {
    heads: () => holdings.heads(VIEWER),
    page: async (stream, from) => {
      return decodeActs(encodeActs(await holdings.page(VIEWER, stream, from)));
    },
    forks: () => holdings.forks(VIEWER),
  };
}

async function lineOf({ folder, from }: FollowJob): Promise<Line> {
  if ('address' in from) return overHttp(from.address);
  const custodian = await openCustodian(folder, from.connection);
  return { remote: inProcess(custodian.holdings), close: () => custodian.close() };
}

/** Every act that was admitted has its row; one more for the custodian's own opening note. */
async function assertApplied(store: Store, acts: number): Promise<void> {
  const { rows } = await store.read(VIEWER, (query) =>
    sql<{ count: number }>`select count(*)::integer as count from notes_note`.execute(query),
  );
  const count = rows[0]?.count ?? 0;
  if (count !== acts + 1) throw new Error(`${count} rows followed from ${acts} acts`);
}

/** Takes all that the custodian has into an empty database; anything less is a fault. */
export async function follow(job: FollowJob): Promise<Followed> {
  const store = await openFollower(job.folder, job.connection);
  const line = await lineOf(job);
  try {
    const before = measureMachine();
    const used = process.cpuUsage();
    const began = performance.now();
    const bounds = { millisecondsMax: HOUR_MILLISECONDS };
    const report = await pull(line.remote, store.holdings, { viewer: VIEWER, bounds });
    const seconds = (performance.now() - began) / 1000;
    const { user, system } = process.cpuUsage(used);
    const machine = slower(before, measureMachine());
    const acts = report.acts.kept;
    if (acts < job.acts || report.waiting.length > 0) {
      throw new Error(`${acts} of ${job.acts} acts were taken: ${JSON.stringify(report)}`);
    }
    await assertApplied(store, job.acts);
    return { seconds, acts, processorSeconds: (user + system) / 1e6, machine };
  } finally {
    await line.close();
    await store.close();
  }
}
