/** The labels of the sample of statements as data, and a statement compared with its label. */
import type { StatementRead } from '../practices/agreements/import/declarations/reading.ts';
import { DECLARATION_LABELS } from './truths/declaration-labels.ts';

export interface Label {
  readonly file: string;
  readonly participant: string;
  readonly place: string;
  readonly hash: string;
  /** Misses of the tuned half were looked at while rules were made; of the other, only sums. */
  readonly half: 'tuned' | 'held-out';
  readonly kind: string;
  readonly provisions: readonly string[];
  readonly towards: readonly string[];
  /** Of an objection, whether it keeps the agreement out of force; null: it does not say. */
  readonly precludes: boolean | null;
}

const NAME_LENGTH = 24;

/** A participant as the labels name it. */
export const shortName = (participant: string): string => participant.slice(0, NAME_LENGTH).trim();

/** What the reader made of it; undefined where no statement has its beginning. */
export interface Labelled {
  readonly label: Label;
  readonly read: StatementRead | undefined;
}

/** `art_37__para_2,3` stands for two provisions. */
function provisionsOf(text: string): string[] {
  return text.split(' ').flatMap((one) => {
    const at = one.lastIndexOf('_') + 1;
    const numbers = one.slice(at).split(',');
    return one === '' ? [] : numbers.map((number) => `${one.slice(0, at)}${number}`);
  });
}

const HEXADECIMAL = 16;

function labelOf(line: string): Label {
  const cells = line.split('|');
  const cell = (at: number): string => cells[at] ?? '';
  const isEven = Number.parseInt(cell(3).slice(-1), HEXADECIMAL) % 2 === 0;
  return {
    file: cell(0),
    participant: cell(1),
    place: cell(2),
    hash: cell(3),
    half: isEven ? 'tuned' : 'held-out',
    kind: cell(4),
    provisions: provisionsOf(cell(5)),
    towards: cell(6)
      .split(' ')
      .filter((one) => one !== ''),
    precludes: cell(7) === '' ? null : cell(7) === 'yes',
  };
}

export const LABELS: readonly Label[] = DECLARATION_LABELS.trim()
  .replaceAll('\n ', '')
  .split('\n')
  .map(labelOf);

const list = (of: readonly string[]): string => [...of].sort().join(' ') || 'none';

/** What of the label the reader missed, in a line; null where it read all of it. */
export function compareLabel(label: Label, read: StatementRead | undefined): string | null {
  if (read === undefined) return 'no statement begins so';
  const faults = [
    ['kind', read.kind, label.kind],
    ['provisions', list(read.provisions), list(label.provisions)],
    ['towards', list(read.towards), list(label.towards)],
    ['precludes', String(read.definite), String(label.precludes)],
  ].filter(([, found, known]) => found !== known);
  if (faults.length === 0) return null;
  const told = faults.map(([what, found, known]) => `${what} ${found}, labelled ${known}`);
  return `${told.join('; ')} (confidence ${read.confidence})`;
}
