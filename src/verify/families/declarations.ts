/**
 * Texts of reservations, declarations and objections, read by the reader itself and compared with
 * what a person read in a sample of them (`truths/declaration-labels.md`).
 */
import { createHash } from 'node:crypto';
import { readDeclarations } from '../../practices/agreements/import/declarations/reading.ts';
import {
  type Label,
  type Labelled,
  LABELS,
  compareLabel,
  shortName,
} from '../declaration-labels.ts';
import { type Spread, measuresOf, spreadOf } from '../declaration-measures.ts';
import type { Family, Outcome, Tally } from '../family.ts';

const BELOW = 'treaties/untreaties-2015/declarations';
/** So many letters and digits of a statement are hashed: its end may be parted otherwise. */
const HASHED_LETTERS = 200;
const HASH_DIGITS = 12;

function hashOf(text: string): string {
  const letters = text.replaceAll(/[^\p{L}\p{N}]/gu, '').slice(0, HASHED_LETTERS);
  return createHash('sha256').update(letters).digest('hex').slice(0, HASH_DIGITS);
}

/** Two may say the same, word for word. */
const keyOf = (file: string, participant: string, hash: string): string =>
  `${file}|${shortName(participant)}|${hash}`;

function outcomeOf(label: Label, labelled: Labelled): Outcome {
  const name = `${label.file} ${label.participant} ${label.place}`;
  const fault = compareLabel(label, labelled.read);
  return fault === null
    ? { case: name, outcome: 'reproduced' }
    : { case: name, outcome: 'missed', reason: fault };
}

/** Kinds told for each statement; the measures are its last lines, and no cases of their own. */
function tallyOf(half: Label['half'], labelled: readonly Labelled[], spread: Spread): Tally {
  const own = labelled.filter((one) => one.label.half === half);
  const name = `${BELOW} (${half === 'tuned' ? 'tuned on' : 'held out'})`;
  const outcomes = own.map((one) => outcomeOf(one.label, one));
  return { name, outcomes, remarks: [...measuresOf(own), ...spread] };
}

export const declarations: Family = {
  files: [BELOW],
  async run(folder, { facts }) {
    const resolve = (name: string): string | null => facts.resolve(name);
    const found = new Map<string, Labelled['read']>();
    const confidences: number[] = [];
    for (const file of folder.list(BELOW)) {
      const bytes = file.endsWith('.txt') ? folder.read(`${BELOW}/${file}`) : null;
      if (bytes === null) continue;
      const page = readDeclarations(new TextDecoder().decode(bytes), resolve);
      for (const one of page.statements) {
        confidences.push(one.confidence);
        found.set(keyOf(file.replace(/\.txt$/, ''), one.participant, hashOf(one.text)), one);
      }
    }
    const labelled = LABELS.map((label) => {
      return { label, read: found.get(keyOf(label.file, label.participant, label.hash)) };
    });
    return [tallyOf('tuned', labelled, []), tallyOf('held-out', labelled, spreadOf(confidences))];
  },
};
