/** The weeks that a month lies in, as rows of seven days. */
import { addDays } from '../../kernel/dates.ts';

const DAYS = 7;

/** Monday is 1, Sunday 7 (ISO 8601). */
export const weekdayOf = (on: string): number => new Date(`${on}T00:00:00Z`).getUTCDay() || DAYS;

/**
 * The days of all weeks of which a day lies in the month, week by week.
 * @param month `2026-11`
 * @param first the weekday with which a week begins, 1 to 7
 */
export function weeksOf(month: string, first: number): readonly (readonly string[])[] {
  const start = `${month}-01`;
  const before = (weekdayOf(start) - first + DAYS) % DAYS;
  const weeks: string[][] = [];
  let monday = addDays(start, -before);
  while (weeks.length === 0 || monday.startsWith(month)) {
    const week = Array.from({ length: DAYS }, (_, at) => addDays(monday, at));
    weeks.push(week);
    monday = addDays(monday, DAYS);
  }
  return weeks;
}

const MONTHS = 12;

/** The month so many after one, or before it. */
export function monthAfter(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const months = year * MONTHS + number - 1 + count;
  const [whole, rest] = [Math.floor(months / MONTHS), (months % MONTHS) + 1];
  return `${String(whole).padStart(4, '0')}-${String(rest).padStart(2, '0')}`;
}
