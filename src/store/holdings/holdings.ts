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
import { type Refusal, isRefusal } from '../../kernel/refusal.ts';
import { readAs } from '../read-record.ts';
import type { Recorder } from '../record-batch.ts';
import type { RecordTables } from '../record-tables.ts';
import type { Turns } from '../turns.ts';
import { dayOf } from '../../kernel/dates.ts';
import { givenNoMore } from '../releases/given-no-more.ts';
import { Ahead } from './ahead.ts';
import { readById } from './by-id.ts';
import { decideAwaited } from './decide-kept.ts';
import { readForks, takeFork } from './forks.ts';
import { readLackingAfter } from './lacking.ts';
import { isAuthor, readHeads, readOwnHeads, readPage } from './pages.ts';
import { readRulings } from './rulings.ts';
import type { Given } from './take-given.ts';
import { takeBatch } from './take-batch.ts';

/** The registers in which something was admitted that acts may wait for. */
function awaitedIn(
  { catalog }: Recorder,
  batch: readonly (Given | Refusal)[],
  outcomes: readonly Taken[],
): readonly string[] {
  const registers = batch.flatMap((one, at) => {
    const outcome = outcomes[at];
    if (isRefusal(one) || outcome?.outcome !== 'admitted') return [];
    const awaited = catalog.find(one.act.header.type)?.definition.awaited;
    return awaited === true ? [outcome.register] : [];
  });
  return [...new Set(registers)];
}

async function take(
  recorder: Recorder,
  ahead: Ahead,
  acts: readonly SignedAct[],
): Promise<readonly Taken[]> {
  const taken: Taken[] = [];
  for (let at = 0; at < acts.length; at += PAGE_ACTS_MAX) {
    const batch = acts.slice(at, at + PAGE_ACTS_MAX).map((signed) => ahead.read(signed));
    const outcomes = await takeBatch(recorder, ahead, batch);
    taken.push(...outcomes);
    await decideAwaited(recorder, awaitedIn(recorder, batch, outcomes));
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
  const endedOf = givenNoMore(recorder.catalog, () => dayOf(recorder.now()));
  return {
    heads: async (viewer) => {
      const seen = await readAs(reader, viewer, readHeads);
      const own = await readOwnHeads(recorder.writer, viewer.authors ?? []);
      return headsByName([...seen, ...own]);
    },
    page: (viewer, stream, from) => {
      const read = (query: Kysely<RecordTables>) => readPage(query, viewer, stream, from, endedOf);
      return isAuthor(viewer, stream) ? read(recorder.writer) : readAs(reader, viewer, read);
    },
    prepare: (acts) => {
      // What fails here fails again where the acts are taken, and is told there.
      ahead.prepare(acts).catch(() => undefined);
    },
    take: (acts) => turns.take(() => take(recorder, ahead, acts)),
    forks: (viewer) => readForks(recorder.writer, viewer),
    acts: (viewer, ids) =>
      readById({ writer: recorder.writer, reader }, viewer, ids.slice(0, ACTS_ASKED_MAX), endedOf),
    lacking: (after) => readLackingAfter(recorder, after),
    rulings: (viewer) => readRulings(recorder.writer, viewer),
    takeFork: (fork) => turns.take(() => takeFork(recorder, fork)),
  };
}
