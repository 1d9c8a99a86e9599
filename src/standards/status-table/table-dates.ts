/** Dates as status tables write them. What is not certainly one day of the calendar is no date. */
import { isPlainDate, type PlainDateText } from '../../kernel/dates.ts';
import { own } from '../../kernel/own.ts';
import { quoted } from './table.ts';

export type DateReading =
  | { readonly on: PlainDateText }
  | { readonly fault: string }
  /** The cell says that there is none: empty, `NA`, or the end of time. */
  | { readonly none: true };

const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  january: 1,
  feb: 2,
  february: 2,
  mar: 3,
  march: 3,
  apr: 4,
  april: 4,
  may: 5,
  jun: 6,
  june: 6,
  jul: 7,
  july: 7,
  aug: 8,
  august: 8,
  sep: 9,
  sept: 9,
  september: 9,
  oct: 10,
  october: 10,
  nov: 11,
  november: 11,
  dec: 12,
  december: 12,
};

const ABSENT = new Set(['', 'na', 'n/a', '-', '–', '—', '...', '…']);
/** Tables that need a date for "still" write the last of all. */
const NEVER = new Set(['9999-12-31', '31.12.9999']);

const WORDED = /^(\d{1,2})\.? ([a-z]{3,9})\.? (\d+)$/i;
const ISO = /^(\d+)-(\d{1,2})-(\d{1,2})$/;
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d*)$/;

interface Numbers {
  readonly year: string;
  readonly month: number;
  readonly day: number;
}

function numbersOf(text: string): Numbers | null {
  const worded = WORDED.exec(text);
  if (worded) {
    const month = own(MONTHS, (worded[2] ?? '').toLowerCase());
    return month === undefined ? null : { year: worded[3] ?? '', month, day: Number(worded[1]) };
  }
  const iso = ISO.exec(text);
  if (iso) return { year: iso[1] ?? '', month: Number(iso[2]), day: Number(iso[3]) };
  const dotted = DOTTED.exec(text);
  if (!dotted) return null;
  return { year: dotted[3] ?? '', month: Number(dotted[2]), day: Number(dotted[1]) };
}

/** Reads `6 Oct 1965`, `1965-10-06` and `06.10.1965`; says what is wrong with all else. */
export function readTableDate(cell: string): DateReading {
  const text = cell.trim().replace(/\s+/g, ' ');
  if (ABSENT.has(text.toLowerCase()) || NEVER.has(text)) return { none: true };
  const numbers = numbersOf(text);
  if (!numbers) return { fault: `${quoted(text)} is no date.` };
  const { year, month, day } = numbers;
  if (year.length === 0) return { fault: `${quoted(text)} has no year.` };
  if (year.length !== 4) return { fault: `${quoted(text)} has a year that is not of four digits.` };
  const two = (part: number): string => String(part).padStart(2, '0');
  const on = `${year}-${two(month)}-${two(day)}`;
  return isPlainDate(on) ? { on } : { fault: `${quoted(text)} is no day of the calendar.` };
}
