/** Conditions in words, and their arithmetic as a sentence; English, as findings are. */
import { type Fraction, fractionText, toDecimal } from '../../../../kernel/fraction.ts';
import type { Base, Condition, Counting, Selector } from '../../payloads/decision-rule.ts';
import type { Tested } from './poll.ts';

const COUNTED: Readonly<Record<Counting, string>> = {
  yes: 'in favour',
  no: 'against',
  abstain: 'abstaining',
  voting: 'for and against',
  cast: 'votes cast',
  present: 'present',
  'not-in-favour': 'not in favour',
};

const OVER: Readonly<Record<Base, string>> = {
  'present-and-voting': 'those present and voting',
  'votes-cast': 'the votes cast',
  present: 'those present',
  eligible: 'the members that may vote',
  members: 'all members',
  'total-weight': 'the total',
};

function among(selector: Selector): string {
  switch (selector.kind) {
    case 'all':
      return 'all';
    case 'group':
      return `members of ${selector.group}`;
    case 'seats':
      return `holders of ${selector.seats} seats`;
    case 'actors':
      return selector.actors.join(', ');
    case 'parties':
      return `parties to ${selector.agreement}`;
    case 'not':
      return `members other than ${among(selector.of)}`;
  }
}

/** What a condition asks, in words. */
export function labelOf(condition: Condition): string {
  if (condition.kind === 'all' || condition.kind === 'any') {
    return condition.kind === 'all' ? 'all of these' : 'any of these';
  }
  const scope = [
    ...(condition.among ? [` among ${among(condition.among)}`] : []),
    ...(condition.weights === undefined ? [] : [` by ${condition.weights}`]),
  ].join('');
  const counted = `${COUNTED[condition.of]}${scope}`;
  if (condition.kind === 'count') return `${counted}: at least ${condition.atLeast}`;
  const least = condition.more ? 'more than' : 'at least';
  return `${counted}: ${least} ${condition.threshold} of ${OVER[condition.base]}`;
}

/** A whole number as it is; a weight to four places, for showing only. */
export const shown = (one: Fraction): string =>
  one.denominator === 1n ? fractionText(one) : toDecimal(one, 4);

const rest = ({ isDeemedMet, blockersNeeded: least }: Tested): string => {
  return isDeemedMet ? `; deemed met, fewer than ${least ?? 0} being not in favour` : '';
};

/** The arithmetic of a tested condition: `79 of 117, 78 needed`. */
export function arithmetic(tested: Tested): string {
  const { counted, base, required, needed, condition } = tested;
  if (condition.kind === 'all' || condition.kind === 'any') {
    const needs = fractionText(required);
    return `${fractionText(counted)} of ${tested.parts.length} met, ${needs} needed`;
  }
  const over = base === null ? '' : ` of ${shown(base)}`;
  const more = condition.kind === 'share' && condition.more ? 'more than ' : '';
  const least = needed === null ? `${more}${shown(required)}` : fractionText(needed);
  return `${shown(counted)}${over}, ${least} needed${rest(tested)}`;
}
