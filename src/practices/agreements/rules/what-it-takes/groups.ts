/**
 * Candidates that give the same to every demand are interchangeable: what is searched is how many
 * of each group consent, not who. Signatories are kept apart, since they are taken first.
 */
import type { Candidate } from './candidates.ts';
import type { Demand } from './demands.ts';

export interface Group {
  /** In the order of their ids. */
  readonly members: readonly Candidate[];
  readonly signed: boolean;
  /** What each member gives to each demand. */
  readonly gives: readonly bigint[];
}

const descending = (one: bigint, other: bigint): number => (one < other ? 1 : one > other ? -1 : 0);

/** To how many demands a member gives anything. */
const breadth = ({ gives }: Group): number => gives.filter((one) => one > 0n).length;

/**
 * Who is shown first among equals: signatories, then those that give most to weights, then those
 * that give to most demands.
 */
function byPreference(demands: readonly Demand[]): (one: Group, other: Group) => number {
  const weights = demands.flatMap(({ single }, at) => ('weight' in single ? [at] : []));
  return (one, other) => {
    if (one.signed !== other.signed) return one.signed ? -1 : 1;
    for (const at of weights) {
      const order = descending(one.gives[at] ?? 0n, other.gives[at] ?? 0n);
      if (order !== 0) return order;
    }
    return breadth(other) - breadth(one);
  };
}

/** The candidates by what they give, those preferred first. */
export function groupsOf(candidates: readonly Candidate[], demands: readonly Demand[]): Group[] {
  const groups = new Map<string, { members: Candidate[]; signed: boolean; gives: bigint[] }>();
  for (const [at, candidate] of candidates.entries()) {
    const signed = candidate.signedOn !== null;
    const gives = demands.map((demand) => demand.gives[at] ?? 0n);
    const key = `${signed} ${gives.join(' ')}`;
    const group = groups.get(key);
    if (group) group.members.push(candidate);
    else groups.set(key, { members: [candidate], signed, gives });
  }
  return [...groups.values()].sort(byPreference(demands));
}
