/**
 * Participants with a column of signatures and columns of instruments whose headers explain
 * letters: "Ratification, Accession(a), Succession(d)", as in the United Nations Treaty Collection.
 */
import { type Dialect, PARTICIPANT, type RowReading, columnOf } from '../dialect.ts';
import { type Letters, readMarkedCell } from '../marked-cell.ts';
import { type Meaning, meaningOf } from '../meanings.ts';
import { PARTICIPANT_LENGTH_MAX, type TableAct, quoted } from '../table.ts';
import { EFFECT } from './stated.ts';
import { readTableDate } from '../table-dates.ts';

/** A comma parts two meanings only where no parenthesis is open. */
const PARTS = /,(?![^(]*\))/;
const LETTERED = /^(.*?)\s*\(([A-Za-z]{1,2})\)$/s;

interface Column {
  readonly at: number;
  readonly title: string;
  readonly letters: Letters | null;
}

function sameMeaning(one: Meaning, other: Meaning): boolean {
  return one.act === other.act && one.instrument === other.instrument && one.form === other.form;
}

/** The meanings of dates without a letter, each once, and those of the letters. */
function explained(title: string): { plain: Meaning[]; byLetter: Map<string, Meaning | null> } {
  const byLetter = new Map<string, Meaning | null>();
  const plain: Meaning[] = [];
  for (const part of title.split(PARTS)) {
    const [, words, letter] = LETTERED.exec(part.trim()) ?? [];
    const meaning = meaningOf(words ?? part);
    if (letter !== undefined) byLetter.set(letter, meaning);
    else if (meaning && !plain.some((one) => sameMeaning(one, meaning))) plain.push(meaning);
  }
  return { plain, byLetter };
}

/** What a header explains; null where none of its words names an act. */
export function lettersOf(title: string): Letters | null {
  const { plain, byLetter } = explained(title);
  const named = [...plain, ...byLetter.values()].some((meaning) => meaning !== null);
  const [only] = plain;
  return named ? { plain: plain.length === 1 && only ? only : null, byLetter } : null;
}

/** A name without the marks of footnotes: digits, asterisks and letters in brackets at its end. */
const FOOTNOTES =
  /(?:\s*(?:\[[^\]]{1,3}\]|[*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰]+|(?:\s|(?<=[\p{L})]))\d{1,2}(?:\s?,\s?\d{1,2})*))+$/u;

function readName(cell: string): { participant: string; remarks: string[] } {
  // What is too long for a name is rejected later, and not worth the search.
  if (cell.length > PARTICIPANT_LENGTH_MAX) return { participant: cell, remarks: [] };
  const participant = cell.replace(FOOTNOTES, '').trim();
  const mark = cell.slice(participant.length).trim();
  return {
    participant,
    remarks: mark === '' ? [] : [`The mark ${quoted(mark)} of a footnote at the name is left out.`],
  };
}

function withEffect(acts: readonly TableAct[], cell: string | undefined, faults: string[]) {
  const effect = readTableDate(cell ?? '');
  if ('fault' in effect) faults.push(effect.fault);
  if (!('on' in effect)) return acts;
  return acts.map((act) => (act.act === 'deposit' ? { ...act, effectiveOn: effect.on } : act));
}

function readRow(
  cells: readonly string[],
  at: { name: number; effect: number },
  columns: readonly Column[],
): RowReading {
  const { participant, remarks } = readName(cells[at.name] ?? '');
  const [acts, faults]: [TableAct[], string[]] = [[], []];
  for (const column of columns) {
    const cell = cells[column.at] ?? '';
    if (cell === '') continue;
    if (!column.letters) {
      remarks.push(`Column ${quoted(column.title)} is no act that is recorded: ${quoted(cell)}.`);
      continue;
    }
    const read = readMarkedCell(cell, column.letters);
    acts.push(...read.acts);
    remarks.push(...read.remarks);
    faults.push(...read.faults);
  }
  return { participant, acts: withEffect(acts, cells[at.effect], faults), remarks, faults };
}

export const lettered: Dialect = {
  name: 'lettered instruments',
  readerFor(header) {
    const at = { name: columnOf(header, PARTICIPANT), effect: columnOf(header, EFFECT) };
    if (at.name === -1) return null;
    const columns = header
      .map((title, index) => ({ at: index, title, letters: lettersOf(title) }))
      .filter((column) => column.at !== at.name && column.at !== at.effect);
    return (cells) => readRow(cells, at, columns);
  },
};
