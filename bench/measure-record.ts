/** How fast status acts come from CSV into the record: read, judged, signed, verified, applied. */
import { setInterval } from 'node:timers';
import { isRefusal } from '../src/kernel/refusal.ts';
import { importStatusTable } from '../src/practices/agreements/import/import-status-table.ts';
import type { Store } from '../src/store/contract.ts';
import { loadActors } from '../src/world/load-actors.ts';
import type { WorldActors } from '../src/world/actor-types.ts';
import type { PaperWorld } from './paper-world.ts';

export interface Recorded {
  readonly acts: number;
  readonly seconds: number;
  /** Milliseconds of the clock between which all of it was recorded. */
  readonly between: readonly [number, number];
  /** Processor time of the node itself, over all its threads: the database's comes on top. */
  readonly processorSeconds: number;
  /** Resident memory of the node's process while it recorded. */
  readonly memoryBytesMax: number;
}

const MEMORY_SAMPLED_MILLISECONDS = 100;

function watchMemory(): () => number {
  let most = process.memoryUsage.rss();
  const look = (): void => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  const timer = setInterval(look, MEMORY_SAMPLED_MILLISECONDS);
  return () => {
    clearInterval(timer);
    look();
    return most;
  };
}

/** What has to be there before anyone signs: the actors, and the adopted texts. */
export async function recordBefore(store: Store, actors: WorldActors, paper: PaperWorld) {
  const loaded = await loadActors(store, actors);
  const [refused] = loaded.refused;
  if (refused) throw new Error(`an actor was refused: ${refused.reason}`);
  for (const receipt of await store.submit(paper.adoptions)) {
    if (isRefusal(receipt)) throw new Error(`an adoption was refused: ${receipt.reason}`);
  }
}

async function importTable(store: Store, text: string, paper: PaperWorld): Promise<number> {
  const report = await importStatusTable(store, {
    bytes: Buffer.from(text),
    agreement: new Map(paper.agreements.map((id) => [id, id])),
    source: 'a table made for measuring',
  });
  if (isRefusal(report)) throw new Error(report.reason);
  const other = report.rows.find((row) => row.outcome !== 'recorded');
  if (other) throw new Error(`line ${other.line} was ${other.outcome}: ${JSON.stringify(other)}`);
  return report.totals.acts;
}

/** Imports all tables; what is not recorded, act for act, is a fault. */
export async function measureRecord(store: Store, paper: PaperWorld): Promise<Recorded> {
  const memory = watchMemory();
  const beganAt = Date.now();
  const before = process.cpuUsage();
  const began = performance.now();
  let acts = 0;
  for (const table of paper.tables) acts += await importTable(store, table, paper);
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(before);
  const memoryBytesMax = memory();
  if (acts !== paper.acts) throw new Error(`${acts} of ${paper.acts} acts were recorded`);
  const processorSeconds = (user + system) / 1e6;
  return { acts, seconds, between: [beganAt, Date.now()], processorSeconds, memoryBytesMax };
}
