/** The day that a question names in words: "on 5 October 2016", "in 1999", "2016年10月5日". */
import { type PlainDateText, isPlainDate } from '../../../kernel/dates.ts';
import { fold } from '../fold.ts';

export interface NamedDay {
  readonly on: PlainDateText;
  /** The folded question without the words that name the day. */
  readonly rest: string;
}

const MONTHS = 12;
/** Arabic has two sets of names, each of use in some of its countries. */
const CALENDARS = ['en', 'fr', 'es', 'ru', 'ar', 'ar-SY'];

function monthNames(): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const locale of CALENDARS) {
    for (let month = 1; month <= MONTHS; month += 1) {
      const on = new Date(Date.UTC(2001, month - 1, 1));
      // With a day beside it, as Russian declines it; and alone.
      for (const day of ['numeric', undefined] as const) {
        const format = new Intl.DateTimeFormat(locale, { month: 'long', day, timeZone: 'UTC' });
        const part = format.formatToParts(on).find(({ type }) => type === 'month');
        if (part) names.set(fold(part.value), month);
      }
    }
  }
  return names;
}

const months = monthNames();
const alternatives = [...months.keys()].sort((one, other) => other.length - one.length).join('|');
const YEAR = '(?<year>1[6-9]\\d\\d|2[01]\\d\\d)';
const BEFORE = '(?<![\\p{L}\\p{N}/.-])';
const AFTER = '(?![\\p{N}/])';
const INTRODUCED = '(?:on|in|since|as of|le|en|au|el|в|на|بتاريخ|في|عام|سنه|于|在)?\\s*';
const AFTER_YEAR = '(?:\\s*(?:года|году|год|г\\.?))?';

const MONTH = `(?<name>${alternatives})`;
const DAY = '(?<day>\\d{1,2})';
const FORMS = [
  `${BEFORE}${YEAR}-(?<month>\\d\\d)-(?<day>\\d\\d)(?!\\d)`,
  `${YEAR}\\s*年\\s*(?<month>\\d{1,2})\\s*月\\s*(?:${DAY}\\s*日)?`,
  `${YEAR}\\s*年`,
  `${BEFORE}${INTRODUCED}${DAY}(?:er|st|nd|rd|th)?\\.?\\s+(?:de\\s+|of\\s+)?${MONTH}\\s+` +
    `(?:de\\s+|del\\s+)?,?\\s*${YEAR}${AFTER}${AFTER_YEAR}`,
  `${BEFORE}${INTRODUCED}${MONTH}\\s+${DAY}(?:st|nd|rd|th)?,?\\s+${YEAR}${AFTER}`,
  `${BEFORE}${INTRODUCED}${MONTH}\\s+(?:de\\s+)?${YEAR}${AFTER}${AFTER_YEAR}`,
  `${BEFORE}${INTRODUCED}${YEAR}${AFTER}${AFTER_YEAR}`,
].map((form) => new RegExp(form, 'u'));

const padded = (number: number): string => String(number).padStart(2, '0');

/** A month or a year stands for its last day: by then all of it had happened. */
function dayIn(groups: Readonly<Record<string, string | undefined>>): PlainDateText | null {
  const { year = '', name, month: given, day } = groups;
  const month = name === undefined ? Number(given ?? MONTHS) : (months.get(name) ?? MONTHS);
  const last = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  const on = `${year}-${padded(month)}-${padded(day === undefined ? last : Number(day))}`;
  return isPlainDate(on) ? on : null;
}

/** The first day that the question names, or null where it names none. */
export function namedDay(question: string): NamedDay | null {
  const text = fold(question);
  for (const form of FORMS) {
    const found = form.exec(text);
    const on = found === null ? null : dayIn(found.groups ?? {});
    if (found === null || on === null) continue;
    const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
    return { on, rest };
  }
  return null;
}
