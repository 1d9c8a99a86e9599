/** Which acts name which documents: judged where an act is made here, written with every act. */
import { type Kysely, sql } from 'kysely';
import type { Part } from '../kernel/act.ts';
import { type Attachment, attachmentsIn } from '../kernel/attachment.ts';
import type { KnownDocument } from '../kernel/attachment-type.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import { type BatchState, audienceId } from './batch-state.ts';
import type { Candidate, DraftCandidate } from './candidate.ts';
import type { RecordTables } from './record-tables.ts';
import { AT_HAND_RULE } from './rules.ts';
import type { ToRecord, Work } from './work.ts';

/** What every digest begins with; nearly all acts hold none, which is told without parsing. */
const DIGEST_BEGINNING = Buffer.from('"sha256:');

function mayName(bytes: Uint8Array): boolean {
  const { buffer, byteOffset, byteLength } = bytes;
  return Buffer.from(buffer, byteOffset, byteLength).includes(DIGEST_BEGINNING);
}

function attachmentsOfPart(part: Part | null): Attachment[] {
  if (part === null || !mayName(part.bytes)) return [];
  return attachmentsIn(JSON.parse(Buffer.from(part.bytes).toString('utf8')));
}

const attachmentsOfDraft = ({ parts }: DraftCandidate): Attachment[] =>
  parts.flatMap(({ part }) => attachmentsOfPart(part));

/** Those of the digests whose bytes this node holds. */
export async function knownDocuments(
  db: Kysely<RecordTables>,
  digests: readonly string[],
): Promise<Map<string, KnownDocument>> {
  if (digests.length === 0) return new Map();
  const { rows } = await sql<KnownDocument>`
    select digest, media_type as "mediaType", size_bytes as "sizeBytes"
    from attachments where digest = any(${[...new Set(digests)]}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.digest, row]));
}

/** Those at hand of the documents that drafts name; what was signed elsewhere is not asked. */
export async function loadDocuments(
  db: Kysely<RecordTables>,
  candidates: readonly Candidate[],
): Promise<Map<string, KnownDocument>> {
  const named = candidates.flatMap((one) =>
    one.kind === 'draft' ? attachmentsOfDraft(one).map(({ digest }) => digest) : [],
  );
  return knownDocuments(db, named);
}

function documentFault(named: Attachment, held: KnownDocument | undefined): Refusal | null {
  const { digest, name } = named;
  if (!held) {
    return refuse(
      AT_HAND_RULE,
      said('The document “{$name}” is not at hand: {$digest}.', { name, digest }),
      {
        remedy: said('Upload it first, then name it by the digest that you are given.'),
        values: { digest },
      },
    );
  }
  if (held.mediaType === named.mediaType && held.sizeBytes === named.sizeBytes) return null;
  const { mediaType, sizeBytes } = held;
  return refuse(
    AT_HAND_RULE,
    said('The document “{$name}” is {$mediaType} of {$sizeBytes} bytes, and not as the act says.', {
      name,
      mediaType,
      sizeBytes,
    }),
    {
      remedy: said('Name it with the media type and the size that you were given at upload.'),
      values: { digest },
    },
  );
}

/** Judges whether the node holds what an act made here names, as what the act says it is. */
export function judgeDocuments(work: Work, candidate: DraftCandidate): Refusal | null {
  for (const named of attachmentsOfDraft(candidate)) {
    const fault = documentFault(named, work.documents.get(named.digest));
    if (fault) return fault;
  }
  return null;
}

/** Whoever may see a part may have the documents that it names. */
function usesOf(state: BatchState, { act, parts }: ToRecord) {
  return parts.flatMap((part, at) => {
    const audience = audienceId(state, act.header.parts[at]?.marking ?? act.header.marking);
    return attachmentsOfPart(part).map(({ digest, mediaType, sizeBytes, name }) => ({
      digest,
      act: act.id,
      audience,
      media_type: mediaType,
      size_bytes: sizeBytes,
      name,
    }));
  });
}

/** Writes which documents the acts name, whatever their area, and whether or not at hand. */
export async function writeUses(work: Work, records: readonly ToRecord[]): Promise<void> {
  const rows = records.flatMap((record) => usesOf(work.state, record));
  if (rows.length === 0) return;
  await sql`insert into attachment_uses
    select * from json_populate_recordset(null::attachment_uses, ${JSON.stringify(rows)}::json)
    on conflict do nothing`.execute(work.db);
}
