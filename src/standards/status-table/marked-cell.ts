/** A cell of dates with letters: `6 Oct 1965 a`, several at once, some in brackets. */
import { type Meaning, usualMeaningOf } from './meanings.ts';
import { type TableAct, quoted } from './table.ts';
import { readTableDate } from './table-dates.ts';

/** What the header of a column explains. */
export interface Letters {
  /** What a date without a letter is; null where the header does not say. */
  readonly plain: Meaning | null;
  readonly byLetter: ReadonlyMap<string, Meaning | null>;
}

export interface CellReading {
  readonly acts: TableAct[];
  readonly remarks: string[];
  readonly faults: string[];
}

/** Lengths are bounded, so that no cell takes longer than its length to search. */
const DATE = [
  String.raw`\d{1,2}\.? [A-Za-z]{3,9}\.? \d{1,6}`,
  String.raw`\d{1,6}-\d{1,2}-\d{1,2}`,
  String.raw`\d{1,2}\.\d{1,2}\.\d{0,6}`,
].join('|');
const LETTER = String.raw`(?: \(?(?<letter>[A-Za-z]{1,2})\)?(?![A-Za-z]))?`;
const MARKED = new RegExp(`(?<open>\\[?) ?(?<date>${DATE})${LETTER} ?(?<close>\\]?)`, 'g');

function meaningIn(letters: Letters, letter: string, remarks: string[]): Meaning | null {
  if (letter === '') {
    if (!letters.plain) remarks.push('The header does not say what a date without a letter is.');
    return letters.plain;
  }
  const explained = letters.byLetter.get(letter);
  if (explained !== undefined) return explained;
  const usual = usualMeaningOf(letter);
  remarks.push(
    usual
      ? `The letter ${letter} is not in the header; it is taken in its usual sense.`
      : `The letter ${letter} is not explained.`,
  );
  return usual;
}

function readMark(
  groups: Readonly<Record<string, string | undefined>>,
  letters: Letters,
  reading: CellReading,
): void {
  const date = readTableDate(groups['date'] ?? '');
  if ('fault' in date) reading.faults.push(date.fault);
  if (!('on' in date)) return;
  if (groups['open'] !== '' || groups['close'] !== '') {
    // Brackets stand for acts that were undone, or were done by another in its name.
    reading.remarks.push(`${date.on} stands in brackets and is left out.`);
    return;
  }
  const meaning = meaningIn(letters, groups['letter'] ?? '', reading.remarks);
  if (meaning) reading.acts.push({ ...meaning, on: date.on });
  else reading.remarks.push(`What was done on ${date.on} is left out.`);
}

/** Everything that a cell says. Text that is no date, beside dates, is a remark; alone, a fault. */
export function readMarkedCell(text: string, letters: Letters): CellReading {
  const reading: CellReading = { acts: [], remarks: [], faults: [] };
  const cell = text.replace(/\s+/g, ' ').trim();
  const whole = readTableDate(cell);
  if ('none' in whole) return reading;
  let count = 0;
  for (const match of cell.matchAll(MARKED)) {
    count += 1;
    readMark(match.groups ?? {}, letters, reading);
  }
  const rest = cell
    .replace(MARKED, ' ')
    .replace(/[\s,;]+/g, ' ')
    .trim();
  if (count === 0) reading.faults.push(`${quoted(cell)} is no date.`);
  else if (rest !== '') reading.remarks.push(`${quoted(rest)} beside the date is left out.`);
  return reading;
}
