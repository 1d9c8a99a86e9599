/** What is handed in to be recorded, and what comes back: the terms between rooms and the store. */
import type { ActId, Header } from './act.ts';
import type { InstantText, PlainDateText } from './dates.ts';
import type { Viewer } from './define-area.ts';
import type { Marking } from './marking.ts';
import type { Refusal } from './refusal.ts';

/** Members of a payload that are for fewer than the act is. */
export interface NarrowerPart {
  readonly marking: Marking;
  readonly members: readonly string[];
}

/** An act to be composed and signed here, with a key that this node holds. */
export interface DraftAct {
  readonly type: string;
  readonly register: string;
  readonly actor: string;
  /** Whose key signs; absent: the node's operator. */
  readonly author?: string;
  readonly payload: unknown;
  readonly basis: Header['basis'];
  readonly effectiveOn?: PlainDateText | null;
  readonly mandate?: ActId | null;
  readonly parents?: readonly ActId[];
  /** Absent: clear, for all. */
  readonly marking?: Marking;
  /** Members that go into parts of their own, each released to fewer than the act is. */
  readonly narrower?: readonly NarrowerPart[];
}

/** Where an act was put. `again`: it was already there, and nothing changed. */
export interface Admitted {
  readonly id: ActId;
  readonly register: string;
  readonly position: number;
  readonly ledger: number;
  readonly again?: true;
}
/** An act that was signed here, for a register that another keeps: it waits for its admission. */
export interface Awaiting {
  readonly id: ActId;
  readonly register: string;
  /** The custodian whose node decides. */
  readonly awaits: string;
}
export type Receipt = Admitted | Awaiting | Refusal;

/** How far the record goes with it: what waits moves nothing. */
export function ledgerOf(receipt: Admitted | Awaiting): number {
  return isAwaiting(receipt) ? 0 : receipt.ledger;
}

/** Whether an act waits for the custodian of its register, who is elsewhere. */
export function isAwaiting(receipt: Receipt): receipt is Awaiting {
  return 'awaits' in receipt;
}

export interface Progress {
  readonly task: string;
  readonly done: number;
  readonly total: number | null;
}

/** Progress as it was written down last. */
export interface ToldProgress extends Progress {
  readonly toldAt: InstantText;
}

/** Takes acts for the record: the store, as rooms that only hand in acts see it. */
export interface Recorder {
  /** The actor in whose name the node records. */
  readonly operator: string;
  /**
   * Decides, composes, signs, verifies, records and applies; one transaction per batch. A reason
   * that rests on acts which `toldTo` may not see is withheld; absent: the node itself is told all.
   */
  submit(
    drafts: readonly DraftAct[],
    report?: (progress: Progress) => void,
    toldTo?: Viewer,
  ): Promise<Receipt[]>;
}
