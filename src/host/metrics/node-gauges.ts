/** Numbers that are read when somebody asks: queues, ages, sizes, memory, the event loop. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Attributes, BatchObservableResult, Meter, Observable } from '@opentelemetry/api';
import type { NodeState } from '../operators/node-state.ts';
import type { Watched } from './contract.ts';

const NANOSECONDS = 1e9;
const MILLISECONDS = 1000;

type Value = readonly [value: number, attributes?: Attributes];
/** One gauge: its name as the semantic conventions form names, its unit, what it is. */
type Gauge = readonly [name: string, unit: string, means: string];

const GAUGES = {
  up: ['concord.database.up', '1', 'Whether the database answers'],
  jobs: ['concord.jobs', '{job}', 'Jobs that are not done, by kind and state'],
  jobAge: ['concord.jobs.oldest.age', 's', 'How long the oldest job that is due has waited'],
  deliveries: ['concord.deliveries', '{delivery}', 'Letters and calls that wait or failed'],
  deliveryAge: ['concord.deliveries.oldest.age', 's', 'How long the oldest delivery has waited'],
  nodes: ['concord.nodes', '{node}', 'Nodes that are followed, by state'],
  visitLag: ['concord.visits.overdue', 's', 'How long the oldest visit is overdue'],
  awaiting: ['concord.sending.awaiting', '{act}', 'Acts that wait to be sent to other nodes'],
  logQueued: ['concord.log.queued', '{act}', 'Acts that are not yet leaves of the log'],
  logSize: ['concord.log.size', '{act}', 'Leaves of the log'],
  checkpoint: ['concord.log.checkpoint.age', 's', 'How long ago the tree was last signed'],
  database: ['concord.database.size', 'By', 'Size of the database'],
  connections: ['concord.database.connections', '{connection}', 'Connections of the server'],
  connectionsMax: ['concord.database.connections.max', '{connection}', 'What the server allows'],
  diskFree: ['concord.disk.free', 'By', 'Free space of the data folder'],
  backup: ['concord.backup.age', 's', 'How long ago the last backup was made'],
  replica: ['concord.replica.serving', '1', 'Whether questions are read from the replica'],
  memory: ['process.memory.usage', 'By', 'Resident memory of the process'],
  heap: ['v8js.memory.heap.used', 'By', 'Used heap of the process'],
  delay: ['nodejs.eventloop.delay.p99', 's', '99th percentile of the delay of the event loop'],
  delayMax: ['nodejs.eventloop.delay.max', 's', 'Longest delay of the event loop'],
} as const satisfies Record<string, Gauge>;

type Name = keyof typeof GAUGES;
type Readings = Partial<Record<Name, readonly Value[]>>;

const secondsSince = (now: Date, at: Date): number =>
  Math.max(0, (now.getTime() - at.getTime()) / MILLISECONDS);

function ofWork({ jobs, mail, webhooks, visits }: NodeState): Readings {
  const states = ['waiting', 'running', 'failed'] as const;
  const ways = { mail, webhook: webhooks };
  return {
    jobs: jobs.flatMap((one) =>
      states.map((state): Value => [one[state], { kind: one.kind, state }]),
    ),
    jobAge: jobs.map(({ kind, oldestSeconds }): Value => [oldestSeconds, { kind }]),
    deliveries: Object.entries(ways).flatMap(([way, { waiting, failed }]): Value[] => [
      [waiting, { way, state: 'waiting' }],
      [failed, { way, state: 'failed' }],
    ]),
    deliveryAge: Object.entries(ways).map(([way, one]): Value => [one.oldestSeconds, { way }]),
    nodes: [
      [visits.nodes - visits.failing, { state: 'reached' }],
      [visits.failing, { state: 'failing' }],
    ],
    visitLag: [[visits.overdueSeconds]],
    awaiting: [[visits.awaiting]],
  };
}

function ofStorage({ at, log, database, disk, backup }: NodeState): Readings {
  return {
    logQueued: [[log.queued]],
    logSize: [[log.size]],
    checkpoint: log.signedAt === null ? [] : [[secondsSince(at, log.signedAt)]],
    database: [[database.sizeBytes]],
    connections: [[database.connections]],
    connectionsMax: [[database.connectionsMax]],
    diskFree: disk === null ? [] : [[disk.freeBytes]],
    backup: backup === null ? [] : [[secondsSince(at, new Date(backup.at))]],
  };
}

function ofProcess(delays: ReturnType<typeof monitorEventLoopDelay>): Readings {
  const { rss, heapUsed } = process.memoryUsage();
  const readings: Readings = {
    memory: [[rss]],
    heap: [[heapUsed]],
    delay: [[delays.percentile(99) / NANOSECONDS]],
    delayMax: [[delays.max / NANOSECONDS]],
  };
  delays.reset();
  return readings;
}

async function ofDatabase({ watch }: Watched): Promise<Readings> {
  try {
    const state = await watch.look();
    return { up: [[1]], ...ofWork(state), ...ofStorage(state) };
  } catch {
    // That it is away is what is told; who asked is not kept waiting for more.
    return { up: [[0]] };
  }
}

/** Has the numbers read whenever somebody collects; returns how to end it. */
export function observeNode(meter: Meter, node: Watched): () => void {
  const delays = monitorEventLoopDelay();
  delays.enable();
  const made = Object.entries(GAUGES).map(([key, [name, unit, description]]) => {
    const gauge = meter.createObservableGauge(name, { unit, description });
    return [key, gauge] as const;
  });
  const gauges = new Map<string, Observable>(made);
  const read = async (result: BatchObservableResult): Promise<void> => {
    const replica = node.store.replica();
    const all: Readings = {
      ...ofProcess(delays),
      ...(await ofDatabase(node)),
      ...(replica === null ? {} : { replica: [[replica === 'serving' ? 1 : 0]] }),
    };
    for (const [key, values] of Object.entries(all)) {
      const gauge = gauges.get(key);
      for (const [value, attributes] of gauge ? values : []) {
        if (gauge) result.observe(gauge, value, attributes);
      }
    }
  };
  const observed = [...gauges.values()];
  meter.addBatchObservableCallback(read, observed);
  return () => {
    meter.removeBatchObservableCallback(read, observed);
    delays.disable();
  };
}
