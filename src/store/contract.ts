/** What the store offers to the host, the importers, the benches and the tests. */
import type { ActId, Header, SignedAct } from '../kernel/act.ts';
import type { InstantText } from '../kernel/dates.ts';
import type { Asked, Consequence, Query, Question, Viewer } from '../kernel/define-area.ts';
import type { Holdings } from '../kernel/exchange.ts';
import type { Marking } from '../kernel/marking.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { DraftAct, Progress, Receipt, Recorder, ToldProgress } from '../kernel/submission.ts';
import type { RowChange } from '../kernel/table.ts';
import type { KnownDocument } from '../kernel/attachment-type.ts';
import type { ProofAsked } from './export-proof.ts';
import type { ExportAsked } from './export-record.ts';
import type { AskedPeer } from './backup/ask-heads.ts';
import type { PeerAnswer, Resuming, Waiting } from './standing.ts';
import type { JobHandler, Jobs } from './jobs.ts';
import type { ReplicaState } from './replica.ts';
import type { LogWitnesses } from './log-witness.ts';
import type { MerkleLog } from './merkle-log.ts';

/** An act with all that the record holds on it. */
export interface RecordedAct {
  readonly id: ActId;
  readonly header: Header;
  readonly signed: SignedAct;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly publicKey: Uint8Array;
  readonly admission: {
    readonly register: string;
    readonly position: number;
    readonly ledger: number;
    readonly recordedAt: InstantText;
    /** The custodian's act of admission. */
    readonly by: ActId;
  } | null;
}

/** For whom, as of which day and as known at which instant something is asked. */
export type Asking = Pick<Asked, 'viewer' | 'asOf' | 'knownAt'>;

/** What would follow from an act: in law, in sentences of its area, and in the tables. */
export interface Preview {
  /** For whom the act would be: what the draft says, or what is usual for its kind. */
  readonly marking: Marking;
  readonly consequences: readonly Consequence[];
  readonly changes: readonly RowChange[];
}

/** A document that the viewer may have, with the name that an act gives it. */
export interface HeldDocument extends KnownDocument {
  readonly name: string;
  /** Whether an act that is clear for all names it. */
  readonly isClear: boolean;
  /** The loosest level of the acts that the viewer may see it by. */
  readonly level: Marking['level'];
  read(): ReadableStream<Uint8Array>;
}

/** The documents that acts name by digest. */
export interface Attachments {
  /** Keeps a document until an act names it; the claimed media type must be borne out. */
  keep(bytes: Uint8Array, claimed: string): Promise<KnownDocument | Refusal>;
  /** Those of the digests whose bytes are here, whoever asks: for acts that the asker may see. */
  atHand(digests: readonly string[]): Promise<ReadonlyMap<string, KnownDocument>>;
  /** Documents that acts name and that are not here, by digest, after one; for whoever fetches. */
  missing(after: string): Promise<readonly KnownDocument[]>;
  /** Whether an act here names the document, and its bytes are not here. */
  lacks(digest: string): Promise<boolean>;
  /** Documents named by acts that the viewer may see, by digest, after one; here or not. */
  named(viewer: Viewer, after: string): Promise<readonly KnownDocument[]>;
  /** The document, where the viewer may see an act that names it; else null, as where unknown. */
  find(digest: string, viewer: Viewer): Promise<HeldDocument | null>;
  /** The job that lets go of what no act named in time. */
  readonly sweepJob: Readonly<Record<string, JobHandler>>;
}

/** Whether the node may sign, and how it comes to sign again. */
export interface Standing {
  /** Why it signs nothing; null where it signs. */
  waiting(): Promise<Waiting | null>;
  /** Takes back what peers hold beyond this node; what became of each. */
  askHeads(peers: readonly AskedPeer[]): Promise<readonly PeerAnswer[]>;
  /** Lets the node sign again, or says why not yet. */
  resume(resuming: Resuming): Promise<Refusal | null>;
}

export interface Store extends Recorder {
  readonly network: string;
  /** Decides without recording: the refusal, or what would follow as the viewer may know it. */
  preview(draft: DraftAct, at: Asking): Promise<Refusal | Preview>;
  /** Takes acts that were signed elsewhere. */
  receive(acts: readonly SignedAct[]): Promise<Receipt[]>;
  /** Answers a question as the viewer; the input is parsed by the question's schema first. */
  ask<Input, Output>(
    question: Question<Input, Output>,
    input: unknown,
    at: Asking,
  ): Promise<Output | Refusal>;
  /** Reads in one transaction under the viewer's row security. */
  read<Result>(viewer: Viewer, reading: (query: Query) => Promise<Result>): Promise<Result>;
  act(id: ActId, viewer: Viewer): Promise<RecordedAct | null>;
  /** How many acts the viewer may see in each register: it tells nothing of the others. */
  counts(viewer: Viewer): Promise<ReadonlyMap<string, number>>;
  /**
   * Order of the last admission over all registers; a page cached before it may be stale. For the
   * node's own use: shown to readers, it would tell them that something hidden was admitted.
   */
  ledger(): Promise<number>;
  /** Whether a replica is read; null where there is none. */
  replica(): ReplicaState | null;
  /** Calls back after admissions, from this process or another; returns how to stop. */
  onAdmitted(listener: (ledger: number) => void): () => void;
  /** Calls back whenever acts were recorded, also those that wait for another custodian. */
  onMoved(listener: () => void): () => void;
  /** Empties all tables that acts are applied to, and replays the record. */
  rebuild(report?: (progress: Progress) => void): Promise<{ acts: number }>;
  readonly attachments: Attachments;
  /** Streams, as nodes give them to each other and take them. */
  readonly holdings: Holdings;
  readonly standing: Standing;
  /** The record file of a register as a viewer may see it, sealed by the operator. */
  exportRecord(asked: ExportAsked): Promise<Uint8Array | Refusal>;
  /** The proof of one act as a viewer may see it: what `verify-proof-file.ts` verifies. */
  exportProof(asked: ProofAsked): Promise<Uint8Array | Refusal>;
  /** The Merkle log of the record: a leaf for every act. */
  readonly log: MerkleLog;
  /** Who cosigns that log, and which others this node cosigns. */
  readonly witnesses: LogWitnesses;
  /** Work to be done later, by this process or another. */
  readonly jobs: Jobs;
  /** How far long work has come, by task, most recent first. */
  progress(): Promise<readonly ToldProgress[]>;
  /** Writes down how far long work of others has come; done when every process can read it. */
  tell(progress: Progress): Promise<void>;
  /** A short text that the node keeps for itself under a key; null where there is none. */
  mark(key: string): Promise<string | null>;
  setMark(key: string, value: string): Promise<void>;
  close(): Promise<void>;
}
