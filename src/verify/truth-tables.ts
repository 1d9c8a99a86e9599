/** Tables of known outcomes: rows by column name, forgiving about which columns are there. */
import { isRefusal } from '../kernel/refusal.ts';
import { csvRecords } from '../standards/status-table/csv-records.ts';

export type TruthRow = (column: string) => string;

export interface TruthTable {
  readonly header: readonly string[];
  readonly rows: readonly TruthRow[];
}

/** The table, or the reason why it cannot be read. A column that is missing reads as empty. */
export function truthTable(bytes: Uint8Array): TruthTable | string {
  const csv = csvRecords(bytes);
  if (isRefusal(csv)) return csv.reason;
  const at = new Map(csv.header.map((name, index) => [name.toLowerCase(), index]));
  const rows = csv.records
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map(
      ({ cells }): TruthRow =>
        (column) =>
          cells[at.get(column.toLowerCase()) ?? -1] ?? '',
    );
  return { header: csv.header, rows };
}
