/** The record's tables as queries see them; the DDL is in `migrations`. */
import type { ColumnType } from 'kysely';
import type { Refusal } from '../kernel/refusal.ts';
import type { StoredRow } from '../kernel/table.ts';
import type { keyActTable, keyEndTable, keyTable, recoveryTable } from './keys-area.ts';
import type { mandateEndTable, mandateTable } from './mandates-area.ts';
import type { resolutionTable } from './streams-area.ts';

export interface AudienceRow {
  id: number;
  key: string;
  level: string;
  released_to: string[];
}

export interface ActRow {
  id: string;
  header: Buffer;
  signature: Buffer;
  key: string;
  author: string;
  actor: string;
  type: string;
  register: string | null;
  stream: string;
  seq: number;
  prev: string | null;
  audience: number;
  issued_at: string;
  effective_on: string | null;
}

export interface ActPartRow {
  act: string;
  part: number;
  audience: number;
  salt: Buffer | null;
  bytes: Buffer | null;
  erased_at: string | null;
}

export interface RegisterRow {
  key: string;
  custodian: string;
  opened_by: string;
  audience: number;
}

export interface PositionRow {
  register: string;
  audience: number;
  last: number;
}

export interface StreamRow {
  stream: string;
  author: string;
  audience: number;
  seq: number;
  last: string;
}

export interface AdmissionRow {
  ledger: number;
  act: string;
  register: string;
  audience: number;
  position: number;
  recorded_at: string;
  admitted_by: string;
}

export interface RefusalRow {
  act: string;
  register: string;
  audience: number;
  refusal: Refusal;
  recorded_at: string;
  refused_by: string;
}

/** The bytes themselves are written and read by statements of their own. */
export interface AttachmentRow {
  digest: string;
  media_type: string;
  size_bytes: number;
  bytes: Buffer;
  uploaded_at: string;
}

export interface AttachmentUseRow {
  digest: string;
  act: string;
  audience: number;
  media_type: string;
  size_bytes: number;
  name: string;
}

/** Two acts at one place of a stream, as signed acts in JSON. */
export interface ForkRow {
  stream: string;
  seq: number;
  first: string;
  second: string;
  audience: number;
  proof: unknown;
  found_at: string;
}

/** An author's act on a fork of its stream, as it came ahead of the stream. */
export interface ForkRulingRow {
  act: string;
  stream: string;
  seq: number;
  kept: string;
  dropped: string;
  author: string;
  signed: unknown;
}

/** An act that stood on a branch that was dropped. */
export interface ActAsideRow {
  act: string;
  stream: string;
  seq: number;
  header: Buffer;
  signature: Buffer;
  aside_at: string;
}

export interface JobRow {
  id: ColumnType<number, never, never>;
  kind: string;
  payload: unknown;
  run_after: string;
  attempts: ColumnType<number, number | undefined, number>;
  locked_by: string | null;
  locked_at: string | null;
  done_at: string | null;
  failed_at: string | null;
  fault: string | null;
}

export interface ProgressRow {
  task: string;
  done: number;
  total: number | null;
  updated_at: string;
}

export interface RecordTables {
  audiences: AudienceRow;
  acts: ActRow;
  act_parts: ActPartRow;
  registers: RegisterRow;
  positions: PositionRow;
  streams: StreamRow;
  admissions: AdmissionRow;
  refusals: RefusalRow;
  attachments: AttachmentRow;
  attachment_uses: AttachmentUseRow;
  forks: ForkRow;
  fork_rulings: ForkRulingRow;
  acts_aside: ActAsideRow;
  jobs: JobRow;
  progress: ProgressRow;
  meta: { key: string; value: unknown };
  keys_key: StoredRow<typeof keyTable>;
  keys_end: StoredRow<typeof keyEndTable>;
  keys_recovery: StoredRow<typeof recoveryTable>;
  keys_act: StoredRow<typeof keyActTable>;
  mandates_mandate: StoredRow<typeof mandateTable>;
  mandates_end: StoredRow<typeof mandateEndTable>;
  streams_resolution: StoredRow<typeof resolutionTable>;
}
