/** Roll calls as their collectors publish them: a table of roll calls, and a table of votes. */
import { rule } from '../../kernel/law.ts';

export const ROLL_CALLS_BYTES_MAX = 64 * 1024 * 1024;
export const VOTES_ROWS_MAX = 4_000_000;
export const FAULTS_TOLD_MAX = 200;

export const FORM_RULE = rule(
  'roll-calls.form',
  'RFC 4180',
  'Roll calls are CSV in UTF-8: one table of roll calls, one of votes, and one of who voted.',
);
export const COLUMNS_RULE = rule(
  'roll-calls.columns',
  'Concord, "Import of roll calls"',
  'The header of each table names its columns: number, date and title; number, voter and vote.',
);
export const SIZE_RULE = rule(
  'roll-calls.size',
  'Concord, "Import of roll calls"',
  `A table has at most ${ROLL_CALLS_BYTES_MAX} bytes, unpacked, and ${VOTES_ROWS_MAX} votes.`,
);

export const VOTES = ['yes', 'no', 'abstain', 'absent'] as const;
export type VoteKind = (typeof VOTES)[number];

/** Who voted, as the tables name it. */
export interface Voter {
  readonly name: string;
  readonly code?: string;
}

export interface Tally {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

/** One roll call; voters are positions in the list of voters. */
export interface RollCall {
  /** Line of the table of roll calls, from 1. */
  readonly line: number;
  readonly number: string;
  readonly session: string;
  readonly on: string;
  readonly symbol: string;
  readonly title: string;
  /** What the title leaves out. */
  readonly description: string;
  readonly issues: readonly string[];
  /** Whether an amendment or a part of a text was voted. */
  readonly matter: 'amendment' | 'paragraph' | null;
  readonly stated: Tally | null;
  readonly votes: Readonly<Record<VoteKind, readonly number[]>>;
}

/** A row that could not be used, and why. */
export interface RowFault {
  readonly table: 'roll-calls' | 'votes' | 'issues';
  readonly line: number;
  readonly reason: string;
}

export interface RollCalls {
  readonly rollCalls: readonly RollCall[];
  readonly voters: readonly Voter[];
  /** Votes that were read, of all roll calls. */
  readonly votes: number;
  /** The first of them; `faultCount` are all. */
  readonly faults: readonly RowFault[];
  readonly faultCount: number;
}
