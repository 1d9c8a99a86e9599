/**
 * Who owes so much that it has no vote: debts held against the contributions of the full years
 * before, by the rule of the body (UN Charter Art. 19; ILO Constitution Art. 13(4)).
 */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import {
  type Fraction,
  add,
  compare,
  fraction,
  multiply,
  parseFraction,
  sum,
} from '../../../../kernel/fraction.ts';
import type {
  ArrearsRule,
  AssessedContributions,
  StatedArrears,
} from '../../payloads/contributions.ts';
import type { Fact } from '../facts.ts';
import type { BodyState } from './body-state.ts';
import { schemeOn, weightsOf } from './rules-on.ts';

/** What a member owes, and against what it is held. */
export interface Debt {
  readonly member: string;
  readonly rule: ArrearsRule;
  readonly statement: Fact<StatedArrears>;
  readonly owed: Fraction;
  /** The contributions due for the full years before. */
  readonly due: Fraction;
  readonly years: readonly number[];
  /** Whether the debt takes the vote, if nothing permits it. */
  readonly takesVote: boolean;
}

const ZERO = fraction(0n);

/** The rule on arrears that is in force on the day; null: debts take nobody's vote. */
export function arrearsRuleOn(body: BodyState, day: PlainDateText): ArrearsRule | null {
  const said = body.rules.findLast(
    ({ payload }) => payload.from <= day && payload.arrears !== undefined,
  );
  return said?.payload.arrears ?? null;
}

/** What is owed as it was stated last by the day. */
export function statementOn(body: BodyState, day: PlainDateText): Fact<StatedArrears> | null {
  return body.statements.findLast(({ payload }) => payload.on <= day) ?? null;
}

/** What is due for a year as it was assessed last; null: it is not on record. */
export function assessmentFor(body: BodyState, year: number): Fact<AssessedContributions> | null {
  return body.assessments.findLast(({ payload }) => payload.year === year) ?? null;
}

const shareOf = (weight: Fraction, whole: Fraction): Fraction =>
  multiply(weight, fraction(whole.denominator, whole.numerator));

/** What an assessment asks of a member: its amount, or its share of the sum by the scheme. */
export function contributionOf(
  { payload }: Fact<AssessedContributions>,
  actor: string,
  body: BodyState,
): Fraction {
  const { contributions, scheme, total, year } = payload;
  if (total === undefined || scheme === undefined) {
    const own = contributions.find((one) => one.actor === actor);
    return own === undefined ? ZERO : parseFraction(own.amount);
  }
  const weights = schemeOn(body, scheme, `${year}-01-01`);
  if (weights === null) return ZERO;
  const all = weightsOf(weights);
  const weight = all.get(actor);
  return weight === undefined
    ? ZERO
    : multiply(parseFraction(total), shareOf(weight, sum(all.values())));
}

/** The full years before the day of a statement, the last first. */
function yearsBefore({ payload }: Fact<StatedArrears>, { fullYears }: ArrearsRule): number[] {
  const year = Number(payload.on.slice(0, 4));
  return Array.from({ length: fullYears }, (_, at) => year - 1 - at);
}

/** What is due for those years together; null where one of them is not on record. */
function dueFor(body: BodyState, actor: string, years: readonly number[]): Fraction | null {
  const assessed = years.map((year) => assessmentFor(body, year));
  const all = assessed.filter((one) => one !== null);
  return all.length < years.length ? null : sum(all.map((one) => contributionOf(one, actor, body)));
}

/** The debt of a member on the day; null where none is stated, or no rule asks for it. */
export function debtOf(body: BodyState, member: string, day: PlainDateText): Debt | null {
  const rule = arrearsRuleOn(body, day);
  const statement = statementOn(body, day);
  const stated = statement?.payload.owed.find(({ actor }) => actor === member);
  if (rule === null || statement === null || stated === undefined) return null;
  const years = yearsBefore(statement, rule);
  const due = dueFor(body, member, years);
  const owed = parseFraction(stated.amount);
  if (due === null || compare(owed, ZERO) <= 0) return null;
  const by = compare(owed, due);
  return { member, rule, statement, owed, due, years, takesVote: rule.more ? by > 0 : by >= 0 };
}

/** By how much the debt stands above what is due: that much, and more, gives the vote back. */
export const aboveDue = ({ owed, due }: Debt): Fraction => add(owed, multiply(due, fraction(-1n)));
