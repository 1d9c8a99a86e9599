/** The decisions of a session: a fold over the acts of its register. */
import type { PutQuestion } from '../../payloads/decision.ts';
import type { Fact } from '../facts.ts';

export interface DecisionState {
  readonly name: string;
  readonly opening: Fact<PutQuestion>;
}

/** The decisions that the acts make, by name, in the order in which they were put. */
export function foldDecisions(facts: readonly Fact[]): ReadonlyMap<string, DecisionState> {
  const decisions = new Map<string, DecisionState>();
  for (const fact of facts) {
    if (fact.type !== 'meetings.put-question') continue;
    // The schema accepted the payload of this very type.
    const opening = fact as Fact<PutQuestion>;
    const name = opening.payload.decision;
    if (!decisions.has(name)) decisions.set(name, { name, opening });
  }
  return decisions;
}
