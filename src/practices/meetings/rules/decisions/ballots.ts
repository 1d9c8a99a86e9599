/** Which ballot of an election is being taken, and who stands in it. */
import type { DecisionState } from './decision-state.ts';

export interface Ballot {
  /** From 1. */
  readonly number: number;
  readonly candidates: readonly string[];
  /** How many a ballot may name. */
  readonly seats: number;
}

/** The ballot that is taken now; null where what was put is no election, or it is over. */
export function ballotOf({ opening, closings }: DecisionState): Ballot | null {
  const { on } = opening.payload;
  if (on.kind !== 'election') return null;
  return { number: closings.length + 1, candidates: on.candidates, seats: on.seats };
}
