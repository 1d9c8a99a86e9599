/** Where each condition of a final clause stands, in numbers that a picture can be drawn from. */
import { z } from 'zod';
import type { PlainDateText } from '../../../kernel/dates.ts';
import {
  type Fraction,
  fraction,
  multiply,
  parseFraction,
  toDecimal,
} from '../../../kernel/fraction.ts';
import type { Known } from '../chronicles.ts';
import { describeClass } from '../rules/classes.ts';
import {
  type Progress,
  type Single,
  isEnough,
  progressOf,
  singlesOf,
} from '../rules/conditions.ts';
import { ballotOn } from '../rules/entry-into-force.ts';
import { describeSingle } from '../rules/findings.ts';

export const Threshold = z.object({
  label: z.string(),
  /** Decimal text; how much there is, and how much is needed. */
  have: z.string(),
  need: z.string(),
  enough: z.boolean(),
  kind: z.enum(['count', 'share', 'weight', 'named', 'event', 'on']),
  /** What `have` and `need` count: things, or hundredths of the whole. */
  unit: z.enum(['count', 'percent']),
  of: z.string(),
});
export type Threshold = z.output<typeof Threshold>;

const DECIMALS = 2;
const HUNDRED = fraction(100n);

/** Decimal text without zeros that say nothing. */
export function decimal(value: Fraction): string {
  const text = toDecimal(value, DECIMALS);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function kindOf(single: Single): Threshold['kind'] {
  const kinds = ['share', 'weight', 'named', 'event', 'on'] as const;
  return kinds.find((kind) => kind in single) ?? 'count';
}

/** Progress as it is shown: a weight in hundredths of the whole, anything else as it is counted. */
export function shownProgress(
  single: Single,
  { have, need }: Pick<Progress, 'have' | 'need'>,
): { have: string; need: string; unit: Threshold['unit'] } {
  if (!('weight' in single) || need.numerator === 0n) {
    return { have: decimal(have), need: decimal(need), unit: 'count' };
  }
  // What is needed is the weight's share of the whole, so the whole is what is needed over it.
  const share = multiply(parseFraction(single.weight), HUNDRED);
  const perNeed = fraction(need.denominator, need.numerator);
  const percent = multiply(multiply(have, perNeed), share);
  return { have: decimal(percent), need: decimal(share), unit: 'percent' };
}

/** Where each single condition stands: at the deciding day, or on the day asked for before it. */
export function thresholdsOf({ chronicle }: Known, day: PlainDateText): Threshold[] {
  const { fulfilledOn } = chronicle.decision;
  const at = fulfilledOn !== null && fulfilledOn <= day ? fulfilledOn : day;
  const ballot = ballotOn(at, chronicle);
  const { when } = chronicle.history.adoption.finalClauses.entryIntoForce;
  return singlesOf(when).map((single) => {
    const progress = progressOf(single, ballot, chronicle.scene);
    return {
      label: describeSingle(single),
      ...shownProgress(single, progress),
      enough: isEnough(progress),
      kind: kindOf(single),
      of: 'of' in single ? describeClass(single.of) : '',
    };
  });
}
