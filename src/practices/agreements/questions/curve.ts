/** How consents came in over time, against what was needed. */
import { z } from 'zod';
import { type PlainDateText } from '../../../kernel/dates.ts';
import { PlainDateText as DaySchema } from '../../../kernel/dates.ts';
import { defineQuestion } from '../../../kernel/define-area.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Known } from '../chronicles.ts';
import { Ballots } from '../rules/ballots.ts';
import { type Single, progressOf, singlesOf } from '../rules/conditions.ts';
import { amountsOf, describeSingle } from '../rules/condition-words.ts';
import type { Locale } from '../../../ui/text/locale.ts';
import { sentenceIn } from './in-words.ts';
import { AgreementInput, Day, chronicleFor } from './shapes.ts';

const Series = z.object({
  label: z.string(),
  kind: z.enum(['count', 'weight']),
  unit: z.enum(['count', 'percent']),
  /** Decimal text of what is needed; null where nothing is. */
  need: z.string().nullable(),
  points: z.array(z.object({ on: DaySchema, have: z.string() })),
});

/** Conditions that make a curve; events, dates and silence make none. */
function drawn(known: Known): Single[] {
  const { when } = known.chronicle.history.adoption.finalClauses.entryIntoForce;
  return singlesOf(when).filter(
    (single) => !('event' in single) && !('on' in single) && !('silence' in single),
  );
}

function daysOf(known: Known, until: PlainDateText): PlainDateText[] {
  const days = known.chronicle.consents.flatMap((consent) =>
    consent.until === null ? [consent.on] : [consent.on, consent.until],
  );
  return [...new Set(days.filter((day) => day <= until))].sort();
}

function seriesOf(single: Single, known: Known, days: readonly PlainDateText[], locale: Locale) {
  const { chronicle } = known;
  const ballots = new Ballots(chronicle);
  const steps = days.map((on) => {
    const progress = progressOf(single, ballots.on(on), chronicle.scene);
    return { on, ...amountsOf(progress) };
  });
  const last = steps.at(-1);
  return {
    label: sentenceIn(locale, describeSingle(single), chronicle),
    kind: 'weight' in single ? ('weight' as const) : ('count' as const),
    unit: last?.unit ?? ('count' as const),
    need: last?.need ?? null,
    points: steps.map(({ on, have }) => ({ on, have })),
  };
}

export const curve = defineQuestion({
  name: 'agreements.curve',
  title: 'How did consents come in, against what was needed?',
  input: AgreementInput,
  output: z.object({
    adoptedOn: DaySchema,
    fulfilledOn: Day,
    entryIntoForceOn: Day,
    series: z.array(Series),
  }),
  example: { agreement: 'paris-agreement' },
  async answer(asked, input) {
    const known = await chronicleFor(asked, input.agreement);
    if (isRefusal(known)) return known;
    const { decision, history } = known.chronicle;
    const foreseen = decision.fulfilledOn !== null && decision.fulfilledOn <= asked.asOf;
    const days = daysOf(known, asked.asOf);
    return {
      adoptedOn: history.adoption.adoptedOn,
      fulfilledOn: foreseen ? decision.fulfilledOn : null,
      entryIntoForceOn: foreseen ? decision.on : null,
      series: drawn(known).map((single) => seriesOf(single, known, days, input.locale)),
    };
  },
});
