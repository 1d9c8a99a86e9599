import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths } from '../../../../kernel/dates.ts';
import { COVERED_PERCENT, WINDOW_YEARS, forecastOf, spanUntil } from './forecast.ts';

/** The probability that fewer than so many come, of which so many are expected. */
function fewerThan(number: number, expected: number): number {
  let term = Math.exp(-expected);
  let sum = 0;
  for (let n = 0; n < number; n += 1) {
    sum += term;
    term *= expected / (n + 1);
  }
  return sum;
}

describe('the time until more come', () => {
  it('is as worked out by hand for one more after one was seen', () => {
    const span = spanUntil(1, 1);
    expect(span?.expected).toBe(1);
    // One trial: x = 0.9. Two trials, at least one: 1 - (1 - x)^2 = 0.1.
    expect(span?.latest).toBeCloseTo(9, 6);
    expect(span?.earliest).toBeCloseTo(1 / Math.sqrt(0.9) - 1, 6);
  });

  it('is not told where none was seen', () => {
    expect(spanUntil(3, 0)).toBeNull();
  });

  it('lies in the interval at least as often as is said, whatever the rate', () => {
    const rate = fc.double({ min: 0.5, max: 30, noNaN: true });
    fc.assert(
      fc.property(rate, fc.integer({ min: 1, max: 25 }), (expected, needed) => {
        let covered = fewerThan(1, expected);
        for (let seen = 1; seen <= 90; seen += 1) {
          const likely = fewerThan(seen + 1, expected) - fewerThan(seen, expected);
          const span = spanUntil(needed, seen);
          if (span === null || likely < 1e-9) continue;
          const reached = (parts: number): number => 1 - fewerThan(needed, expected * parts);
          covered += likely * (reached(span.latest) - reached(span.earliest));
        }
        expect(covered).toBeGreaterThanOrEqual(COVERED_PERCENT / 100 - 1e-6);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a forecast', () => {
  const day = '2020-06-30';
  const every = (days: number, count: number) =>
    Array.from({ length: count }, (_, at) => ({ on: addDays(day, -days * at) }));

  it('reads the rate from the last years only', () => {
    const begin = addMonths(day, -12 * WINDOW_YEARS);
    const consents = [{ on: begin }, { on: addDays(begin, 1) }, { on: day }];
    const found = forecastOf(2, consents, '1990-01-01', day);
    expect([found.seen, found.from]).toEqual([2, begin]);
    // Two in the window: two more take as long as the window.
    expect(found.expectedOn).toBe('2025-07-01');
  });

  it('reads it from the opening where that is nearer', () => {
    const found = forecastOf(4, every(10, 4), '2020-05-21', day);
    expect([found.seen, found.from, found.expectedOn]).toEqual([4, '2020-05-21', '2020-08-09']);
  });

  it('tells no day where nobody consented lately', () => {
    const found = forecastOf(4, [{ on: '2001-01-01' }], '2000-01-01', day);
    expect([found.seen, found.expectedOn, found.latestOn]).toEqual([0, null, null]);
  });

  it('tells no day so far ahead that no rate lasts', () => {
    const found = forecastOf(60, every(1000, 2), '2000-01-01', day);
    expect([found.seen, found.expectedOn, found.latestOn]).toEqual([2, null, null]);
  });
});
