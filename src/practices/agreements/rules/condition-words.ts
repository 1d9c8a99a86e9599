/** Conditions of final clauses, and how far they are met, in words. */
import {
  type Fraction,
  fraction,
  multiply,
  parseFraction,
  toDecimal,
} from '../../../kernel/fraction.ts';
import { type Sentence, said } from '../../../kernel/said.ts';
import type { Condition, Silence } from '../clauses.ts';
import { describeClass, wordsOf } from './classes.ts';
import type { Progress, Single } from './conditions.ts';
import { describeDelay } from './delays.ts';

/** Decimal text without idle zeros, as precise as shares are published: hundredths of a percent. */
function decimal(amount: Fraction): string {
  return toDecimal(amount, 2).replace(/\.?0+$/, '');
}

/** How much there is and how much is needed, as decimal text; weights in percent of their total. */
export interface Amounts {
  readonly have: string;
  readonly need: string;
  readonly unit: 'count' | 'percent';
}

/** The amounts of a progress, as they are shown. */
export function amountsOf({ have, need, total }: Progress): Amounts {
  if (total === undefined || total.numerator === 0n) {
    return { have: decimal(have), need: decimal(need), unit: 'count' };
  }
  const percent = fraction(total.denominator * 100n, total.numerator);
  const share = (amount: Fraction): string => decimal(multiply(amount, percent));
  return { have: share(have), need: share(need), unit: 'percent' };
}

/** An amount with its unit. */
export function withUnit(amount: string, { unit }: Pick<Amounts, 'unit'>): Sentence {
  return unit === 'percent'
    ? said('{$amount} %', { amount })
    : { template: '{$amount}', values: { amount } };
}

const isSimple = (condition: Condition): condition is Single =>
  !('all' in condition) && !('any' in condition);

/** A compound condition in words. */
export function describeCondition(condition: Condition): Sentence {
  if (isSimple(condition)) return describeSingle(condition);
  if ('all' in condition) {
    const [first = NOTHING, ...rest] = condition.all.map(describeCondition);
    return rest.reduce((one, other) => said('{$one}, and {$other}', { one, other }), first);
  }
  const [first = NOTHING, ...rest] = condition.any.map(describeCondition);
  return rest.reduce((one, other) => said('{$one}, or {$other}', { one, other }), first);
}

const NOTHING: Sentence = { template: '', values: {} };

function describeNamed({ atLeast, named }: Extract<Condition, { named: string[] }>): Sentence {
  const number = atLeast ?? named.length;
  return number === named.length
    ? said('all {$number} named', { number })
    : said('at least {$number} of {$all} named', { number, all: named.length });
}

function describeTime({ lasts, from = 'adoption', until = '' }: Silence): Sentence {
  if (lasts === undefined) return said('silence until {$until}', { until });
  const time = describeDelay(lasts);
  return from === 'adoption'
    ? said('silence of {$time} from adoption', { time })
    : said('silence of {$time} from the event “{$event}”', { time, event: from.event });
}

function describeSilence(silence: Silence): Sentence {
  const time = describeTime(silence);
  const { unless } = silence;
  return unless === undefined
    ? time
    : said('{$silence}, unless {$too} refuse', { silence: time, too: describeCondition(unless) });
}

function describeCount(condition: Extract<Condition, { count: number }>): Sentence {
  const { count, of } = condition;
  if ('any' in of) return said('at least {$count} parties', { count });
  if ('kind' in of && of.kind === 'state') return said('at least {$count} States', { count });
  return said('at least {$count} {$of}', { count, of: describeClass(of) });
}

function describeShare(condition: Extract<Condition, { share: string }>): Sentence {
  const { share, more = false } = condition;
  const of = describeClass(condition.of);
  return more
    ? said('more than {$share} of {$of}', { share, of })
    : said('at least {$share} of {$of}', { share, of });
}

function describeWeight(condition: Extract<Condition, { weight: string }>): Sentence {
  const percent = decimal(multiply(parseFraction(condition.weight), fraction(100n)));
  const of = wordsOf(condition.attribute);
  return condition.more === true
    ? said('more than {$percent} % of {$of}', { percent, of })
    : said('at least {$percent} % of {$of}', { percent, of });
}

/** A single condition in words. */
export function describeSingle(condition: Single): Sentence {
  if ('count' in condition) return describeCount(condition);
  if ('share' in condition) return describeShare(condition);
  if ('weight' in condition) return describeWeight(condition);
  if ('named' in condition) return describeNamed(condition);
  if ('silence' in condition) return describeSilence(condition.silence);
  return 'event' in condition
    ? said('the event “{$event}”', { event: condition.event })
    : said('the day {$on}', { on: condition.on });
}

/** How much there is of how much is needed. */
export function haveOf(amounts: Amounts): Sentence {
  const have = withUnit(amounts.have, amounts);
  return said('{$have} of {$need}', { have, need: withUnit(amounts.need, amounts) });
}
