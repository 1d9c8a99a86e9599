/** Elections whose seats belong to groups: each group's seats are a contest of its own. */
import { SPOILT } from '../../../../kernel/secret-ballot.ts';
import type { CastBallot } from './ballot-count.ts';
import {
  type Contest,
  type ElectionState,
  afterBallot,
  beginElection,
  nameable,
} from './election.ts';

/** A group's seats, who stands for them, and who may be elected to them. */
export interface GroupSeats {
  readonly group: string;
  readonly seats: number;
  readonly candidates: readonly string[];
  readonly eligible?: readonly string[];
}
export type GroupStates = ReadonlyMap<string, ElectionState>;

type Shared = Pick<Contest, 'rule' | 'electors' | 'weight'>;

const contestOf = (shared: Shared, { seats, candidates, eligible }: GroupSeats): Contest => ({
  ...shared,
  seats,
  candidates,
  ...(eligible && { eligible }),
});

/** Whether somebody is elected for this group, if at all. */
const isOf = ({ candidates, eligible = [] }: GroupSeats, name: string): boolean =>
  candidates.includes(name) || eligible.includes(name);

/**
 * A paper has a part for each group: what it says of one group does not spoil the others. A
 * candidate that stands for no group is named in none.
 */
export function partOfBallot(cast: CastBallot, group: GroupSeats): CastBallot {
  const lot = cast.lot?.filter((name) => isOf(group, name));
  const partOf = (names: readonly string[]) =>
    names.filter((name) => isOf(group, name) || name === SPOILT);
  const papers = cast.papers && [...cast.papers].map(([by, names]) => [by, partOf(names)] as const);
  return {
    ...cast,
    ...(lot && { lot }),
    ...(papers && { papers: new Map(papers) }),
    ...(cast.marked && { marked: cast.marked.map(partOf) }),
  };
}

/** Each group's contest before the first ballot. */
export const beginByGroups = (shared: Shared, groups: readonly GroupSeats[]): GroupStates =>
  new Map(groups.map((one) => [one.group, beginElection(contestOf(shared, one))]));

/** Each group's contest after one more ballot. Told counts are told for each group. */
export function afterGroupBallot(
  states: GroupStates,
  cast: CastBallot,
  shared: Shared,
  groups: readonly GroupSeats[],
): GroupStates {
  return new Map(
    groups.flatMap((one): [string, ElectionState][] => {
      const before = states.get(one.group);
      if (before === undefined) return [];
      return [[one.group, afterBallot(before, partOfBallot(cast, one), contestOf(shared, one))]];
    }),
  );
}

/** The state of each group's contest, by the same ballots. */
export function foldByGroups(
  shared: Shared,
  groups: readonly GroupSeats[],
  ballots: readonly CastBallot[],
): GroupStates {
  return ballots.reduce(
    (states, cast) => afterGroupBallot(states, cast, shared, groups),
    beginByGroups(shared, groups),
  );
}

/** A lot comes before the next ballot; and there is one as long as some group waits for it. */
function statusOf(all: readonly ElectionState[]): ElectionState['status'] {
  const statuses = all.map(({ status }) => status);
  for (const one of ['lot-needed', 'open', 'no-result'] as const) {
    if (statuses.includes(one)) return one;
  }
  return 'filled';
}

/** All groups as one election; its ballots are those of the group that took the most of them. */
export function together(groups: GroupStates): ElectionState {
  const all = [...groups.values()];
  const open = all.filter(({ status }) => status === 'open');
  const [longest] = all.toSorted((one, other) => other.ballots.length - one.ballots.length);
  const tied = all.flatMap(({ status, tie }) => (status === 'lot-needed' && tie ? [tie] : []));
  return {
    status: statusOf(all),
    elected: all.flatMap(({ elected }) => elected),
    seatsLeft: all.reduce((count, { seatsLeft }) => count + seatsLeft, 0),
    standing: open.flatMap(({ standing }) => standing),
    isRestricted: open.some(({ isRestricted }) => isRestricted),
    takesAny: open.some(({ takesAny }) => takesAny),
    tie:
      tied.length === 0
        ? null
        : {
            candidates: tied.flatMap(({ candidates }) => candidates),
            seats: tied.reduce((count, { seats }) => count + seats, 0),
          },
    ballots: longest?.ballots ?? [],
    groups,
  };
}

/** For each group whose ballot is being taken: whom it may name, and how many of them. */
export function partsTaken(states: GroupStates, shared: Shared, groups: readonly GroupSeats[]) {
  return groups.flatMap((one) => {
    const state = states.get(one.group);
    if (state === undefined || state.status !== 'open') return [];
    const candidates = nameable(state, contestOf(shared, one));
    return [{ group: one.group, candidates, seats: state.seatsLeft }];
  });
}
