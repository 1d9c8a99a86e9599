/** Times as CAP writes them: with seconds and a numeric offset, UTC as `-00:00`. CAP 1.2, 3.3.2. */

const STRICT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d$/;
/** `dateTime` of XML Schema, years of four digits. */
const LENIENT =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(Z|[-+](?:0\d|1[0-3]):[0-5]\d|[-+]14:00)?$/;

/** Midnight may be written as the 24th hour. */
const SECONDS_OF_DAY = 24 * 60 * 60;

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function lengthOfMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return (LENGTHS[month - 1] ?? 0) + (month === 2 && isLeap ? 1 : 0);
}

/** Whether there is such a day. XML Schema 2, 3.2.7. */
const isDay = (year: number, month: number, day: number): boolean =>
  year > 0 && day > 0 && day <= lengthOfMonth(year, month);

const isTime = (hour: number, minute: number, second: number): boolean =>
  minute < 60 && second < 60 && (hour * 60 + minute) * 60 + second <= SECONDS_OF_DAY;

/** Whether there is such a moment, whose six numbers are matched one by one. */
function exists(found: readonly (string | undefined)[]): boolean {
  const number = (at: number): number => Number(found[at]);
  return isDay(number(1), number(2), number(3)) && isTime(number(4), number(5), number(6));
}

/** What is wrong with a time, or null; `strict` as CAP 1.2 has it. */
export function objectionToTime(text: string, strict: boolean): string | null {
  const found = LENIENT.exec(text);
  if (found === null) return `“${text.slice(0, 40)}” is no date and time`;
  if (!exists(found)) return `${text} is no moment of the calendar`;
  const offset = found[7];
  if (offset === undefined) return `${text} does not say its offset from UTC`;
  if (strict && offset === 'Z') return `${text} names its zone by a letter; UTC is -00:00`;
  return !strict || STRICT.test(text) ? null : `${text} has parts of a second`;
}

/** The time in the one form of CAP 1.2: no letter, no parts of a second. */
export function strictTime(text: string): string {
  return text.replace(/\.\d+/, '').replace(/Z$/, '-00:00');
}

/** Milliseconds since 1970, to compare by; not a number where it is no time. */
export const instantOf = (text: string): number =>
  Date.parse(text.replace(/([-+]\d\d:\d\d|Z)$/, (zone) => (zone === '-00:00' ? '+00:00' : zone)));

/** A time of CAP from an instant: `2026-01-17T09:30:00-00:00`. */
export const timeOfInstant = (instant: string): string =>
  `${new Date(instant).toISOString().slice(0, 19)}-00:00`;
