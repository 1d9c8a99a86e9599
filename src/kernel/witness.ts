/**
 * What a witness does, as pure rules: it cosigns a log's checkpoint only with a proof that the log
 * has kept all it had at the last one (C2SP tlog-witness); and what proves that a log forked.
 */
import { type Checkpoint, type SignedCheckpoint, readCheckpoint, readCount } from './checkpoint.ts';
import { HASH_BYTES, sameHash } from './merkle.ts';
import { consistencyFault } from './merkle-proof.ts';
import {
  type Fault,
  type NoteKey,
  base64Of,
  noteFault,
  noteTextOf,
  strictBase64,
} from './signed-note.ts';

/** Hashes of a proof in a request: enough for 2^63 leaves. */
export const PROOF_LINES_MAX = 63;
export const WITNESS_BODY_BYTES_MAX = 16 * 1024;

/** `POST add-checkpoint`, read. */
export interface WitnessRequest {
  /** The size up to which the witness is thought to know the log. */
  readonly old: number;
  readonly proof: readonly Uint8Array[];
  readonly checkpoint: SignedCheckpoint;
}

/** The last tree of a log that a witness cosigned; nothing of it is size 0. */
export type Witnessed = Pick<Checkpoint, 'size' | 'root'>;

export type WitnessVerdict =
  | { readonly verdict: 'cosign' }
  /** The witness knows another size; the log is to prove from there. */
  | { readonly verdict: 'conflict'; readonly size: number }
  | { readonly verdict: 'malformed' | 'unsigned' | 'unproven'; readonly reason: string }
  /** The log signed two trees of which neither begins with the other. */
  | { readonly verdict: 'forked'; readonly size: number; readonly fork: LogFork };

/**
 * Two checkpoints by one log that cannot both be of a log that only grows. Of one size with two
 * roots they say so themselves; of two sizes it takes a proof from another root at the smaller.
 */
export interface LogFork {
  readonly first: string;
  readonly second: string;
  readonly between: { readonly root: Uint8Array; readonly proof: readonly Uint8Array[] } | null;
}

/** Writes the body of a request. */
export function witnessBody({ old, proof, checkpoint }: WitnessRequest): string {
  return `old ${old}\n${proof.map((one) => `${base64Of(one)}\n`).join('')}\n${noteTextOf(
    checkpoint.note,
  )}`;
}

function readProof(lines: readonly string[]): Uint8Array[] | null {
  if (lines.length > PROOF_LINES_MAX) return null;
  const proof = lines.map(strictBase64);
  return proof.every((one) => one?.byteLength === HASH_BYTES)
    ? proof.flatMap((one) => one ?? [])
    : null;
}

/** Reads the body of a request; the fault follows "The request is". */
export function readWitnessBody(body: string): WitnessRequest | Fault {
  if (body.length > WITNESS_BODY_BYTES_MAX) {
    return { fault: `larger than ${WITNESS_BODY_BYTES_MAX} bytes` };
  }
  const end = body.indexOf('\n\n');
  const [first = '', ...lines] = body.slice(0, Math.max(end, 0)).split('\n');
  const old = first.startsWith('old ') ? readCount(first.slice('old '.length)) : null;
  if (end < 0 || old === null) return { fault: 'without the size that is known' };
  const proof = readProof(lines);
  if (proof === null) return { fault: 'holding a line that is no hash, or too many' };
  const checkpoint = readCheckpoint(body.slice(end + 2));
  return 'fault' in checkpoint
    ? { fault: `holding a checkpoint that is ${checkpoint.fault}` }
    : { old, proof, checkpoint };
}

const noteOf = ({ note }: SignedCheckpoint): string => noteTextOf(note);

/** A conflict of two trees of one size, of which the witness holds one with its note. */
function ofOneSize(
  last: SignedCheckpoint | null,
  { checkpoint }: WitnessRequest,
): WitnessVerdict | null {
  if (last?.size !== checkpoint.size || sameHash(last.root, checkpoint.root)) return null;
  const fork = { first: noteOf(last), second: noteOf(checkpoint), between: null };
  return { verdict: 'forked', size: last.size, fork };
}

/**
 * Judges a request by the keys of the log and the last checkpoint of it that was cosigned. The
 * order is that of the specification: who signed, then what is known, then the proof.
 */
export function judgeCheckpoint(
  request: WitnessRequest,
  keys: readonly NoteKey[],
  last: SignedCheckpoint | null,
): WitnessVerdict {
  const { old, proof, checkpoint } = request;
  const reason = noteFault(checkpoint.note, keys);
  if (reason !== null) return { verdict: 'unsigned', reason };
  if (old > checkpoint.size) return { verdict: 'malformed', reason: 'the log would shrink' };
  const forked = ofOneSize(last, request);
  if (forked) return forked;
  if (old !== (last?.size ?? 0)) return { verdict: 'conflict', size: last?.size ?? 0 };
  const fault = proofFault(last, proof, checkpoint);
  return fault === null ? { verdict: 'cosign' } : { verdict: 'unproven', reason: fault };
}

function proofFault(
  last: Witnessed | null,
  proof: readonly Uint8Array[],
  { size, root }: Checkpoint,
): string | null {
  if (last === null || last.size === 0) {
    return proof.length === 0 ? null : 'from nothing there is no proof';
  }
  return consistencyFault({ size1: last.size, root1: last.root, size2: size, root2: root, proof });
}

/** The two checkpoints of a fork, the smaller first; or why they are none of one known log. */
function readFork(fork: LogFork, keys: readonly NoteKey[]): [Checkpoint, Checkpoint] | Fault {
  const [first, second] = [readCheckpoint(fork.first), readCheckpoint(fork.second)];
  if ('fault' in first) return first;
  if ('fault' in second) return second;
  if (first.origin !== second.origin) return { fault: 'of two logs' };
  const unsigned = noteFault(first.note, keys) ?? noteFault(second.note, keys);
  if (unsigned !== null) return { fault: `not signed: ${unsigned}` };
  return first.size <= second.size ? [first, second] : [second, first];
}

/**
 * Why the fork proves nothing; null where it proves that the log which holds these keys forked. For
 * two sizes it shows that the larger tree begins with another root than the smaller one has.
 */
export function forkFault(fork: LogFork, keys: readonly NoteKey[]): string | null {
  const read = readFork(fork, keys);
  if ('fault' in read) return `the checkpoints are ${read.fault}`;
  const [smaller, larger] = read;
  if (smaller.size === larger.size) {
    return sameHash(smaller.root, larger.root) ? 'both are the same tree' : null;
  }
  if (fork.between === null) return 'nothing shows what the larger tree begins with';
  const { root, proof } = fork.between;
  if (sameHash(root, smaller.root)) return 'the larger tree begins with the smaller one';
  const [size1, size2] = [smaller.size, larger.size];
  return consistencyFault({ size1, root1: root, size2, root2: larger.root, proof });
}
