/** What the steps of recording share. */
import type { Kysely } from 'kysely';
import type { Act, ActOf, Header, SignedAct } from '../kernel/act.ts';
import type { KnownDocument } from '../kernel/attachment-type.ts';
import type { AdmittedAct, Area, Judge } from '../kernel/define-area.ts';
import type { SigningKey } from '../kernel/key.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { RowChange } from '../kernel/table.ts';
import type { BatchState } from './batch-state.ts';
import type { Candidate } from './candidate.ts';
import type { Catalog } from './catalog.ts';
import type { Admitted, Awaiting } from '../kernel/submission.ts';
import type { KeyRing } from './key-ring.ts';
import type { RecordTables } from './record-tables.ts';
import type { RowBuffer } from './row-buffer.ts';
import type { Signatures } from './signatures.ts';

/** Who this node is. */
export interface NodeIdentity {
  readonly operator: string;
  readonly network: string;
  readonly keys: KeyRing;
}

/** One batch on its way through the record. */
export interface Work {
  readonly node: NodeIdentity;
  readonly catalog: Catalog;
  readonly db: Kysely<RecordTables>;
  readonly state: BatchState;
  readonly rows: RowBuffer;
  readonly signatures: Signatures;
  /** Acts of this batch and of before, so that a replay is told from a fork. */
  readonly known: Map<string, Admitted | Refusal>;
  /** The documents at hand among those that drafts name, by digest. */
  readonly documents: ReadonlyMap<string, KnownDocument>;
  /** What an area judges these acts by; what acts before them left is there for it to see. */
  judgeOf(area: Area, acts: readonly ActOf<unknown>[]): Promise<Judge>;
}

/** The bytes of an act that are to be kept; `key` where it still has to be signed here. */
export interface ToRecord {
  readonly act: { readonly id: string; readonly header: Header };
  readonly header: Uint8Array;
  readonly parts: SignedAct['parts'];
  readonly signature: Uint8Array | null;
  readonly key: SigningKey | null;
  /** It is of the other branch of a stream that forked, and stands in no stream. */
  readonly isBeside?: boolean;
}

export interface Accepted {
  readonly verdict: 'accepted';
  readonly record: ToRecord;
  readonly act: AdmittedAct<unknown>;
  readonly audience: number;
  readonly changes: readonly RowChange[];
}

export interface Refused {
  readonly verdict: 'refused';
  readonly refusal: Refusal;
  /** The act, where it continues its author's stream and so is kept although it is refused. */
  readonly record: ToRecord | null;
}

/** Signed here for a register that another keeps, and recorded without effect. */
export interface Sent {
  readonly verdict: 'sent';
  readonly record: ToRecord;
  readonly receipt: Awaiting;
  /** As it would be admitted, for a preview. */
  readonly act: AdmittedAct<unknown>;
  readonly changes: readonly RowChange[];
}

/** What another custodian admitted, with the act by which it did. */
export interface AcceptedElsewhere {
  readonly act: AdmittedAct<unknown>;
  readonly audience: number;
  readonly admittedBy: string;
}

/** What another custodian refused, with the act by which it did. */
export interface RefusedElsewhere {
  readonly act: { readonly id: string; readonly header: Header };
  readonly refusal: Refusal;
  readonly by: string;
}

export interface Again {
  readonly verdict: 'again';
  readonly receipt: Admitted | Refusal;
}

export type Verdict = Accepted | Refused | Again | Sent;

/** A refusal that leaves nothing behind. */
export function refused(refusal: Refusal): Refused {
  return { verdict: 'refused', refusal, record: null };
}

/** An act as a rule sees it, with the payload that its schema gave. */
export interface Presented {
  readonly candidate: Candidate;
  readonly record: ToRecord;
  readonly act: Pick<Act, 'id' | 'header'> & { readonly payload: unknown };
}
