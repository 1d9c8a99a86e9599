import { describe, expect, test } from 'vitest';
import { KEEPER, PaperMeetings, type Told } from '../../paper-meetings.ts';
import { aboveDue, debtOf } from './contributions.ts';
import { hindrancesOf, suspensionsOn } from './standing.ts';

const BODY = 'bodies/assembly';
const MEMBERS = ['AAA', 'BBB', 'CCC', 'DDD'];
const says = (does: string, more: object): Told => ({ does, register: BODY, with: more });

const amounts = (given: Readonly<Record<string, string>>) =>
  Object.entries(given).map(([actor, amount]) => ({ actor, amount }));
const assesses = (year: number, given: Readonly<Record<string, string>>, unit = 'USD') =>
  says('assess-contributions', {
    year,
    citation: `Budget ${year}`,
    unit,
    contributions: amounts(given),
  });
const states = (on: string, given: Readonly<Record<string, string>>, unit = 'USD') =>
  says('state-arrears', { on, citation: `Letter of ${on}`, unit, owed: amounts(given) });
const permits = (until: string, member = 'AAA') =>
  says('restore-rights', {
    member,
    for: 'arrears',
    how: 'permitted',
    citation: 'Resolution on Art. 19',
    from: '2026-02-01',
    until,
  });

const SHARES = { AAA: '1', BBB: '9', CCC: '90', DDD: '0' };

const rules = (more: boolean): Told =>
  says('adopt-rules', {
    from: '2020-01-01',
    citation: 'UN Charter Art. 19',
    arrears: { citation: 'UN Charter Art. 19', fullYears: 2, more },
  });

/** An assembly in which 100 a year are shared by a scale; two full years of AAA are 2. */
function assembly(more = false): PaperMeetings {
  const paper = new PaperMeetings({ membersOn: () => MEMBERS });
  paper.take(
    says('establish-body', {
      title: { en: 'Assembly' },
      kind: 'plenary',
      membership: { kind: 'group', group: 'league' },
    }),
  );
  paper.take(rules(more));
  paper.take(
    says('set-weights', {
      scheme: 'scale',
      from: '2020-01-01',
      citation: 'Scale of assessments',
      weights: Object.entries(SHARES).map(([actor, weight]) => ({ actor, weight })),
    }),
  );
  for (const year of [2024, 2025]) {
    paper.take(
      says('assess-contributions', {
        year,
        citation: `Budget ${year}`,
        unit: 'USD',
        total: '100',
        scheme: 'scale',
      }),
    );
  }
  return paper;
}

const bodyOf = (paper: PaperMeetings) => {
  const body = paper.archive.body('assembly');
  if (body === null) throw new Error(`${KEEPER} established it`);
  return body;
};
const hindered = (paper: PaperMeetings, actor: string, day: string): string =>
  hindrancesOf(bodyOf(paper), actor, { day, registry: paper.archive.registry })
    .map(({ kind, citation }) => `${kind}: ${citation}`)
    .join();

describe('a debt held against two full years', () => {
  test.each([
    ['below them', '1.99', false, ''],
    ['equal to them', '2', false, 'arrears: UN Charter Art. 19'],
    ['above them', '2.01', false, 'arrears: UN Charter Art. 19'],
    ['equal to them, where it has to exceed them', '2', true, ''],
    ['above them, where it has to exceed them', '2.01', true, 'arrears: UN Charter Art. 19'],
  ])('%s', (_, owed, more, expected) => {
    const paper = assembly(more);
    paper.take(states('2026-01-15', { AAA: owed }));
    expect(hindered(paper, 'AAA', '2026-03-01')).toBe(expected);
  });

  test('takes nothing before it was stated, or from who owes nothing', () => {
    const paper = assembly();
    paper.take(states('2026-01-15', { AAA: '5', DDD: '0' }));
    expect(hindered(paper, 'AAA', '2026-01-14')).toBe('');
    expect(hindered(paper, 'DDD', '2026-01-15')).toBe('');
    expect(hindered(paper, 'BBB', '2026-01-15')).toBe('');
  });

  test('is over with the next statement that is lower', () => {
    const paper = assembly();
    paper.take(states('2026-01-15', { AAA: '5' }));
    paper.take(states('2026-02-20', { AAA: '1' }));
    expect(hindered(paper, 'AAA', '2026-02-19')).not.toBe('');
    expect(hindered(paper, 'AAA', '2026-02-20')).toBe('');
  });

  test('takes nothing where a year is not on record', () => {
    const paper = assembly();
    paper.take(states('2028-01-15', { AAA: '500' }));
    expect(hindered(paper, 'AAA', '2028-03-01')).toBe('');
  });

  test('is the share of the scale of the year, exactly', () => {
    const paper = assembly();
    paper.take(states('2026-01-15', { BBB: '20' }));
    const debt = debtOf(bodyOf(paper), 'BBB', '2026-03-01');
    expect(debt?.due).toEqual({ numerator: 18n, denominator: 1n });
    expect(debt && aboveDue(debt)).toEqual({ numerator: 2n, denominator: 1n });
  });

  test('is permitted until the last day of the permission', () => {
    const paper = assembly();
    paper.take(states('2026-01-15', { AAA: '5' }));
    paper.take(permits('2026-09-30'));
    expect(hindered(paper, 'AAA', '2026-01-31')).not.toBe('');
    expect(hindered(paper, 'AAA', '2026-09-30')).toBe('');
    expect(hindered(paper, 'AAA', '2026-10-01')).not.toBe('');
    expect(suspensionsOn(bodyOf(paper), 'AAA', '2026-09-30')).toHaveLength(1);
  });

  test('that takes no vote needs no permission', () => {
    const paper = assembly();
    paper.take(states('2026-01-15', { AAA: '1' }));
    expect(paper.put(permits('2026-09-30'))?.rule.id).toBe('meetings.rights');
  });

  test('is held against the amounts of a year that were said last', () => {
    const paper = assembly();
    paper.take(assesses(2025, { AAA: '10' }));
    paper.take(states('2026-01-15', { AAA: '5' }));
    expect(hindered(paper, 'AAA', '2026-03-01')).toBe('');
  });
});

describe('what is refused of debts', () => {
  test.each<[string, Told]>([
    ['owed in another unit', states('2026-01-15', { AAA: '5' }, 'EUR')],
    ['owed by one that is no member', states('2026-01-15', { ZZZ: '5' })],
    ['owed less than nothing', states('2026-01-15', { AAA: '-1' })],
    [
      'assessed by weights that are not there',
      says('assess-contributions', {
        year: 2026,
        citation: 'Budget',
        unit: 'USD',
        total: '100',
        scheme: 'unheard-of',
      }),
    ],
    [
      'assessed before the scale began',
      says('assess-contributions', {
        year: 2019,
        citation: 'Budget',
        unit: 'USD',
        total: '100',
        scheme: 'scale',
      }),
    ],
    [
      'assessed both by a sum and one by one',
      says('assess-contributions', {
        year: 2026,
        citation: 'Budget',
        unit: 'USD',
        total: '100',
        contributions: amounts({ AAA: '1' }),
      }),
    ],
    ['assessed, of nobody', assesses(2026, {})],
  ])('%s', (_, told) => {
    expect(assembly().put(told)?.rule.id).toBe('meetings.owed');
  });
});
