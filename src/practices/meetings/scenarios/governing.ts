/** Which rule governs: what is decided beforehand, and what follows a rule that failed. */
import { type Scenario, type Step, delegation, inBody, secretariat } from './scenario.ts';

const MAJORITY = { kind: 'share', base: 'present-and-voting', threshold: '1/2', more: true };
const TWO_THIRDS = { kind: 'share', base: 'present-and-voting', threshold: '2/3' };

/** As the General Assembly has it (UN Charter Art. 18(3)), and the African Union (Art. 7(1)). */
const RULES: Step = inBody('adopt-rules', {
  from: '2026-01-01',
  citation: 'Rules of the council',
  rules: [
    { name: 'simple', method: 'vote', adoptedIf: MAJORITY },
    {
      name: 'important',
      method: 'vote',
      adoptedIf: TWO_THIRDS,
      preliminary: 'simple',
      fallback: 'simple',
    },
    { name: 'grave', method: 'vote', adoptedIf: TWO_THIRDS, preliminary: 'simple' },
    { name: 'consensus', method: 'consensus', fallback: 'two-thirds' },
    { name: 'two-thirds', method: 'vote', adoptedIf: TWO_THIRDS },
  ].map((one) => ({ title: { en: one.name }, citation: `Rule ${one.name}`, ...one })),
});

const puts = (decision: string, rule: string, more: object = {}): Step =>
  secretariat('put-question', {
    decision,
    title: { en: decision },
    on: { kind: 'other', what: decision },
    rule,
    ...more,
  });
const demands = (actor: string, rule: string, decision = 'budget'): Step =>
  delegation(actor, 'demand-rule', { decision, rule, reason: 'It binds us for years.' });
const asks = (rule: string, by = 'simple', decision = 'is-important'): Step =>
  puts(decision, by, { on: { kind: 'rule', of: 'budget', rule } });
const votes = (actor: string, choice: string, decision = 'budget'): Step =>
  delegation(actor, 'vote', { decision, choice });
const objects = (actor: string, decision: string): Step =>
  delegation(actor, 'object', { decision, reason: 'Not so.' });
const closes = (decision: string): Step => secretariat('close-voting', { decision });
const follows = (rule: string, more: object = {}): Step =>
  puts('budget-again', rule, {
    on: { kind: 'other', what: 'budget' },
    again: { question: 'budget', because: 'fallback' },
    reason: 'Two days brought no consensus.',
    ...more,
  });

const PUT = [RULES, puts('budget', 'simple')];
const DEMANDED = [...PUT, demands('BBB', 'important')];
const ASKED = [...DEMANDED, asks('important')];
const FAILED = [RULES, puts('budget', 'consensus'), objects('AAA', 'budget'), closes('budget')];

export const GOVERNING: readonly Scenario[] = [
  {
    title: 'a member demands that a question be decided to be important',
    given: PUT,
    when: demands('BBB', 'important'),
    refusedBy: null,
  },
  {
    title: 'nobody demands it who is no member',
    given: PUT,
    when: demands('ZZZ', 'important'),
    refusedBy: 'presiding',
  },
  {
    title: 'it is demanded once',
    given: DEMANDED,
    when: demands('CCC', 'grave'),
    refusedBy: 'rule-decided-first',
  },
  {
    title: 'it is demanded before anybody has voted',
    given: [...PUT, votes('AAA', 'yes')],
    when: demands('BBB', 'important'),
    refusedBy: 'voting-begun',
  },
  {
    title: 'a rule that applies by itself is not demanded',
    given: PUT,
    when: demands('BBB', 'two-thirds'),
    refusedBy: 'rule-decided-first',
  },
  {
    title: 'a rule that the body has not is not demanded',
    given: PUT,
    when: demands('BBB', 'unanimity'),
    refusedBy: 'rule-in-force',
  },
  {
    title: 'the question waits until it is decided which rule governs it',
    given: ASKED,
    when: votes('AAA', 'yes'),
    refusedBy: 'rule-decided-first',
  },
  {
    title: 'nor is the voting on it closed before that',
    given: ASKED,
    when: closes('budget'),
    refusedBy: 'rule-decided-first',
  },
  {
    title: 'which rule governs is decided by the rule that the demanded one names',
    given: DEMANDED,
    when: asks('important', 'two-thirds'),
    refusedBy: 'rule-decided-first',
  },
  {
    title: 'whether a rule governs is not asked where nobody demanded it',
    given: PUT,
    when: asks('important'),
    refusedBy: 'rule-decided-first',
  },
  {
    title: 'once it is decided, votes on the question are taken',
    given: [...ASKED, votes('AAA', 'yes', 'is-important'), closes('is-important')],
    when: votes('AAA', 'yes'),
    refusedBy: null,
  },
  {
    title: 'what was decided to be important is not asked again',
    given: [...ASKED, votes('AAA', 'yes', 'is-important'), closes('is-important')],
    when: asks('important', 'simple', 'is-important-2'),
    refusedBy: 'rule-decided-first',
  },
  {
    title: 'after consensus failed the question is put to two thirds, with the reason',
    given: FAILED,
    when: follows('two-thirds'),
    refusedBy: null,
  },
  {
    title: 'the reason has to be said',
    given: FAILED,
    when: follows('two-thirds', { reason: undefined }),
    refusedBy: 'falls-back',
  },
  {
    title: 'it is put under the rule that consensus falls back on, and no other',
    given: FAILED,
    when: follows('simple'),
    refusedBy: 'falls-back',
  },
  {
    title: 'nothing follows after what still goes on',
    given: [RULES, puts('budget', 'consensus'), objects('AAA', 'budget')],
    when: follows('two-thirds'),
    refusedBy: 'put-again',
  },
  {
    title: 'nothing follows after what fell short of two thirds that were demanded',
    given: [
      ...ASKED,
      votes('AAA', 'yes', 'is-important'),
      closes('is-important'),
      votes('AAA', 'yes'),
      votes('BBB', 'no'),
      closes('budget'),
    ],
    when: follows('simple'),
    refusedBy: 'falls-back',
  },
];
