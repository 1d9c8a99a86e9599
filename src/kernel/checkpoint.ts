/**
 * Checkpoints of a Merkle log, C2SP tlog-checkpoint: origin, size and root, signed as a note; and
 * the cosignatures of witnesses over them, C2SP tlog-cosignature, Ed25519.
 */
import { sign as cryptoSign } from 'node:crypto';
import { SIGNATURE_BYTES, type SigningKey } from './key.ts';
import { HASH_BYTES, isCount } from './merkle.ts';
import { messageHolds } from './sign.ts';
import {
  type Fault,
  type NoteKey,
  type NoteSignature,
  type SignedNote,
  base64Of,
  isNoteName,
  noteKey,
  readNote,
  signNote,
  signaturesBy,
  strictBase64,
} from './signed-note.ts';

export interface Checkpoint {
  readonly origin: string;
  /** How many leaves the tree has. */
  readonly size: number;
  readonly root: Uint8Array;
}

/** A checkpoint with the note that it was read from. */
export interface SignedCheckpoint extends Checkpoint {
  readonly note: SignedNote;
}

const COSIGNATURE_HEADER = 'cosignature/v1';
const TIMESTAMP_BYTES = 8;

/** The text that is signed. Throws RangeError for what is no checkpoint. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  if (!isNoteName(origin)) throw new RangeError(`no origin: ${origin}`);
  if (!isCount(size)) throw new RangeError(`no size: ${size}`);
  if (root.byteLength !== HASH_BYTES) throw new RangeError('no root');
  return `${origin}\n${size}\n${base64Of(root)}\n`;
}

/** Signs a checkpoint with the key of its log, whose name is the origin. */
export function signCheckpoint(checkpoint: Checkpoint, key: SigningKey): SignedCheckpoint {
  const text = checkpointText(checkpoint);
  const signatures = [signNote(text, checkpoint.origin, key)];
  return { ...checkpoint, note: { text, signatures } };
}

/** A decimal number without leading zeros that JavaScript counts exactly; null for other text. */
export function readCount(text: string): number | null {
  if (!/^(?:0|[1-9][0-9]{0,15})$/.test(text)) return null;
  const count = Number(text);
  return isCount(count) ? count : null;
}

/** Reads the text of a checkpoint. Lines after the third say nothing that others could verify. */
function readText(text: string): Checkpoint | Fault {
  const [origin = '', sizeText = '', rootText = '', ...more] = text.slice(0, -1).split('\n');
  const size = readCount(sizeText);
  const root = strictBase64(rootText);
  if (!isNoteName(origin)) return { fault: 'without a name of its log' };
  if (size === null) return { fault: 'without a size' };
  if (root?.byteLength !== HASH_BYTES) return { fault: 'without a root' };
  return more.includes('') ? { fault: 'holding an empty line' } : { origin, size, root };
}

/** Reads a checkpoint; the fault follows "The checkpoint is". No signature is checked here. */
export function readCheckpoint(noteText: string): SignedCheckpoint | Fault {
  const note = readNote(noteText);
  if ('fault' in note) return note;
  const checkpoint = readText(note.text);
  return 'fault' in checkpoint ? checkpoint : { ...checkpoint, note };
}

/** What a witness signs: that at the instant it knew this tree, and no larger one, of the log. */
function cosignedMessage(text: string, seconds: bigint): Uint8Array {
  return Buffer.from(`${COSIGNATURE_HEADER}\ntime ${seconds}\n${text}`, 'utf8');
}

/** Cosigns a checkpoint as a witness; `atSeconds` counts from 1970-01-01, UTC. */
export function cosign(
  { note }: SignedCheckpoint,
  name: string,
  key: SigningKey,
  atSeconds: number,
): NoteSignature {
  if (!isCount(atSeconds)) throw new RangeError(`no instant: ${atSeconds}`);
  const { keyId } = noteKey(name, 'cosignature', key.publicBytes);
  const timestamp = Buffer.alloc(TIMESTAMP_BYTES);
  timestamp.writeBigUInt64BE(BigInt(atSeconds));
  const message = cosignedMessage(note.text, BigInt(atSeconds));
  const made = cryptoSign(null, message, key.privateKey);
  return { name, keyId, signature: new Uint8Array(Buffer.concat([timestamp, made])) };
}

/** When the witness cosigned, in seconds from 1970; null where the cosignature does not hold. */
export function cosignedAt(text: string, one: NoteSignature, witness: NoteKey): number | null {
  const { signature } = one;
  const isOfWitness = one.name === witness.name && one.keyId === witness.keyId;
  if (!isOfWitness || witness.type !== 'cosignature') return null;
  if (signature.byteLength !== TIMESTAMP_BYTES + SIGNATURE_BYTES) return null;
  const seconds = Buffer.from(signature.subarray(0, TIMESTAMP_BYTES)).readBigUInt64BE();
  if (seconds > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  const made = signature.subarray(TIMESTAMP_BYTES);
  return messageHolds(cosignedMessage(text, seconds), made, witness.publicKey)
    ? Number(seconds)
    : null;
}

/** How many witnesses must have cosigned, and which ones count. */
export interface WitnessPolicy {
  readonly quorum: number;
  readonly witnesses: readonly NoteKey[];
}

/** Who cosigned a checkpoint, and when; each witness once, the earliest instant of it. */
export function cosigners(
  { note }: SignedCheckpoint,
  witnesses: readonly NoteKey[],
): { readonly name: string; readonly atSeconds: number }[] {
  return witnesses.flatMap((witness) => {
    const instants = signaturesBy(note, witness).flatMap(
      (one) => cosignedAt(note.text, one, witness) ?? [],
    );
    return instants.length === 0 ? [] : [{ name: witness.name, atSeconds: Math.min(...instants) }];
  });
}

/** Why a policy cannot be met, or would be met by nobody; null where it is sound. */
export function policyFault({ quorum, witnesses }: WitnessPolicy): string | null {
  const keys = new Set(witnesses.map(({ publicBytes }) => base64Of(publicBytes)));
  if (keys.size !== witnesses.length) return 'one key counts twice';
  if (!isCount(quorum)) return 'the quorum is no whole number';
  return quorum > witnesses.length ? 'the quorum is larger than the number of witnesses' : null;
}

/** Whether enough of the policy's witnesses cosigned. */
export function meetsPolicy(checkpoint: SignedCheckpoint, policy: WitnessPolicy): boolean {
  const fault = policyFault(policy);
  return fault === null && cosigners(checkpoint, policy.witnesses).length >= policy.quorum;
}
