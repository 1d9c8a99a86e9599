/** How many issues of a text were open when. */
import { z } from 'zod';
import { PlainDateText, dayOf } from '../../../../kernel/dates.ts';
import type { Issue } from '../../rules/texts/structure.ts';
import type { TextState } from '../../rules/texts/text-state.ts';
import { openIssues } from './shapes.ts';

export const OnDay = z.object({ on: PlainDateText, open: z.int() });

/** The day on which an issue ended; null where it is open still, or fell with another. */
function endedOn({ settlement, withdrawal }: Issue): string | null {
  const end = withdrawal?.recordedAt ?? settlement?.recordedAt;
  return end === undefined ? null : dayOf(end);
}

/**
 * How many were open at the end of each day on which that changed. What fell with another counts
 * as open until the last day told of.
 */
export function overTime(state: TextState): z.output<typeof OnDay>[] {
  const changes = new Map<string, number>();
  const add = (on: string, more: number): void => {
    changes.set(on, (changes.get(on) ?? 0) + more);
  };
  for (const issue of state.issues.values()) {
    add(dayOf(issue.recordedAt), 1);
    const end = endedOn(issue);
    if (end !== null) add(end, -1);
  }
  let open = 0;
  const days = [...changes].sort(([one], [other]) => (one < other ? -1 : 1));
  const told = days.map(([on, more]) => {
    open += more;
    return { on, open };
  });
  const last = told.at(-1);
  return last === undefined
    ? []
    : [...told.slice(0, -1), { ...last, open: openIssues(state).length }];
}
