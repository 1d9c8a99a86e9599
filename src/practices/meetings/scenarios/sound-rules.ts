/** What a body may write down of its rules, weights and seats, so that they hold together. */
import type { Told } from '../paper-meetings.ts';
import {
  type BodyScenario,
  adopts,
  allocates,
  establishes,
  rule,
  seats,
  weighs,
} from './bodies.ts';

const FROM = '2026-01-01';
const of = (more: object) => ({ kind: 'share', base: 'members', threshold: '1/2', ...more });
const byShares = rule('weighed', {
  adoptedIf: of({ base: 'total-weight', weights: 'shares', threshold: '2/3' }),
});
const veto = rule('veto', {
  blockedIf: [
    { kind: 'count', of: 'no', atLeast: '1', among: { kind: 'seats', seats: 'elected' } },
  ],
});

const three: readonly Told[] = [
  establishes(),
  seats('AAA', FROM),
  seats('BBB', FROM),
  seats('CCC', FROM),
];

export const soundRuleScenarios: readonly BodyScenario[] = [
  {
    title: 'weights cover every member that a rule counts by them',
    given: [...three, adopts([byShares])],
    when: weighs({ AAA: '1', BBB: '1' }, { uncovered: ['CCC'] }),
    refusedBy: 'rule-is-sound',
  },
  {
    title: 'where no rule counts by them, weights may leave out members that are said to have none',
    given: [...three, adopts([rule('simple')])],
    when: weighs({ AAA: '1', BBB: '1' }, { uncovered: ['CCC'] }),
    refusedBy: null,
  },
  {
    title: 'weights that cover all are taken, also after the rule',
    given: [...three, adopts([byShares])],
    when: weighs({ AAA: '1', BBB: '1', CCC: '0' }),
    refusedBy: null,
  },
  {
    title: 'a rule that asks for more weight than there is is not written',
    given: [...three, weighs({ AAA: '1', BBB: '1', CCC: '1' })],
    when: adopts([
      rule('heavy', { adoptedIf: { kind: 'count', weights: 'shares', atLeast: '4' } }),
    ]),
    refusedBy: 'rule-is-sound',
  },
  {
    title: 'nor do weights come to be too light for a rule that is in force',
    given: [
      ...three,
      weighs({ AAA: '2', BBB: '2', CCC: '2' }),
      adopts([rule('heavy', { adoptedIf: { kind: 'count', weights: 'shares', atLeast: '4' } })]),
    ],
    when: weighs({ AAA: '1', BBB: '1', CCC: '1' }, { from: '2026-06-01' }),
    refusedBy: 'rule-is-sound',
  },
  {
    title: 'seats on which a rule rests are not done away with',
    given: [establishes(), allocates(), adopts([veto])],
    when: allocates({ seats: 'rotating' }),
    refusedBy: 'rule-is-sound',
  },
  {
    title: 'a rule asks for no seats that the body has not',
    given: [establishes(), allocates({ seats: 'rotating' })],
    when: adopts([veto]),
    refusedBy: 'rule-is-sound',
  },
  {
    title: 'no quorum to open is above all',
    given: three,
    when: adopts([], { quorumToOpen: of({ of: 'present', threshold: '1', more: true }) }),
    refusedBy: 'rule-is-sound',
  },
  {
    title: 'a rule asks beforehand what another of the body decides',
    given: three,
    when: adopts([rule('important', { preliminary: 'unheard-of' })]),
    refusedBy: 'rule-is-sound',
  },
  {
    title: 'rules do not lead back to each other',
    given: three,
    when: adopts([rule('one', { preliminary: 'other' }), rule('other', { preliminary: 'one' })]),
    refusedBy: 'rule-is-sound',
  },
  {
    title: 'a rule on which another falls back does not end alone',
    given: [...three, adopts([rule('vote'), rule('first', { fallback: 'vote' })])],
    when: adopts([], { from: '2026-06-01', ended: ['vote'] }),
    refusedBy: 'rule-is-sound',
  },
];
