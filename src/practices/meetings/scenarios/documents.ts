/** Documents, sponsors, the agenda, and what observers hand in. */
import {
  FROM,
  type Scenario,
  adopts,
  delegation,
  inBody,
  issues,
  observes,
  proposes,
  secretariat,
} from './scenario.ts';

const L1 = { symbol: 'GC/1/L.1' };
const withdraws = delegation('AAA', 'withdraw-proposal', L1);
const adoptsRule = inBody('adopt-rules', {
  from: FROM,
  citation: 'Rules of the council',
  rules: [
    {
      name: 'substance',
      title: { en: 'Substance' },
      citation: 'Rules of the council, rule 5',
      method: 'vote',
      adoptedIf: { kind: 'share', base: 'present-and-voting', threshold: '2/3' },
    },
  ],
});
const puts = secretariat('put-question', {
  decision: 'draft',
  title: { en: 'Draft' },
  on: { kind: 'document', symbol: 'GC/1/L.1' },
  rule: 'substance',
});

const documents: readonly Scenario[] = [
  { title: 'a document is issued', given: [], when: issues('GC/1/L.1'), refusedBy: null },
  {
    title: 'a symbol is given once',
    given: [issues('GC/1/L.1')],
    when: issues('GC/1/L.1'),
    refusedBy: 'symbol-once',
  },
  {
    title: 'a revision follows what it revises',
    given: [],
    when: issues('GC/1/L.1/Rev.1'),
    refusedBy: 'symbol-chain',
  },
  {
    title: 'the second revision follows the first',
    given: [issues('GC/1/L.1'), issues('GC/1/L.1/Rev.1')],
    when: issues('GC/1/L.1/Rev.2'),
    refusedBy: null,
  },
  {
    title: 'a corrigendum of a revision follows that revision',
    given: [issues('GC/1/L.1')],
    when: issues('GC/1/L.1/Rev.1/Corr.1'),
    refusedBy: 'symbol-chain',
  },
  {
    title: 'a delegation issues the draft that it sponsors',
    given: [],
    when: issues('GC/1/L.1', {}, 'AAA'),
    refusedBy: null,
  },
  {
    title: 'a delegation issues no draft of another',
    given: [],
    when: issues('GC/1/L.1', {}, 'BBB'),
    refusedBy: 'presides',
  },
  {
    title: 'a report has no sponsors',
    given: [],
    when: issues('GC/1/5', { kind: 'report' }),
    refusedBy: 'proposal',
  },
  {
    title: 'a group sponsors a draft together with a member of it',
    given: [],
    when: issues('GC/1/L.1', { sponsors: ['AAA', 'league'] }, 'AAA'),
    refusedBy: null,
  },
  {
    title: 'a group sponsors nothing by itself',
    given: [],
    when: issues('GC/1/L.1', { sponsors: ['league'] }),
    refusedBy: 'participant',
  },
  {
    title: 'a stranger sponsors nothing',
    given: [],
    when: issues('GC/1/L.1', { sponsors: ['AAA', 'XXX'] }),
    refusedBy: 'participant',
  },
  {
    title: 'an amendment names a draft that is out',
    given: [],
    when: issues('GC/1/L.2', { kind: 'amendment', amends: 'GC/1/L.1' }),
    refusedBy: 'known-document',
  },
];

const sponsors: readonly Scenario[] = [
  {
    title: 'a member sponsors a draft',
    given: [issues('GC/1/L.1')],
    when: delegation('BBB', 'sponsor', L1),
    refusedBy: null,
  },
  {
    title: 'a draft that is not out is not sponsored',
    given: [],
    when: delegation('BBB', 'sponsor', L1),
    refusedBy: 'known-document',
  },
  {
    title: 'one sponsors a draft once',
    given: [issues('GC/1/L.1')],
    when: delegation('AAA', 'sponsor', L1),
    refusedBy: 'sponsors',
  },
  {
    title: 'the list of sponsors is closed once the draft is put to the decision',
    given: [issues('GC/1/L.1'), adoptsRule, puts],
    when: delegation('BBB', 'sponsor', L1),
    refusedBy: 'withdrawal',
  },
  {
    title: 'a sponsor withdraws its sponsorship',
    given: [issues('GC/1/L.1'), delegation('BBB', 'sponsor', L1)],
    when: delegation('BBB', 'withdraw-sponsorship', L1),
    refusedBy: null,
  },
  {
    title: 'the last main sponsor does not leave a draft without any',
    given: [issues('GC/1/L.1'), delegation('BBB', 'sponsor', L1)],
    when: delegation('AAA', 'withdraw-sponsorship', L1),
    refusedBy: 'sponsors',
  },
  {
    title: 'a main sponsor withdraws the draft',
    given: [issues('GC/1/L.1')],
    when: withdraws,
    refusedBy: null,
  },
  {
    title: 'a co-sponsor does not withdraw the draft',
    given: [issues('GC/1/L.1'), delegation('BBB', 'sponsor', L1)],
    when: { ...withdraws, actor: 'BBB' },
    refusedBy: 'withdrawal',
  },
  {
    title: 'nobody withdraws a draft on which voting has begun',
    given: [issues('GC/1/L.1'), adoptsRule, puts],
    when: withdraws,
    refusedBy: 'withdrawal',
  },
  {
    title: 'another member takes over a draft that was withdrawn',
    given: [issues('GC/1/L.1'), withdraws],
    when: delegation('CCC', 'take-over', L1),
    refusedBy: null,
  },
  {
    title: 'a draft that was not withdrawn is not taken over',
    given: [issues('GC/1/L.1')],
    when: delegation('CCC', 'take-over', L1),
    refusedBy: 'withdrawal',
  },
  {
    title: 'a draft that was withdrawn does not come back by a revision',
    given: [issues('GC/1/L.1'), withdraws],
    when: issues('GC/1/L.1/Rev.1'),
    refusedBy: 'withdrawal',
  },
  {
    title: 'a revision may follow once the draft was taken over',
    given: [issues('GC/1/L.1'), withdraws, delegation('CCC', 'take-over', L1)],
    when: issues('GC/1/L.1/Rev.1', { sponsors: ['CCC'] }, 'CCC'),
    refusedBy: null,
  },
];

const agenda: readonly Scenario[] = [
  {
    title: 'a member proposes an item',
    given: [],
    when: delegation('AAA', 'propose-item', { item: 'water', title: { en: 'Water' } }),
    refusedBy: null,
  },
  {
    title: 'an item is proposed once',
    given: [proposes('water')],
    when: proposes('water'),
    refusedBy: 'item',
  },
  {
    title: 'the agenda holds what was proposed',
    given: [],
    when: adopts('water'),
    refusedBy: 'item',
  },
  {
    title: 'what was left off the agenda is not taken up',
    given: [proposes('water'), proposes('air'), adopts('air')],
    when: secretariat('take-up-item', { item: 'water' }),
    refusedBy: 'item',
  },
  {
    title: 'an item that was adjourned is taken up again',
    given: [
      proposes('water'),
      adopts('water'),
      secretariat('take-up-item', { item: 'water' }),
      secretariat('conclude-item', { item: 'water', as: 'adjourned' }),
    ],
    when: secretariat('take-up-item', { item: 'water' }),
    refusedBy: null,
  },
  {
    title: 'an item that is concluded is not taken up again',
    given: [
      proposes('water'),
      adopts('water'),
      secretariat('take-up-item', { item: 'water' }),
      secretariat('conclude-item', { item: 'water' }),
    ],
    when: secretariat('take-up-item', { item: 'water' }),
    refusedBy: 'item',
  },
  {
    title: 'the order of the day is of a day of the session',
    given: [proposes('water'), adopts('water')],
    when: secretariat('set-order-of-day', { on: '2026-03-07', entries: [{ item: 'water' }] }),
    refusedBy: 'item',
  },
];

const INPUT = { input: 'ours', title: 'Ours', words: 'Read us.' };
const handsIn = delegation('red-cross', 'submit-input', INPUT);
const answers = (more: object) => secretariat('answer-input', { input: 'ours', ...more });

const inputs: readonly Scenario[] = [
  {
    title: 'an observer that may hand in documents hands one in',
    given: [observes('red-cross', 'attend', 'submit-documents')],
    when: handsIn,
    refusedBy: null,
  },
  {
    title: 'an input has a name that no other has',
    given: [observes('red-cross', 'submit-documents'), handsIn],
    when: handsIn,
    refusedBy: 'inputs',
  },
  {
    title: 'an observer that may only attend hands nothing in',
    given: [observes('red-cross', 'attend')],
    when: handsIn,
    refusedBy: 'participant',
  },
  {
    title: 'an input is answered: it is reflected in a paragraph of a document',
    given: [observes('red-cross', 'submit-documents'), handsIn, issues('GC/1/L.1')],
    when: answers({ fate: 'reflected', symbol: 'GC/1/L.1', paragraph: 'op 1' }),
    refusedBy: null,
  },
  {
    title: 'an input is not reflected in a document that is not out',
    given: [observes('red-cross', 'submit-documents'), handsIn],
    when: answers({ fate: 'reflected', symbol: 'GC/1/L.1', paragraph: 'op 1' }),
    refusedBy: 'known-document',
  },
  {
    title: 'an observer does not answer its own input',
    given: [observes('red-cross', 'submit-documents'), handsIn],
    when: { ...answers({ fate: 'heard' }), actor: 'red-cross' },
    refusedBy: 'presides',
  },

  {
    title: 'one that is neither member nor observer hands nothing in',
    given: [],
    when: delegation('some-organisation', 'submit-input', INPUT),
    refusedBy: 'participant',
  },
  {
    title: 'an input that is not there is not answered',
    given: [],
    when: secretariat('answer-input', { input: 'theirs', fate: 'heard' }),
    refusedBy: 'inputs',
  },
];

export const documentScenarios: readonly Scenario[] = [
  ...documents,
  ...sponsors,
  ...agenda,
  ...inputs,
];
