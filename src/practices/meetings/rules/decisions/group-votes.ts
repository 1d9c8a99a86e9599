/** How groups voted: together, or split. A group has no vote; its members vote, each for itself. */
import type { Choice } from '../../payloads/decision-rule.ts';

export interface GroupVotes {
  readonly group: string;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  /** Members of the group that may vote and said nothing. */
  readonly silent: number;
  /** Whether those who voted did not all vote alike. */
  readonly isSplit: boolean;
}

/** A group of the day, with whoever belongs to it. */
export interface Group {
  readonly group: string;
  readonly members: readonly string[];
}

/** Fewer that voted cannot be of two minds. */
const VOTED_MIN = 2;

/**
 * Groups of whose members two at least voted, those that were split first. `votes`: of every
 * member of the electorate what it voted, null where nothing. A group of all electors is left out.
 */
export function votesOfGroups(
  votes: ReadonlyMap<string, Choice | null>,
  groups: readonly Group[],
): GroupVotes[] {
  return groups
    .map(({ group, members }) => {
      const own = members.filter((actor) => votes.has(actor));
      const of = (choice: Choice | null): number =>
        own.filter((actor) => votes.get(actor) === choice).length;
      const cast = { yes: of('yes'), no: of('no'), abstain: of('abstain') };
      const isSplit = Object.values(cast).filter((count) => count > 0).length > 1;
      return { own, row: { group, ...cast, silent: of(null), isSplit } };
    })
    .filter(
      ({ own, row }) => row.yes + row.no + row.abstain >= VOTED_MIN && own.length < votes.size,
    )
    .map(({ row }) => row)
    .toSorted((one, other) => Number(other.isSplit) - Number(one.isSplit));
}
