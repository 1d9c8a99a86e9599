/**
 * When a number would be reached if consents came in as they lately did. Consents are taken for a
 * Poisson process whose rate stays what it was in the window; how many come within a time, given
 * how many came in the window, is then negative binomial, and the interval is the exact one for
 * predicting a Poisson count from another (Nelson 1970; Krishnamoorthy and Peng 2011). Its two ends
 * are cautious: it covers at least what it says.
 */
import {
  type PlainDateText,
  addDays,
  addMonths,
  daysBetween,
  laterOf,
} from '../../../../kernel/dates.ts';
import type { Consent } from '../consents.ts';

/** How far back the rate is read. */
export const WINDOW_YEARS = 5;
/** How surely the day falls within the interval; half of the rest lies on each side. */
export const COVERED_PERCENT = 80;
/** Beyond this nobody believes that a rate stays. */
export const YEARS_AHEAD_MAX = 50;

const TAIL = (100 - COVERED_PERCENT) / 200;

/** Logarithms of n! for n from 0. */
function logFactorials(max: number): Float64Array {
  const logs = new Float64Array(max + 1);
  for (let n = 2; n <= max; n += 1) logs[n] = (logs[n - 1] ?? 0) + Math.log(n);
  return logs;
}

/** The probability of at least so many successes in so many trials of this probability. */
function atLeast(successes: number, trials: number, probability: number): number {
  const logs = logFactorials(trials);
  let sum = 0;
  for (let hits = successes; hits <= trials; hits += 1) {
    const ways = (logs[trials] ?? 0) - (logs[hits] ?? 0) - (logs[trials - hits] ?? 0);
    const log = hits * Math.log(probability) + (trials - hits) * Math.log1p(-probability);
    sum += Math.exp(ways + log);
  }
  return sum;
}

const HALVINGS = 60;

/** The probability of a trial at which at least so many successes are as likely as said. */
function probabilityFor(successes: number, trials: number, likely: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (low + high) / 2;
    if (atLeast(successes, trials, middle) < likely) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** How long it takes until so many more come, in parts of the window in which `seen` came. */
export interface Span {
  readonly expected: number;
  readonly earliest: number;
  readonly latest: number;
}

/** The span until `needed` more; null where none was seen, since then there is no rate. */
export function spanUntil(needed: number, seen: number): Span | null {
  if (seen === 0) return null;
  const odds = (probability: number): number => probability / (1 - probability);
  return {
    expected: needed / seen,
    earliest: odds(probabilityFor(needed, needed + seen, TAIL)),
    latest: odds(probabilityFor(needed, needed + seen - 1, 1 - TAIL)),
  };
}

export interface Forecast {
  readonly needed: number;
  /** Consents that came in the window, and the window's first and last day. */
  readonly seen: number;
  readonly from: PlainDateText;
  readonly to: PlainDateText;
  /** Days on which the number would be reached; null where no day can be told. */
  readonly expectedOn: PlainDateText | null;
  readonly earliestOn: PlainDateText | null;
  readonly latestOn: PlainDateText | null;
}

function dayAhead(day: PlainDateText, window: number, parts: number): PlainDateText | null {
  const days = Math.ceil(window * parts);
  return days > YEARS_AHEAD_MAX * 366 ? null : addDays(day, days);
}

/** When so many more would have consented, from those consents that count towards them. */
export function forecastOf(
  needed: number,
  consents: readonly Pick<Consent, 'on'>[],
  openFrom: PlainDateText,
  day: PlainDateText,
): Forecast {
  const from = laterOf(openFrom, addMonths(day, -12 * WINDOW_YEARS));
  const seen = consents.filter(({ on }) => from < on && on <= day).length;
  const window = daysBetween(from, day);
  const span = window > 0 ? spanUntil(needed, seen) : null;
  const ahead = (parts: number | undefined) =>
    parts === undefined ? null : dayAhead(day, window, parts);
  return {
    needed,
    seen,
    from,
    to: day,
    expectedOn: ahead(span?.expected),
    earliestOn: ahead(span?.earliest),
    latestOn: ahead(span?.latest),
  };
}
