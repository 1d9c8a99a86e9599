/** The way in: bytes of a status table to typed rows, each with its verdict. */
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { type CsvRecord, csvRecords } from './csv-records.ts';
import type { Dialect, RowReader } from './dialect.ts';
import { events } from './dialects/events.ts';
import { lettered } from './dialects/lettered.ts';
import { memberships } from './dialects/memberships.ts';
import { stated } from './dialects/stated.ts';
import {
  DIALECT_RULE,
  PARTICIPANT_LENGTH_MAX,
  type StatusRow,
  type StatusTable,
  TABLE_BYTES_MAX,
  quoted,
} from './table.ts';

/** The narrower ones first: the last takes every table that names participants. */
const DIALECTS: readonly Dialect[] = [memberships, events, stated, lettered];

function readRow(record: CsvRecord, read: RowReader): StatusRow {
  const { line, cells } = record;
  if (cells.every((cell) => cell === '')) {
    return { line, participant: '', acts: [], verdict: 'awkward', reasons: ['The row is empty.'] };
  }
  const { acts, remarks, faults, ...named } = read(cells);
  const all = [...faults];
  if (named.participant === '') all.push('The row names no participant.');
  if (named.participant.length > PARTICIPANT_LENGTH_MAX) {
    all.push(`The name of the participant is longer than ${PARTICIPANT_LENGTH_MAX}.`);
  }
  if (all.length > 0) return { line, ...named, acts: [], verdict: 'rejected', reasons: all };
  const nothing = acts.length === 0 && remarks.length === 0 ? ['The row states no act.'] : [];
  const reasons = [...new Set([...remarks, ...nothing])];
  return { line, ...named, acts, verdict: reasons.length > 0 ? 'awkward' : 'accepted', reasons };
}

/**
 * Reads a status table. Every row below the header is in the result, with its line and a verdict;
 * none is dropped. What is not CSV, is too large, or has columns that no dialect knows is refused
 * as a whole, with the line where there is one.
 */
export function readStatusTable(
  bytes: Uint8Array,
  sizeBytesMax: number = TABLE_BYTES_MAX,
): StatusTable | Refusal {
  const csv = csvRecords(bytes, sizeBytesMax);
  if (isRefusal(csv)) return csv;
  const { header } = csv;
  for (const dialect of DIALECTS) {
    const read = dialect.readerFor(header);
    if (!read) continue;
    const rows = csv.records.map((record) => readRow(record, read));
    return { dialect: dialect.name, header, rows };
  }
  const columns = header.map(quoted).slice(0, 12).join(', ');
  return refuse(DIALECT_RULE, said('No column names the participants: {$columns}.', { columns }), {
    remedy: said('Name the columns as in the status tables of a depositary.'),
  });
}
