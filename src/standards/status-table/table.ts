/** What a status table says, row by row, whichever way its columns are laid out. */
import type { PlainDateText } from '../../kernel/dates.ts';
import { rule } from '../../kernel/law.ts';

export const TABLE_BYTES_MAX = 32 * 1024 * 1024;
export const TABLE_ROWS_MAX = 200_000;
export const TABLE_COLUMNS_MAX = 200;
export const ROW_CHARACTERS_MAX = 64 * 1024;
export const PARTICIPANT_LENGTH_MAX = 300;

/** Kinds of instruments by which one consents to be bound, as status tables name them. */
export type TableInstrument =
  | 'ratification'
  | 'acceptance'
  | 'approval'
  | 'accession'
  | 'succession'
  | 'formal-confirmation'
  | 'notification';

/** One act that a row states. */
export interface TableAct {
  readonly act: 'sign' | 'deposit' | 'apply-provisionally' | 'withdraw';
  readonly on: PlainDateText;
  /** For a deposit. */
  readonly instrument?: TableInstrument;
  /** For a signature that is not a simple one. */
  readonly form?: 'definitive' | 'ad-referendum';
  /** Where the table itself states a date of effect. */
  readonly effectiveOn?: PlainDateText;
  /** Where the row is a successor's, and tells what its predecessor had done. */
  readonly byPredecessor?: true;
  /** The words of the table, where our word for the act is wider. */
  readonly note?: string;
}

/**
 * What became of a row: all of it was read; or some of it says what is no act, and the reasons say
 * what; or it cannot be believed, and none of it is used.
 */
export type RowVerdict = 'accepted' | 'awkward' | 'rejected';

export interface StatusRow {
  /** Line of the file on which the row ends, from 1. */
  readonly line: number;
  readonly participant: string;
  readonly code?: string;
  /** Where one table holds several agreements. */
  readonly treaty?: string;
  readonly acts: readonly TableAct[];
  readonly verdict: RowVerdict;
  /** Why it is not accepted as it stands, in sentences. */
  readonly reasons: readonly string[];
}

export interface StatusTable {
  readonly dialect: string;
  readonly header: readonly string[];
  /** Every row of the file below its header, in order. */
  readonly rows: readonly StatusRow[];
}

export const TABLE_RULE = rule(
  'status-table.form',
  'RFC 4180',
  'A status table is CSV in UTF-8, with one header and as many cells in each row as it has.',
);
export const SIZE_RULE = rule(
  'status-table.size',
  'Concord, "Bulk import"',
  `A status table has at most ${TABLE_BYTES_MAX} bytes and ${TABLE_ROWS_MAX} rows.`,
);
export const DIALECT_RULE = rule(
  'status-table.columns',
  'Concord, "Bulk import"',
  'The header of a status table names the participants and what they did.',
);

const QUOTED_LENGTH_MAX = 60;

/** A cell as reasons quote it: short, and without controls that would break a line. */
export function quoted(cell: string): string {
  const plain = cell.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
  return plain.length > QUOTED_LENGTH_MAX
    ? `“${plain.slice(0, QUOTED_LENGTH_MAX)}…”`
    : `“${plain}”`;
}
