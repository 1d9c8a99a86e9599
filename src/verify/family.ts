/** A family of cases with known outcomes, and what became of each. */
import type { VerifyNode } from './node.ts';

export type Outcome =
  /** The node's answer is the known one. */
  | { readonly case: string; readonly outcome: 'reproduced' }
  /** The node's answer differs. */
  | { readonly case: string; readonly outcome: 'missed'; readonly reason: string }
  /** The folder lacks what the node would have to be told; nothing was compared. */
  | { readonly case: string; readonly outcome: 'not-at-hand'; readonly reason: string };

/** The outcomes under one name; a family may give several such lists. */
export interface Tally {
  readonly name: string;
  readonly outcomes: readonly Outcome[];
  /** Measures over all of them, said before the sum. */
  readonly remarks?: readonly string[];
}

/** The files of a folder, by their paths below it. Reading what is not there gives null. */
export interface TruthFolder {
  /** Whether there is a file or folder of that path. */
  has(path: string): boolean;
  read(path: string): Uint8Array | null;
  /** Names of the files in a folder below; empty where there is none. */
  list(path: string): readonly string[];
}

export interface Family {
  /** Paths that it reads, of which the first has to be there. */
  readonly files: readonly string[];
  run(folder: TruthFolder, node: VerifyNode): Promise<readonly Tally[]>;
}

/** Compares an answer with what is known. */
export function compared(
  name: string,
  found: string | null,
  known: string | null,
  why = '',
): Outcome {
  if (found === known) return { case: name, outcome: 'reproduced' };
  const told = `${found ?? 'not in force'}, known is ${known ?? 'not in force'}`;
  return { case: name, outcome: 'missed', reason: why === '' ? told : `${told}; ${why}` };
}
