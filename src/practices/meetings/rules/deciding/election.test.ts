import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fractionText } from '../../../../kernel/fraction.ts';
import { DecisionRule, type Election } from '../../payloads/decision-rule.ts';
import type { CastBallot } from './ballot-count.ts';
import { type Contest, type ElectionState, foldElection, isRestrictedBallot } from './election.ts';
import { named, whole } from './poll-for-tests.ts';
import { foldByGroups } from './seat-groups.ts';
import { SIMPLE, TWO_THIRDS, type WrittenRule, moreThan } from './standard/parts.ts';

function election(more: Partial<NonNullable<WrittenRule['election']>> = {}): Election {
  const { election: parsed } = DecisionRule.parse({
    name: 'election',
    title: { en: 'Election' },
    citation: 'Rule 92',
    method: 'election',
    election: { majority: SIMPLE, ...more },
  });
  if (!parsed) throw new Error('an election rule has its election');
  return parsed;
}

const told = (votes: Readonly<Record<string, number>>, valid: number, more = {}): CastBallot => {
  return { counted: { votes, valid, invalid: 0, abstain: 0, ...more } };
};

function contest(
  rule: Election,
  candidates: readonly string[],
  { seats = 1, electors = 193 } = {},
): Contest {
  return { rule, candidates, seats, electors: named(electors) };
}

const inBrief = ({ status, elected, standing, isRestricted }: ElectionState) => {
  return { status, elected, standing, isRestricted };
};

describe('one place', () => {
  const rule = election({ restrictedAfter: 1, alternates: 3, ties: 'lot' });
  const three = contest(rule, ['AAA', 'BBB', 'CCC']);

  test('more than half of those voting elects; exactly half does not', () => {
    const half = foldElection(three, [told({ AAA: 50, BBB: 30, CCC: 20 }, 100)]);
    expect(half.status).toBe('open');
    const more = foldElection(three, [told({ AAA: 51, BBB: 29, CCC: 20 }, 100)]);
    expect(inBrief(more)).toMatchObject({ status: 'filled', elected: ['AAA'] });
    expect(fractionText(more.ballots[0]?.required ?? whole(0))).toBe('50');
  });

  test('the second ballot is restricted to the two with the most votes', () => {
    const state = foldElection(three, [told({ AAA: 45, BBB: 20, CCC: 35 }, 100)]);
    expect(inBrief(state)).toEqual({
      status: 'open',
      elected: [],
      standing: ['AAA', 'CCC'],
      isRestricted: true,
    });
    const second = foldElection(three, [
      told({ AAA: 45, BBB: 20, CCC: 35 }, 100),
      told({ AAA: 49, CCC: 51 }, 100),
    ]);
    expect(second.elected).toEqual(['CCC']);
  });

  test('an equal second ballot is decided by lot, and only among the two', () => {
    const first = told({ AAA: 45, BBB: 20, CCC: 35 }, 100);
    const equal = told({ AAA: 50, CCC: 50 }, 100);
    const waiting = foldElection(three, [first, equal]);
    expect(waiting).toMatchObject({
      status: 'lot-needed',
      tie: { candidates: ['AAA', 'CCC'], seats: 1 },
    });
    expect(foldElection(three, [first, { ...equal, lot: ['CCC'] }]).elected).toEqual(['CCC']);
    for (const lot of [['BBB'], ['AAA', 'CCC'], []]) {
      expect(foldElection(three, [first, { ...equal, lot }]).status).toBe('lot-needed');
    }
  });

  test('who is equal to the second stays, so that three may remain', () => {
    const state = foldElection(three, [told({ AAA: 40, BBB: 30, CCC: 30 }, 100)]);
    expect(state.standing).toEqual(['AAA', 'BBB', 'CCC']);
  });

  test('one open ballot, then three restricted and three open ones in turn', () => {
    const restricted = Array.from({ length: 11 }, (_, at) => isRestrictedBallot(rule, at + 1));
    const [o, r] = [false, true];
    expect(restricted).toEqual([o, r, r, r, o, o, o, r, r, r, o]);
  });

  test('two thirds are asked in every ballot, and the open ones bring all candidates back', () => {
    const strict = { ...three, rule: { ...rule, majority: { ...rule.majority, ...TWO_THIRDS } } };
    const round = told({ AAA: 60, CCC: 40 }, 100);
    const first = told({ AAA: 45, BBB: 20, CCC: 35 }, 100);
    const state = foldElection(strict, [first, round, round, round]);
    expect(inBrief(state)).toEqual({
      status: 'open',
      elected: [],
      standing: ['AAA', 'BBB', 'CCC'],
      isRestricted: false,
    });
    const last = told({ AAA: 33, BBB: 67 }, 100);
    expect(foldElection(strict, [first, round, round, round, last]).elected).toEqual(['BBB']);
  });
});

describe('several places', () => {
  const rule = election({ restrictedAfter: 1, alternates: 3 });
  const five = contest(rule, ['AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF'], { seats: 2 });

  test('who has the majority is elected, others stand again, twice as many as places', () => {
    const votes = { AAA: 60, BBB: 45, CCC: 40, DDD: 30, EEE: 15, FFF: 10 };
    expect(inBrief(foldElection(five, [told(votes, 100)]))).toEqual({
      status: 'open',
      elected: ['AAA'],
      standing: ['BBB', 'CCC'],
      isRestricted: true,
    });
  });

  test('where too many have the majority, those with the most votes are elected', () => {
    const state = foldElection(five, [told({ AAA: 70, BBB: 60, CCC: 55 }, 100)]);
    expect(inBrief(state)).toMatchObject({ status: 'filled', elected: ['AAA', 'BBB'] });
  });

  test('who is equal at the last place is parted by a ballot among them, or by lot', () => {
    const equal = told({ AAA: 70, BBB: 60, CCC: 60 }, 100);
    const state = foldElection(five, [equal]);
    expect(inBrief(state)).toEqual({
      status: 'open',
      elected: ['AAA'],
      standing: ['BBB', 'CCC'],
      isRestricted: true,
    });
    const byLot = { ...five, rule: { ...rule, ties: 'lot' as const } };
    expect(foldElection(byLot, [equal]).status).toBe('lot-needed');
    const drawn = foldElection(byLot, [{ ...equal, lot: ['CCC'] }]);
    expect(inBrief(drawn)).toMatchObject({ status: 'filled', elected: ['AAA', 'CCC'] });
  });

  test('80 of 171 valid ballots are no majority: 86 are needed', () => {
    const council = contest(election(), ['AAA', 'BBB'], { seats: 2, electors: 184 });
    const state = foldElection(council, [told({ AAA: 120, BBB: 80 }, 171)]);
    expect(state.elected).toEqual(['AAA']);
    expect(foldElection(council, [told({ AAA: 120, BBB: 86 }, 171)]).elected).toEqual([
      'AAA',
      'BBB',
    ]);
  });
});

describe('papers', () => {
  const two = contest(election(), ['AAA', 'BBB', 'CCC'], { seats: 2, electors: 6 });
  const papers = (...names: readonly (readonly string[])[]): CastBallot => {
    return { papers: new Map(names.map((one, at) => [`m-${at + 1}`, one])) };
  };

  test('that name too many, one twice, or who does not stand are invalid and are no base', () => {
    const state = foldElection(two, [
      papers(['AAA', 'BBB'], ['AAA'], ['AAA', 'BBB', 'CCC'], ['AAA', 'AAA'], ['ZZZ'], []),
    ]);
    const [ballot] = state.ballots;
    expect(ballot?.invalid).toEqual(['m-3', 'm-4', 'm-5']);
    expect(ballot?.base).toEqual(whole(2));
    expect(ballot?.abstain).toEqual(whole(1));
    expect(state.elected).toEqual(['AAA']);
  });

  test('of who may not vote do not count', () => {
    const state = foldElection(two, [{ papers: new Map([['stranger', ['AAA']]]) }]);
    expect(state.elected).toEqual([]);
    expect(state.ballots[0]?.invalid).toEqual(['stranger']);
  });

  test('an absolute majority is one of all members, whoever voted', () => {
    const rule = election({ majority: moreThan('1/2', 'members') });
    const judges = contest(rule, ['AAA', 'BBB'], { electors: 15 });
    expect(foldElection(judges, [told({ AAA: 7, BBB: 2 }, 9)]).elected).toEqual([]);
    expect(foldElection(judges, [told({ AAA: 8, BBB: 1 }, 9)]).elected).toEqual(['AAA']);
  });

  test('papers may be weighed', () => {
    const weighed = { ...two, seats: 1, weight: (actor: string) => whole(actor === 'm-1' ? 3 : 1) };
    const state = foldElection(weighed, [papers(['BBB'], ['AAA'], ['AAA'])]);
    expect(state.elected).toEqual(['BBB']);
  });
});

describe('candidates that leave', () => {
  const rule = election({ elimination: 'lowest', ballotsMax: 3 });
  const four = contest(rule, ['AAA', 'BBB', 'CCC', 'DDD']);

  test('the one with the fewest votes does, until two remain', () => {
    const first = told({ AAA: 40, BBB: 30, CCC: 20, DDD: 10 }, 100);
    const second = told({ AAA: 40, BBB: 35, CCC: 25 }, 100);
    const state = foldElection(four, [first, second]);
    expect(state.ballots.map(({ left }) => left)).toEqual([['DDD'], ['CCC']]);
    expect(state.standing).toEqual(['AAA', 'BBB']);
    const equal = foldElection(four, [first, second, told({ AAA: 50, BBB: 50 }, 100)]);
    expect(inBrief(equal)).toMatchObject({ status: 'no-result', elected: [] });
  });

  test('nobody leaves where all that are last would leave nobody to choose', () => {
    const state = foldElection(four, [told({ AAA: 40, BBB: 20, CCC: 20, DDD: 20 }, 100)]);
    expect(state.standing).toHaveLength(4);
  });
});

test('seats of groups are contests of their own on one paper', () => {
  const shared = { rule: election(), electors: named(3) };
  const groups = [
    { group: 'africa', seats: 1, candidates: ['KEN', 'GHA'] },
    { group: 'asia', seats: 1, candidates: ['JPN', 'IND'] },
  ];
  const papers = new Map([
    ['m-1', ['KEN', 'JPN']],
    ['m-2', ['KEN', 'JPN', 'IND']],
    ['m-3', ['GHA', 'JPN']],
  ]);
  const states = foldByGroups(shared, groups, [{ papers }]);
  expect(states.get('africa')).toMatchObject({ status: 'filled', elected: ['KEN'] });
  expect(states.get('asia')).toMatchObject({ status: 'filled', elected: ['JPN'] });
  expect(states.get('asia')?.ballots[0]?.invalid).toEqual(['m-2']);
});

describe('whatever is voted', () => {
  const names = ['AAA', 'BBB', 'CCC', 'DDD'];
  const paper = fc.subarray(names, { maxLength: 3 });
  const ballot = fc.array(paper, { minLength: 1, maxLength: 12 });
  const rules = fc.constantFrom(
    election(),
    election({ restrictedAfter: 1, alternates: 3 }),
    election({ elimination: 'lowest' }),
    election({ majority: TWO_THIRDS, ties: 'lot', restrictedAfter: 2 }),
  );

  test('no more are elected than there are seats, each once, each with the majority', () => {
    fc.assert(
      fc.property(
        rules,
        fc.array(ballot, { maxLength: 6 }),
        fc.integer({ min: 1, max: 3 }),
        (rule, rounds, seats) => {
          const electors = named(12);
          const cast = rounds.map((papers): CastBallot => {
            return { papers: new Map(papers.map((one, at) => [`m-${at + 1}`, one])) };
          });
          const state = foldElection({ rule, candidates: names, seats, electors }, cast);
          expect(state.elected.length + state.seatsLeft).toBe(seats);
          expect(new Set(state.elected).size).toBe(state.elected.length);
          for (const { elected, votes, required } of state.ballots) {
            for (const one of elected) {
              const given = votes.get(one) ?? whole(0);
              expect(Number(given.numerator) * Number(required.denominator)).toBeGreaterThanOrEqual(
                Number(required.numerator) * Number(given.denominator),
              );
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
