import { LRUCache } from 'lru-cache';
import type { Locale } from './locale.ts';

/** `long`: 4 November 2016; `short`: 4 Nov 2016; `month`: Nov 2016; `year`: 2016. */
export type DateStyle = 'long' | 'short' | 'month' | 'year';

const dateOptions: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
};

/** English dates have the day first, as the depositary's own notifications do. */
const formattingTags: Readonly<Record<Locale, string>> = {
  ar: 'ar',
  en: 'en-GB',
  es: 'es',
  fr: 'fr',
  ru: 'ru',
  zh: 'zh',
};

const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();
const listFormats = new Map<Locale, Intl.ListFormat>();

/** Building a formatter costs a thousand times what using it does, so each is built once. */
function once<Key, Value>(held: Map<Key, Value>, key: Key, build: () => Value): Value {
  const found = held.get(key);
  if (found !== undefined) return found;
  const built = build();
  held.set(key, built);
  return built;
}

/** Dates as they were formatted: a table of parties has the same few hundred on every page. */
const DATES_KEPT_MAX = 20_000;
const datesKept = new LRUCache<string, string>({ max: DATES_KEPT_MAX });

/**
 * A plain date (`2016-11-04`) in the reader's language, of the Gregorian calendar, never shifted by
 * a time zone. What is no date comes back as it was, so that a page still shows it.
 */
export function formatDate(locale: Locale, on: string, style: DateStyle = 'long'): string {
  const key = `${locale} ${style} ${on}`;
  const kept = datesKept.get(key);
  if (kept !== undefined) return kept;
  const midnight = new Date(`${on}T00:00:00Z`);
  // The 31st of February is read as a day of March: that it is none shows when it is written back.
  const isDay = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(on);
  if (!isDay) return on;
  const format = once(dateFormats, `${locale} ${style}`, () => {
    const options = { ...dateOptions[style], timeZone: 'UTC', calendar: 'gregory' };
    return new Intl.DateTimeFormat(formattingTags[locale], options);
  });
  const formatted = format.format(midnight);
  datesKept.set(key, formatted);
  return formatted;
}

/** An instant (`2026-11-22T09:30:00Z`) in the reader's language, in UTC and saying so. */
export function formatInstant(locale: Locale, at: string): string {
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime())) return at;
  const format = once(dateFormats, `${locale} instant`, () => {
    const time = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const;
    const options = { ...dateOptions.short, ...time, timeZone: 'UTC', calendar: 'gregory' };
    return new Intl.DateTimeFormat(formattingTags[locale], options);
  });
  return format.format(instant);
}

/** A month (`2026-11`) in the reader's language: November 2026. */
export function formatMonth(locale: Locale, month: string): string {
  const first = new Date(`${month}-01T00:00:00Z`);
  if (Number.isNaN(first.getTime())) return month;
  const format = once(dateFormats, `${locale} whole month`, () => {
    const options = {
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
      calendar: 'gregory',
    } as const;
    return new Intl.DateTimeFormat(formattingTags[locale], options);
  });
  return format.format(first);
}

/** The name of the weekday on which a plain date falls, as a column is headed and in full. */
export function formatWeekday(
  locale: Locale,
  on: string,
  style: 'narrow' | 'short' | 'long',
): string {
  const format = once(dateFormats, `${locale} weekday ${style}`, () => {
    return new Intl.DateTimeFormat(formattingTags[locale], { weekday: style, timeZone: 'UTC' });
  });
  return format.format(new Date(`${on}T00:00:00Z`));
}

/** What the standard of weeks adds to a locale, which the compiler does not know yet. */
interface Weeks {
  getWeekInfo?(): { readonly firstDay: number };
}

/** With which weekday the reader's week begins: 1 is Monday, 7 Sunday. */
export function firstWeekday(locale: Locale): number {
  // Week data of Unicode CLDR; where there is none a week begins as ISO 8601 says.
  const weeks = new Intl.Locale(formattingTags[locale]) as Weeks;
  return weeks.getWeekInfo?.().firstDay ?? 1;
}

const decimalPattern = /^-?\d+(\.\d+)?$/;

/** Narrows text to what `Intl.NumberFormat` formats exactly, without passing through a float. */
function isDecimal(text: string): text is `${number}` {
  return decimalPattern.test(text);
}

/**
 * A number in the reader's language. Decimals arrive as text and keep every digit that they have;
 * a fraction (`3/4`) or any other text comes back as it was.
 */
export function formatNumber(locale: Locale, value: number | bigint | string): string {
  const digits = typeof value === 'string' ? (value.split('.')[1]?.length ?? 0) : 0;
  const tag = formattingTags[locale];
  const format = once(numberFormats, `${locale} ${digits}`, () => {
    const options = digits > 0 ? { minimumFractionDigits: digits } : {};
    return new Intl.NumberFormat(tag, { maximumFractionDigits: 20, ...options });
  });
  if (typeof value !== 'string') return format.format(value);
  return isDecimal(value) ? format.format(value) : value;
}

const BYTES_PER_STEP = 1000;
const STEPS = ['byte', 'kilobyte', 'megabyte'] as const;

/** A size in the reader's language, in steps of a thousand: `12.3 kB`. */
export function formatBytes(locale: Locale, sizeBytes: number): string {
  const reached = Math.floor(Math.log10(Math.max(1, sizeBytes)) / 3);
  const step = Math.min(STEPS.length - 1, reached);
  const unit = STEPS[step] ?? 'byte';
  const format = once(numberFormats, `${locale} ${unit}`, () => {
    const options = { style: 'unit', unit, maximumFractionDigits: 1 } as const;
    return new Intl.NumberFormat(formattingTags[locale], options);
  });
  return format.format(sizeBytes / BYTES_PER_STEP ** step);
}

/** A share of one hundred (`58.82`) with the language's own percent sign and spacing. */
export function formatPercent(locale: Locale, percent: number | string): string {
  const [space, sign] = percentSigns[locale];
  return `${formatNumber(locale, percent)}${space}${sign}`;
}

/** ISO 80000-1 asks for a space; Arabic, Chinese and English usage does without it. */
const percentSigns: Readonly<Record<Locale, readonly [string, string]>> = {
  ar: ['', '%'],
  en: ['', '%'],
  es: ['\u00a0', '%'],
  fr: ['\u202f', '%'],
  ru: ['\u00a0', '%'],
  zh: ['', '%'],
};

/** Several names as one phrase: "Canada, Nepal and the European Union". */
export function formatList(locale: Locale, items: readonly string[]): string {
  const format = once(listFormats, locale, () => {
    return new Intl.ListFormat(formattingTags[locale], { type: 'conjunction' });
  });
  return format.format(items);
}
