/** One size of the record, measured in a process of its own: recording, then asking. */
import { join } from 'node:path';
import type { Connection } from '../src/store/embedded-postgres.ts';
import { readWorldActors } from '../src/world/actors.ts';
import { type Reserved, measureMatrix } from './measure-matrix.ts';
import { type Asked, measureQuestions } from './measure-question.ts';
import { type Recorded, measureRecord, recordBefore } from './measure-record.ts';
import { paperWorld } from './paper-world.ts';
import { OPERATOR, openRigStore } from './rigs.ts';

export interface SizeJob {
  readonly checkout: string;
  readonly folder: string;
  readonly connection: Connection;
  readonly acts: number;
}

export interface SizeResult {
  readonly recorded: Recorded;
  readonly asked: Asked;
  readonly reserved: Reserved;
  readonly agreements: readonly string[];
}

export async function measureSize(job: SizeJob): Promise<SizeResult> {
  const actors = readWorldActors(join(job.checkout, 'world', 'actors'));
  const paper = paperWorld(job.acts, OPERATOR, actors.actors);
  const store = await openRigStore(job.folder, job.connection);
  try {
    await recordBefore(store, actors, paper);
    const recorded = await measureRecord(store, paper);
    const asked = await measureQuestions(store, paper, recorded.between);
    const reserved = await measureMatrix(store, OPERATOR, paper.actors);
    return { recorded, asked, reserved, agreements: paper.agreements };
  } finally {
    await store.close();
  }
}
