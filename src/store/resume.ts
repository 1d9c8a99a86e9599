/** How a node that waits comes to sign again. */
import type { Kysely } from 'kysely';
import { askHeads } from './backup/ask-heads.ts';
import type { Standing } from './contract.ts';
import { type HighWater, streamsBehind } from './high-water.ts';
import { decideKept } from './holdings/decide-kept.ts';
import { holdingsOf } from './holdings/holdings.ts';
import type { Recorder } from './record-batch.ts';
import type { RecordTables } from './record-tables.ts';
import { type Behind, type Waiting, judgeResuming, readWaiting, writeWaiting } from './standing.ts';
import type { Turns } from './turns.ts';

interface Parts {
  readonly recorder: Recorder;
  readonly reader: Kysely<RecordTables>;
  readonly owner: Kysely<RecordTables>;
  readonly turns: Turns;
}

async function headOf(db: Kysely<RecordTables>, stream: string): Promise<number> {
  const row = await db
    .selectFrom('streams')
    .select('seq')
    .where('stream', '=', stream)
    .executeTakeFirst();
  return row?.seq ?? 0;
}

/** What is still missing of what is known to have been there. */
async function stillBehind(
  db: Kysely<RecordTables>,
  { behind }: Waiting,
  highWater: HighWater | null,
): Promise<Behind> {
  const left: { stream: string; seq: number }[] = [];
  for (const one of behind) if ((await headOf(db, one.stream)) < one.seq) left.push(one);
  return [...left, ...(highWater ? await streamsBehind(db, highWater.known) : [])];
}

/** The store's side of waiting and going on. */
export function standingOf({ recorder, reader, owner, turns }: Parts): Standing {
  const { writer, node, highWater } = recorder;
  const holdings = holdingsOf(recorder, reader, turns);
  const asker = {
    headOf: (stream: string) => headOf(writer, stream),
    isOwn: (author: string) => node.keys.keyFor(author) !== null,
    isOwnKey: (author: string, key: string) => node.keys.keyFor(author)?.id === key,
  };
  return {
    waiting: () => readWaiting(writer),
    askHeads: (peers) => askHeads(holdings, asker, peers),
    async resume(resuming) {
      const waiting = await readWaiting(writer);
      if (!waiting) return null;
      const behind = await stillBehind(writer, waiting, highWater);
      const refusal = judgeResuming(node.operator, resuming, behind);
      if (refusal) return refusal;
      highWater?.forget(behind.map(({ stream }) => stream));
      await writeWaiting(owner, null);
      await turns.take(() => decideKept(recorder));
      return null;
    },
  };
}
