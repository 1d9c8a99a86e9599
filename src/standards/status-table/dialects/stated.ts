/**
 * One row for each participant, with the kind of its instrument in a column of its own, and often
 * the day of effect: as WIPO publishes its contracting parties, or the parties to the conventions
 * on climate are listed.
 */
import {
  CODE,
  type Dialect,
  PARTICIPANT,
  type RowReading,
  TREATY,
  columnOf,
  optional,
} from '../dialect.ts';
import { type Meaning, meaningOf } from '../meanings.ts';
import { type TableAct, quoted } from '../table.ts';
import { readTableDate } from '../table-dates.ts';

const SIGNATURE = /^(signature( date)?|date of signature|signed( on)?)$/;
const KIND = /^(kind|type|instrument( type| kind)?|type of instrument|kind of instrument)$/;
const DEPOSIT =
  /^(instrument date|date of (the )?instrument|deposit(ed)?( date| on)?|date of deposit)$/;
/** `Ratification`, or several kinds joined: `Ratification Acceptance Accession`. */
const KINDS = /^((ratification|acceptance|accession|approval|succession)[ ,/]*)+$/;
const EFFECT_WORDS = [
  'entry into force( date)?',
  'date of (effect|entry into force)',
  'effective( date| on)?',
  'in force (from|since|on)',
];
/** A column of days on which instruments take effect. */
export const EFFECT = new RegExp(`^(${EFFECT_WORDS.join('|')})$`);

interface Columns {
  readonly participant: number;
  readonly code: number;
  readonly treaty: number;
  readonly signature: number;
  readonly deposit: number;
  readonly kind: number;
  readonly effect: number;
}

function columnsIn(header: readonly string[]): Columns | null {
  const stated = columnOf(header, DEPOSIT);
  const columns = {
    participant: columnOf(header, PARTICIPANT),
    code: columnOf(header, CODE),
    treaty: columnOf(header, TREATY),
    signature: columnOf(header, SIGNATURE),
    deposit: stated === -1 ? columnOf(header, KINDS) : stated,
    kind: columnOf(header, KIND),
    effect: columnOf(header, EFFECT),
  };
  const known = columns.participant !== -1 && columns.deposit !== -1 && columns.kind !== -1;
  return known ? columns : null;
}

interface Dates {
  readonly signature: string | null;
  readonly deposit: string | null;
  readonly effect: string | null;
}

function datesIn(cells: readonly string[], columns: Columns, faults: string[]): Dates {
  const read = (at: number): string | null => {
    const date = readTableDate(cells[at] ?? '');
    if ('fault' in date) faults.push(date.fault);
    return 'on' in date ? date.on : null;
  };
  return {
    signature: read(columns.signature),
    deposit: read(columns.deposit),
    effect: read(columns.effect),
  };
}

/** What was deposited, by the word of the row; none where the word is missing or not known. */
function kindIn(cell: string, remarks: string[]): Meaning | null {
  const meaning = meaningOf(cell);
  if (meaning) return meaning;
  remarks.push(
    cell === ''
      ? 'A date of deposit stands without the kind of instrument.'
      : `${quoted(cell)} is no kind of instrument that is recorded.`,
  );
  return null;
}

function readRow(cells: readonly string[], columns: Columns): RowReading {
  const [acts, remarks, faults]: [TableAct[], string[], string[]] = [[], [], []];
  const dates = datesIn(cells, columns, faults);
  if (dates.signature !== null) acts.push({ act: 'sign', on: dates.signature });
  const kind = cells[columns.kind] ?? '';
  if (dates.deposit !== null) {
    const meaning = kindIn(kind, remarks);
    const effect = dates.effect === null ? {} : { effectiveOn: dates.effect };
    if (meaning) acts.push({ ...meaning, on: dates.deposit, ...effect });
  } else if (dates.effect !== null || kind !== '') {
    remarks.push('An instrument stands without the date of its deposit.');
  }
  const participant = cells[columns.participant] ?? '';
  return { participant, ...optional(cells, columns), acts, remarks, faults };
}

export const stated: Dialect = {
  name: 'stated kinds of instruments',
  readerFor(header) {
    const columns = columnsIn(header);
    return columns && ((cells) => readRow(cells, columns));
  },
};
