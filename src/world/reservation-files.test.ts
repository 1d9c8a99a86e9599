import { describe, expect, it } from 'vitest';
import { readReservations } from './reservation-files.ts';

const HEADER = 'key,actor,act,date,about,provisions,effect,summary,source';
const read = (...lines: string[]) => readReservations('r.csv', [HEADER, ...lines].join('\n'));
const reasons = (...lines: string[]) => read(...lines).problems.map(({ reason }) => reason);

const GOOD = 'aaa-9,AAA,reservation,2000-01-01,,art_IX art_X__para_1,excludes,Not bound.,Notes';

describe('reservations.csv', () => {
  it('tells reservations and what answers them', () => {
    const { values, problems } = read(
      GOOD,
      'o,BBB,definite-objection,2000-02-01,aaa-9,,,It objects.,Notes',
      'w,AAA,withdrawal,2001-01-01,aaa-9,,,,Notes',
    );
    expect(problems).toEqual([]);
    expect(values.map(({ act, about, line }) => [act, about, line])).toEqual([
      ['reservation', '', 2],
      ['definite-objection', 'aaa-9', 3],
      ['withdrawal', 'aaa-9', 4],
    ]);
    expect(values[0]?.provisions).toEqual(['art_IX', 'art_X__para_1']);
  });

  it('is refused line by line where it cannot be believed', () => {
    expect(reasons('o,BBB,objection,2000-02-01,aaa-9,,,It objects.,Notes')).toEqual([
      'no row above has the key aaa-9',
    ]);
    expect(reasons(GOOD, GOOD)).toEqual(['the key aaa-9 is there twice']);
    expect(reasons(GOOD.replace('excludes', ''))).toEqual(['a reservation excludes or modifies']);
    expect(reasons(GOOD.replace('art_IX', 'nine'))).toEqual(['no provision']);
    expect(reasons(GOOD.replace('Not bound.', ''))).toEqual(['a summary is needed']);
    expect(reasons(GOOD.replace('2000-01-01', '2000-13-01'))).toHaveLength(1);
  });
});
