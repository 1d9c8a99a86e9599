/** The store's side of what nodes exchange. */
import type { Kysely } from 'kysely';
import {
  ACTS_ASKED_MAX,
  PAGE_ACTS_MAX,
  type Holdings,
  type StreamEnd,
  type Taken,
} from '../../kernel/exchange.ts';
import type { SignedAct } from '../../kernel/act.ts';
import { readAs } from '../read-record.ts';
import type { Recorder } from '../record-batch.ts';
import type { RecordTables } from '../record-tables.ts';
import type { Turns } from '../turns.ts';
import { Ahead } from './ahead.ts';
import { readById } from './by-id.ts';
import { readForks, takeFork } from './forks.ts';
import { readLackingAfter } from './lacking.ts';
import { isAuthor, readHeads, readOwnHeads, readPage } from './pages.ts';
import { readRulings } from './rulings.ts';
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

/** Each stream once, in the order of their names. */
function headsByName(ends: readonly StreamEnd[]): readonly StreamEnd[] {
  const byName = new Map(ends.map((end) => [end.stream, end]));
  return [...byName.values()].sort((one, other) => (one.stream < other.stream ? -1 : 1));
}

/** Streams as this node holds them. */
export function holdingsOf(
  recorder: Recorder,
  reader: Kysely<RecordTables>,
  turns: Turns,
): Holdings {
  const ahead = new Ahead(recorder.node);
  return {
    heads: async (viewer) => {
      const seen = await readAs(reader, viewer, readHeads);
      const own = await readOwnHeads(recorder.writer, viewer.authors ?? []);
      return headsByName([...seen, ...own]);
    },
    page: (viewer, stream, from) => {
      const read = (query: Kysely<RecordTables>) => readPage(query, stream, from);
      return isAuthor(viewer, stream) ? read(recorder.writer) : readAs(reader, viewer, read);
    },
    prepare: (acts) => ahead.prepare(acts),
    take: (acts) => turns.take(() => take(recorder, ahead, acts)),
    forks: (viewer) => readForks(recorder.writer, viewer),
    acts: (viewer, ids) =>
      readById({ writer: recorder.writer, reader }, viewer, ids.slice(0, ACTS_ASKED_MAX)),
    lacking: (after) => readLackingAfter(recorder, after),
    rulings: (viewer) => readRulings(recorder.writer, viewer),
    takeFork: (fork) => turns.take(() => takeFork(recorder, fork)),
  };
}
