/** What a decision is computed from, and what comes out: the contract of the engine. */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import type { Finding } from '../../../../kernel/finding.ts';
import type { Fraction } from '../../../../kernel/fraction.ts';
import type { Choice, Condition, DecisionRule, Selector } from '../../payloads/decision-rule.ts';

/** What takes a vote away, in words of the record. */
export const HINDERED_FOR = ['arrears', 'suspension', 'other', 'credentials'] as const;
export type HinderedFor = (typeof HINDERED_FOR)[number];

/** A member as a decision finds it. */
export interface Elector {
  readonly actor: string;
  readonly isPresent: boolean;
  /** Why it may not vote, with the provision; null: it may. */
  readonly hindered: {
    readonly reason: string;
    readonly citation: string;
    readonly for?: HinderedFor;
  } | null;
}

/** One decision, with everything that its rule may ask. */
export interface Poll {
  readonly rule: DecisionRule;
  readonly on: PlainDateText;
  readonly members: readonly Elector[];
  /** What each voted; who did not vote is not in it. */
  readonly votes: ReadonlyMap<string, Choice>;
  /** The act of each vote, for the reasons. */
  readonly acts?: ReadonlyMap<string, string>;
  /** The weight of a member under a scheme on the day; null where the scheme does not cover it. */
  weight(scheme: string, actor: string): Fraction | null;
  /** All that a scheme's weights sum to; where not told, the sum over the members. */
  totalWeight?(scheme: string): Fraction | null;
  isIn(selector: Selector, actor: string): boolean;
  /** Of a secret ballot: what was cast, in nobody's name. `votes` is empty then. */
  readonly ballots?: Readonly<Record<Choice | 'invalid', number>>;
  /** What members stated on joining a consensus, which does not break it. */
  readonly statements?: readonly Statement[];
  /** Whoever presided declared the decision adopted over the objections, where the rule allows. */
  readonly overruled?: { readonly actor: string; readonly act?: string };
  /** Whether it was postponed, or equally divided, once already. */
  readonly isAgain?: boolean;
  /** The deciding vote of whoever presides, where a vote is equally divided. */
  readonly castingVote?: {
    readonly actor: string;
    readonly choice: 'yes' | 'no';
    readonly act?: string;
  };
}

/** A shade of consensus. */
export interface Statement {
  readonly actor: string;
  readonly kind: 'reservation' | 'dissociation' | 'interpretation';
  readonly act?: string;
}

export const OUTCOMES = [
  'adopted',
  'rejected',
  /** The majority was there, and a veto, blocking minority or objection prevented it. */
  'blocked',
  'postponed',
  'no-quorum',
] as const;
export type OutcomeKind = (typeof OUTCOMES)[number];

/** One condition with its arithmetic; of several conditions, how many are met of how many. */
export interface Tested {
  readonly label: string;
  readonly condition: Condition;
  readonly counted: Fraction;
  readonly base: Fraction | null;
  /** The threshold times the base; where the rule says more, exactly this is not enough. */
  readonly required: Fraction;
  /** The least whole number of votes that meets it; null where votes are weighed. */
  readonly needed: Fraction | null;
  readonly isMet: boolean;
  /** Met only because too few members stand against it to block (TEU Art. 16(4)). */
  readonly isDeemedMet?: boolean;
  /** How many would have to be against to block; told where fewer are. */
  readonly blockersNeeded?: number;
  readonly actors: readonly string[];
  readonly parts: readonly Tested[];
}

export interface Outcome {
  readonly outcome: OutcomeKind;
  /** Hindered: may not vote, with the reason in the finding. */
  readonly tally: Readonly<
    Record<Choice | 'absent' | 'notVoting' | 'hindered' | 'invalid', number>
  >;
  readonly tests: readonly Tested[];
  /** The quorum with its arithmetic, where the rule has one. */
  readonly quorum: Tested | null;
  /** Conditions of blocking and of postponement that were met or not. */
  readonly against: readonly Tested[];
  /** Whose votes blocked, where any did. */
  readonly blockedBy: readonly string[];
  /** Who objected and is left out of the commitment, or was overruled and is on record. */
  readonly objectors: readonly string[];
  readonly finding: Finding;
}
