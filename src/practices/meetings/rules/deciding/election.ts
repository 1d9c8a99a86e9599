/**
 * An election in as many ballots as it takes: majorities, restricted ballots, candidates that
 * leave, equal votes and lots (UNGA Rules of Procedure, rules 92 to 94, and what others do).
 */
import { type Fraction, compare } from '../../../../kernel/fraction.ts';
import type { Election } from '../../payloads/decision-rule.ts';
import {
  type BallotCount,
  type CastBallot,
  type Round,
  countBallot,
  hasMajority,
} from './ballot-count.ts';

export interface Contest extends Omit<Round, 'candidates' | 'seats'> {
  readonly rule: Election;
  readonly seats: number;
  readonly candidates: readonly string[];
  /** Who may be elected, where a ballot may name any of them. */
  readonly eligible?: readonly string[];
}

export interface BallotResult extends BallotCount {
  readonly number: number;
  readonly candidates: readonly string[];
  readonly seats: number;
  readonly isRestricted: boolean;
  readonly elected: readonly string[];
  readonly left: readonly string[];
}

/** Candidates with equal votes, of whom only some can be seated. */
export interface Tie {
  readonly candidates: readonly string[];
  readonly seats: number;
}

export interface ElectionState {
  readonly status: 'open' | 'filled' | 'lot-needed' | 'no-result';
  readonly elected: readonly string[];
  readonly seatsLeft: number;
  /** Who may be voted for in the next ballot, where there is one. */
  readonly standing: readonly string[];
  readonly isRestricted: boolean;
  /** Whether the next ballot may name whoever is eligible, besides those who stand. */
  readonly takesAny: boolean;
  readonly tie: Tie | null;
  readonly ballots: readonly BallotResult[];
  /** Where the seats belong to groups, each group's own contest. */
  readonly groups?: ReadonlyMap<string, ElectionState>;
}

/** Whether the ballot of that number is restricted, by the count of ballots. */
export function isRestrictedBallot(
  { restrictedAfter, alternates }: Election,
  number: number,
): boolean {
  if (restrictedAfter === undefined || number <= restrictedAfter) return false;
  if (alternates === undefined) return true;
  return Math.floor((number - restrictedAfter - 1) / alternates) % 2 === 0;
}

type Ranked = readonly [candidate: string, votes: Fraction];

const ranked = (candidates: readonly string[], { votes }: BallotCount): Ranked[] =>
  candidates
    .flatMap((candidate): Ranked[] => {
      const given = votes.get(candidate);
      return given === undefined ? [] : [[candidate, given]];
    })
    .sort(([one, a], [other, b]) => compare(b, a) || one.localeCompare(other));

const namesOf = (all: readonly Ranked[]): string[] => all.map(([candidate]) => candidate);

/** The first of them for so many seats; who is equal at the last seat is in neither. */
function cut(all: readonly Ranked[], seats: number): { sure: readonly string[]; tie: Tie | null } {
  if (all.length <= seats) return { sure: namesOf(all), tie: null };
  const last = all[seats - 1]?.[1];
  const next = all[seats]?.[1];
  if (!last || !next || compare(last, next) !== 0) {
    return { sure: namesOf(all.slice(0, seats)), tie: null };
  }
  const sure = namesOf(all.filter(([, votes]) => compare(votes, last) > 0));
  const equal = namesOf(all.filter(([, votes]) => compare(votes, last) === 0));
  return { sure, tie: { candidates: equal, seats: seats - sure.length } };
}

/** Whether a lot is a choice among the equal ones, and for as many seats. */
const isLotOf = (lot: readonly string[], { candidates, seats }: Tie): boolean =>
  lot.length === seats &&
  new Set(lot).size === seats &&
  lot.every((name) => candidates.includes(name));

/**
 * Nobody has the majority, and all that stand in a restricted ballot have as many votes: a lot
 * decides where the rule says so (UNGA rule 93); where it does not, there are other ballots.
 */
function equallyDivided(all: readonly Ranked[], state: ElectionState, rule: Election): Tie | null {
  const [first, ...others] = all;
  const isEqual =
    first !== undefined &&
    first[1].numerator > 0n &&
    others.length > 0 &&
    others.every(([, votes]) => compare(votes, first[1]) === 0);
  return rule.ties === 'lot' && state.isRestricted && isEqual
    ? { candidates: namesOf(all), seats: state.seatsLeft }
    : null;
}

/** Who leaves after a ballot without a result: those with the fewest votes, if enough remain. */
function leaving(all: readonly Ranked[], rule: Election, seats: number): string[] {
  const lowest = all.at(-1)?.[1];
  if (rule.elimination !== 'lowest' || lowest === undefined) return [];
  const last = all.filter(([, votes]) => compare(votes, lowest) === 0);
  return all.length - last.length > seats ? namesOf(last) : [];
}

/** Restricted to those with the most votes; who is equal to the last of them stays too. */
function restrictedTo(all: readonly Ranked[], rule: Election, seats: number): string[] {
  const many = rule.restrictedTimes * seats;
  const last = all[Math.min(many, all.length) - 1]?.[1];
  return last === undefined ? [] : namesOf(all.filter(([, votes]) => compare(votes, last) >= 0));
}

interface Settled {
  readonly elected: readonly string[];
  readonly tie: Tie | null;
}

/** Whom the next ballot may name: those who stand, or whoever is eligible and not elected yet. */
export function nameable({ standing, takesAny, elected }: ElectionState, contest: Contest) {
  if (!takesAny) return standing;
  const others = (contest.eligible ?? []).filter((one) => !elected.includes(one));
  return [...new Set([...standing, ...others])];
}

/** Who stood, and whoever else was voted for: hundreds who might have been are not listed. */
function votedFor(count: BallotCount, standing: readonly string[]): BallotCount {
  const named = [...count.votes].filter(
    ([name, given]) => standing.includes(name) || given.numerator > 0n,
  );
  return { ...count, votes: new Map(named) };
}

/** Who is elected by a ballot, with what a lot decided. */
function settle(count: BallotCount, state: ElectionState, contest: Contest, cast: CastBallot) {
  const { rule } = contest;
  const all = ranked([...count.votes.keys()], count);
  const withMajority = all.filter(([, votes]) => hasMajority(votes, rule.majority, count.required));
  const { sure, tie: atCut } = cut(withMajority, state.seatsLeft);
  const tie = atCut ?? (sure.length === 0 ? equallyDivided(all, state, rule) : null);
  const { lot = [] } = cast;
  const isByLot = rule.ties === 'lot' && tie !== null && isLotOf(lot, tie);
  const settled: Settled = isByLot
    ? { elected: [...sure, ...lot], tie: null }
    : { elected: sure, tie };
  return { all, ...settled };
}

/** Who may be voted for next. What was equal at the last seat is parted by a ballot of its own. */
function nextStanding(
  { all, elected, tie, left }: Settled & { all: readonly Ranked[]; left: readonly string[] },
  { rule, candidates }: Contest,
  state: ElectionState,
): Pick<ElectionState, 'standing' | 'isRestricted' | 'takesAny'> {
  if (tie !== null) return { standing: tie.candidates, isRestricted: true, takesAny: false };
  const isGone = (name: string): boolean => elected.includes(name) || left.includes(name);
  const remain = all.filter(([name]) => !isGone(name));
  if (isRestrictedBallot(rule, state.ballots.length + 2)) {
    const seats = state.seatsLeft - elected.length;
    const standing = restrictedTo(remain, rule, seats);
    return { standing, isRestricted: true, takesAny: false };
  }
  const field = rule.elimination === 'lowest' ? namesOf(remain) : candidates;
  const standing = field.filter((name) => !isGone(name) && !state.elected.includes(name));
  return { standing, isRestricted: false, takesAny: rule.anyEligible };
}

function statusOf(
  { rule }: Contest,
  seatsLeft: number,
  tie: Tie | null,
  { standing, takesAny }: Pick<ElectionState, 'standing' | 'takesAny'>,
  taken: number,
): ElectionState['status'] {
  if (seatsLeft === 0) return 'filled';
  if (rule.ties === 'lot' && tie !== null) return 'lot-needed';
  const isOver = rule.ballotsMax !== undefined && taken >= rule.ballotsMax;
  return isOver || (standing.length === 0 && !takesAny) ? 'no-result' : 'open';
}

/** The state after one more ballot. */
export function afterBallot(
  state: ElectionState,
  cast: CastBallot,
  contest: Contest,
): ElectionState {
  if (state.status !== 'open') return state;
  const number = state.ballots.length + 1;
  const round = { ...contest, candidates: nameable(state, contest), seats: state.seatsLeft };
  const count = votedFor(countBallot(cast, contest.rule.majority, round), state.standing);
  const { all, elected, tie } = settle(count, state, contest, cast);
  const seatsLeft = state.seatsLeft - elected.length;
  const left = elected.length === 0 ? leaving(all, contest.rule, seatsLeft) : [];
  const next = nextStanding({ all, elected, tie, left }, contest, state);
  const { standing: candidates, isRestricted } = state;
  const result = { ...count, number, candidates, isRestricted, elected, left };
  return {
    status: statusOf(contest, seatsLeft, tie, next, number),
    elected: [...state.elected, ...elected],
    seatsLeft,
    ...next,
    tie,
    ballots: [...state.ballots, { ...result, seats: state.seatsLeft }],
  };
}

/** An election before its first ballot. */
export function beginElection({ rule, seats, candidates }: Contest): ElectionState {
  const hasAnybody = candidates.length > 0 || rule.anyEligible;
  return {
    status: seats === 0 ? 'filled' : hasAnybody ? 'open' : 'no-result',
    elected: [],
    seatsLeft: seats,
    standing: candidates,
    isRestricted: false,
    takesAny: rule.anyEligible,
    tie: null,
    ballots: [],
  };
}

/** The state that ballots make, one after another. */
export function foldElection(contest: Contest, ballots: readonly CastBallot[]): ElectionState {
  return ballots.reduce((state, cast) => afterBallot(state, cast, contest), beginElection(contest));
}
