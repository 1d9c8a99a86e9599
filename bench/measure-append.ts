/**
 * How fast a node records what it signs itself: each act signed by itself, verified again, judged,
 * admitted, applied, and answered only when it is on disk. Pipelined, many wait for one commit;
 * serially the next is handed in when the one before it was answered.
 */
import type { Connection } from '../src/store/embedded-postgres.ts';
import { assertTaken, noteDraft, openCustodian } from './exchange-world.ts';
import { type Machine, measureMachine, slower } from './machine.ts';

export interface AppendJob {
  readonly folder: string;
  /** An empty database. */
  readonly connection: Connection;
}

export interface Appended {
  readonly pipelinedPerSecond: number;
  readonly serialPerSecond: number;
  readonly processorSeconds: number;
  readonly machine: Machine;
}

export const PIPELINED_ACTS = 30_000;
export const SERIAL_ACTS = 500;
/** Acts that are handed in at once, and how many such hands are waited for together. */
const [HANDED_AT_ONCE, HANDS] = [1000, 4];

const drafts = (name: string, from: number, count: number) =>
  Array.from({ length: count }, (_, at) => noteDraft(`${name}-${from + at}`));

export async function append({ folder, connection }: AppendJob): Promise<Appended> {
  const store = await openCustodian(folder, connection);
  try {
    assertTaken(await store.submit(drafts('warm', 0, HANDED_AT_ONCE)));
    const before = measureMachine();
    const used = process.cpuUsage();
    let began = performance.now();
    let next = 0;
    const hand = async (): Promise<void> => {
      while (next < PIPELINED_ACTS) {
        const from = next;
        next += HANDED_AT_ONCE;
        assertTaken(await store.submit(drafts('note', from, HANDED_AT_ONCE)));
      }
    };
    await Promise.all(Array.from({ length: HANDS }, hand));
    const pipelinedPerSecond = (PIPELINED_ACTS / (performance.now() - began)) * 1000;
    const { user, system } = process.cpuUsage(used);
    began = performance.now();
    for (let at = 0; at < SERIAL_ACTS; at++) assertTaken(await store.submit(drafts('one', at, 1)));
    const serialPerSecond = (SERIAL_ACTS / (performance.now() - began)) * 1000;
    const machine = slower(before, measureMachine());
    const processorSeconds = (user + system) / 1e6;
    return { pipelinedPerSecond, serialPerSecond, processorSeconds, machine };
  } finally {
    await store.close();
  }
}
