/** What a decision is computed from, and what comes out: the contract of the engine. */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import type { Finding } from '../../../../kernel/finding.ts';
import type { Fraction } from '../../../../kernel/fraction.ts';
import type { Choice, DecisionRule, Selector } from '../../payloads/decision-rule.ts';

/** A member as a decision finds it. */
export interface Elector {
  readonly actor: string;
  readonly isPresent: boolean;
  /** Why it may not vote, with the provision; null: it may. */
  readonly hindered: { readonly reason: string; readonly citation: string } | null;
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
  isIn(selector: Selector, actor: string): boolean;
}

export const OUTCOMES = [
  'adopted',
  'rejected',
  /** The majority was there, and a veto or blocking minority prevented it. */
  'blocked',
  'postponed',
  'no-quorum',
] as const;
export type OutcomeKind = (typeof OUTCOMES)[number];

/** One condition with its arithmetic. */
export interface Tested {
  readonly label: string;
  readonly counted: Fraction;
  readonly base: Fraction | null;
  readonly required: Fraction;
  readonly isMet: boolean;
  readonly actors: readonly string[];
  readonly parts: readonly Tested[];
}

export interface Outcome {
  readonly outcome: OutcomeKind;
  readonly tally: Readonly<Record<Choice | 'absent' | 'notVoting', number>>;
  readonly tests: readonly Tested[];
  /** Whose votes blocked, where any did. */
  readonly blockedBy: readonly string[];
  readonly finding: Finding;
}
