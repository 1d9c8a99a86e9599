import { describe, expect, test } from 'vitest';
import { DecisionRule, type Election } from '../../payloads/decision-rule.ts';
import type { CastBallot } from './ballot-count.ts';
import { type Contest, foldElection } from './election.ts';
import { named } from './poll-for-tests.ts';
import { type GroupSeats, foldByGroups, together } from './seat-groups.ts';
import { SIMPLE, TWO_THIRDS, type WrittenRule } from './standard/parts.ts';

function election(more: Partial<NonNullable<WrittenRule['election']>>): Election {
  const { election: parsed } = DecisionRule.parse({
    name: 'election',
    title: { en: 'Election' },
    citation: 'UNGA Rules of Procedure, rules 92 to 94',
    method: 'election',
    election: { majority: SIMPLE, ...more },
  });
  if (!parsed) throw new Error('an election rule has its election');
  return parsed;
}

/** So many papers that name the same. */
const papers = (
  ...given: readonly (readonly [count: number, ...names: string[]])[]
): CastBallot => {
  const all = given.flatMap(([count, ...names]) => Array.from({ length: count }, () => names));
  return { papers: new Map(all.map((names, at) => [`m-${at + 1}`, names])) };
};

describe('a ballot that may name any eligible member', () => {
  const rule = election({ restrictedAfter: 1, alternates: 3, anyEligible: true });
  const contest: Contest = {
    rule,
    seats: 1,
    candidates: ['AAA', 'BBB'],
    electors: named(10),
    eligible: ['AAA', 'BBB', 'CCC', 'DDD'],
  };
  const split = papers([4, 'AAA'], [3, 'BBB'], [3, 'CCC']);

  test('elects one that did not stand', () => {
    const state = foldElection(contest, [papers([6, 'CCC'], [4, 'AAA'])]);
    expect(state).toMatchObject({ status: 'filled', elected: ['CCC'] });
  });

  test('is open where nobody stands, and lists whoever was voted for', () => {
    const open = foldElection({ ...contest, candidates: [] }, [papers([5, 'DDD'], [5, 'CCC'])]);
    expect(open).toMatchObject({ status: 'open', standing: ['CCC', 'DDD'], isRestricted: true });
    expect([...(open.ballots[0]?.votes.keys() ?? [])]).toEqual(['CCC', 'DDD']);
  });

  test('is followed by one restricted to those with the most votes, candidates or not', () => {
    const state = foldElection(contest, [split]);
    expect(state.standing).toEqual(['AAA', 'BBB', 'CCC']);
    expect(state).toMatchObject({ isRestricted: true, takesAny: false });
    const spoilt = foldElection(contest, [split, papers([6, 'DDD'], [4, 'AAA'])]);
    expect(spoilt.ballots[1]?.invalid).toHaveLength(6);
  });

  test('comes back after three restricted ballots without result', () => {
    const equal = papers([5, 'AAA'], [5, 'BBB']);
    const state = foldElection(contest, [split, equal, equal, equal]);
    expect(state).toMatchObject({ status: 'open', takesAny: true, isRestricted: false });
    const last = foldElection(contest, [split, equal, equal, equal, papers([9, 'DDD'])]);
    expect(last.elected).toEqual(['DDD']);
  });

  test('names nobody who is not eligible', () => {
    const state = foldElection(contest, [papers([6, 'ZZZ'], [4, 'AAA'])]);
    expect(state.ballots[0]?.invalid).toHaveLength(6);
    expect(state.elected).toEqual(['AAA']);
  });
});

describe('seats of several groups', () => {
  const groups: readonly GroupSeats[] = [
    { group: 'africa', seats: 2, candidates: ['KEN', 'EGY', 'GHA'] },
    { group: 'asia', seats: 1, candidates: ['JPN', 'IND'] },
  ];
  const shared = { rule: election({ majority: TWO_THIRDS, ties: 'lot' }), electors: named(6) };
  const first = papers([4, 'KEN', 'EGY', 'JPN'], [2, 'GHA', 'IND']);

  test('are filled group by group, each by its own majority', () => {
    const state = together(foldByGroups(shared, groups, [first]));
    expect(state.status).toBe('filled');
    expect(state.elected).toEqual(['EGY', 'KEN', 'JPN']);
  });

  test('leave open the groups that are not filled, which alone are voted on next', () => {
    const divided = papers([3, 'KEN', 'EGY', 'JPN'], [1, 'KEN', 'EGY', 'IND'], [2, 'GHA', 'IND']);
    const state = together(foldByGroups(shared, groups, [divided]));
    expect(state).toMatchObject({
      status: 'open',
      elected: ['EGY', 'KEN'],
      seatsLeft: 1,
      standing: ['JPN', 'IND'],
    });
    const next = together(foldByGroups(shared, groups, [divided, papers([4, 'IND'], [2, 'JPN'])]));
    expect(next).toMatchObject({ status: 'filled', elected: ['EGY', 'KEN', 'IND'] });
  });

  test('too many names for one group spoil that part of the paper alone', () => {
    const spoilt = papers([2, 'KEN', 'EGY', 'GHA', 'JPN'], [4, 'KEN', 'EGY', 'JPN']);
    const states = foldByGroups(shared, groups, [spoilt]);
    expect(states.get('africa')?.ballots[0]?.invalid).toHaveLength(2);
    expect(states.get('asia')?.ballots[0]?.invalid).toHaveLength(0);
  });

  test('a lot parts each group that is equal, and none of another', () => {
    const tied = { ...shared, rule: election({ majority: SIMPLE, ties: 'lot' }) };
    const one = { group: 'africa', seats: 1, candidates: ['KEN', 'EGY'] };
    const other = { group: 'asia', seats: 1, candidates: ['JPN', 'IND'] };
    const restricted = { ...tied, rule: { ...tied.rule, restrictedAfter: 1 } };
    const equal = papers([3, 'KEN', 'JPN'], [3, 'EGY', 'IND']);
    const open = together(foldByGroups(restricted, [one, other], [equal, equal]));
    expect(open).toMatchObject({ status: 'lot-needed', tie: { seats: 2 } });
    const drawn = [equal, { ...equal, lot: ['EGY', 'JPN'] }];
    const settled = together(foldByGroups(restricted, [one, other], drawn));
    expect(settled).toMatchObject({ status: 'filled', elected: ['EGY', 'JPN'] });
  });
});
