/** Where each condition of a final clause stands, in numbers that a picture can be drawn from. */
import { z } from 'zod';
import type { PlainDateText } from '../../../kernel/dates.ts';
import type { Known } from '../chronicles.ts';
import { describeClass } from '../rules/classes.ts';
import { type Single, isEnough, progressOf, singlesOf } from '../rules/conditions.ts';
import { ballotOn } from '../rules/entry-into-force.ts';
import { amountsOf, describeSingle } from '../rules/condition-words.ts';
import type { Locale } from '../../../ui/text/locale.ts';
import { sentenceIn } from './in-words.ts';

export const Threshold = z.object({
  label: z.string(),
  /** Decimal text; how much there is, and how much is needed. */
  have: z.string(),
  need: z.string(),
  enough: z.boolean(),
  kind: z.enum(['count', 'share', 'weight', 'named', 'event', 'on', 'silence']),
  /** What `have` and `need` count: things, or hundredths of the whole. */
  unit: z.enum(['count', 'percent']),
  of: z.string(),
});
export type Threshold = z.output<typeof Threshold>;

/** The kind of a single condition, by which it is drawn. */
export function kindOf(single: Single): Threshold['kind'] {
  const kinds = ['share', 'weight', 'named', 'event', 'on', 'silence'] as const;
  return kinds.find((kind) => kind in single) ?? 'count';
}

/** Where each single condition stands: at the deciding day, or on the day asked for before it. */
export function thresholdsOf(
  { chronicle }: Known,
  day: PlainDateText,
  locale: Locale = 'en',
): Threshold[] {
  const { fulfilledOn } = chronicle.decision;
  const at = fulfilledOn !== null && fulfilledOn <= day ? fulfilledOn : day;
  const ballot = ballotOn(at, chronicle);
  const { when } = chronicle.history.adoption.finalClauses.entryIntoForce;
  return singlesOf(when).map((single) => {
    const progress = progressOf(single, ballot, chronicle.scene);
    return {
      label: sentenceIn(locale, describeSingle(single), chronicle),
      ...amountsOf(progress),
      enough: isEnough(progress),
      kind: kindOf(single),
      of: 'of' in single ? sentenceIn(locale, describeClass(single.of), chronicle) : '',
    };
  });
}
