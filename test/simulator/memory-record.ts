/**
 * A node's record in memory, as its disk holds it: the state that batches are judged by, whole, and
 * what they wrote. A batch works on a copy; only `commit` makes it last, and all of it at once.
 */
import type { Act, ActId, SignedAct } from '../../src/kernel/act.ts';
import { AUTHORITY_REGISTER } from '../../src/kernel/authority-acts.ts';
import type { InstantText } from '../../src/kernel/dates.ts';
import type { Fork } from '../../src/kernel/exchange.ts';
import { CLEAR, type Marking } from '../../src/kernel/marking.ts';
import type { Refusal } from '../../src/kernel/refusal.ts';
import type { BatchState } from '../../src/store/batch-state.ts';

export type Row = Readonly<Record<string, unknown>>;

export interface HeldAct {
  readonly act: Act;
  readonly signed: SignedAct;
}

/** What is written of an act; `isBeside`: it stands in no stream. */
export interface WrittenAct extends HeldAct {
  readonly isBeside?: boolean;
}

export interface HeldAdmission {
  readonly act: ActId;
  readonly register: string;
  readonly audience: number;
  readonly position: number;
  readonly ledger: number;
  readonly admittedBy: ActId;
}

export interface HeldRefusal {
  readonly act: ActId;
  readonly refusal: Refusal;
  readonly by: ActId;
}

export interface HeldFork {
  readonly fork: Fork;
  readonly marking: Marking;
}

/** The state that lasts from batch to batch. */
export type Standing = Omit<
  BatchState,
  'recordedAt' | 'freshAudiences' | 'usedAudiences' | 'changedStreams' | 'freshRegisters'
>;

export interface MemoryRecord {
  standing: Standing;
  recordedAt: InstantText | null;
  readonly markings: Map<number, Marking>;
  readonly acts: Map<ActId, HeldAct>;
  /** Acts of each stream, the first at 0. */
  readonly streams: Map<string, ActId[]>;
  readonly admissions: Map<ActId, HeldAdmission>;
  readonly refusals: Map<ActId, HeldRefusal>;
  /** Rows by table, and by their key and audience. */
  readonly rows: Map<string, Map<string, Row>>;
  /** Forks by stream, place and the two acts. */
  readonly forks: Map<string, HeldFork>;
  /** Acts of other branches of streams that forked. */
  readonly beside: Map<ActId, HeldAct>;
}

/** What a batch adds to the record. */
export interface Written {
  readonly state: BatchState;
  readonly beside: readonly HeldAct[];
  /** Acts that are held, with the parts that they lacked. */
  readonly filled: readonly HeldAct[];
  readonly acts: readonly WrittenAct[];
  readonly admissions: readonly HeldAdmission[];
  readonly refusals: readonly HeldRefusal[];
  readonly rows: readonly { readonly table: string; readonly key: string; readonly row: Row }[];
  readonly forks: readonly (HeldFork & { readonly name: string })[];
}

/** A record in which nothing stands. */
export function emptyRecord(): MemoryRecord {
  return {
    standing: {
      ledger: 0,
      registry: AUTHORITY_REGISTER,
      keyless: true,
      audiences: new Map([['clear', 0]]),
      nextAudience: 1,
      streams: new Map(),
      registers: new Map(),
      positions: new Map(),
      keys: new Map(),
      mandates: new Map(),
      recoveries: new Map(),
      lastKeyActs: new Map(),
      elsewhere: {
        keys: new Map(),
        mandates: new Map(),
        vouched: new Map(),
        introduced: new Map(),
      },
    },
    recordedAt: null,
    markings: new Map([[0, CLEAR]]),
    acts: new Map(),
    streams: new Map(),
    admissions: new Map(),
    refusals: new Map(),
    rows: new Map(),
    forks: new Map(),
    beside: new Map(),
  };
}

function nested<Value>(all: ReadonlyMap<string, Map<string, Value>>) {
  return new Map([...all].map(([name, values]) => [name, new Map(values)]));
}

/** A copy of the state that may be worked on. */
export function standingCopy(standing: Standing): Standing {
  const { positions, elsewhere } = standing;
  return {
    ...standing,
    audiences: new Map(standing.audiences),
    streams: new Map(standing.streams),
    registers: new Map(standing.registers),
    positions: new Map([...positions].map(([name, one]) => [name, { ...one, changed: false }])),
    keys: new Map(standing.keys),
    mandates: new Map(standing.mandates),
    recoveries: new Map(standing.recoveries),
    lastKeyActs: new Map(standing.lastKeyActs),
    elsewhere: {
      keys: nested(elsewhere.keys),
      mandates: nested(elsewhere.mandates),
      vouched: new Map(elsewhere.vouched),
      introduced: new Map(elsewhere.introduced),
    },
  };
}

/** A copy of the whole record: a backup. */
export function recordCopy(record: MemoryRecord): MemoryRecord {
  return {
    standing: standingCopy(record.standing),
    recordedAt: record.recordedAt,
    markings: new Map(record.markings),
    acts: new Map(record.acts),
    streams: new Map([...record.streams].map(([name, ids]) => [name, [...ids]])),
    admissions: new Map(record.admissions),
    refusals: new Map(record.refusals),
    rows: nested(record.rows),
    forks: new Map(record.forks),
    beside: new Map(record.beside),
  };
}

/** The state of a batch that begins now; time goes forward even where the clock does not. */
export function stateAt(record: MemoryRecord, now: InstantText): BatchState {
  const { recordedAt } = record;
  return {
    ...standingCopy(record.standing),
    recordedAt: recordedAt !== null && recordedAt > now ? recordedAt : now,
    freshAudiences: new Map(),
    usedAudiences: new Set(),
    changedStreams: new Set(),
    freshRegisters: [],
  };
}

function once<Value>(map: Map<string, Value>, name: string, value: Value): void {
  // As the unique keys of the store's tables have it.
  if (map.has(name)) throw new Error(`${name} stands there already`);
  map.set(name, value);
}

function commitActs(record: MemoryRecord, acts: readonly WrittenAct[]): void {
  const inOrder = acts.toSorted((one, other) => one.act.header.seq - other.act.header.seq);
  for (const { act, signed, isBeside } of inOrder) {
    once(record.acts, act.id, { act, signed });
    if (isBeside) continue;
    const ids = record.streams.get(act.header.stream) ?? [];
    if (act.header.seq !== ids.length + 1) throw new Error(`${act.header.stream} has a gap`);
    record.streams.set(act.header.stream, [...ids, act.id]);
  }
}

/** Makes what a batch wrote last, all of it. */
export function commit(record: MemoryRecord, written: Written): void {
  const { state } = written;
  commitActs(record, written.acts);
  for (const one of written.beside) record.beside.set(one.act.id, one);
  for (const one of written.filled) record.acts.set(one.act.id, one);
  for (const one of written.admissions) once(record.admissions, one.act, one);
  for (const one of written.refusals) once(record.refusals, one.act, one);
  for (const { table, key, row } of written.rows) {
    const rows = record.rows.get(table) ?? new Map<string, Row>();
    record.rows.set(table, rows.set(key, row));
  }
  for (const { name, fork, marking } of written.forks) record.forks.set(name, { fork, marking });
  for (const [id, marking] of state.freshAudiences) record.markings.set(id, marking);
  record.standing = state;
  // An order without admissions leaves no trace of its instant, as in the store.
  if (written.admissions.length > 0) record.recordedAt = state.recordedAt;
}
