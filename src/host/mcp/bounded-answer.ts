/** An answer within what an assistant can read at once: rows by pages, long lists cut. */

export const ROWS_MAX = 100;
/** Some eight thousand words’ room: an assistant asks several questions for one answer. */
export const ANSWER_CHARACTERS_MAX = 30_000;
const LIST_LENGTHS = [200, 50, 20, 8, 3, 1] as const;

export interface Bounded {
  readonly answer: unknown;
  /** Where the answer has rows: which of them these are, and where the next ones begin. */
  readonly rows?: { readonly from: number; readonly all: number; readonly next: number | null };
  /** How many items longer lists within the answer were cut to. */
  readonly listsCutTo?: number;
}

function cutLists(value: unknown, length: number): unknown {
  if (Array.isArray(value)) return value.slice(0, length).map((item) => cutLists(item, length));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, cutLists(item, length)]),
  );
}

const sizeOf = (value: unknown): number => JSON.stringify(value).length;

/** The rows from one on: as many as fit; at least one, however large. */
function fitting(rows: readonly unknown[], room: number): readonly unknown[] {
  let size = 0;
  const fit = rows.findIndex((row) => (size += sizeOf(row) + 1) > room);
  return fit === -1 ? rows : rows.slice(0, Math.max(1, fit));
}

/** The answer within its bound; what has rows is read on from `rowsFrom`. */
export function boundedAnswer(answer: unknown, rowsFrom: number): Bounded {
  if (typeof answer !== 'object' || answer === null) return { answer };
  // Any object may be looked at for a member that it may lack.
  const { rows, ...rest } = answer as { readonly rows?: unknown };
  if (Array.isArray(rows)) {
    const all: readonly unknown[] = rows;
    const room = Math.max(0, ANSWER_CHARACTERS_MAX - sizeOf(rest));
    const shown = fitting(all.slice(rowsFrom, rowsFrom + ROWS_MAX), room);
    const next = rowsFrom + shown.length;
    const told = { from: rowsFrom, all: all.length, next: next < all.length ? next : null };
    return { answer: { ...rest, rows: shown }, rows: told };
  }
  if (sizeOf(answer) <= ANSWER_CHARACTERS_MAX) return { answer };
  for (const length of LIST_LENGTHS) {
    const cut = cutLists(answer, length);
    if (sizeOf(cut) <= ANSWER_CHARACTERS_MAX) return { answer: cut, listsCutTo: length };
  }
  return { answer: cutLists(answer, 0), listsCutTo: 0 };
}
