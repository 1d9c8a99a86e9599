/** The schemes of weights that a rule counts by. */
import { type Fraction, fractionText, toDecimal } from '../../../../kernel/fraction.ts';
import type { Condition, DecisionRule } from '../../payloads/decision-rule.ts';

function schemesOf(condition: Condition): string[] {
  if (condition.kind === 'all' || condition.kind === 'any') {
    return condition.of.flatMap(schemesOf);
  }
  return condition.weights === undefined ? [] : [condition.weights];
}

/** Each scheme once, in the order in which the rule names them. */
export function schemesIn({ adoptedIf, blockedIf, postponedIf }: DecisionRule): string[] {
  const all = [...(adoptedIf === undefined ? [] : [adoptedIf]), ...blockedIf, ...postponedIf];
  return [...new Set(all.flatMap(schemesOf))];
}

const PLACES = 4;

/** A weight as a decimal, for showing only. */
export function decimalOf(weight: Fraction): string {
  return weight.denominator === 1n ? fractionText(weight) : toDecimal(weight, PLACES);
}
