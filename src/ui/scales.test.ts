import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawnAt, percentOf } from './quantity.ts';
import { along, timeScale, timeTicks, timeTicksMax, valueScale } from './scales.ts';

const dates = fc
  .date({ min: new Date('1815-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('any day lies between the two ends, and ticks are dates of the span', () => {
  fc.assert(
    fc.property(dates, dates, dates, (from, to, on) => {
      const scale = timeScale(from, to);
      expect(along(scale, on)).toBeGreaterThanOrEqual(0);
      expect(along(scale, on)).toBeLessThanOrEqual(1);
      expect(timeTicks(scale).length).toBeLessThanOrEqual(timeTicksMax);
    }),
  );
});

test('long spans are ticked by years and short ones by months or days', () => {
  const styles = (from: string, to: string) => timeTicks(timeScale(from, to))[0]?.style;
  expect(styles('1945-06-26', '2026-11-22')).toBe('year');
  expect(styles('2016-03-01', '2016-12-31')).toBe('month');
  expect(styles('2016-10-03', '2016-10-20')).toBe('short');
});

test('a share ends at one hundred, a count at a round number above its highest', () => {
  expect(valueScale(['58.82', '55'], true).top).toBe(100);
  expect(valueScale([73, 55], false).top).toBe(80);
  expect(valueScale([], false).top).toBe(1);
  expect(valueScale([2, 3], false).ticks.every(Number.isInteger)).toBe(true);
});

test('quantities are drawn from decimals and fractions, and nonsense is drawn as nothing', () => {
  expect(drawnAt('2/4')).toBe(0.5);
  expect(drawnAt('58.82')).toBe(58.82);
  expect(percentOf(drawnAt('many'), 10)).toBe('0%');
  expect(percentOf(drawnAt(''), 10)).toBe('0%');
  expect(percentOf(1, 3)).toBe('33.3%');
  expect(percentOf(9, 3)).toBe('100%');
  expect(percentOf(1, 0)).toBe('0%');
});
