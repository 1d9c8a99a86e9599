/**
 * One register as one file: its acts as a reader may see them, the custodian's admissions, the keys
 * and mandates that they rest on, the documents that they name and the node's own answer, sealed by
 * the operator. Whoever has the file can verify it without a node; see `verify-record-file.ts`.
 */
import { z } from 'zod';
import { ActId, Header, RegisterKey } from './act.ts';
import { ActorId } from './actor-id.ts';
import { AttachmentDigest, attachmentsIn } from './attachment.ts';
import { type Json, canonicalBytes, parseCanonical } from './canonical.ts';
import { InstantText, PlainDateText } from './dates.ts';
import { Seal, sealMessage, sealOver } from './file-seal.ts';
import { KeyId, type SigningKey } from './key.ts';
import { SignedActJson } from './signed-act-json.ts';

export const RECORD_FILE_FORMAT = 'concord-record-file/1';
/** It is written and read whole, so this bounds the memory that it takes. */
export const RECORD_FILE_BYTES_MAX = 64 * 1024 * 1024;
export const RECORD_FILE_ACTS_MAX = 20_000;
/** Bytes of documents that go with a file, together; the others are named by their digest. */
export const INLINED_BYTES_MAX = 16 * 1024 * 1024;

/** Separates seals from signatures over acts and from any other use of the same key. */
const SEAL_DOMAIN = 'concord record file v1';

/** An act as the file carries it. */
export const FileAct = z.strictObject({
  /** Its place in the order of the node's record; null for what was not admitted to a register. */
  place: z.int().min(1).nullable(),
  signed: SignedActJson,
});
export type FileAct = z.infer<typeof FileAct>;

const FileDocument = z.strictObject({
  /** Base64url; null where they are not in the file, or were not at hand. */
  bytes: z.string().nullable(),
  digest: AttachmentDigest,
});

/** What the node answered about the register, and the acts that its findings name. */
const FileAnswer = z.strictObject({
  acts: z.array(ActId),
  asOf: PlainDateText,
  question: z.string().max(200),
  value: z.json(),
});
export type FileAnswer = z.infer<typeof FileAnswer>;

const Content = z.strictObject({
  /** Acts of the register: what was admitted, the admissions, what was refused and why. */
  acts: z.array(FileAct).max(RECORD_FILE_ACTS_MAX),
  answer: FileAnswer.nullable(),
  attachments: z.array(FileDocument),
  /** Acts that settle keys and mandates, from the first key on, with their admissions. */
  authority: z.array(FileAct).max(RECORD_FILE_ACTS_MAX),
  /** The actors on whose behalf it was read; for nobody in particular there are none. */
  clearance: z.array(ActorId),
  exportedAt: InstantText,
  format: z.literal(RECORD_FILE_FORMAT),
  /** The first key of the record, on which all trust rests. */
  genesis: z.strictObject({ actor: ActorId, key: KeyId }),
  network: Header.shape.network,
  register: RegisterKey,
});
export type RecordFileContent = z.infer<typeof Content>;

export const RecordFile = Content.extend({ seal: Seal });
export type RecordFile = z.infer<typeof RecordFile>;

/** What a seal is made over. */
export function sealedMessage(content: RecordFileContent): Uint8Array {
  return sealMessage(SEAL_DOMAIN, content);
}

/** The bytes of the file, sealed with the operator's key. Throws TypeError for what is no JSON. */
export function sealRecordFile(
  content: RecordFileContent,
  author: string,
  key: SigningKey,
): Uint8Array {
  const file: RecordFile = { ...content, seal: sealOver(sealedMessage(content), author, key) };
  return canonicalBytes(file);
}

/** Reads a file's bytes, or says in words that follow "The file is" what is wrong with them. */
export function readRecordFile(bytes: Uint8Array): { file: RecordFile } | { fault: string } {
  const parsed = parseCanonical(bytes, RECORD_FILE_BYTES_MAX);
  if ('fault' in parsed) return parsed;
  const file = RecordFile.safeParse(parsed.value);
  if (file.success) return { file: file.data };
  const [issue] = file.error.issues;
  const where = issue?.path.map(String).join('.') ?? '';
  return { fault: `no record file: ${where}: ${issue?.message ?? ''}`.slice(0, 300) };
}

/** What an act may hold instead of a value: whole numbers stay, other numbers become text. */
function settled(value: unknown): Json {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value || 0 : String(value);
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (Array.isArray(value)) return value.map(settled);
  if (typeof value !== 'object') return null;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, settled(member)]));
}

/** Every id of an act that stands as `act` in a value, each once, sorted. */
export function actsNamedIn(value: unknown): string[] {
  const found = new Set<string>();
  const look = (within: unknown): void => {
    if (typeof within !== 'object' || within === null) return;
    for (const [name, member] of Object.entries(within)) {
      if (name === 'act' && ActId.safeParse(member).success) found.add(String(member));
      else look(member);
    }
  };
  look(value);
  return [...found].sort();
}

/** An answer as a file carries it. */
export function fileAnswer(question: string, asOf: string, answer: unknown): FileAnswer {
  const value = settled(answer);
  return { acts: actsNamedIn(value), asOf, question, value };
}

/** The digests of the documents that payloads name, each once, sorted. */
export function digestsIn(payloads: readonly unknown[]): string[] {
  const all = payloads.flatMap((payload) => attachmentsIn(payload));
  return [...new Set(all.map(({ digest }) => digest))].sort();
}
