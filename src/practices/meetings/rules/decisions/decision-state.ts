/** The decisions of a session: a fold over the acts of its register. */
import { own } from '../../../../kernel/own.ts';
import type {
  ClosedVoting,
  DemandedRule,
  DrawnLots,
  ExtendedDeadline,
  Objection,
  OpenedVoting,
  PutQuestion,
  ResumedSilence,
  RuledAmendments,
  StatedPosition,
  Vote,
  VoteFor,
  WithdrawnObjection,
  WithdrawnQuestion,
} from '../../payloads/decision.ts';
import { type BallotRound, ROUND_FOLDS } from '../ballots/rounds.ts';
import type { Fact } from '../facts.ts';

/** What was admitted upon one question; all of it was judged before. */
export interface DecisionState {
  readonly name: string;
  readonly opening: Fact<PutQuestion>;
  /** Whether it was equally divided, or put off, once already. */
  readonly isSecondVote: boolean;
  /** How whoever presides ranked its amendments; the last ruling holds. */
  readonly ruling: Fact<RuledAmendments> | null;
  readonly opened: Fact<OpenedVoting> | null;
  /** What it is put after, under a rule that the rule of that one falls back on. */
  readonly after: DecisionState | null;
  /** Demands that it is first decided whether another rule applies. */
  readonly demands: readonly Fact<DemandedRule>[];
  /** Questions on which rule applies to this one, in the order in which they were put. */
  readonly preliminaries: readonly DecisionState[];
  /** The vote of each member that counts: its last. */
  readonly votes: ReadonlyMap<string, Fact<Vote>>;
  /** Votes that their members changed, before the close. */
  readonly changed: readonly Fact<Vote>[];
  /** The ballots of an election by their number, from 1. */
  readonly ballots: ReadonlyMap<number, ReadonlyMap<string, Fact<VoteFor>>>;
  /** The ballots of a secret vote by their number, from 1. */
  readonly rounds: ReadonlyMap<number, BallotRound>;
  readonly objections: readonly Fact<Objection>[];
  /** Objections that were withdrawn, by the act that did so. */
  readonly relented: readonly Fact<WithdrawnObjection>[];
  readonly resumptions: readonly Fact<ResumedSilence>[];
  readonly positions: readonly Fact<StatedPosition>[];
  readonly extensions: readonly Fact<ExtendedDeadline>[];
  /** One; of an election, one for each ballot. */
  readonly closings: readonly Fact<ClosedVoting>[];
  /** By the number of their ballot. */
  readonly lots: ReadonlyMap<number, Fact<DrawnLots>>;
  readonly withdrawal: Fact<WithdrawnQuestion> | null;
}

const isSecondVote = (again: PutQuestion['again'], before: DecisionState | null): boolean =>
  again?.because === 'second-vote' ||
  (again?.because === 'no-quorum' && before?.isSecondVote === true);

class Decision implements DecisionState {
  readonly name: string;
  readonly opening: Fact<PutQuestion>;
  readonly isSecondVote: boolean;
  ruling: Fact<RuledAmendments> | null = null;
  opened: Fact<OpenedVoting> | null = null;
  readonly after: DecisionState | null;
  readonly demands: Fact<DemandedRule>[] = [];
  readonly preliminaries: DecisionState[] = [];
  readonly votes = new Map<string, Fact<Vote>>();
  readonly changed: Fact<Vote>[] = [];
  readonly ballots = new Map<number, Map<string, Fact<VoteFor>>>();
  readonly rounds = new Map<number, BallotRound>();
  readonly objections: Fact<Objection>[] = [];
  readonly relented: Fact<WithdrawnObjection>[] = [];
  readonly resumptions: Fact<ResumedSilence>[] = [];
  readonly positions: Fact<StatedPosition>[] = [];
  readonly extensions: Fact<ExtendedDeadline>[] = [];
  readonly closings: Fact<ClosedVoting>[] = [];
  readonly lots = new Map<number, Fact<DrawnLots>>();
  withdrawal: Fact<WithdrawnQuestion> | null = null;

  constructor(opening: Fact<PutQuestion>, decisions: ReadonlyMap<string, DecisionState>) {
    const { again, decision } = opening.payload;
    const before = decisions.get(again?.question ?? '') ?? null;
    this.name = decision;
    this.opening = opening;
    this.after = again?.because === 'fallback' ? before : null;
    this.isSecondVote = isSecondVote(again, before);
  }

  vote(fact: Fact<Vote>): void {
    const before = this.votes.get(fact.actor);
    if (before) this.changed.push(before);
    this.votes.set(fact.actor, fact);
  }

  ballot(fact: Fact<VoteFor>): void {
    const { ballot } = fact.payload;
    const cast = this.ballots.get(ballot) ?? new Map<string, Fact<VoteFor>>();
    this.ballots.set(ballot, cast.set(fact.actor, fact));
  }
}

// The schema of each type accepted the payload of its acts.
const FOLDS: Readonly<Record<string, (decision: Decision, fact: Fact<never>) => void>> = {
  'meetings.demand-rule': ({ demands }, fact) => demands.push(fact),
  'meetings.rule-on-amendments': (decision, fact) => {
    decision.ruling = fact;
  },
  ...Object.fromEntries(
    Object.entries(ROUND_FOLDS).map(([type, fold]) => [
      type,
      ({ rounds }: Decision, fact: Fact<never>) => fold(rounds, fact),
    ]),
  ),
  'meetings.open-voting': (decision, fact) => {
    decision.opened ??= fact;
  },
  'meetings.vote': (decision, fact) => decision.vote(fact),
  'meetings.vote-for': (decision, fact) => decision.ballot(fact),
  'meetings.object': ({ objections }, fact) => objections.push(fact),
  'meetings.withdraw-objection': ({ relented }, fact) => relented.push(fact),
  'meetings.resume-silence': ({ resumptions }, fact) => resumptions.push(fact),
  'meetings.state-position': ({ positions }, fact) => positions.push(fact),
  'meetings.extend-deadline': ({ extensions }, fact) => extensions.push(fact),
  'meetings.close-voting': ({ closings }, fact) => closings.push(fact),
  'meetings.draw-lots': ({ lots }, fact: Fact<DrawnLots>) => lots.set(fact.payload.ballot, fact),
  'meetings.withdraw-question': (decision, fact) => {
    decision.withdrawal ??= fact;
  },
};

/** A question that was put, known to the one whose rule it decides. */
function put(decisions: Map<string, Decision>, opening: Fact<PutQuestion>): void {
  const { decision: name, on } = opening.payload;
  if (decisions.has(name)) return;
  const decision = new Decision(opening, decisions);
  decisions.set(name, decision);
  if (on.kind === 'rule') decisions.get(on.of)?.preliminaries.push(decision);
}

/** The decisions with one more, as if it had been put after them. */
export function withQuestion(
  decisions: ReadonlyMap<string, DecisionState>,
  opening: Fact<PutQuestion>,
): ReadonlyMap<string, DecisionState> {
  return new Map([...decisions, [opening.payload.decision, new Decision(opening, decisions)]]);
}

/** The decisions that the acts make, by name, in the order in which they were put. */
export function foldDecisions(facts: readonly Fact[]): ReadonlyMap<string, DecisionState> {
  const decisions = new Map<string, Decision>();
  for (const fact of facts) {
    if (fact.type === 'meetings.put-question') {
      // The schema accepted the payload of this very type.
      put(decisions, fact as Fact<PutQuestion>);
      continue;
    }
    const fold = own(FOLDS, fact.type);
    if (fold === undefined) continue;
    // Every act that is folded here names its decision.
    const { decision: name } = fact.payload as { readonly decision: string };
    const decision = decisions.get(name);
    // As above: each fold stands at its own type.
    if (decision) fold(decision, fact as Fact<never>);
  }
  return decisions;
}
