/** CSV bytes to records with their lines. Strict: what is not CSV is refused as a whole. */
import { CsvError, parse } from 'csv-parse/sync';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import {
  ROW_CHARACTERS_MAX,
  SIZE_RULE,
  TABLE_BYTES_MAX,
  TABLE_COLUMNS_MAX,
  TABLE_ROWS_MAX,
  TABLE_RULE,
  quoted,
} from './table.ts';

export interface CsvRecord {
  /** Line on which the record ends, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvRecords {
  readonly header: readonly string[];
  readonly records: readonly CsvRecord[];
}

const MEND = said('Mend the file, or export it again from where it comes.');

function fault(reason: string, line: number): Refusal {
  return refuse(TABLE_RULE, said('Line {$line}: {$reason}', { line, reason }), {
    remedy: MEND,
    values: { line: String(line) },
  });
}

function textOf(bytes: Uint8Array): string | Refusal {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fault(`The file is not UTF-8 from there on.`, lineOfBadByte(bytes));
  }
}

/** The first line that is not UTF-8; lines end in the same byte whatever the encoding. */
function lineOfBadByte(bytes: Uint8Array): number {
  let line = 1;
  for (let from = 0; from < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, from);
    const until = end === -1 ? bytes.length : end + 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(from, until));
    } catch {
      return line;
    }
    from = until;
  }
  return line;
}

/** What the parser found wrong, in our words where they are shorter than its own. */
function reasonOf(error: CsvError): string {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return 'A quote that was opened is not closed: the file is cut off or malformed.';
  }
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return `A row has more than ${ROW_CHARACTERS_MAX} characters.`;
  }
  return `Not CSV: ${error.message.replace(/,? (?:at|on) line \d+.*$/s, '')}.`;
}

function parsed(text: string): CsvRecord[] | Refusal {
  try {
    // The parser's types do not follow its options: with info it gives record and info.
    const all = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: ROW_CHARACTERS_MAX,
      to: TABLE_ROWS_MAX + 2,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    return all.map(({ info, record }) => ({
      line: info.lines,
      cells: record.map((cell) => cell.trim()),
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return fault(reasonOf(error), 'lines' in error ? Number(error['lines']) : 1);
  }
}

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell === '');

function faultOf(header: CsvRecord | undefined, records: readonly CsvRecord[]): Refusal | null {
  if (!header || isEmpty(header.cells)) return fault('There is no header.', 1);
  const { length } = header.cells;
  if (length > TABLE_COLUMNS_MAX) {
    return fault(`The header has ${length} cells, more than ${TABLE_COLUMNS_MAX}.`, header.line);
  }
  if (records.length > TABLE_ROWS_MAX) {
    return refuse(
      SIZE_RULE,
      said('The table has more than {$tableRowsMax} rows.', { tableRowsMax: TABLE_ROWS_MAX }),
    );
  }
  const ragged = records.find(({ cells }) => cells.length !== length && !isEmpty(cells));
  return ragged
    ? fault(
        `The row of ${quoted(ragged.cells[0] ?? '')} has ${ragged.cells.length} cells where the ` +
          `header has ${length}: the file is cut off or malformed.`,
        ragged.line,
      )
    : null;
}

/**
 * The header and the records of a CSV file, cells trimmed. Refused with the line where a quote
 * stays open, a row has another number of cells than the header, or the bytes are not UTF-8.
 */
export function csvRecords(
  bytes: Uint8Array,
  sizeBytesMax: number = TABLE_BYTES_MAX,
): CsvRecords | Refusal {
  if (bytes.byteLength > sizeBytesMax) {
    return refuse(
      SIZE_RULE,
      said('The table is larger than {$sizeBytesMax} bytes.', { sizeBytesMax }),
      {
        remedy: said('Import it in parts.'),
      },
    );
  }
  const text = textOf(bytes);
  if (typeof text !== 'string') return text;
  const nul = text.indexOf('\0');
  if (nul >= 0) return fault('It holds a NUL.', text.slice(0, nul).split('\n').length);
  const all = parsed(text);
  if ('refused' in all) return all;
  const [header, ...records] = all;
  return faultOf(header, records) ?? { header: header?.cells ?? [], records };
}
