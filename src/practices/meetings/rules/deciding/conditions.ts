/** Tests a condition of a rule: what is counted, over what, how much was needed. */
import {
  type Fraction,
  ceiling,
  compare,
  fraction,
  multiply,
  parseFraction,
} from '../../../../kernel/fraction.ts';
import type { Condition, Count, Share } from '../../payloads/decision-rule.ts';
import { blockersNeeded } from './blocking-minority.ts';
import type { Counter } from './count.ts';
import type { Tested } from './poll.ts';
import { labelOf } from './words.ts';

const ZERO = fraction(0n);
const ONE = fraction(1n);

/** The least whole number above the fraction. */
const above = (one: Fraction): bigint =>
  one.denominator === 1n ? one.numerator + 1n : ceiling(one);

const leaf = (condition: Condition, label: string) => ({ condition, label, parts: [] });

function testCount(condition: Count, counter: Counter): Tested {
  const { amount, actors } = counter.of(condition.of, condition);
  const required = parseFraction(condition.atLeast);
  return {
    ...leaf(condition, labelOf(condition)),
    counted: amount,
    base: null,
    required,
    needed: condition.weights === undefined ? fraction(ceiling(required)) : null,
    isMet: compare(amount, required) >= 0,
    actors,
  };
}

/** Too few stand against it to block, whatever they weigh. */
const cannotBlock = (least: number | null, against: number, inFavour: number): boolean =>
  least !== null && inFavour > 0 && against < least;

function testShare(condition: Share, counter: Counter): Tested {
  const counted = counter.of(condition.of, condition);
  const base = counter.over(condition.base, condition);
  const threshold = parseFraction(condition.threshold);
  const required = multiply(threshold, base.amount);
  const by = compare(counted.amount, required);
  // A share of nothing is none: nobody voted, or the group has nobody in it.
  const isReached = compare(base.amount, ZERO) > 0 && (condition.more ? by > 0 : by >= 0);
  const inFavour = new Set(counted.actors);
  const against = base.actors.filter((actor) => !inFavour.has(actor)).length;
  const asked = { base: base.amount, threshold, more: condition.more };
  const least = isReached
    ? null
    : blockersNeeded(condition, () => counter.each(condition.base, condition), asked);
  const isDeemedMet = cannotBlock(least, against, inFavour.size);
  const isPlain = condition.weights === undefined;
  return {
    ...leaf(condition, labelOf(condition)),
    counted: counted.amount,
    base: base.amount,
    required,
    needed: isPlain ? fraction(condition.more ? above(required) : ceiling(required)) : null,
    isMet: isReached || isDeemedMet,
    ...(isDeemedMet && { isDeemedMet, ...(least !== null && { blockersNeeded: least }) }),
    actors: counted.actors,
  };
}

function testSeveral(condition: Exclude<Condition, Share | Count>, counter: Counter): Tested {
  const parts = condition.of.map((one) => test(one, counter));
  const met = parts.filter(({ isMet }) => isMet);
  const required = condition.kind === 'all' ? fraction(BigInt(parts.length)) : ONE;
  const counted = fraction(BigInt(met.length));
  return {
    label: labelOf(condition),
    condition,
    counted,
    base: fraction(BigInt(parts.length)),
    required,
    needed: required,
    isMet: compare(counted, required) >= 0,
    actors: [...new Set(met.flatMap(({ actors }) => actors))],
    parts,
  };
}

/** Tests a condition, with all conditions within it. */
export function test(condition: Condition, counter: Counter): Tested {
  switch (condition.kind) {
    case 'share':
      return testShare(condition, counter);
    case 'count':
      return testCount(condition, counter);
    default:
      return testSeveral(condition, counter);
  }
}
