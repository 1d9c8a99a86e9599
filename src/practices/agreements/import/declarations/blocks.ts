/**
 * From a page of declarations to the blocks of its participants: `#Name`, then what it said.
 * Sections (declarations, objections, territorial application) and days stand between.
 */
import { type Skipped, type Span, trimmed } from './spans.ts';

export const SECTIONS = ['statements', 'objections', 'territories', 'notifications'] as const;
export type Section = (typeof SECTIONS)[number];

/** A run of text under one heading of a participant. */
export interface Block extends Span {
  /** As the heading names it, without marks of footnotes; empty before the first heading. */
  readonly participant: string;
  readonly section: Section;
  /** What a note over the section says of when its statements were made. */
  readonly note: string;
}

/** Headings of sections as depositaries print them, alone on a line. */
const SECTION_HEADINGS: readonly (readonly [Section, RegExp])[] = [
  ['objections', /^#*\s*objections?\b.{0,80}$/i],
  ['territories', /^#*\s*(?:territorial application|notifications? of territorial)\b.{0,60}$/i],
  ['notifications', /^#*\s*(?:notifications?|communications?)\b.{0,120}$/i],
  ['statements', /^#*\s*(?:declarations?|reservations?|statements?)(?: and .{0,60})?$/i],
];

/** What stands in brackets under the heading of a section and holds for all of it. */
const SECTION_NOTE = /^\(?unless otherwise (?:indicated|noted|stated)\b/i;
const PARTICIPANT = /^#+\s*(?<name>[^\n#]{1,160})$/;
const FOOTNOTE = /^(?:\[\d{1,3}\]|\*{1,3}|†|‡|\d{1,3}\s+(?:see|c\.n\.|footnote|refer)\b)/i;
const MARKS = /(?:\s*(?:\[\d{1,3}\]|\d{1,3}(?:\s*,\s*\d{1,3})*|\*{1,3}|[†‡]))+\s*$/;

interface Line extends Span {
  readonly text: string;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    lines.push({ from, to: from + line.length, text: line.trim() });
    from += line.length + 1;
  }
  return lines;
}

function sectionOf(line: string): Section | null {
  // A sentence that begins with the word is a statement, not a heading.
  if (/[.;:"”]$/.test(line)) return null;
  return SECTION_HEADINGS.find(([, heading]) => heading.test(line))?.[0] ?? null;
}

interface Blocks {
  readonly blocks: Block[];
  readonly skipped: Skipped[];
}

type Open = { -readonly [Key in keyof Block]: Block[Key] };

function closeBlock(open: Open, to: number, text: string, found: Blocks): void {
  const span = trimmed(text, { from: open.from, to });
  if (span) found.blocks.push({ ...open, ...span });
}

type LineKind = { readonly reason: Skipped['reason']; readonly change: Partial<Open> };

/** Pages copied from a browser have the bare name of a participant over what it said. */
const BARE_NAME = /^(?=.{4,80}$)\p{Lu}[^.:;"“”]*$/u;

/** Whether a line is the name of somebody and nothing else. */
export type IsName = (line: string) => boolean;

interface Place {
  readonly open: Readonly<Open>;
  /** Whether the line above ended what was said there. */
  readonly isFree: boolean;
  readonly isName: IsName;
}

const nameIn = (line: string): string => line.replace(MARKS, '').trim();

function participantIn(line: string, { isFree, isName }: Place): string | null {
  const marked = PARTICIPANT.exec(line)?.groups?.['name'];
  if (marked !== undefined) return nameIn(marked);
  return isFree && BARE_NAME.test(line) && isName(nameIn(line)) ? nameIn(line) : null;
}

/** What a line says of those below it; null where it is itself part of what was said. */
function lineKind(line: string, place: Place): LineKind | null {
  const section = sectionOf(line);
  if (section !== null) {
    return { reason: 'section', change: { section, note: '', participant: '' } };
  }
  const participant = participantIn(line, place);
  if (participant !== null) return { reason: 'participant', change: { participant } };
  const isBefore = place.open.participant === '';
  if (SECTION_NOTE.test(line) && isBefore) return { reason: 'section', change: { note: line } };
  return FOOTNOTE.test(line) ? { reason: 'footnote', change: {} } : null;
}

const ENDED = /(?:^|[.!?…"”’»)\]])$/;

/** The blocks of a text whose lines end in LF, and the lines that belong to none. */
export function blocksOf(text: string, isName: IsName = () => false): Blocks {
  const found: Blocks = { blocks: [], skipped: [] };
  const open: Open = { from: 0, to: 0, participant: '', section: 'statements', note: '' };
  let isFree = true;
  for (const line of linesOf(text)) {
    const kind = lineKind(line.text, { open, isFree, isName });
    isFree = kind !== null || ENDED.test(line.text);
    if (kind === null) continue;
    closeBlock(open, line.from, text, found);
    const span = trimmed(text, line);
    if (span) found.skipped.push({ ...span, reason: kind.reason });
    Object.assign(open, kind.change, { from: line.to });
  }
  closeBlock(open, text.length, text, found);
  return found;
}
