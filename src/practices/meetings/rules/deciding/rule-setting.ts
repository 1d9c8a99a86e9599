/** What a rule is written for: the body as it is, as far as it is known by then. */
import type { Fraction } from '../../../../kernel/fraction.ts';
import type { Selector } from '../../payloads/decision-rule.ts';

/** Where something is null it is not known yet, and no fault is found by it. */
export interface RuleSetting {
  readonly members: readonly string[] | null;
  /** Names of the weights that the body has. */
  readonly schemes: ReadonlySet<string> | null;
  readonly seatGroups: ReadonlySet<string> | null;
  /** How many seats each group has; absent: that is not known. */
  readonly seatNumbers?: ReadonlyMap<string, number>;
  weight(scheme: string, actor: string): Fraction | null;
  totalWeight?(scheme: string): Fraction | null;
  isIn(selector: Selector, actor: string): boolean;
}

export const FAULTS = [
  /** What decides is not told, or what is told is not read under this method. */
  'incomplete',
  'unread',
  /** A number that cannot be, or a base that does not hold what is counted. */
  'number',
  /** Can never be met; holds whatever is voted. */
  'never',
  'always',
  'unknown',
  'uncovered',
  'loop',
  'twice',
] as const;
export type FaultKind = (typeof FAULTS)[number];

/** One thing that is wrong with a rule, and where. */
export interface RuleFault {
  readonly rule: string;
  /** `adoptedIf.1`; empty where it is about the whole rule. */
  readonly path: string;
  readonly kind: FaultKind;
  /** What is wrong, in one English sentence. */
  readonly reason: string;
}

/** A setting of which nothing is known. */
export const NOTHING_KNOWN: RuleSetting = {
  members: null,
  schemes: null,
  seatGroups: null,
  weight: () => null,
  isIn: () => true,
};
