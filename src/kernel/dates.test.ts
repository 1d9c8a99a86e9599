import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  InstantText,
  PlainDateText,
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  firstOfNextMonth,
  firstOfNthMonthAfter,
  isPlainDate,
  laterOf,
} from './dates.ts';

const day = fc
  .date({
    min: new Date('1500-01-01T00:00:00Z'),
    max: new Date('2500-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));

describe('a plain date', () => {
  test.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '1990-04-30'])(
    '%s is a day of the calendar',
    (text) => expect(PlainDateText.safeParse(text).success).toBe(true),
  );

  test.each([
    ['2026-02-31', 'the 31st of February'],
    ['2023-02-29', 'a leap day in a common year'],
    ['1900-02-29', 'a leap day in a century that has none'],
    ['1990-04-31', 'the 31st of a month with 30 days'],
    ['2026-00-10', 'a month of zero'],
    ['2026-13-01', 'a thirteenth month'],
    ['2026-01-00', 'a day of zero'],
    ['0000-01-01', 'a year of zero'],
    ['31.02.2026', 'another spelling'],
    ['2026-1-1', 'missing zeros'],
    ['20260101', 'missing hyphens'],
    ['2026-01-01T00:00', 'a time of day'],
    ['2026-01-01\n', 'a line end'],
    ['+02026-01-01', 'an expanded year'],
    ['٢٠٢٦-٠١-٠١', 'other digits'],
    ['', 'nothing'],
  ])('%j is refused: %s', (text) => {
    expect(PlainDateText.safeParse(text).success).toBe(false);
    expect(() => addDays(text, 1)).toThrow(RangeError);
    expect(() => addMonths(text, 1)).toThrow(RangeError);
    expect(() => daysBetween(text, '2026-01-01')).toThrow(RangeError);
  });

  test('is what Temporal takes for one, in any month and day of any year', () => {
    const part = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), part, part, (year, month, of) => {
        const two = (one: number): string => String(one).padStart(2, '0');
        const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(of)}`;
        const known = ((): boolean => {
          try {
            return Temporal.PlainDate.from(text).toString() === text;
          } catch {
            return false;
          }
        })();
        expect(isPlainDate(text)).toBe(known);
      }),
    );
  });
});

describe('an instant', () => {
  test('is in UTC, to the millisecond, on a day of the calendar', () => {
    expect(InstantText.safeParse('2026-01-17T09:30:00.000Z').success).toBe(true);
    expect(dayOf('2026-01-17T23:59:59.999Z')).toBe('2026-01-17');
  });

  test.each([
    '2026-02-31T09:30:00.000Z',
    '2026-01-17T24:00:00.000Z',
    '2026-01-17T09:60:00.000Z',
    '2026-01-17T09:30:60.000Z',
    '2026-01-17T09:30:00Z',
    '2026-01-17T09:30:00.000+00:00',
    '2026-01-17 09:30:00.000Z',
  ])('%s is refused', (text) => expect(InstantText.safeParse(text).success).toBe(false));
});

describe('a period', () => {
  test('does not count the day on which it begins', () => {
    expect(addDays('2026-01-01', 1)).toBe('2026-01-02');
    expect(addDays('2026-01-01', 0)).toBe('2026-01-01');
  });

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['1900-01-31', 1, '1900-02-28'],
    ['2000-01-31', 1, '2000-02-29'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
  ])('from %s over %i months ends on %s: a shorter month at its end', (from, months, to) =>
    expect(addMonths(from, months)).toBe(to),
  );

  test('of days and months is the one that Temporal counts', () => {
    const count = fc.integer({ min: -5000, max: 5000 });
    fc.assert(
      fc.property(day, count, day, (from, days, other) => {
        const plain = Temporal.PlainDate.from(from);
        expect(addDays(from, days)).toBe(plain.add({ days }).toString());
        const months = days % 600;
        expect(addMonths(from, months)).toBe(plain.add({ months }).toString());
        expect(daysBetween(from, other)).toBe(plain.until(other, { largestUnit: 'day' }).days);
        expect(firstOfNthMonthAfter(from, months)).toBe(
          plain.with({ day: 1 }).add({ months }).toString(),
        );
      }),
    );
  });

  test('of days is found again between its ends', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -100_000, max: 100_000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });

  test('ends within the calendar, or throws rather than write a year of five digits', () => {
    expect(addDays('9999-12-30', 1)).toBe('9999-12-31');
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addMonths('9999-12-31', 1)).toThrow(RangeError);
    expect(() => firstOfNextMonth('9999-12-31')).toThrow(RangeError);
    expect(addDays('0001-01-02', -1)).toBe('0001-01-01');
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
    expect(() => addMonths('0001-01-01', -1)).toThrow(RangeError);
    expect(() => addDays('2026-01-01', Number.MAX_SAFE_INTEGER)).toThrow(RangeError);
    expect(addDays('0098-12-31', 1)).toBe('0099-01-01');
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY])('has no length of %d', (count) => {
    expect(() => addDays('2026-01-01', count)).toThrow(RangeError);
    expect(() => addMonths('2026-01-01', count)).toThrow(RangeError);
  });
});

describe('entry into force, counted from the deciding deposit', () => {
  test.each([
    ['CRC Art. 49(1)', addDays('1990-08-03', 30), '1990-09-02'],
    ['VCLT Art. 84(1)', addDays('1979-12-28', 30), '1980-01-27'],
    ['ICCPR Art. 49(1)', addMonths('1975-12-23', 3), '1976-03-23'],
    ['UNCLOS Art. 308(1)', addMonths('1993-11-16', 12), '1994-11-16'],
    ['Rome Statute Art. 126(1)', firstOfNextMonth(addDays('2002-04-11', 60)), '2002-07-01'],
    ['CISG Art. 99(1)', firstOfNextMonth(addMonths('1986-12-11', 12)), '1988-01-01'],
    ['Ottawa Convention Art. 17(1)', firstOfNthMonthAfter('1998-09-16', 6), '1999-03-01'],
    ['Cluster Munitions Art. 17(1)', firstOfNthMonthAfter('2010-02-16', 6), '2010-08-01'],
  ])('%s: %s is %s', (_clause, computed, known) => expect(computed).toBe(known));

  test('is on the first of the following month even where the period ends on a first', () => {
    expect(firstOfNextMonth('2026-06-01')).toBe('2026-07-01');
    expect(firstOfNextMonth('2026-12-31')).toBe('2027-01-01');
    expect(firstOfNthMonthAfter('2026-12-31', 0)).toBe('2026-12-01');
  });

  test('is not before the later of two days', () => {
    expect(laterOf('1997-04-29', '1995-01-13')).toBe('1997-04-29');
    expect(laterOf('1995-01-13', '1997-04-29')).toBe('1997-04-29');
  });
});
