/** The seats of a body as its answer has them: by group, as allocated, and whose terms end. */
import { z } from 'zod';
import { PlainDateText } from '../../../../kernel/dates.ts';
import { allocationOn, seatsOn } from '../../rules/bodies/members.ts';
import { groupOn, vacanciesAfter } from '../../rules/bodies/rotation.ts';
import { titleIn } from '../shapes.ts';
import { Named, type Spoken, named } from './spoken.ts';

export const ShownSeats = z.object({
  seats: z.array(
    z.object({
      seats: z.string(),
      title: z.string(),
      number: z.int(),
      held: z.int(),
      of: Named.nullable(),
      termYears: z.int().nullable(),
      immediateReelection: z.boolean(),
    }),
  ),
  /** Terms of those seated that end, the first to end before the others. */
  vacancies: z.array(
    z.object({
      ...Named.shape,
      seats: z.string().nullable(),
      until: PlainDateText,
      maySucceedItself: z.boolean(),
    }),
  ),
  allocation: z.object({ citation: z.string(), from: PlainDateText, act: z.string() }).nullable(),
});

function vacanciesShown(spoken: Spoken): z.output<typeof ShownSeats>['vacancies'] {
  const { body, day, locale } = spoken;
  return vacanciesAfter(body, day).map(({ maySucceedItself, member, seats, until }) => {
    const group = seats === null ? null : groupOn(body, seats, day);
    const title = group === null ? seats : titleIn(locale, group.title);
    return { ...named(member, spoken), seats: title, until, maySucceedItself };
  });
}

/** The seats of a body by group, and whose terms end. */
export function seatsShown(spoken: Spoken): z.output<typeof ShownSeats> {
  const { body, day, locale } = spoken;
  const allocation = allocationOn(body, day);
  const vacancies = vacanciesShown(spoken);
  if (allocation === null) return { seats: [], allocation: null, vacancies };
  const held = seatsOn(body, day);
  const { citation, from, groups } = allocation.payload;
  const seats = groups.map((group) => ({
    seats: group.seats,
    title: titleIn(locale, group.title),
    number: group.number,
    held: held.filter((one) => one.seats === group.seats).length,
    of: group.of === undefined ? null : named(group.of, spoken),
    termYears: group.termYears ?? null,
    immediateReelection: group.immediateReelection,
  }));
  return { seats, allocation: { citation, from, act: allocation.act }, vacancies };
}
