/** One clock over all practices, as a question: what is on which day, and what is overdue. */
import { z } from 'zod';
import { ActorId } from '../../kernel/actor-id.ts';
import { PlainDateText } from '../../kernel/dates.ts';
import { defineArea, defineQuestion, judgeWith } from '../../kernel/define-area.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { locales } from '../../ui/text/locale.ts';
import { agreementDates } from './agreement-dates.ts';
import { latest } from './latest.ts';
import { DateRow, GROUPS, byDate, liesWithin } from './date-row.ts';
import { meetingDates } from './meeting-dates.ts';
import { noticeDates } from './notice-dates.ts';

const ROWS_MAX = 2000;
const LAST_DAY = '9999-12-31';

export const dates = defineQuestion({
  name: 'calendar.dates',
  title: 'What is on which day, in all practices, and what is overdue?',
  input: z.strictObject({
    /** Absent: the day asked for. */
    from: PlainDateText.optional(),
    to: PlainDateText.optional(),
    /** Absent: of all kinds. */
    group: z.enum(GROUPS).optional(),
    actor: ActorId.optional(),
    overdue: z.stringbool().optional(),
    locale: z.enum(locales).default('en'),
  }),
  output: z.object({ rows: z.array(DateRow) }),
  example: { group: 'into-force' as const },
  async answer(asked, { from: first, to: last, group, actor, overdue, locale }) {
    const from = first ?? asked.asOf;
    const span = { from, to: last ?? LAST_DAY, actor };
    const ofAgreements = await agreementDates(asked, span, locale);
    if (isRefusal(ofAgreements)) return ofAgreements;
    const all = [
      ...ofAgreements,
      ...(await meetingDates(asked, span, locale)),
      ...(await noticeDates(asked, span, locale)),
    ];
    const rows = all
      .filter((row) => group === undefined || row.group === group)
      .filter((row) => (overdue === true ? row.isOverdue : liesWithin(row, span)));
    return { rows: rows.sort(byDate).slice(0, ROWS_MAX) };
  },
});

/** An area that takes no acts: its dates follow from those of the practices. */
export const calendarArea = defineArea({
  name: 'calendar',
  title: 'Calendar',
  acts: [],
  tables: [],
  questions: [dates, latest],
  decider: {
    load: async () =>
      judgeWith(
        null,
        () => null,
        (state) => state,
      ),
  },
});
