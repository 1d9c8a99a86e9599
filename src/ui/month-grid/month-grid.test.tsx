import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arabic, english, rendered } from '../rendered.ts';
import { DAY_ENTRIES_MAX, MonthGrid } from './month-grid.tsx';
import { monthAfter, weekdayOf, weeksOf } from './weeks.ts';

const month = fc
  .record({ year: fc.integer({ min: 1900, max: 2100 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month: number }) => `${year}-${String(number).padStart(2, '0')}`);

describe('the weeks of a month', () => {
  it('hold each of its days once, in whole weeks that begin as they should', () => {
    fc.assert(
      fc.property(month, fc.integer({ min: 1, max: 7 }), (given, first) => {
        const weeks = weeksOf(given, first);
        const days = weeks.flat().filter((day) => day.startsWith(given));
        expect(new Set(days).size).toBe(days.length);
        expect(days.length).toBeGreaterThanOrEqual(28);
        expect(weeks.every((week) => week.length === 7)).toBe(true);
        expect(weeks.map(([day = '']) => weekdayOf(day))).toEqual(weeks.map(() => first));
        expect(monthAfter(monthAfter(given, 5), -5)).toBe(given);
      }),
    );
  });

  it.each([
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-11', 14, '2028-01'],
  ])('go on over the year: %s and %i', (from, count, to) => {
    expect(monthAfter(from, count)).toBe(to);
  });
});

describe('a month as a grid', () => {
  const grid = (text: typeof english, count: number) =>
    rendered(
      <MonthGrid
        text={text}
        id="grid"
        month="2026-11"
        today="2026-11-22"
        kinds={['Due']}
        entries={Array.from({ length: count }, (_, at) => {
          return { on: '2026-11-20', title: `Item ${at}`, href: `#${at}`, kind: 0 };
        })}
      />,
    );

  it('begins the week as the reader does', async () => {
    expect((await grid(english, 0)).indexOf('Mon')).toBeLessThan(
      (await grid(english, 0)).indexOf('Sat'),
    );
    const [first = ''] = (await grid(arabic, 0)).match(/abbr title="[^"]+"/) ?? [];
    expect(first).toContain('السبت');
  });

  it.each([
    [DAY_ENTRIES_MAX - 1, false],
    [DAY_ENTRIES_MAX, false],
    [DAY_ENTRIES_MAX + 1, true],
  ])('names %i on one day, and counts the rest: %s', async (count, isMore) => {
    expect((await grid(english, count)).includes('1 more')).toBe(isMore);
  });

  it('marks today', async () => {
    expect(await grid(english, 0)).toContain('class="month-today"');
  });
});
