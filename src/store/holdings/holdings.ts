/** The store's side of what nodes exchange. */
import type { Kysely } from 'kysely';
import { PAGE_ACTS_MAX, type Holdings, type Taken } from '../../kernel/exchange.ts';
import type { SignedAct } from '../../kernel/act.ts';
import { readAs } from '../read-record.ts';
import type { Recorder } from '../record-batch.ts';
import type { RecordTables } from '../record-tables.ts';
import type { Turns } from '../turns.ts';
import { Ahead } from './ahead.ts';
import { readForks, takeFork } from './forks.ts';
import { readRulings } from './rulings.ts';
import { readHeads, readPage } from './pages.ts';
import { takeBatch } from './take-batch.ts';

async function take(
  recorder: Recorder,
  ahead: Ahead,
  acts: readonly SignedAct[],
): Promise<readonly Taken[]> {
  const taken: Taken[] = [];
  for (let at = 0; at < acts.length; at += PAGE_ACTS_MAX) {
    const batch = acts.slice(at, at + PAGE_ACTS_MAX).map((signed) => ahead.read(signed));
    taken.push(...(await takeBatch(recorder, ahead, batch)));
  }
  return taken;
}

/** Streams as this node holds them. */
export function holdingsOf(
  recorder: Recorder,
  reader: Kysely<RecordTables>,
  turns: Turns,
): Holdings {
  const ahead = new Ahead(recorder.node);
  return {
    heads: (viewer) => readAs(reader, viewer, readHeads),
    page: (viewer, stream, from) =>
      readAs(reader, viewer, (query) => readPage(query, viewer, stream, from)),
    prepare: (acts) => ahead.prepare(acts),
    take: (acts) => turns.take(() => take(recorder, ahead, acts)),
    forks: (viewer) => readForks(recorder.writer, viewer),
    rulings: (viewer) => readRulings(recorder.writer, viewer),
    takeFork: (fork) => turns.take(() => takeFork(recorder, fork)),
  };
}
