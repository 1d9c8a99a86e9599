/** One batch over a record in memory: opened, judged by the store's own rules, and written. */
import { sign as cryptoSign } from 'node:crypto';
import type { ActId } from '../../src/kernel/act.ts';
import type { InstantText } from '../../src/kernel/dates.ts';
import type { Fork } from '../../src/kernel/exchange.ts';
import { signatureHolds, signedMessage } from '../../src/kernel/sign.ts';
import type { Candidate } from '../../src/store/candidate.ts';
import { signatureKey } from '../../src/store/present.ts';
import type { Catalog } from '../../src/store/catalog.ts';
import { admissionActs, refusalActs } from '../../src/store/custodian-acts.ts';
import { anyKeyFor, keyFor } from '../../src/store/elsewhere.ts';
import { headerOf, inOrder } from '../../src/store/holdings/forks.ts';
import type { RecordAtHand, Taking } from '../../src/store/holdings/taking.ts';
import { type Given, placeName } from '../../src/store/holdings/take-given.ts';
import { readyKey } from '../../src/store/key-ring.ts';
import { Signatures } from '../../src/store/signatures.ts';
import type { FromElsewhere } from '../../src/store/record-batch.ts';
import { readAct } from '../../src/kernel/act.ts';
import { type Refusal, isRefusal } from '../../src/kernel/refusal.ts';
import type { Admitted } from '../../src/kernel/submission.ts';
import type {
  Accepted,
  AcceptedElsewhere,
  NodeIdentity,
  ToRecord,
  Verdict,
  Work,
} from '../../src/store/work.ts';
import type { Broken } from './faults.ts';
import { judgeInMemory } from './memory-judges.ts';
import {
  type HeldAct,
  type HeldAdmission,
  type HeldFork,
  type MemoryRecord,
  type Row,
  type Written,
  type WrittenAct,
  stateAt,
} from './memory-record.ts';
import { refusalsIn, withParts } from './memory-parts.ts';
import { MemoryRows } from './memory-rows.ts';

const PAPERS = 'papers_paper';

/** A batch on its way, with what it has found apart from its verdicts. */
export interface Batch {
  readonly record: MemoryRecord;
  readonly work: Work;
  readonly rows: MemoryRows;
  readonly forks: (HeldFork & { readonly name: string })[];
  /** Acts that got parts which they lacked, by id. */
  readonly filled: Map<ActId, HeldAct>;
}

/** Stands where a database would: whatever asks it has left the rules. */
const NO_DATABASE = new Proxy(
  {},
  {
    get: (_target, name) => {
      throw new Error(`the rules asked the database for ${String(name)}`);
    },
  },
);

const byLedger = (one: Row, other: Row): number => Number(one['ledger']) - Number(other['ledger']);

/** Opens a batch over the record as it stands. */
export function openBatch(
  record: MemoryRecord,
  node: NodeIdentity,
  catalog: Catalog,
  now: InstantText,
): Batch {
  const rows = new MemoryRows(catalog);
  const state = stateAt(record, now);
  const work: Work = {
    node,
    catalog,
    // Nothing but the proxy above has its type here.
    db: NO_DATABASE as Work['db'],
    state,
    rows,
    signatures: new Signatures(state),
    known: new Map(),
    documents: new Map(),
    judgeOf: (area) => {
      const standing = [...(record.rows.get(PAPERS)?.values() ?? [])].sort(byLedger);
      const fresh = rows.gathered.flatMap(({ table, row }) => (table === PAPERS ? [row] : []));
      return Promise.resolve(judgeInMemory(area, state, [...standing, ...fresh]));
    },
  };
  return { record, work, rows, forks: [], filled: new Map() };
}

const verified = new Map<string, boolean>();
const VERIFIED_MAX = 50_000;

/** Whether an act was signed with the key that anyone vouches for; undefined for none. */
function holds({ work }: Batch, { act, signed }: Given): boolean | undefined {
  const key = anyKeyFor(work.state, act.header);
  if (!key) return undefined;
  const name = `${act.id} ${Buffer.from(signed.signature).toString('base64')} ${key.key}`;
  const known = verified.get(name);
  if (known !== undefined) return known;
  if (verified.size >= VERIFIED_MAX) verified.clear();
  const found = signatureHolds(act.id, signed.signature, readyKey(key));
  verified.set(name, found);
  return found;
}

/** Which signatures of acts that are handed in hold, with the keys that they are judged by. */
export function checked({ work }: Batch, given: readonly Candidate[]): Map<string, boolean> {
  const known = given.flatMap((one) => {
    const key = one.kind === 'signed' ? keyFor(work.state, one.act.header) : null;
    if (one.kind !== 'signed' || !key) return [];
    const { signature } = one.signed;
    const isHeld = signatureHolds(one.act.id, signature, readyKey(key));
    return [[signatureKey(one.act.id, signature), isHeld] as const];
  });
  return new Map(known);
}

/** Keeps the proof of a fork as part of the batch. */
export function keepForkIn({ forks }: Batch, given: Fork): void {
  const { ids, fork } = inOrder(given);
  const header = headerOf(fork.acts[0]);
  if (!header) throw new Error('a fork of no acts');
  const name = `${fork.stream} ${fork.seq} ${ids.join(' ')}`;
  forks.push({ name, fork, marking: header.marking });
}

/** The last place of the ledger that acts of a stream, up to one of them, admitted to. */
function lastAdmittedBy(record: MemoryRecord, stream: string, upTo: ActId): number | null {
  const ids = record.streams.get(stream) ?? [];
  const end = ids.indexOf(upTo);
  if (end < 0) return null;
  const by = new Set(ids.slice(0, end + 1));
  const places = [...record.admissions.values()].filter(({ admittedBy }) => by.has(admittedBy));
  return places.length === 0 ? null : Math.max(...places.map(({ ledger }) => ledger));
}

function atHand(batch: Batch, fresh: ReadonlyMap<ActId, Given>): RecordAtHand {
  const { record } = batch;
  return {
    act: (id) => {
      const found = record.acts.get(id)?.signed ?? fresh.get(id)?.signed;
      if (!found) throw new Error(`act ${id} stands in a stream, and is not held`);
      return Promise.resolve(found);
    },
    keepFork: (fork) => Promise.resolve(keepForkIn(batch, fork)),
    fillIn: (given) => {
      const held = batch.filled.get(given.act.id) ?? record.acts.get(given.act.id);
      const filled = held && withParts(batch.work, held, given.signed);
      if (filled) batch.filled.set(filled.act.id, filled);
      return Promise.resolve(filled !== null && filled !== undefined);
    },
    refusalsOf: (id) => Promise.resolve(refusalsIn(record, id)),
    lastAdmittedBy: (stream, upTo) => Promise.resolve(lastAdmittedBy(record, stream, upTo)),
  };
}

/** From which place on each stream is quarantined. */
export function quarantines({ forks }: MemoryRecord): Map<string, number> {
  const closed = new Map<string, number>();
  for (const { fork } of forks.values()) {
    const known = closed.get(fork.stream);
    closed.set(fork.stream, Math.min(fork.seq, known ?? fork.seq));
  }
  return closed;
}

/** Where an act was admitted, or why it was refused; null for neither. */
export function decidedOn(record: MemoryRecord, id: ActId): Admitted | Refusal | null {
  const held = record.admissions.get(id);
  if (!held) return record.refusals.get(id)?.refusal ?? null;
  return { id, register: held.register, position: held.position, ledger: held.ledger };
}

/** What a batch of acts of other nodes is judged by. */
export function takingOf(batch: Batch, given: readonly Given[], broken: Broken): Taking {
  const { record, work } = batch;
  const fresh = new Map<ActId, Given>();
  const beside = new Map([...record.beside].filter(([id]) => !record.acts.has(id)));
  for (const id of given.flatMap(({ decides }) => decides)) {
    const known = decidedOn(record, id);
    if (known) work.known.set(id, known);
  }
  const places = given.flatMap(({ act: { header, id: own } }) => {
    const there = record.streams.get(header.stream)?.[header.seq - 1];
    const id = broken.overlooksForks === true ? own : there;
    return there === undefined || id === undefined
      ? []
      : [[placeName(header.stream, header.seq), id] as const];
  });
  const checked = given.flatMap((one) => {
    const known = broken.believesSignatures === true ? true : holds(batch, one);
    return known === undefined ? [] : [[one.signed, known] as const];
  });
  return {
    work,
    fresh,
    places: new Map(places),
    closed: quarantines(record),
    dropped: new Set(),
    holds: new Map(checked),
    bodies: (id) => {
      const found = fresh.get(id) ?? record.acts.get(id) ?? beside.get(id);
      if (!found) return null;
      const { parts } = found.signed;
      return { act: found.act, whole: parts.every((part) => part !== null), parts };
    },
    record: atHand(batch, fresh),
    beside,
    setAside: [],
    kept: [],
    verdicts: [],
    elsewhere: [],
    refusals: [],
    ahead: [],
    filled: [],
    // Who signs nothing judges without its keys, and so decides on nothing.
    isSilent: false,
  };
}

function signed(work: Work, record: ToRecord): WrittenAct {
  const { act, header, parts, signature, key, isBeside = false } = record;
  if (key && !work.state.keys.has(key.id)) throw new Error(`${key.id} signs, and is not known`);
  const made = key ? new Uint8Array(cryptoSign(null, signedMessage(act.id), key.privateKey)) : null;
  const whole = signature ?? made;
  if (!whole) throw new Error(`act ${act.id} has neither signature nor key`);
  const bytes = { header, signature: whole, parts };
  const read = readAct(bytes);
  if (isRefusal(read)) throw new Error(`act ${act.id} was made, and cannot be read`);
  return { act: read, signed: bytes, isBeside };
}

const admissionOf = ({ act, audience, admittedBy }: AcceptedElsewhere): HeldAdmission => {
  const { register, position, ledger } = act.admission;
  return { act: act.id, register, audience, position, ledger, admittedBy };
};

const isAccepted = (verdict: Verdict): verdict is Accepted => verdict.verdict === 'accepted';

/** What a batch came to, with the custodian's own acts on it; null where that is nothing. */
export function written(
  batch: Batch,
  verdicts: readonly Verdict[],
  {
    kept,
    elsewhere,
    refusals: theirs,
    setAside = [],
  }: FromElsewhere & { readonly setAside?: readonly HeldAct[] },
): Written {
  const { work, rows, forks } = batch;
  const accepted = verdicts.filter(isAccepted);
  const judged = verdicts.flatMap((verdict) =>
    verdict.verdict === 'again' || verdict.record === null ? [] : [verdict.record],
  );
  const { records, admittedBy } = admissionActs(work, accepted);
  const refusals = refusalActs(work, verdicts);
  const all = [...judged, ...kept, ...records, ...refusals.map(({ record }) => record)];
  // What came while nothing could be signed is held already when it is decided on.
  const fresh = all.filter(({ act }) => !batch.record.acts.has(act.id));
  return {
    state: work.state,
    beside: setAside,
    filled: [...batch.filled.values()],
    acts: fresh.map((record) => signed(work, record)),
    admissions: [
      ...accepted.map((one) => ({ ...one, admittedBy: admittedBy.get(one.act.id) ?? '' })),
      ...elsewhere,
    ].map(admissionOf),
    refusals: [
      ...refusals.map(({ act, refusal, record }) => ({ act: act.id, refusal, by: record.act.id })),
      ...theirs.map(({ act, refusal, by }) => ({ act: act.id, refusal, by })),
    ],
    rows: rows.gathered,
    forks,
  };
}
