/** What a decision of a session asks of its body and session: who sits, who may, by which rule. */
import type { InstantText, PlainDateText } from '../../../../kernel/dates.ts';
import type { Fraction } from '../../../../kernel/fraction.ts';
import type { Titles } from '../../payloads/parts.ts';
import type { HinderedFor } from '../deciding/poll.ts';
import type { DecisionRule, Selector } from '../../payloads/decision-rule.ts';

/** Why a member may not vote, with the provision. */
export interface Hindrance {
  readonly reason: string;
  readonly citation: string;
  readonly for?: HinderedFor;
}

export interface Floor {
  /** The body that decides. */
  readonly body: string;
  readonly session: string;
  members(on: PlainDateText): readonly string[];
  /** The rule of the body in force on the day. */
  rule(name: string, on: PlainDateText): DecisionRule | null;
  /** The rules that are in force, by name, for whoever named another. */
  ruleNames(on: PlainDateText): readonly string[];
  weight(scheme: string, actor: string, on: PlainDateText): Fraction | null;
  totalWeight(scheme: string, on: PlainDateText): Fraction | null;
  isIn(selector: Selector, actor: string, on: PlainDateText): boolean;
  /** What takes the member's vote away for a decision under this rule; null: nothing. */
  hindrance(rule: DecisionRule, actor: string, at: InstantText): Hindrance | null;
  isPresent(actor: string, at: InstantText): boolean;
  /** Whether the actor presides, or is the secretariat that keeps the session's record. */
  presides(actor: string, at: InstantText): boolean;
  /** Why it may not be elected to a seat of the group; null: it may, or nothing is known. */
  whyNoSeat(group: string, actor: string, on: PlainDateText): string | null;
  /** How many seats the group has; null where none are allocated to it. */
  seatsOf(group: string, on: PlainDateText): number | null;
  /** How the group of seats is called; null where none are allocated to it. */
  seatTitles(group: string, on: PlainDateText): Titles | null;
  exists(actor: string, on: PlainDateText): boolean;
  /** The number of the sitting that goes on at an instant; null between two of them. */
  sittingAt(at: InstantText): number | null;
  /** When a document was issued in the session, by its place in the record; null: it was not. */
  submission(symbol: string): number | null;
  /** Whether an item was proposed for the agenda of the session. */
  hasItem(item: string): boolean;
  /** Whether a text is negotiated in this session. */
  hasText(name: string): boolean;
}
