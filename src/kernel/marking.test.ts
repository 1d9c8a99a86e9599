import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CLEAR,
  LEVELS,
  Marking,
  RELEASED_TO_MAX,
  audienceOf,
  isWithin,
  markedFor,
  mayView,
} from './marking.ts';

const actors = fc.uniqueArray(fc.constantFrom('CHE', 'FRA', 'JPN', 'KEN', 'eu', 'nato', 'un'));
const marking = fc.oneof(
  fc.constant(CLEAR),
  fc
    .tuple(fc.constantFrom('green', 'amber', 'amber+strict', 'red'), actors)
    .map(([level, to]) => markedFor(level, to)),
);

describe('a marking', () => {
  test('has one form for one audience, in whatever order its actors are named', () => {
    const one = markedFor('amber', ['KEN', 'FRA', 'eu', 'FRA']);
    expect(one).toEqual({ level: 'amber', to: ['FRA', 'KEN', 'eu'] });
    expect(audienceOf(one)).toBe(audienceOf(markedFor('amber', ['eu', 'FRA', 'KEN'])));
    expect(Marking.parse(one)).toEqual(one);
  });

  test.each([
    ['not sorted', { level: 'amber', to: ['KEN', 'FRA'] }],
    ['naming one twice', { level: 'amber', to: ['FRA', 'FRA'] }],
    ['clear for some', { level: 'clear', to: ['FRA'] }],
    ['of a level that there is not', { level: 'white', to: [] }],
    ['naming what is no actor', { level: 'red', to: ['fra nce'] }],
    ['saying more', { level: 'red', to: [], not: ['FRA'] }],
    ['without a release set', { level: 'clear' }],
  ])('%s is refused', (_what, given) => expect(Marking.safeParse(given).success).toBe(false));

  test.each([
    [RELEASED_TO_MAX - 1, true],
    [RELEASED_TO_MAX, true],
    [RELEASED_TO_MAX + 1, false],
  ])('for %i actors is well formed: %s', (count, fits) => {
    const to = Array.from({ length: count }, (_, at) => `office-${at}`);
    expect(Marking.safeParse(markedFor('amber', to)).success).toBe(fits);
  });
});

describe('an audience', () => {
  test('is told from any other by its name', () => {
    fc.assert(
      fc.property(marking, marking, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(audienceOf(one) === audienceOf(other)).toBe(same);
      }),
    );
  });

  test('that is empty is nobody, at every level but clear', () => {
    for (const level of LEVELS) {
      const viewers = ['FRA', 'un', 'un-secretary-general'];
      expect(mayView({ level, to: [] }, viewers)).toBe(level === 'clear');
    }
  });

  test('that is clear is everyone, and no other includes a viewer who acts for nobody', () => {
    fc.assert(
      fc.property(marking, (one) => {
        expect(mayView(one, [])).toBe(one.level === 'clear');
      }),
    );
  });

  test('is those whom it names', () => {
    expect(mayView(markedFor('red', ['FRA']), ['CHE', 'FRA'])).toBe(true);
    expect(mayView(markedFor('red', ['FRA']), ['CHE'])).toBe(false);
    expect(mayView(markedFor('red', ['FRA']), ['FR', 'FRAN', 'fra'])).toBe(false);
  });

  test('is within another where nobody sees more by it', () => {
    fc.assert(
      fc.property(marking, marking, actors, (inner, outer, viewer) => {
        const seesMore = mayView(inner, viewer) && !mayView(outer, viewer);
        expect(isWithin(inner, outer) && seesMore).toBe(false);
        expect(isWithin(inner, inner)).toBe(true);
        expect(isWithin(inner, CLEAR)).toBe(true);
      }),
    );
    expect(isWithin(CLEAR, markedFor('green', ['FRA']))).toBe(false);
    expect(isWithin(markedFor('green', ['FRA']), markedFor('amber', ['FRA']))).toBe(false);
    expect(isWithin(markedFor('red', ['KEN']), markedFor('amber', ['FRA']))).toBe(false);
  });
});
