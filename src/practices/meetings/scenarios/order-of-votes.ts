/** The order of votes, told as rules of procedure: UNGA rules 71, 74 to 81 and 88 to 91. */
import { markedFor } from '../../../kernel/marking.ts';
import {
  type OrderScenario,
  adopts,
  amends,
  asksWhether,
  decides,
  moves,
  opens,
  puts,
  ranks,
  rejects,
  separates,
  takesPaper,
  votes,
  withdraws,
} from './order-scenario.ts';

const draft = puts('draft');
const deletion = amends('deletion', 'draft', { change: 'deletes', touches: ['op-2'] });
const wording = amends('wording', 'draft', { change: 'replaces', touches: ['op-2'] });
const ofWording = amends('of-wording', 'wording');
const addition = amends('addition', 'draft', { change: 'adds', touches: ['op-9'] });
const first = puts('first');
const second = puts('second', {}, { alternativeTo: 'first' });

export const AMENDMENTS: readonly OrderScenario[] = [
  {
    title: 'The furthest removed is voted on first: a deletion before another wording',
    given: [draft, wording, ofWording, deletion, addition],
    when: opens('deletion'),
    refusedBy: null,
    then: {
      of: 'draft',
      steps: [
        'deletion next',
        'of-wording later',
        'wording later',
        'addition later',
        'draft later',
      ],
    },
  },
  {
    title: 'The nearer one is not opened before the furthest removed',
    given: [draft, wording, deletion],
    when: opens('wording'),
    refusedBy: 'order-of-voting',
  },
  {
    title: 'An amendment is not opened before the amendment of it',
    given: [draft, wording, ofWording],
    when: opens('wording'),
    refusedBy: 'order-of-voting',
  },
  {
    title: 'The proposal is not opened before its amendments',
    given: [draft, wording],
    when: opens('draft'),
    refusedBy: 'order-of-voting',
  },
  {
    title: 'Once all amendments are decided the proposal is put as amended',
    given: [draft, wording, addition, adopts('wording'), rejects('addition')],
    when: opens('draft'),
    refusedBy: null,
    then: { of: 'draft', next: 'draft', result: 'pending' },
  },
  {
    title: 'Whoever presides may rank them otherwise',
    given: [draft, wording, deletion, ranks('draft', 'wording', 'deletion')],
    when: opens('wording'),
    refusedBy: null,
  },
  {
    title: 'What is ranked are amendments of the proposal, and nothing else',
    given: [draft, wording, puts('other')],
    when: ranks('draft', 'wording', 'other'),
    refusedBy: 'ranking-of-amendments',
  },
  {
    title: 'Amendments are ranked for the proposal as a whole',
    given: [draft, wording, ofWording],
    when: ranks('wording', 'of-wording'),
    refusedBy: 'ranking-of-amendments',
  },
  {
    title: 'What was voted on is not ranked afterwards',
    given: [draft, wording, deletion, rejects('deletion')],
    when: ranks('draft', 'wording', 'deletion'),
    refusedBy: 'ranking-of-amendments',
  },
  {
    title: 'Where a deletion is adopted, wordings of what it deletes fall, and amendments of them',
    given: [draft, wording, ofWording, deletion, adopts('deletion')],
    when: opens('wording'),
    refusedBy: 'not-put',
    then: {
      of: 'draft',
      steps: ['deletion done', 'of-wording not-put', 'wording not-put', 'draft next'],
    },
  },
  {
    title: 'Where one is adopted that, as ruled, implies the rejection of another, that one falls',
    given: [
      draft,
      wording,
      addition,
      ranks('draft', { amendment: 'wording', rejects: ['addition'] }, 'addition'),
      adopts('wording'),
    ],
    when: opens('addition'),
    refusedBy: 'not-put',
    then: { of: 'draft', next: 'draft' },
  },
  {
    title: 'Where it is rejected the other is put',
    given: [
      draft,
      wording,
      addition,
      ranks('draft', { amendment: 'wording', rejects: ['addition'] }, 'addition'),
      rejects('wording'),
    ],
    when: opens('addition'),
    refusedBy: null,
  },
  {
    title: 'An amendment that was withdrawn before it was voted on holds nothing up',
    given: [draft, wording, withdraws('wording')],
    when: opens('draft'),
    refusedBy: null,
    then: { of: 'draft', steps: ['wording not-put', 'draft next'] },
  },
  {
    title: 'With a withdrawn proposal go its amendments',
    given: [draft, wording, withdraws('draft')],
    when: opens('wording'),
    refusedBy: 'not-put',
    then: { of: 'draft', next: null, result: 'not-put' },
  },
  {
    title: 'Nothing is withdrawn on which votes were cast',
    given: [draft, opens('draft'), votes('draft', 'yes')],
    when: withdraws('draft'),
    refusedBy: 'withdrawal-of-question',
  },
  {
    title: 'Nothing is put about a proposal while it is being voted on',
    given: [draft, opens('draft')],
    when: wording,
    refusedBy: 'voting-not-interrupted',
  },
  {
    title: 'Nor after it was decided',
    given: [draft, adopts('draft')],
    when: wording,
    refusedBy: 'order-of-voting',
  },
  {
    title: 'An amendment is put to all who see the proposal',
    given: [draft],
    when: { ...wording, marking: markedFor('red', ['AAA']) },
    refusedBy: 'as-open-as-the-question',
  },
  {
    title: 'No vote on an opened proposal is taken while an amendment waits for its own',
    given: [puts('draft', {}, { waits: false }), wording],
    when: votes('draft', 'yes'),
    refusedBy: 'order-of-voting',
  },
  {
    title: 'Voting that has begun goes on, though a further amendment of the proposal is put',
    given: [draft, wording, opens('wording'), deletion],
    when: votes('wording', 'yes'),
    refusedBy: null,
    then: { of: 'draft', next: 'deletion' },
  },
  {
    title: 'Nor is a paper taken of a secret ballot on it',
    given: [puts('draft', {}, { waits: false, rule: 'on-paper' }), wording],
    when: takesPaper('draft'),
    refusedBy: 'order-of-voting',
  },
];

export const PARTS: readonly OrderScenario[] = [
  {
    title: 'Parts are voted on before the whole',
    given: [draft, separates('op-5', 'draft')],
    when: opens('draft'),
    refusedBy: 'order-of-voting',
  },
  {
    title: 'A paragraph that was rejected leaves the rest to be voted on',
    given: [draft, separates('op-5', 'draft'), rejects('op-5')],
    when: opens('draft'),
    refusedBy: null,
  },
  {
    title: 'Where all operative parts were rejected, the proposal is rejected as a whole',
    given: [
      draft,
      separates('preamble', 'draft', { role: 'preambular' }),
      separates('op-1', 'draft'),
      separates('op-2', 'draft', { completes: true }),
      adopts('preamble'),
      rejects('op-1'),
      rejects('op-2'),
    ],
    when: opens('draft'),
    refusedBy: 'not-put',
    then: { of: 'draft', next: null, result: 'rejected' },
  },
  {
    title: 'Where somebody objects to division, that is decided first',
    given: [draft, separates('op-5', 'draft'), moves('division', 'draft')],
    when: opens('op-5'),
    refusedBy: 'order-of-voting',
  },
  {
    title: 'Without division only the whole is put',
    given: [draft, separates('op-5', 'draft'), moves('division', 'draft'), rejects('division')],
    when: opens('op-5'),
    refusedBy: 'not-put',
    then: { of: 'draft', next: 'draft' },
  },
];

export const MOTIONS: readonly OrderScenario[] = [
  {
    title: 'Adjournment of the debate is put before its closure',
    given: [draft, moves('closure', 'draft'), moves('adjournment-of-debate', 'draft')],
    when: opens('closure'),
    refusedBy: 'precedence-of-motions',
  },
  {
    title: 'A motion on a proposal is put before its amendments',
    given: [draft, wording, moves('closure', 'draft')],
    when: opens('wording'),
    refusedBy: 'precedence-of-motions',
  },
  {
    title: 'A motion to suspend the meeting goes before all else that is to be opened',
    given: [draft, moves('suspension')],
    when: opens('draft'),
    refusedBy: 'precedence-of-motions',
  },
  {
    title: 'An appeal against a ruling goes before suspension of the meeting',
    given: [moves('suspension'), moves('appeal')],
    when: opens('suspension'),
    refusedBy: 'precedence-of-motions',
  },
  {
    title: 'An appeal may be made even while a vote is taken',
    given: [draft, opens('draft'), votes('draft', 'yes')],
    when: moves('appeal', 'draft'),
    refusedBy: null,
  },
  {
    title: 'No other motion interrupts a vote',
    given: [draft, opens('draft'), votes('draft', 'yes')],
    when: moves('no-action', 'draft'),
    refusedBy: 'voting-not-interrupted',
  },
  {
    title: 'Where no action is decided on, neither the proposal nor its amendments are put',
    given: [draft, wording, moves('no-action', 'draft'), adopts('no-action')],
    when: opens('wording'),
    refusedBy: 'not-put',
    then: { of: 'draft', next: null, result: 'not-put' },
  },
  {
    title: 'Where the motion of no action fails, the voting goes on',
    given: [draft, moves('no-action', 'draft'), rejects('no-action')],
    when: opens('draft'),
    refusedBy: null,
  },
  {
    title: 'Proposals on one question are voted on in the order of their submission',
    given: [first, second],
    when: opens('second'),
    refusedBy: 'order-of-proposals',
  },
  {
    title: 'A motion of priority is decided before the first of them',
    given: [first, second, moves('priority', 'second')],
    when: opens('first'),
    refusedBy: 'order-of-proposals',
  },
  {
    title: 'The proposal to which the body gave priority is voted on first',
    given: [first, second, moves('priority', 'second'), adopts('priority')],
    when: opens('second'),
    refusedBy: null,
  },
  {
    title: 'After the first of them the next one is voted on',
    given: [first, second, adopts('first')],
    when: opens('second'),
    refusedBy: null,
  },
  {
    title: 'Unless the body decides not to vote on it',
    given: [first, second, adopts('first'), moves('no-vote', 'second'), adopts('no-vote')],
    when: opens('second'),
    refusedBy: 'not-put',
  },
  {
    title: 'Whether a question is important is decided before it is voted on as such',
    given: [puts('draft', {}, { rule: 'if-important' })],
    when: opens('draft'),
    refusedBy: 'rule-decided-first',
  },
  {
    title: 'Once that is decided it is',
    given: [
      puts('draft', {}, { rule: 'if-important' }),
      asksWhether('importance', 'draft', 'if-important'),
      adopts('importance'),
    ],
    when: opens('draft'),
    refusedBy: null,
  },
  {
    title: 'A question that is not important is voted on under the other rule',
    given: [
      puts('draft', {}, { rule: 'if-important' }),
      asksWhether('importance', 'draft', 'if-important'),
      decides('importance', [1, 5]),
    ],
    when: opens('draft'),
    refusedBy: null,
  },
];
