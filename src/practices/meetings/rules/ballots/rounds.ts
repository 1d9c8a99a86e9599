/** The ballots of a secret vote: papers prepared, taken and handed out, and the box once opened. */
import type {
  HandedPaper,
  OpenedBox,
  PreparedPapers,
  TakenPaper,
} from '../../payloads/secret-ballot.ts';
import type { Fact } from '../facts.ts';

/** One ballot of a question. */
export interface BallotRound {
  readonly prepared: Fact<PreparedPapers> | null;
  /** By the member that asked for it. */
  readonly taken: ReadonlyMap<string, Fact<TakenPaper>>;
  /** By the member that it went to. */
  readonly handed: ReadonlyMap<string, Fact<HandedPaper>>;
  readonly opened: Fact<OpenedBox> | null;
}

export const NO_ROUND: BallotRound = {
  prepared: null,
  taken: new Map(),
  handed: new Map(),
  opened: null,
};

type Rounds = Map<number, BallotRound>;
type Fold = (rounds: Rounds, fact: Fact<never>) => void;

interface Numbered {
  readonly ballot: number;
}

/** A fold of one kind of act into the round that it belongs to. */
const into =
  <Payload extends Numbered>(
    change: (round: BallotRound, fact: Fact<Payload>) => Partial<BallotRound>,
  ) =>
  (rounds: Rounds, fact: Fact<Payload>): void => {
    const { ballot } = fact.payload;
    const round = rounds.get(ballot) ?? NO_ROUND;
    rounds.set(ballot, { ...round, ...change(round, fact) });
  };

/** What each kind of act makes of the rounds; all of them were judged before. */
export const ROUND_FOLDS: Readonly<Record<string, Fold>> = {
  'meetings.prepare-ballot-papers': into<PreparedPapers>(({ prepared }, fact) => ({
    prepared: prepared ?? fact,
  })),
  'meetings.take-ballot-paper': into<TakenPaper>(({ taken }, fact) => ({
    taken: new Map([...taken, [fact.actor, fact]]),
  })),
  'meetings.hand-ballot-paper': into<HandedPaper>(({ handed }, fact) => ({
    handed: new Map([...handed, [fact.payload.to, fact]]),
  })),
  'meetings.open-ballot-box': into<OpenedBox>(({ opened }, fact) => ({ opened: opened ?? fact })),
};
