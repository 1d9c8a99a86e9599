/** A way in which tables are laid out, recognised by the words of the header alone. */
import type { TableAct } from './table.ts';

/** What a row says. Faults make all of it unbelievable, remarks only tell what was left out. */
export interface RowReading {
  readonly participant: string;
  readonly code?: string;
  readonly treaty?: string;
  readonly acts: readonly TableAct[];
  readonly remarks: readonly string[];
  readonly faults: readonly string[];
}

export type RowReader = (cells: readonly string[]) => RowReading;

export interface Dialect {
  readonly name: string;
  /** Reads rows below this header; null where the header is of another dialect. */
  readerFor(header: readonly string[]): RowReader | null;
}

/** A header's words in one form: lower case, parted by single spaces. */
export function headerWords(cell: string): string {
  return cell
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

/** The first column whose words match; -1 where there is none. */
export function columnOf(header: readonly string[], pattern: RegExp): number {
  return header.findIndex((cell) => pattern.test(headerWords(cell)));
}

/** Words by which a column is known to name the participants, or to hold their codes. */
export const PARTICIPANT =
  /^(participant|contracting (party|state)|party|name|country|state|member( state)?)$/;
export const CODE = /^(code|country code|iso ?[23]( code)?|alpha [23]|stateid)$/;
export const TREATY = /^(treaty|agreement|convention)$/;

/** Optional members of a reading, left out where the cell is empty. */
export function optional(cells: readonly string[], at: { code: number; treaty: number }) {
  const code = cells[at.code] ?? '';
  const treaty = cells[at.treaty] ?? '';
  return { ...(code === '' ? {} : { code }), ...(treaty === '' ? {} : { treaty }) };
}
