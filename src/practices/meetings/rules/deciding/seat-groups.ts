/** Elections whose seats belong to groups: each group's seats are a contest of its own. */
import type { CastBallot } from './ballot-count.ts';
import { type Contest, type ElectionState, foldElection } from './election.ts';

/** A group's seats, and who stands for them. */
export interface GroupSeats {
  readonly group: string;
  readonly seats: number;
  readonly candidates: readonly string[];
}

/**
 * A paper has a part for each group: what it says of one group does not spoil the others. A
 * candidate that stands for no group is named in none.
 */
export function partOfBallot(cast: CastBallot, { candidates }: GroupSeats): CastBallot {
  if (cast.papers === undefined) return cast;
  const papers = [...cast.papers].map(
    ([voter, names]) => [voter, names.filter((name) => candidates.includes(name))] as const,
  );
  return { ...cast, papers: new Map(papers) };
}

/** The state of each group's contest, by the same ballots. Told counts are told for each group. */
export function foldByGroups(
  shared: Pick<Contest, 'rule' | 'electors' | 'weight'>,
  groups: readonly GroupSeats[],
  ballots: readonly CastBallot[],
): ReadonlyMap<string, ElectionState> {
  return new Map(
    groups.map((one) => {
      const contest = { ...shared, seats: one.seats, candidates: one.candidates };
      const own = ballots.map((cast) => partOfBallot(cast, one));
      return [one.group, foldElection(contest, own)];
    }),
  );
}
