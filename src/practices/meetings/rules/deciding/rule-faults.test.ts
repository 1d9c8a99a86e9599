import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { parseFraction } from '../../../../kernel/fraction.ts';
import { DecisionRule } from '../../payloads/decision-rule.ts';
import { isInLists, named } from './poll-for-tests.ts';
import { refuseFaulty, rulesFaults } from './rule-faults.ts';
import { NOTHING_KNOWN, type RuleSetting } from './rule-setting.ts';
import { STANDARD_RULES, standardRulesOn } from './standard-rules.ts';
import {
  SIMPLE,
  TWO_THIRDS,
  type WrittenRule,
  against,
  atLeast,
  moreThan,
  present,
  seats,
  votes,
} from './standard/parts.ts';

const members = named(15);
const groups = { permanent: members.slice(0, 5) };
const council: RuleSetting = {
  members,
  schemes: new Set(['power']),
  seatGroups: new Set(['permanent', 'rotating']),
  weight: (scheme, actor) => (scheme === 'power' && actor !== 'm-15' ? parseFraction('1') : null),
  isIn: (selector, actor) => isInLists(selector, actor, groups),
};

const written = (more: Partial<WrittenRule>): DecisionRule =>
  DecisionRule.parse({
    name: 'substance',
    title: { en: 'Substance' },
    citation: 'Rule 1',
    method: 'vote',
    ...more,
  });

const faultsOf = (more: Partial<WrittenRule>, setting = council) =>
  rulesFaults([written(more)], setting).map(({ path, kind }) => `${path} ${kind}`);

test('every rule of the tables is sound, on each day on which some rule begins', () => {
  const faults = STANDARD_RULES.flatMap(({ body, rules }) =>
    [...new Set(rules.map(({ from }) => from))].flatMap((day) =>
      rulesFaults(standardRulesOn(body, day), NOTHING_KNOWN),
    ),
  );
  expect(faults).toEqual([]);
  expect(STANDARD_RULES.length).toBeGreaterThan(15);
});

test('rules of bodies of the example world are called something in six languages', () => {
  const bodies = ['un-general-assembly', 'un-security-council', 'council-of-the-eu', 'au-assembly'];
  const titles = STANDARD_RULES.filter(({ body }) => bodies.includes(body)).flatMap(({ rules }) =>
    rules.map(({ rule }) => rule.title),
  );
  expect(titles.filter((title) => Object.keys(title).length < 6)).toEqual([]);
  expect(titles.length).toBeGreaterThan(15);
});

describe('what can never be met', () => {
  test.each<[string, Partial<WrittenRule>, string]>([
    ['more members than there are', { adoptedIf: votes(16) }, 'adoptedIf never'],
    ['more than the whole', { adoptedIf: moreThan('1', 'members') }, 'adoptedIf never'],
    ['a share above one', { adoptedIf: atLeast('1.01', 'members') }, 'adoptedIf never'],
    [
      'votes of a group that has nobody',
      { adoptedIf: votes(1, { among: seats('rotating') }) },
      'adoptedIf never',
    ],
    [
      'what blocks is met by whatever adopts',
      { adoptedIf: votes(9), blockedIf: [votes(5)] },
      ' never',
    ],
    [
      'five permanent seats cannot give six votes',
      { adoptedIf: { kind: 'all', of: [SIMPLE, votes(6, { among: seats('permanent') })] } },
      ' never',
    ],
    [
      'a veto by more seats than there are',
      { adoptedIf: votes(9), blockedIf: [against(votes(6, { among: seats('permanent') }))] },
      ' never',
    ],
    [
      'a quorum of more than there are',
      { adoptedIf: SIMPLE, quorum: present(votes(16)) },
      'quorum never',
    ],
    [
      'a secret ballot with a veto',
      {
        adoptedIf: votes(9),
        modes: ['secret'],
        blockedIf: [against(votes(1, { among: seats('permanent') }))],
      },
      'modes never',
    ],
    [
      'an election that ends before it is restricted',
      {
        method: 'election',
        election: { majority: SIMPLE, restrictedAfter: 3, ballotsMax: 3 },
      },
      'election never',
    ],
    [
      'a silence that all together cannot break',
      { method: 'silence', silence: { hoursMin: 72, objectionsToBreak: 16 } },
      ' always',
    ],
  ])('%s', (_, rule, fault) => {
    expect(faultsOf(rule)).toContain(fault);
  });
});

describe('what is met whatever is voted', () => {
  test.each<[string, Partial<WrittenRule>, string]>([
    ['no votes at all', { adoptedIf: votes(0) }, 'adoptedIf always'],
    ['a share of nothing', { adoptedIf: atLeast('0', 'members') }, 'adoptedIf always'],
    ['votes against', { adoptedIf: against(atLeast('1/2', 'members')) }, ' always'],
    ['being there', { adoptedIf: present(moreThan('1/2', 'members')) }, ' always'],
    [
      'a minority that can never block',
      { adoptedIf: { ...atLeast('0.65', 'members'), blockingMembersMin: 16 } },
      'adoptedIf always',
    ],
  ])('%s', (_, rule, fault) => {
    expect(faultsOf(rule)).toContain(fault);
  });

  test('it is found without knowing the members, too', () => {
    expect(faultsOf({ adoptedIf: against(atLeast('1/2', 'members')) }, NOTHING_KNOWN)).toEqual([
      ' never',
      ' always',
    ]);
  });
});

describe('what is not there, or not read', () => {
  test.each<[string, Partial<WrittenRule>, string]>([
    [
      'weights',
      { adoptedIf: atLeast('1/2', 'members', { weights: 'tonnage' }) },
      'adoptedIf unknown',
    ],
    ['seats', { adoptedIf: votes(1, { among: seats('african') }) }, 'adoptedIf unknown'],
    [
      'an actor',
      { electorate: { kind: 'actors', actors: ['XXX'] }, adoptedIf: SIMPLE },
      'electorate unknown',
    ],
    ['a rule to fall back on', { method: 'consensus', fallback: 'vote' }, 'fallback unknown'],
    [
      'a rule to ask beforehand',
      { adoptedIf: SIMPLE, preliminary: 'other' },
      'preliminary unknown',
    ],
    ['a condition', {}, 'method incomplete'],
    [
      'an electorate of nobody',
      { electorate: seats('rotating'), adoptedIf: SIMPLE },
      'electorate never',
    ],
    [
      'a veto of one that is no member',
      {
        adoptedIf: votes(9),
        blockedIf: [against(votes(1, { among: { kind: 'actors', actors: ['XXX'] } }))],
      },
      'blockedIf.0 unknown',
    ],
    [
      'a veto of a group of the registry that has nobody here',
      {
        adoptedIf: votes(9),
        blockedIf: [against(votes(1, { among: { kind: 'group', group: 'nobody' } }))],
      },
      'blockedIf.0 never',
    ],
    [
      'a veto of the parties to what nobody is party to',
      {
        adoptedIf: votes(9),
        blockedIf: [against(votes(1, { among: { kind: 'parties', agreement: 'nothing' } }))],
      },
      'blockedIf.0 never',
    ],
    [
      'a question before an election',
      { method: 'election', election: { majority: SIMPLE }, preliminary: 'substance' },
      'preliminary unread',
    ],
    ['a question to itself', { adoptedIf: SIMPLE, preliminary: 'substance' }, 'fallback loop'],
    [
      'open ballots after restricted ones that never come',
      { method: 'election', election: { majority: SIMPLE, alternates: 3 } },
      'election unread',
    ],
    [
      'candidates that leave and may be named again',
      {
        method: 'election',
        election: { majority: SIMPLE, elimination: 'lowest', anyEligible: true },
      },
      'election unread',
    ],
    ['a matter twice', { adoptedIf: SIMPLE, matters: ['budget', 'budget'] }, 'matters twice'],
    [
      'who can block of those who vote, which nobody knows before',
      { adoptedIf: { ...TWO_THIRDS, blockingMembersBeyond: 1 } },
      'adoptedIf number',
    ],
    ['a silence', { method: 'silence' }, 'method incomplete'],
    ['a condition of a consensus', { method: 'consensus', adoptedIf: SIMPLE }, 'method unread'],
    ['a tie of two thirds', { adoptedIf: TWO_THIRDS, tie: 'second-vote' }, 'tie unread'],
    [
      'abstentions among yes and no',
      { adoptedIf: { ...SIMPLE, of: 'abstain' } },
      'adoptedIf number',
    ],
    ['half a member', { adoptedIf: { kind: 'count', atLeast: '1/2' } }, 'adoptedIf number'],
    ['a quorum of yes', { adoptedIf: SIMPLE, quorum: SIMPLE }, 'quorum number'],
  ])('%s', (_, rule, fault) => {
    expect(faultsOf(rule)).toContain(fault);
  });

  test('weights that leave a member out are named with it', () => {
    const rule = written({ adoptedIf: atLeast('1/2', 'members', { weights: 'power' }) });
    expect(rulesFaults([rule], council)).toMatchObject([
      { kind: 'uncovered', reason: 'power gives no weight to m-15.' },
    ]);
  });

  test('rules that fall back on each other, and two of one name', () => {
    const [one, other] = [
      written({ name: 'one', method: 'consensus', fallback: 'other' }),
      written({ name: 'other', method: 'consensus', fallback: 'one' }),
    ];
    const kinds = rulesFaults([one, other, other], council).map(({ kind }) => kind);
    expect(kinds).toEqual(['twice', 'loop', 'loop', 'loop']);
  });
});

test('a rule by silence answers no preliminary question, and nothing falls to an election', () => {
  const rules = [
    written({ name: 'quiet', method: 'silence', silence: { hoursMin: 72 } }),
    written({ name: 'asked', adoptedIf: SIMPLE, preliminary: 'quiet' }),
    written({ name: 'seats', method: 'election', election: { majority: SIMPLE } }),
    written({ name: 'agreed', method: 'consensus', fallback: 'seats' }),
  ];
  const found = rulesFaults(rules, council).map(
    ({ rule, path, kind }) => `${rule} ${path} ${kind}`,
  );
  expect(found).toEqual(['asked preliminary unread', 'agreed fallback unread']);
});

test('a group has no more votes than seats, though nobody sits there yet', () => {
  const seated = { ...NOTHING_KNOWN, seatNumbers: new Map([['permanent', 5]]) };
  const least = (count: number) => ({ adoptedIf: votes(count, { among: seats('permanent') }) });
  expect(faultsOf(least(5), seated)).toEqual([]);
  expect(faultsOf(least(6), seated)).toEqual(['adoptedIf never']);
});

test('weights that are all nothing make no share', () => {
  const nothing = { ...council, weight: () => parseFraction('0') };
  const share = atLeast('1/2', 'total-weight', { weights: 'power' });
  expect(faultsOf({ adoptedIf: share }, nothing)).toContain('adoptedIf never');
});

test('a rule of the council as it is has no fault', () => {
  const veto = against(votes(1, { among: seats('permanent') }));
  expect(faultsOf({ adoptedIf: votes(9), blockedIf: [veto] })).toEqual([]);
  expect(faultsOf({ method: 'consensus' })).toEqual([]);
});

test('a faulty rule is refused with what is wrong and where', () => {
  const refusal = refuseFaulty(rulesFaults([written({ adoptedIf: votes(16) })], council));
  expect(isRefusal(refusal) && refusal.reason).toBe(
    'substance, adoptedIf: 16 are needed, and the body has 15 members.',
  );
  expect(refuseFaulty([])).toBeNull();
});
