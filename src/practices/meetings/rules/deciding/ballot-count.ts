/** Counts one ballot of an election: what is valid, who has how many votes and the majority. */
import {
  type Fraction,
  compare,
  fraction,
  multiply,
  parseFraction,
  sum,
} from '../../../../kernel/fraction.ts';
import { own } from '../../../../kernel/own.ts';
import type { Share } from '../../payloads/decision-rule.ts';

/** A ballot as it was cast: by name, in nobody's name, or as the tellers counted it. */
export interface CastBallot {
  /** Candidates that each voter named; nobody: an abstention. */
  readonly papers?: ReadonlyMap<string, readonly string[]>;
  /** Candidates that each ballot names which was found in a secret box. */
  readonly marked?: readonly (readonly string[])[];
  readonly counted?: {
    readonly votes: Readonly<Record<string, number>>;
    readonly valid: number;
    readonly invalid: number;
    readonly abstain: number;
  };
  /** Whom a lot decided for, where votes were equal. */
  readonly lot?: readonly string[];
}

/** Who may vote, and what is voted on. */
export interface Round {
  readonly electors: readonly string[];
  readonly candidates: readonly string[];
  readonly seats: number;
  /** The weight of a voter; each has one where the rule names no weights. */
  readonly weight?: (actor: string) => Fraction;
}

export interface BallotCount {
  readonly votes: ReadonlyMap<string, Fraction>;
  readonly valid: Fraction;
  readonly abstain: Fraction;
  /** Papers that name too many, somebody twice, or who does not stand; and of who may not vote. */
  readonly invalid: readonly string[];
  readonly invalidCount: number;
  readonly base: Fraction;
  readonly required: Fraction;
}

const ZERO = fraction(0n);
const whole = (count: number): Fraction => fraction(BigInt(count));

function isValid(names: readonly string[], { candidates, seats }: Round): boolean {
  return (
    names.length <= seats &&
    new Set(names).size === names.length &&
    names.every((name) => candidates.includes(name))
  );
}

type Sums = Omit<BallotCount, 'base' | 'required'>;

function countPapers(papers: ReadonlyMap<string, readonly string[]>, round: Round): Sums {
  const electors = new Set(round.electors);
  const weigh = (actor: string): Fraction => round.weight?.(actor) ?? whole(1);
  const ballots = [...papers].filter(([voter]) => electors.has(voter));
  const good = ballots.filter(([, names]) => isValid(names, round));
  const named = good.filter(([, names]) => names.length > 0);
  const votes = round.candidates.map((candidate): [string, Fraction] => {
    const voters = named.filter(([, names]) => names.includes(candidate));
    return [candidate, sum(voters.map(([voter]) => weigh(voter)))];
  });
  const blank = good.filter(([, names]) => names.length === 0);
  const goodOnes = new Set(good.map(([voter]) => voter));
  const invalid = [...papers.keys()].filter((voter) => !goodOnes.has(voter));
  return {
    votes: new Map(votes),
    valid: sum(named.map(([voter]) => weigh(voter))),
    abstain: sum(blank.map(([voter]) => weigh(voter))),
    invalid,
    invalidCount: invalid.length,
  };
}

/** Ballots in nobody's name count alike. */
function countMarked(
  marked: NonNullable<CastBallot['marked']>,
  { candidates, seats }: Round,
): Sums {
  const papers = new Map(marked.map((names, at) => [String(at), names]));
  const sums = countPapers(papers, { candidates, seats, electors: [...papers.keys()] });
  return { ...sums, invalid: [] };
}

function countTold(counted: NonNullable<CastBallot['counted']>, round: Round): Sums {
  return {
    votes: new Map(round.candidates.map((one) => [one, whole(own(counted.votes, one) ?? 0)])),
    valid: whole(counted.valid),
    abstain: whole(counted.abstain),
    invalid: [],
    invalidCount: counted.invalid,
  };
}

function baseOf({ base }: Share, { valid, abstain }: Sums, round: Round): Fraction {
  if (base === 'present-and-voting') return valid;
  if (base === 'votes-cast' || base === 'present') return sum([valid, abstain]);
  const { weight } = round;
  return weight !== undefined
    ? sum(round.electors.map((actor) => weight(actor)))
    : whole(round.electors.length);
}

function sumsOf({ counted, marked, papers }: CastBallot, round: Round): Sums {
  if (counted !== undefined) return countTold(counted, round);
  return marked === undefined
    ? countPapers(papers ?? new Map(), round)
    : countMarked(marked, round);
}

/** Counts a ballot under the majority that elects. */
export function countBallot(cast: CastBallot, majority: Share, round: Round): BallotCount {
  const sums = sumsOf(cast, round);
  const base = baseOf(majority, sums, round);
  return { ...sums, base, required: multiply(parseFraction(majority.threshold), base) };
}

/** Whether a candidate has the majority; nobody has one by no votes. */
export function hasMajority(votes: Fraction, { more }: Share, required: Fraction): boolean {
  const by = compare(votes, required);
  return compare(votes, ZERO) > 0 && (more ? by > 0 : by >= 0);
}
