/** Forks of streams: kept as proofs, taken from other nodes, and what a stream is closed from. */
import type { Kysely } from 'kysely';
import { type ActId, type Header, type SignedAct, actId, checkHeader } from '../../kernel/act.ts';
import { parseCanonical } from '../../kernel/canonical.ts';
import type { Viewer } from '../../kernel/define-area.ts';
import type { Fork } from '../../kernel/exchange.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { HEADER_BYTES_MAX } from '../../kernel/act.ts';
import { mayView } from '../../kernel/marking.ts';
import { signatureHolds } from '../../kernel/sign.ts';
import { SignedActJson, signedActJson, signedActOf } from '../../kernel/signed-act-json.ts';
import { type BatchState, audienceId } from '../batch-state.ts';
import { anyKeyFor } from '../elsewhere.ts';
import { readyKey } from '../key-ring.ts';
import { lockRecord } from '../load-batch-state.ts';
import { type Recorder, openWork } from '../record-batch.ts';
import type { RecordTables } from '../record-tables.ts';
import type { NodeIdentity } from '../work.ts';
import { writeState } from '../write-record.ts';

type Db = Kysely<RecordTables>;

/** The act without its parts: the header and the signature are the proof. */
function bare({ header, signature, parts }: SignedAct): SignedAct {
  return { header, signature, parts: parts.map(() => null) };
}

export function headerOf(signed: SignedAct): Header | null {
  const parsed = parseCanonical(signed.header, HEADER_BYTES_MAX);
  if ('fault' in parsed) return null;
  const header = checkHeader(parsed.value);
  return isRefusal(header) ? null : header;
}

/** The fork with the acts in the order of their ids, so that one fork is one proof. */
export function inOrder({ stream, seq, acts }: Fork): { ids: [ActId, ActId]; fork: Fork } {
  const [one, other] = acts.map((signed) => ({ id: actId(signed.header), signed }));
  if (!one || !other) throw new Error('a fork has two acts');
  const [first, second] = one.id < other.id ? [one, other] : [other, one];
  const bares: Fork['acts'] = [bare(first.signed), bare(second.signed)];
  return { ids: [first.id, second.id], fork: { stream, seq, acts: bares } };
}

/** Keeps a proof that was made here or found to hold. True where it was not known. */
export async function keepFork(db: Db, state: BatchState, given: Fork): Promise<boolean> {
  const { ids, fork } = inOrder(given);
  const header = headerOf(fork.acts[0]);
  if (!header) throw new Error('a fork of no acts');
  state.usedAudiences.add(audienceId(state, header.marking));
  const { numInsertedOrUpdatedRows: added = 0n } = await db
    .insertInto('forks')
    .values({
      stream: fork.stream,
      seq: fork.seq,
      first: ids[0],
      second: ids[1],
      audience: audienceId(state, header.marking),
      proof: JSON.stringify(fork.acts.map(signedActJson)),
      found_at: state.recordedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return added > 0n;
}

const Proof = SignedActJson.array().length(2);

/** The proofs of forks in streams that the viewer may see. */
export async function readForks(writer: Db, viewer: Viewer): Promise<Fork[]> {
  const rows = await writer
    .selectFrom('forks')
    .innerJoin('audiences', 'audiences.id', 'forks.audience')
    .select(['stream', 'seq', 'proof', 'released_to', 'level'])
    .orderBy('stream')
    .orderBy('seq')
    .execute();
  return rows
    .filter(
      ({ level, released_to: to }) =>
        level === 'clear' || mayView({ level: 'red', to }, viewer.actors),
    )
    .map(({ stream, seq, proof }) => {
      const [first, second] = Proof.parse(proof).map(signedActOf);
      if (!first || !second) throw new Error('a proof of a fork has two acts');
      return { stream, seq, acts: [first, second] };
    });
}

/** Whether two headers stand at one place of one stream, and are not the same. */
function contradict([one, other]: Fork['acts']): [Header, Header] | null {
  const [first, second] = [headerOf(one), headerOf(other)];
  if (!first || !second || actId(one.header) === actId(other.header)) return null;
  return first.stream === second.stream && first.seq === second.seq ? [first, second] : null;
}

/** The headers that contradict each other, where the proof is one and is for this node; or null. */
export function contradictionIn(node: NodeIdentity, fork: Fork): [Header, Header] | null {
  const headers = contradict(fork.acts);
  if (!headers || headers[0].stream !== fork.stream || headers[0].seq !== fork.seq) return null;
  const ours = (actor: string): boolean =>
    actor === node.operator || node.keys.keyFor(actor) !== null;
  const { marking } = headers[0];
  return marking.level === 'clear' || marking.to.some(ours) ? headers : null;
}

/** Whether both acts of a fork were signed with keys of their author, as this node knows them. */
export function bothSigned(state: BatchState, fork: Fork, headers: readonly Header[]): boolean {
  return fork.acts.every((signed, at) => {
    const header = headers[at];
    const key = header ? anyKeyFor(state, header) : null;
    return key !== null && signatureHolds(actId(signed.header), signed.signature, readyKey(key));
  });
}

/**
 * Takes another node's proof of a fork: where it holds, the stream is closed here too. False where
 * it proves nothing, or nothing that this node can judge by the keys it knows.
 */
export async function takeFork(recorder: Recorder, fork: Fork): Promise<boolean> {
  const headers = contradictionIn(recorder.node, fork);
  if (!headers) return false;
  const { marking } = headers[0];
  return recorder.writer.transaction().execute(async (db) => {
    await lockRecord(db);
    const work = await openWork(recorder, db, {
      markings: [marking],
      streams: [fork.stream],
      registers: [],
      keys: headers.map((header) => header.key),
      mandates: [],
      keyHeldFor: () => null,
    });
    if (!bothSigned(work.state, fork, headers)) return false;
    await keepFork(db, work.state, fork);
    await writeState(work);
    return true;
  });
}
