/** How many issues of a text were open when. */
import { z } from 'zod';
import { PlainDateText } from '../../../../kernel/dates.ts';
import { openOverTime } from '../../rules/texts/count-issues.ts';
import { numbersOf } from '../../rules/texts/number-provisions.ts';
import { inOrder } from '../../rules/texts/show-text.ts';
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

/** An article, or a provision at the top, with how many were open in it at each of these times. */
export const ArticleOverTime = z.object({
  article: z.string(),
  number: z.string(),
  open: z.array(z.int()),
});

/**
 * How many were open whenever a version was issued, and at the end of each day; and in each article
 * at the same times, in the order of reading.
 */
export const overTime = oncePerText(({ reading, state }: OpenText) => {
  const times = openOverTime(reading.archive.facts('text', state.name), state);
  const ever = new Set(times.flatMap(({ byArticle }) => [...byArticle.keys()]));
  const order = inOrder(state);
  const numbers = numbersOf(state, order);
  return {
    overTime: times.map(({ on, open, settled, symbol, withdrawn }): z.output<typeof OnDay> => {
      return { on, symbol, open, settled, withdrawn };
    }),
    articlesOverTime: order
      .filter(({ id }) => ever.has(id))
      .map(
        ({ id }): z.output<typeof ArticleOverTime> => ({
          article: id,
          number: numbers.get(id) ?? '',
          open: times.map(({ byArticle }) => byArticle.get(id) ?? 0),
        }),
      ),
  };
});
