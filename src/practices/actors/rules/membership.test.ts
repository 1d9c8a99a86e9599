import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../kernel/dates.ts';
import { foldStandings, standingOn, withinExistence } from './membership.ts';
import { ALWAYS } from './period.ts';

const FIRST = '1950-01-01';
const DAYS = 400;
const dayAt = (at: number): string => addDays(FIRST, at);

interface Span {
  readonly from: number;
  readonly to: number | null;
}

/** Periods that neither overlap nor are empty, as a registry would take them one after another. */
const spans: fc.Arbitrary<Span[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: DAYS }), { minLength: 1, maxLength: 8 })
  .map((days) => days.toSorted((one, other) => one - other))
  .map((days) =>
    Array.from({ length: Math.ceil(days.length / 2) }, (_, at) => ({
      from: days[2 * at] ?? 0,
      to: days[2 * at + 1] ?? null,
    })),
  );

function eventsOf(periods: readonly Span[], status = 'member') {
  return periods.flatMap(({ from, to }, at) => [
    { entry: `${status} ${at} join`, event: 'join', status, on_day: dayAt(from) },
    ...(to === null
      ? []
      : [{ entry: `${status} ${at} leave`, event: 'leave', status, on_day: dayAt(to) }]),
  ]);
}

const within = (periods: readonly Span[], day: number): boolean =>
  periods.some(({ from, to }) => from <= day && (to === null || day < to));

describe('standings folded from joinings and leavings', () => {
  it('hold on exactly the days of the periods, whatever order the acts come in', () => {
    fc.assert(
      fc.property(
        spans.chain((periods) =>
          fc.tuple(
            fc.constant(periods),
            fc.shuffledSubarray(eventsOf(periods), { minLength: eventsOf(periods).length }),
          ),
        ),
        ([periods, events]) => {
          const standings = foldStandings(events);
          for (let day = 0; day <= DAYS + 1; day += 1) {
            expect(standingOn(standings, dayAt(day)) !== null).toBe(within(periods, day));
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('of two statuses count the one taken up last', () => {
    fc.assert(
      fc.property(spans, spans, fc.integer({ min: 0, max: DAYS }), (one, other, day) => {
        const events = [...eventsOf(one), ...eventsOf(other, 'observer')];
        const found = standingOn(foldStandings(events), dayAt(day));
        const begun = (periods: readonly Span[]) =>
          Math.max(-1, ...periods.filter((span) => within([span], day)).map((span) => span.from));
        const [asMember, asObserver] = [begun(one), begun(other)];
        const expected = asMember >= asObserver ? 'member' : 'observer';
        expect(found?.status ?? null).toBe(asMember + asObserver === -2 ? null : expected);
      }),
    );
  });

  it('reach back to the beginning where no day is known', () => {
    const events = [{ entry: 'a', event: 'join', status: 'member', on_day: null }];
    expect(standingOn(foldStandings(events), '0001-01-01')?.join).toBe('a');
  });

  it('let a suspension end, and the membership go on', () => {
    const events = [
      { entry: 'a', event: 'join', status: 'member', on_day: '1951-11-05' },
      { entry: 'b', event: 'join', status: 'suspended', on_day: '2009-07-05' },
      { entry: 'c', event: 'leave', status: 'suspended', on_day: '2011-06-01' },
    ];
    const standings = foldStandings(events);
    expect(standingOn(standings, '2009-07-04')?.status).toBe('member');
    expect(standingOn(standings, '2009-07-05')?.status).toBe('suspended');
    expect(standingOn(standings, '2011-05-31')?.status).toBe('suspended');
    expect(standingOn(standings, '2011-06-01')?.status).toBe('member');
  });

  it('end with the member or the group, where nobody left', () => {
    const standings = foldStandings([
      { entry: 'a', event: 'join', status: 'member', on_day: '1945-10-24' },
    ]);
    const ended = { from: null, to: '1993-01-01' };
    expect(withinExistence(standings, ended, ALWAYS)).toMatchObject([
      { to: '1993-01-01', endedWith: 'member' },
    ]);
    expect(withinExistence(standings, ALWAYS, ended)).toMatchObject([
      { to: '1993-01-01', endedWith: 'group' },
    ]);
    expect(withinExistence(standings, { from: '1960-01-01', to: null }, ALWAYS)).toEqual(standings);
    expect(withinExistence(standings, { from: null, to: '1945-10-24' }, ALWAYS)).toEqual([]);
  });
});
