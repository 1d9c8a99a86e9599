/** How many issues of a text were open when. */
import { z } from 'zod';
import { PlainDateText } from '../../../../kernel/dates.ts';
import { openOverTime } from '../../rules/texts/count-issues.ts';
import { oncePerText } from './once-per-text.ts';
import type { OpenText } from './shapes.ts';

export const OnDay = z.object({
  on: PlainDateText,
  /** The version that was issued then; null at the end of a day. */
  symbol: z.string().nullable(),
  open: z.int(),
  settled: z.int(),
  withdrawn: z.int(),
});

/** How many were open whenever a version was issued, and at the end of each day. */
export const overTime = oncePerText(({ reading, state }: OpenText): z.output<typeof OnDay>[] =>
  openOverTime(reading.archive.facts('text', state.name)).map((one) => ({ ...one })),
);
