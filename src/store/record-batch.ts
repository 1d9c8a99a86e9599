/** One batch, one transaction: judge, compose, sign, verify, record, apply. */
import { type Kysely, sql } from 'kysely';
import { type ActId, streamOf } from '../kernel/act.ts';
import type { InstantText } from '../kernel/dates.ts';
import type { Memory, Query } from '../kernel/define-area.ts';
import { type Refusal, isRefusal } from '../kernel/refusal.ts';
import { loadDocuments, writeUses } from './attachment-uses.ts';
import { type Candidate, markingsOf, provisionalAct } from './candidate.ts';
import type { Catalog } from './catalog.ts';
import type { Admitted, Receipt } from '../kernel/submission.ts';
import { type RefusalRecord, admissionActs, refusalActs } from './custodian-acts.ts';
import { judgeBatch } from './judge-batch.ts';
import { keyFor } from './elsewhere.ts';
import { readyKey, ringForBatch, verifyId } from './key-ring.ts';
import { type Named, loadBatchState, lockRecord } from './load-batch-state.ts';
import { type CheckedSignatures, signatureKey } from './present.ts';
import type { RecordTables } from './record-tables.ts';
import { carryOutErasures } from './releases/carry-out.ts';
import type { HighWater } from './high-water.ts';
import type { Gate } from './standing.ts';
import { rememberingRefusals } from './told-refusal.ts';
import { noteLacking } from './holdings/lacking.ts';
import { settleAdmitted } from './holdings/set-aside.ts';
import { RowBuffer } from './row-buffer.ts';
import type {
  Accepted,
  AcceptedElsewhere,
  NodeIdentity,
  RefusedElsewhere,
  ToRecord,
  Verdict,
  Work,
} from './work.ts';
import { Signatures } from './signatures.ts';
import {
  announce,
  writeActs,
  writeAdmissions,
  writeParts,
  writeRefusals,
  writeState,
} from './write-record.ts';

/** What recording needs, for as long as the store is open. */
export interface Recorder {
  readonly node: NodeIdentity;
  readonly catalog: Catalog;
  readonly writer: Kysely<RecordTables>;
  now(): InstantText;
  /** What judging keeps from batch to batch; batches are judged one at a time. */
  readonly memory: Memory;
  /** Whether the node may sign. */
  readonly gate: Gate;
  /** How far its own streams went, kept beside the database; null where nobody keeps it. */
  readonly highWater: HighWater | null;
}

function named(node: NodeIdentity, candidates: readonly Candidate[], now: InstantText): Named {
  const keyHeldFor = (actor: string): string | null => node.keys.keyFor(actor)?.id ?? null;
  const acts = candidates.map((one) => provisionalAct(one, node.network, now));
  return {
    markings: candidates.flatMap(markingsOf),
    streams: candidates.map(({ author, marking }) => streamOf(author, marking)),
    registers: candidates.map((candidate) => candidate.register),
    keys: candidates.flatMap((candidate) =>
      candidate.kind === 'signed'
        ? [candidate.act.header.key]
        : (keyHeldFor(candidate.author) ?? []),
    ),
    mandates: candidates.flatMap((candidate) => candidate.mandate ?? []),
    acts,
    keyHeldFor,
  };
}

/** What is already known of acts: where they were admitted, or why they were refused. */
export async function loadKnown(
  db: Kysely<RecordTables>,
  ids: readonly ActId[],
): Promise<Map<string, Admitted | Refusal>> {
  if (ids.length === 0) return new Map();
  // One parameter: a list of them ends at 65,535.
  const among = sql<string>`any(${ids}::text[])`;
  const admitted = await db
    .selectFrom('admissions')
    .select(['act as id', 'register', 'position', 'ledger'])
    .where('act', '=', among)
    .execute();
  const refused = await db
    .selectFrom('refusals')
    .select(['act', 'refusal'])
    .where('act', '=', among)
    .execute();
  return new Map<string, Admitted | Refusal>([
    ...admitted.map((row) => [row.id, row] as const),
    ...refused.map((row) => [row.act, row.refusal] as const),
  ]);
}

/** Checks the signatures of acts from elsewhere on every core, before they are judged in order. */
async function checkSignatures(
  work: Work,
  candidates: readonly Candidate[],
): Promise<CheckedSignatures> {
  const checks = candidates.flatMap((candidate) => {
    if (candidate.kind !== 'signed') return [];
    const { act, signed } = candidate;
    const key = keyFor(work.state, act.header);
    if (!key) return [];
    const holds = verifyId(act.id, signed.signature, readyKey(key));
    return [holds.then((known) => [signatureKey(act.id, signed.signature), known] as const)];
  });
  return new Map(await Promise.all(checks));
}

const isAccepted = (verdict: Verdict): verdict is Accepted => verdict.verdict === 'accepted';

/** The work on acts that name so much, with what the record says of it. */
export async function openWork(
  recorder: Recorder,
  db: Kysely<RecordTables>,
  naming: Named,
): Promise<Work> {
  const { node, catalog } = recorder;
  const state = await loadBatchState(db, naming, recorder.now());
  const rows = new RowBuffer(catalog);
  return {
    node,
    catalog,
    db,
    state,
    rows,
    signatures: new Signatures(state),
    known: new Map(),
    documents: new Map(),
    judgeOf: async (area, acts) => {
      await rows.flush(db);
      // An area types the tables that it asks for by itself.
      return rememberingRefusals(
        await area.decider.load(db as unknown as Query, acts, state.recordedAt, recorder.memory),
        state.recordedAt,
      );
    },
  };
}

/** The recorder for one batch, with the keys of the moment: to be asked for under the lock. */
export function forBatch(recorder: Recorder): Recorder {
  const { node } = recorder;
  return { ...recorder, node: { ...node, keys: ringForBatch(node.keys) } };
}

/** Opens the work on a batch: what it is judged by, loaded in the transaction. */
export async function beginWork(
  given: Recorder,
  db: Kysely<RecordTables>,
  candidates: readonly Candidate[],
): Promise<{ work: Work; verdicts: Verdict[] }> {
  await lockRecord(db);
  const recorder = forBatch(given);
  const naming = named(recorder.node, candidates, recorder.now());
  const opened = await openWork(recorder, db, naming);
  const signed = candidates.flatMap((one) => (one.kind === 'signed' ? [one.act.id] : []));
  const known = await loadKnown(db, signed);
  const documents = await loadDocuments(db, candidates);
  const work: Work = { ...opened, known, documents };
  const verdicts = await judgeBatch(work, candidates, await checkSignatures(work, candidates));
  return { work, verdicts };
}

/** What came of acts of other nodes: kept in their streams, and decided by other custodians. */
export interface FromElsewhere {
  readonly kept: readonly ToRecord[];
  readonly elsewhere: readonly AcceptedElsewhere[];
  readonly refusals: readonly RefusedElsewhere[];
  /** Acts among the judged that are recorded already. */
  readonly held?: ReadonlySet<string>;
}
const NOTHING: FromElsewhere = { kept: [], elsewhere: [], refusals: [] };

/** Writes what a batch came to: acts, admissions, refusals, rows, and where streams end now. */
export async function finishWork(
  work: Work,
  verdicts: readonly Verdict[],
  { kept, elsewhere, refusals: theirs, held }: FromElsewhere = NOTHING,
): Promise<void> {
  const accepted = verdicts.filter(isAccepted);
  const judged = verdicts.flatMap((verdict) =>
    verdict.verdict === 'again' || verdict.record === null ? [] : [verdict.record],
  );
  if (judged.length + kept.length === 0) return;
  const own = [...judged, ...kept].filter(({ act }) => !held?.has(act.id));
  const { records, admittedBy } = admissionActs(work, accepted);
  const refusals = refusalActs(work, verdicts);
  const all = [...own, ...records, ...refusals.map((refusal) => refusal.record)];
  const signing = work.signatures.all(all);
  const writing = (async () => {
    await work.rows.flush(work.db);
    await writeParts(work, all);
    await noteLacking(work, kept);
    await writeUses(work, all);
    await writeAdmissions(work, [
      ...accepted.map((one) => ({ ...one, admittedBy: admittedBy.get(one.act.id) ?? '' })),
      ...elsewhere,
    ]);
    await writeRefusals(work, [...refusals.map(byRecord), ...theirs]);
    // Last what bears signatures: they are made and verified while all else is written.
    await writeActs(work, await signing);
    await writeState(work);
    await announce(work);
  })();
  // Both are waited for, also where one fails, so that nothing runs on in a transaction that ended.
  const outcomes = await Promise.allSettled([work.signatures.verified(all), writing]);
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  await carryOutErasures(
    work,
    [...accepted, ...elsewhere].map(({ act }) => act),
  );
  await settleAdmitted(work, [...accepted, ...elsewhere]);
}

const byRecord = ({ act, refusal, record }: RefusalRecord): RefusedElsewhere => ({
  act,
  refusal,
  by: record.act.id,
});

/** What is told to whoever handed the act in. */
export function receiptOf(verdict: Verdict): Receipt {
  if (verdict.verdict === 'sent') return verdict.receipt;
  if (verdict.verdict === 'refused') return verdict.refusal;
  if (verdict.verdict === 'again') return verdict.receipt;
  const { id, admission } = verdict.act;
  const { register, position, ledger } = admission;
  return { id, register, position, ledger };
}

/** Notes how far the node's own streams went, once that is recorded for good. */
export function noteStreams({ node, highWater }: Recorder, { state }: Work): void {
  if (!highWater) return;
  for (const stream of state.changedStreams) {
    const head = state.streams.get(stream);
    if (!head?.last || node.keys.keyFor(head.author) === null) continue;
    highWater.note(stream, head.seq, head.last);
  }
}

/** Records a batch whose candidates may already be refused; a receipt for each, in order. */
export async function recordBatch(
  recorder: Recorder,
  given: readonly (Candidate | Refusal)[],
): Promise<Receipt[]> {
  const candidates = given.filter((one): one is Candidate => !isRefusal(one));
  if (candidates.length === 0) return given.filter(isRefusal);
  const silent = await recorder.gate.refusal();
  if (silent) return given.map((one) => (isRefusal(one) ? one : silent));
  const { work, verdicts } = await recorder.writer.transaction().execute(async (db) => {
    const begun = await beginWork(recorder, db, candidates);
    await finishWork(begun.work, begun.verdicts);
    return begun;
  });
  noteStreams(recorder, work);
  const left = verdicts.values();
  return given.map((one) => {
    if (isRefusal(one)) return one;
    const verdict = left.next().value;
    if (!verdict) throw new Error('a candidate was not judged');
    return receiptOf(verdict);
  });
}
