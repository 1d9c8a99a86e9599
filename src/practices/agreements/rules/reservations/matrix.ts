/**
 * All relations under an agreement on a day: for each that made reservations, how they stand
 * towards each other party; and for each pair what holds between the two.
 */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import type { Chronicle } from '../entry-into-force.ts';
import {
  type Assembly,
  OUTCOMES,
  type Outcome,
  assemblyOn,
  outcomesOf,
  ownLives,
} from './relations.ts';
import type { Dossiers } from '../status.ts';

/** How the reservations of one party stand towards each of the others. */
export interface MatrixRow {
  readonly actor: string;
  /** Acts of its reservations that stand. */
  readonly reservations: readonly string[];
  /** By party, in their order; what it is to itself is left out of account. */
  readonly towards: ReadonlyMap<string, Outcome>;
}

/** Two between whom more is to be said than that it is in force. */
export interface Pair {
  readonly one: string;
  readonly other: string;
  readonly outcome: Outcome;
}

export interface Matrix {
  readonly parties: readonly string[];
  readonly rows: readonly MatrixRow[];
  readonly pairs: readonly Pair[];
  /** How many pairs there are of each outcome. */
  readonly counts: Readonly<Record<Outcome, number>>;
}

function rowsOf(assembly: Assembly): MatrixRow[] {
  return assembly.parties.flatMap((by): MatrixRow[] => {
    const lives = ownLives(by, assembly);
    if (lives.length === 0) return [];
    const outcomeTowards = outcomesOf(by, assembly);
    const towards = new Map<string, Outcome>();
    for (const other of assembly.parties) {
      if (other !== by) towards.set(other.actor, outcomeTowards(other));
    }
    return [{ actor: by.actor, reservations: lives.map(({ event }) => event.act), towards }];
  });
}

const gravity = (outcome: Outcome): number => OUTCOMES.indexOf(outcome);

/** The graver of two outcomes. */
function graver(one: Outcome, other: Outcome): Outcome {
  return gravity(one) <= gravity(other) ? one : other;
}

function pairsOf(rows: readonly MatrixRow[]): Pair[] {
  const byActor = new Map(rows.map((row) => [row.actor, row]));
  return rows.flatMap((row) => {
    const pairs: Pair[] = [];
    for (const [other, outcome] of row.towards) {
      const back = byActor.get(other);
      // Of two that both made reservations, the pair is told once, with the first by id.
      if (back && other < row.actor) continue;
      const both = graver(outcome, back?.towards.get(row.actor) ?? 'in-force');
      if (both !== 'in-force') pairs.push({ one: row.actor, other, outcome: both });
    }
    return pairs;
  });
}

/** All relations under an agreement on a day. */
export function matrixOn(chronicle: Chronicle, dossiers: Dossiers, day: PlainDateText): Matrix {
  const assembly = assemblyOn(chronicle, dossiers, day);
  const rows = rowsOf(assembly);
  const pairs = pairsOf(rows);
  const count = assembly.parties.length;
  // Each outcome begins at nought, and the object holds them all.
  const counts = Object.fromEntries(OUTCOMES.map((one) => [one, 0])) as Record<Outcome, number>;
  for (const { outcome } of pairs) counts[outcome] += 1;
  counts['in-force'] = (count * (count - 1)) / 2 - pairs.length;
  return { parties: assembly.parties.map(({ actor }) => actor), rows, pairs, counts };
}
