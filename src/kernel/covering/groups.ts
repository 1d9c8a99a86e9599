/**
 * Candidates that give the same to every demand are interchangeable: what is searched is how many
 * of each group are chosen, not who. Those preferred are kept apart, since they are taken first.
 */
import type { Demand, Problem } from './formula.ts';

export interface Group {
  /** Candidates by their numbers. */
  readonly members: readonly number[];
  readonly preferred: boolean;
  /** What each member gives to each demand. */
  readonly gives: readonly bigint[];
}

const descending = (one: bigint, other: bigint): number => (one < other ? 1 : one > other ? -1 : 0);

/** To how many demands a member gives anything. */
const breadth = ({ gives }: Group): number => gives.filter((one) => one > 0n).length;

/**
 * Who is shown first among equals: those preferred, then those that give most to weights, then
 * those that give to most demands.
 */
function byPreference(weights: readonly number[]): (one: Group, other: Group) => number {
  return (one, other) => {
    if (one.preferred !== other.preferred) return one.preferred ? -1 : 1;
    for (const at of weights) {
      const order = descending(one.gives[at] ?? 0n, other.gives[at] ?? 0n);
      if (order !== 0) return order;
    }
    return breadth(other) - breadth(one);
  };
}

/** The candidates by what they give, those preferred first. */
export function groupsOf<Candidate, Own extends Demand>(problem: Problem<Candidate, Own>): Group[] {
  const { candidates, demands } = problem;
  const groups = new Map<string, { members: number[]; preferred: boolean; gives: bigint[] }>();
  for (const [at, candidate] of candidates.entries()) {
    const preferred = problem.isPreferred(candidate);
    const gives = demands.map((demand) => demand.gives[at] ?? 0n);
    const key = `${preferred} ${gives.join(' ')}`;
    const group = groups.get(key);
    if (group) group.members.push(at);
    else groups.set(key, { members: [at], preferred, gives });
  }
  const weights = demands.flatMap((demand, at) => (problem.isWeight(demand) ? [at] : []));
  return [...groups.values()].sort(byPreference(weights));
}
