/** Twelve months back and ahead of a day. */
import { type PlainDateText, addDays } from '../../kernel/dates.ts';

const YEAR_DAYS = 365;

export const yearBefore = (day: PlainDateText): PlainDateText => addDays(day, -YEAR_DAYS);
export const yearAfter = (day: PlainDateText): PlainDateText => addDays(day, YEAR_DAYS);
