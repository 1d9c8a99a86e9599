/** What the store offers to the host, the importers, the benches and the tests. */
import type { ActId, Header, SignedAct } from '../kernel/act.ts';
import type { InstantText } from '../kernel/dates.ts';
import type { Asked, Consequence, Query, Question, Viewer } from '../kernel/define-area.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { DraftAct, Progress, Receipt, Recorder } from '../kernel/submission.ts';
import type { RowChange } from '../kernel/table.ts';
import type { Jobs } from './jobs.ts';

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
  readonly consequences: readonly Consequence[];
  readonly changes: readonly RowChange[];
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
  /** Order of the last admission over all registers; a page cached before it may be stale. */
  ledger(): Promise<number>;
  /** Calls back after admissions, from this process or another; returns how to stop. */
  onAdmitted(listener: (ledger: number) => void): () => void;
  /** Empties all tables that acts are applied to, and replays the record. */
  rebuild(report?: (progress: Progress) => void): Promise<{ acts: number }>;
  /** Work to be done later, by this process or another. */
  readonly jobs: Jobs;
  /** How far long work has come, by task, most recent first. */
  progress(): Promise<readonly Progress[]>;
  /** A short text that the node keeps for itself under a key; null where there is none. */
  mark(key: string): Promise<string | null>;
  setMark(key: string, value: string): Promise<void>;
  close(): Promise<void>;
}
