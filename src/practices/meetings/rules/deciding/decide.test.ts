import { describe, expect, test } from 'vitest';
import { fractionText } from '../../../../kernel/fraction.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { decide } from './decide.ts';
import { decided, named, parted, pollOf } from './poll-for-tests.ts';
import { standardRule } from './standard-rules.ts';
import { SIMPLE, TWO_THIRDS, type WrittenRule, atLeast, moreThan } from './standard/parts.ts';

const ruleBy = (more: Partial<WrittenRule>): WrittenRule => ({
  name: 'substance',
  title: { en: 'Substance' },
  citation: 'Rule 1',
  method: 'vote',
  ...more,
});

/** So many yes, no, abstaining and absent. */
function counts(rule: WrittenRule, yes: number, no: number, abstain = 0, absent = 0) {
  const names = named(yes + no + abstain + absent);
  const [inFavour, against, abstaining, away] = parted(names, yes, no, abstain, absent);
  return decided(rule, {
    yes: inFavour ?? [],
    no: against ?? [],
    abstain: abstaining ?? [],
    absent: away ?? [],
  });
}

describe('the council of fifteen with permanent seats', () => {
  const substance = standardRule('un-security-council', 'substance', '2014-12-30');
  const permanent = ['CHN', 'FRA', 'GBR', 'RUS', 'USA'];
  const elected = named(10);
  const groups = { permanent };
  const members = [...permanent, ...elected];

  test('eight are short of nine, and a permanent member’s negative vote is then no veto', () => {
    const outcome = decided(substance, {
      members,
      groups,
      yes: ['CHN', 'FRA', 'RUS', ...elected.slice(0, 5)],
      no: ['USA', 'm-6'],
      abstain: ['GBR', ...elected.slice(6)],
    });
    expect(outcome.outcome).toBe('rejected');
    expect(outcome.blockedBy).toEqual([]);
    expect(outcome.finding.missing).toEqual(['1 more: in favour: at least 9']);
    expect(outcome.tally).toMatchObject({ yes: 8, no: 2, abstain: 5 });
  });

  test('nine in favour adopt where the permanent members abstain or are away', () => {
    const nine = { members, groups, yes: elected.slice(0, 9), abstain: permanent.slice(0, 2) };
    expect(decided(substance, { ...nine, absent: permanent.slice(2) }).outcome).toBe('adopted');
  });

  test('one negative vote of a permanent member prevents what fourteen want', () => {
    const outcome = decided(substance, {
      members,
      groups,
      yes: members.filter((actor) => actor !== 'RUS'),
      no: ['RUS'],
    });
    expect(outcome).toMatchObject({ outcome: 'blocked', blockedBy: ['RUS'] });
    expect(outcome.finding.text).toBe(
      'Not adopted, prevented by RUS (against among holders of permanent seats: at least 1: ' +
        '1, 1 needed).',
    );
  });

  test('before the amendment seven of eleven were enough', () => {
    const old = standardRule('un-security-council', 'substance', '1965-08-30');
    const seven = { members: members.slice(0, 11), groups, yes: members.slice(0, 7) };
    expect(decided(old, seven).outcome).toBe('adopted');
    expect(decided(substance, seven).outcome).toBe('rejected');
  });
});

describe('present and voting', () => {
  test('who abstains is not voting: 93 of 117 are two thirds, and not of 175', () => {
    const rule = ruleBy({ adoptedIf: TWO_THIRDS });
    const outcome = counts(rule, 93, 24, 58);
    expect(outcome.outcome).toBe('adopted');
    expect(outcome.tests[0]?.needed).toEqual({ numerator: 78n, denominator: 1n });
    const cast = ruleBy({ adoptedIf: atLeast('2/3', 'votes-cast') });
    expect(counts(cast, 93, 24, 58).outcome).toBe('rejected');
  });

  test.each([
    [66, 33, 'adopted'],
    [65, 33, 'rejected'],
    [66, 34, 'rejected'],
  ])('two thirds exactly are two thirds: %d to %d is %s', (yes, no, outcome) => {
    expect(counts(ruleBy({ adoptedIf: TWO_THIRDS }), yes, no).outcome).toBe(outcome);
  });

  test('a handful decides for all: 13 to 11 with 106 abstaining', () => {
    expect(counts(ruleBy({ adoptedIf: SIMPLE }), 13, 11, 106).outcome).toBe('adopted');
  });

  test.each([
    [69, 67, 'adopted'],
    [68, 68, 'rejected'],
  ])('of 136 votes cast 69 are needed: %d to %d is %s', (yes, no, outcome) => {
    const decision = counts(ruleBy({ adoptedIf: SIMPLE }), yes, no, 7);
    expect(decision.outcome).toBe(outcome);
    expect(decision.tests[0]?.needed).toEqual({ numerator: 69n, denominator: 1n });
  });

  test('nothing is adopted where nobody voted', () => {
    expect(counts(ruleBy({ adoptedIf: SIMPLE }), 0, 0, 0, 5).outcome).toBe('rejected');
    expect(counts(ruleBy({ adoptedIf: SIMPLE }), 0, 0, 5).outcome).toBe('rejected');
  });
});

describe('quorum', () => {
  const rule = ruleBy({
    adoptedIf: SIMPLE,
    quorum: { ...moreThan('1/2', 'members'), of: 'present' },
  });

  test.each([
    [5, 'no-quorum'],
    [6, 'adopted'],
  ])('%d of ten members there: %s', (there, outcome) => {
    expect(counts(rule, there, 0, 0, 10 - there).outcome).toBe(outcome);
  });

  test('who may not vote counts neither as there nor in favour', () => {
    const members = named(10);
    const outcome = decided(rule, {
      members,
      hindered: { 'm-6': 'suspended' },
      yes: members.slice(0, 6),
      absent: members.slice(6),
    });
    expect(outcome.outcome).toBe('no-quorum');
    expect(outcome.tally).toMatchObject({ yes: 5, hindered: 1, absent: 4 });
    expect(outcome.finding.missing).toEqual(['1 more: present: more than 1/2 of all members']);
  });
});

test('a vote that is not counted is told with its reason', () => {
  const outcome = decided(
    ruleBy({ adoptedIf: SIMPLE, electorate: { kind: 'seats', seats: 'inner' } }),
    {
      members: ['AAA', 'BBB', 'CCC', 'DDD'],
      groups: { inner: ['AAA', 'BBB', 'DDD'] },
      hindered: { BBB: 'in arrears' },
      yes: ['AAA', 'XXX'],
      no: ['BBB', 'CCC'],
      absent: ['DDD'],
    },
  );
  expect(outcome.outcome).toBe('adopted');
  expect(outcome.finding.excluded.map(({ ref, reason }) => [ref.label, reason])).toEqual([
    ['BBB: no', 'in arrears'],
    ['DDD', 'absent'],
    ['XXX: yes', 'not a member'],
    ['CCC: no', 'not among those who decide on this'],
  ]);
});

describe('postponement and ties', () => {
  const itu = standardRule('itu-conference', 'simple-majority', '2012-12-13');

  test.each([
    [77, 33, 8, 'adopted'],
    [20, 10, 30, 'adopted'],
    [20, 10, 31, 'postponed'],
    [20, 20, 0, 'rejected'],
  ])('%d to %d with %d abstaining: %s', (yes, no, abstain, outcome) => {
    expect(counts(itu, yes, no, abstain).outcome).toBe(outcome);
  });

  test('what was postponed once is decided the second time, however many abstain', () => {
    const [yes, no, abstain] = parted(named(61), 20, 10, 31);
    const again = { yes: yes ?? [], no: no ?? [], abstain: abstain ?? [], isAgain: true };
    expect(decided(itu, again).outcome).toBe('adopted');
  });

  test('an equally divided vote is taken a second time, and fails if it is equal again', () => {
    const rule = ruleBy({ adoptedIf: SIMPLE, tie: 'second-vote' });
    expect(counts(rule, 5, 5).outcome).toBe('postponed');
    expect(decided(rule, { yes: ['AAA'], no: ['BBB'], isAgain: true }).outcome).toBe('rejected');
    expect(counts(rule, 4, 5).outcome).toBe('rejected');
  });

  test('whoever presides parts an equal vote, and no other', () => {
    const rule = ruleBy({ adoptedIf: SIMPLE, tie: 'casting-vote' });
    const vote = { actor: 'ZZZ', choice: 'yes' } as const;
    expect(decided(rule, { yes: ['AAA'], no: ['BBB'] }).outcome).toBe('postponed');
    expect(decided(rule, { yes: ['AAA'], no: ['BBB'], castingVote: vote }).outcome).toBe('adopted');
    const two = { yes: ['AAA'], no: ['BBB', 'CCC'], castingVote: vote };
    expect(decided(rule, two).outcome).toBe('rejected');
    const twoThirds = { ...rule, adoptedIf: TWO_THIRDS };
    expect(decided(twoThirds, { yes: ['AAA'], no: ['BBB'], castingVote: vote }).outcome).toBe(
      'rejected',
    );
  });
});

describe('weights', () => {
  const rule = ruleBy({ adoptedIf: atLeast('0.85', 'total-weight', { weights: 'power' }) });
  const weights = { power: { AAA: '84.99', BBB: '0.01', CCC: '15' } };
  const members = ['AAA', 'BBB', 'CCC'];

  test('shares are exact: 85 % is reached at it and not below it', () => {
    expect(decided(rule, { members, weights, yes: ['AAA', 'BBB'] }).outcome).toBe('adopted');
    const short = decided(rule, { members, weights, yes: ['AAA'] });
    expect(short.outcome).toBe('rejected');
    expect(short.finding.missing).toEqual([
      '84.9900 instead of 85: in favour by power: at least 0.85 of the total',
    ]);
  });

  test('the total may be more than what the members hold', () => {
    const totalWeight = () => ({ numerator: 200n, denominator: 1n });
    const outcome = decided(rule, { members, weights, yes: members, totalWeight });
    expect(outcome.outcome).toBe('rejected');
  });

  test('a member without a weight is named, and nothing is computed', () => {
    const refusal = decide(pollOf(rule, { members: [...members, 'DDD'], weights, yes: members }));
    expect(isRefusal(refusal) && refusal.reason).toBe('power gives no weight to DDD.');
  });
});

describe('the double majority of members and people', () => {
  const rule = standardRule('council-of-the-eu', 'qualified-majority', '2024-06-17');
  const large = named(4, 'large');
  const small = named(23, 'small');
  const population = Object.fromEntries([
    ...large.map((actor) => [actor, '15']),
    ...small.map((actor) => [actor, '1']),
  ]);
  const given = { members: [...large, ...small], weights: { population } };
  const yes = (...actors: readonly (readonly string[])[]) =>
    decided(rule, { ...given, yes: actors.flat() });

  test('three members cannot block, however many people they stand for', () => {
    const outcome = yes(large.slice(0, 1), small);
    expect(outcome.outcome).toBe('adopted');
    const [, people] = outcome.tests[0]?.parts ?? [];
    expect(people).toMatchObject({ isMet: true, isDeemedMet: true });
    expect(yes(large.slice(0, 1), small.slice(1)).outcome).toBe('rejected');
  });

  test('fifteen members are needed, and fourteen with most of the people are too few', () => {
    expect(yes(large, small.slice(0, 11)).outcome).toBe('adopted');
    expect(yes(large, small.slice(0, 10)).outcome).toBe('rejected');
  });

  test('who does not act for a proposal of the Commission needs twenty members', () => {
    const reinforced = standardRule(
      'council-of-the-eu',
      'reinforced-qualified-majority',
      '2024-06-17',
    );
    const of = (count: number) =>
      decided(reinforced, { ...given, yes: [...large, ...small.slice(0, count - 4)] }).outcome;
    expect([of(19), of(20)]).toEqual(['rejected', 'adopted']);
  });

  test('an abstention is not in favour', () => {
    const outcome = decided(rule, { ...given, yes: small.slice(0, 14), abstain: [...large] });
    expect(outcome.outcome).toBe('rejected');
  });

  test('unanimity is not prevented by abstentions, and is by a member that is away', () => {
    const unanimity = standardRule('council-of-the-eu', 'unanimity', '2024-06-17');
    const members = ['AAA', 'BBB', 'CCC'];
    const of = (more: object) => decided(unanimity, { members, ...more }).outcome;
    expect(of({ yes: ['AAA'], abstain: ['BBB', 'CCC'] })).toBe('adopted');
    expect(of({ yes: ['AAA', 'BBB'], absent: ['CCC'] })).toBe('rejected');
    expect(of({ yes: ['AAA', 'BBB'], no: ['CCC'] })).toBe('blocked');
  });
});

describe('groups that count apart', () => {
  const rule = standardRule('montreal-protocol-parties', 'adjustment', '2026-03-02');
  const first = named(145, 'first');
  const others = named(45, 'other');

  test('two thirds overall do not carry what one of the groups does not want', () => {
    const of = (firstYes: number, otherYes: number) =>
      decided(rule, {
        groups: { 'article-5': first },
        yes: [...first.slice(0, firstYes), ...others.slice(0, otherYes)],
        no: [...first.slice(firstYes), ...others.slice(otherYes)],
      });
    expect(of(100, 20).outcome).toBe('rejected');
    expect(of(100, 20).finding.missing).toHaveLength(2);
    expect(of(145, 22).outcome).toBe('rejected');
    expect(of(145, 23).outcome).toBe('adopted');
  });

  test('a chamber prevents by a majority of its own members', () => {
    const council = standardRule('isa-council', 'substance', '2026-03-02');
    const members = named(36);
    const groups = { 'chamber-a': members.slice(0, 4) };
    const of = (against: number) =>
      decided(council, {
        members,
        groups,
        no: members.slice(0, against),
        yes: members.slice(against),
      });
    expect(of(2).outcome).toBe('adopted');
    expect(of(3)).toMatchObject({ outcome: 'blocked', blockedBy: ['m-1', 'm-2', 'm-3'] });
  });
});

describe('consensus', () => {
  const consensus = ruleBy({ method: 'consensus' });
  const members = named(5);

  test('reservations, dissociations and interpretations do not break it', () => {
    const kinds = ['reservation', 'dissociation', 'interpretation'] as const;
    const statements = kinds.map((kind, at) => ({ actor: `m-${at + 1}`, kind, act: `act ${at}` }));
    const outcome = decided(consensus, { members, statements });
    expect(outcome.outcome).toBe('adopted');
    expect(outcome.finding.counted.map(({ label }) => label)).toEqual([
      'm-1: reservation',
      'm-2: dissociation',
      'm-3: interpretation',
    ]);
  });

  test('an objection breaks it, unless the rule lets it be overruled and that was done', () => {
    expect(decided(consensus, { members, no: ['m-1'] })).toMatchObject({
      outcome: 'blocked',
      blockedBy: ['m-1'],
    });
    const yielding = { ...consensus, consensus: { objection: 'may-be-overruled' as const } };
    const overruled = { actor: 'chair' };
    expect(decided(consensus, { members, no: ['m-1'], overruled }).outcome).toBe('blocked');
    expect(decided(yielding, { members, no: ['m-1'] }).outcome).toBe('blocked');
    const outcome = decided(yielding, { members, no: ['m-1'], overruled });
    expect(outcome).toMatchObject({ outcome: 'adopted', objectors: ['m-1'] });
    expect(outcome.finding.counted.map(({ label }) => label)).toContain(
      'chair: objections overruled',
    );
  });

  test('minus one: it takes two objections', () => {
    const rule = { ...consensus, consensus: { objectionsToBreak: 2 } };
    expect(decided(rule, { members, no: ['m-1'] }).outcome).toBe('adopted');
    expect(decided(rule, { members, no: ['m-1', 'm-2'] }).outcome).toBe('blocked');
  });

  test('minus X: who objects is left out, and somebody has to remain', () => {
    const rule = standardRule('asean-summit', 'minus-x', '2026-03-02');
    expect(decided(rule, { members, no: ['m-1', 'm-2'] })).toMatchObject({
      outcome: 'adopted',
      objectors: ['m-1', 'm-2'],
    });
    expect(decided(rule, { members, no: members }).outcome).toBe('blocked');
  });

  test('negative consensus adopts unless all present are against', () => {
    const rule = standardRule('wto-general-council', 'negative-consensus', '2026-03-02');
    expect(decided(rule, { members, no: members.slice(1) }).outcome).toBe('adopted');
    expect(decided(rule, { members, no: members }).outcome).toBe('blocked');
    const there = { members, no: members.slice(1), absent: ['m-1'] };
    expect(decided(rule, there).outcome).toBe('blocked');
  });

  test('an objection of who may not vote breaks nothing', () => {
    const outcome = decided(consensus, { members, no: ['m-1'], hindered: { 'm-1': 'suspended' } });
    expect(outcome.outcome).toBe('adopted');
  });
});

describe('secret ballots', () => {
  const rule = ruleBy({ adoptedIf: SIMPLE, modes: ['secret'] });
  const members = named(150);

  test('are counted by number: 143 ballots, seven blank, 69 needed and given', () => {
    const ballots = { yes: 69, no: 67, abstain: 7, invalid: 0 };
    const outcome = decided(rule, { members, ballots });
    expect(outcome).toMatchObject({ outcome: 'adopted', tally: { ...ballots, absent: 0 } });
    expect(outcome.finding.counted).toEqual([]);
  });

  test('more ballots than members make the ballot void', () => {
    const ballots = { yes: 150, no: 0, abstain: 0, invalid: 1 };
    const refusal = decide(pollOf(rule, { members, ballots }));
    expect(isRefusal(refusal) && refusal.rule.id).toBe('meetings.ballots-in-the-box');
  });

  test('weigh nothing and veto nothing', () => {
    const ballots = { yes: 1, no: 0, abstain: 0, invalid: 0 };
    const weighed = { ...rule, adoptedIf: atLeast('1/2', 'members', { weights: 'power' }) };
    const refusal = decide(pollOf(weighed, { members, ballots }));
    expect(isRefusal(refusal) && refusal.rule.id).toBe('meetings.secret-is-plain');
  });
});

test('a rule that elects, and one that does not say what adopts, decide no question', () => {
  for (const rule of [ruleBy({ method: 'election', election: { majority: SIMPLE } }), ruleBy({})]) {
    const refusal = decide(pollOf(rule, { members: ['AAA'] }));
    expect(isRefusal(refusal) && refusal.rule.id).toBe('meetings.method-decides');
  }
});

test('thirds are thirds', () => {
  const rule = ruleBy({ adoptedIf: atLeast('1/3', 'members', { weights: 'power' }) });
  const weights = { power: { AAA: '1/3', BBB: '1/3', CCC: '1/3' } };
  const outcome = decided(rule, { members: ['AAA', 'BBB', 'CCC'], weights, yes: ['AAA'] });
  expect(outcome.outcome).toBe('adopted');
  expect(fractionText(outcome.tests[0]?.required ?? { numerator: 0n, denominator: 1n })).toBe(
    '1/3',
  );
});
