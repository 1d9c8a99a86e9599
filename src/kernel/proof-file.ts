/**
 * One act as one file: the act as a reader may see it, the keys and mandates that it rests on, its
 * admission, and that all of it stands in the log that the operator signed and witnesses cosigned.
 * Whoever has the file can verify it without a node; see `verify-proof-file.ts`.
 */
import { z } from 'zod';
import { ActId, Header, RegisterKey } from './act.ts';
import { ActorId } from './actor-id.ts';
import { canonicalBytes, parseCanonical } from './canonical.ts';
import { InstantText } from './dates.ts';
import { Seal, sealMessage, sealOver } from './file-seal.ts';
import { KeyId, type SigningKey } from './key.ts';
import { FileAct } from './record-file.ts';
import { NOTE_BYTES_MAX } from './signed-note.ts';
import { PROOF_LINES_MAX } from './witness.ts';

export const PROOF_FILE_FORMAT = 'concord-act-proof/1';
export const PROOF_FILE_BYTES_MAX = 16 * 1024 * 1024;
/** Acts of keys and mandates, with their admissions. */
export const PROOF_FILE_ACTS_MAX = 2000;
export const WITNESSES_NAMED_MAX = 64;

const SEAL_DOMAIN = 'concord act proof v1';

/** 32 bytes in standard base64, as checkpoints have them. */
const HashText = z.string().regex(/^[A-Za-z0-9+/]{43}=$/);

const Content = z.strictObject({
  /** The act, and the custodian's admission of it. */
  act: FileAct,
  admission: FileAct,
  /** Acts that settle keys and mandates, from the first key on, with their admissions. */
  authority: z.array(FileAct).max(PROOF_FILE_ACTS_MAX),
  /** The signed note of the log, with the cosignatures of witnesses. */
  checkpoint: z.string().max(NOTE_BYTES_MAX),
  /** The actors on whose behalf it was read; for nobody in particular there are none. */
  clearance: z.array(ActorId),
  exportedAt: InstantText,
  format: z.literal(PROOF_FILE_FORMAT),
  /** The first key of the record, on which all trust rests. */
  genesis: z.strictObject({ actor: ActorId, key: KeyId }),
  /** The act's id. */
  id: ActId,
  /** Which leaf of the log the act is, and the hashes that lead from it to the root. */
  inclusion: z.strictObject({
    index: z.int().min(0),
    proof: z.array(HashText).max(PROOF_LINES_MAX),
  }),
  network: Header.shape.network,
  register: RegisterKey,
  /** How many witnesses the operator asks for, and their keys as it names them. */
  witnesses: z.strictObject({
    keys: z.array(z.string().max(400)).max(WITNESSES_NAMED_MAX),
    quorum: z.int().min(0),
  }),
});
export type ProofFileContent = z.infer<typeof Content>;

export const ProofFile = Content.extend({ seal: Seal });
export type ProofFile = z.infer<typeof ProofFile>;

/** What the seal of a proof is made over. */
export function proofMessage(content: ProofFileContent): Uint8Array {
  return sealMessage(SEAL_DOMAIN, content);
}

/** The bytes of the file, sealed with the operator's key. */
export function sealProofFile(
  content: ProofFileContent,
  author: string,
  key: SigningKey,
): Uint8Array {
  const file: ProofFile = { ...content, seal: sealOver(proofMessage(content), author, key) };
  return canonicalBytes(file);
}

/** Whether bytes say of themselves that they are a proof of one act. Judges nothing. */
export function isProofFile(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).includes(`"format":"${PROOF_FILE_FORMAT}"`);
}

/** Reads a file's bytes, or says in words that follow "The file is" what is wrong with them. */
export function readProofFile(bytes: Uint8Array): { file: ProofFile } | { fault: string } {
  const parsed = parseCanonical(bytes, PROOF_FILE_BYTES_MAX);
  if ('fault' in parsed) return parsed;
  const file = ProofFile.safeParse(parsed.value);
  if (file.success) return { file: file.data };
  const [issue] = file.error.issues;
  const where = issue?.path.map(String).join('.') ?? '';
  return { fault: `no proof of an act: ${where}: ${issue?.message ?? ''}`.slice(0, 300) };
}
