/** Who may say what of a body, told as scenarios: given what is on record, one act more. */
import type { Told } from '../paper-meetings.ts';

export interface BodyScenario {
  readonly title: string;
  readonly given: readonly Told[];
  readonly when: Told;
  /** The rule that refuses it, without its area; null: it is taken in. */
  readonly refusedBy: string | null;
}

const COUNCIL = 'bodies/council';
const does = (verb: string, payload: object, other: Partial<Told> = {}): Told => ({
  does: verb,
  register: COUNCIL,
  with: payload,
  ...other,
});

export const establishes = (membership: object = { kind: 'seats' }): Told =>
  does('establish-body', { title: { en: 'Council' }, kind: 'council', membership });
export const seats = (member: string, from: string, more: object = {}): Told =>
  does('seat-member', { member, from, ...more });
export const allocates = (more: object = {}): Told =>
  does('allocate-seats', {
    from: '2026-01-01',
    citation: 'Resolution 1',
    groups: [{ seats: 'elected', title: { en: 'Elected' }, number: 2, ...more }],
  });
const vacates = (member: string, until: string, more: object = {}): Told =>
  does('vacate-seat', { member, until, ...more });
export const suspends = (member: string, from: string, more: object = {}): Told =>
  does('suspend-rights', {
    member,
    from,
    what: 'voting',
    for: 'arrears',
    citation: 'UN Charter Art. 19',
    ...more,
  });
export const restores = (member: string, from: string, more: object = {}): Told =>
  does('restore-rights', { member, from, citation: 'UN Charter Art. 19', ...more });
export const admits = (observer: string, from: string, more: object = {}): Told =>
  does('admit-observer', { observer, category: 'non-governmental', from, ...more });
export const elects = (holder: string, from: string, more: object = {}): Told =>
  does('elect-officer', { office: 'chair', holder, from, ...more });
export const weighs = (weights: Readonly<Record<string, string>>, more: object = {}): Told =>
  does('set-weights', {
    scheme: 'shares',
    from: '2026-01-01',
    citation: 'Decision 2',
    weights: Object.entries(weights).map(([actor, weight]) => ({ actor, weight })),
    ...more,
  });
const rule = (name: string, more: object = {}) => ({
  name,
  title: { en: name },
  citation: `Rules of Procedure, rule on ${name}`,
  method: 'vote',
  adoptedIf: { kind: 'share', base: 'present-and-voting', threshold: '1/2', more: true },
  ...more,
});
export const adopts = (rules: readonly object[], more: object = {}): Told =>
  does('adopt-rules', { from: '2026-01-01', citation: 'Rules of Procedure', rules, ...more });
export { rule };

const council = [establishes(), seats('AAA', '2026-01-01'), seats('BBB', '2026-01-01')];
const ofGroup = [establishes({ kind: 'group', group: 'league' })];
const rotating = [establishes(), allocates({ immediateReelection: false })];

const keeping: readonly BodyScenario[] = [
  {
    title: 'nothing is said of a body that is not there',
    given: [],
    when: seats('AAA', '2026-01-01'),
    refusedBy: 'known-body',
  },
  {
    title: 'who keeps the register seats a member',
    given: [establishes()],
    when: seats('AAA', '2026-01-01'),
    refusedBy: null,
  },
  {
    title: 'a member seats nobody',
    given: council,
    when: { ...seats('CCC', '2026-01-01'), actor: 'AAA' },
    refusedBy: 'body-keeper',
  },
  {
    title: 'who records from a source what the keeper would have said does not keep the register',
    given: council,
    when: {
      ...seats('CCC', '2026-01-01'),
      author: 'AAA',
      actor: 'secretariat',
      basis: { kind: 'recorded', source: 'A newspaper' },
    },
    refusedBy: 'body-keeper',
  },
  {
    title: 'an office of the keeper signs for it under a mandate',
    given: council,
    when: { ...seats('CCC', '2026-01-01'), author: 'registry-office', actor: 'secretariat' },
    refusedBy: null,
  },
  {
    title: 'what is on record is not recorded again',
    given: council,
    when: seats('AAA', '2026-01-01'),
    refusedBy: 'once',
  },
  {
    title: 'what ends before it begins is refused',
    given: [establishes()],
    when: seats('AAA', '2026-01-02', { until: '2026-01-01' }),
    refusedBy: 'order-of-days',
  },
  {
    title: 'what ends on the day on which it begins has that one day',
    given: [establishes()],
    when: seats('AAA', '2026-01-01', { until: '2026-01-01' }),
    refusedBy: null,
  },
];

const seating: readonly BodyScenario[] = [
  {
    title: 'one that does not exist is not seated',
    given: [establishes()],
    when: seats('XXX', '2026-01-01'),
    refusedBy: 'known-actor',
  },
  {
    title: 'one that holds a seat is not seated again in that time',
    given: council,
    when: seats('AAA', '2027-01-01'),
    refusedBy: 'seat',
  },
  {
    title: 'one whose seat was vacated is seated again on the day after',
    given: [...council, vacates('AAA', '2026-06-30')],
    when: seats('AAA', '2026-07-01'),
    refusedBy: null,
  },
  {
    title: 'a seat that is not held is not vacated',
    given: council,
    when: vacates('CCC', '2026-06-30'),
    refusedBy: 'ends-what-is-held',
  },
  {
    title: 'the last of two seats of a group is taken',
    given: [establishes(), allocates(), seats('AAA', '2026-01-01', { seats: 'elected' })],
    when: seats('BBB', '2026-01-01', { seats: 'elected' }),
    refusedBy: null,
  },
  {
    title: 'no more seats are taken than the group has on any day',
    given: [
      establishes(),
      allocates(),
      seats('AAA', '2026-01-01', { seats: 'elected' }),
      seats('BBB', '2027-01-01', { seats: 'elected' }),
    ],
    when: seats('CCC', '2026-06-01', { seats: 'elected' }),
    refusedBy: 'seat',
  },
  {
    title: 'a term that ends before the next one begins leaves its seat to it',
    given: [
      establishes(),
      allocates(),
      seats('AAA', '2026-01-01', { seats: 'elected' }),
      seats('BBB', '2027-01-01', { seats: 'elected' }),
    ],
    when: seats('CCC', '2026-06-01', { seats: 'elected', until: '2026-12-31' }),
    refusedBy: null,
  },
  {
    title: 'where seats are allocated, one is seated in one of their groups',
    given: [establishes(), allocates()],
    when: seats('AAA', '2026-01-01', { seats: 'permanent' }),
    refusedBy: 'seat',
  },
  {
    title: 'a seat of a regional group is held by one of its members',
    given: [establishes(), allocates({ of: 'league' })],
    when: seats('CCC', '2026-01-01', { seats: 'elected' }),
    refusedBy: 'seat',
  },
  {
    title: 'a retiring member is not elected again at once where the seats rotate',
    given: [...rotating, seats('AAA', '2026-01-01', { seats: 'elected', until: '2027-12-31' })],
    when: seats('AAA', '2028-01-01', { seats: 'elected' }),
    refusedBy: 'immediate-reelection',
  },
  {
    title: 'a former member is elected again after a day without a seat',
    given: [...rotating, seats('AAA', '2026-01-01', { seats: 'elected', until: '2027-12-31' })],
    when: seats('AAA', '2028-01-02', { seats: 'elected' }),
    refusedBy: null,
  },
  {
    title: 'membership that follows from a group follows from no seat',
    given: ofGroup,
    when: seats('CCC', '2026-01-01'),
    refusedBy: 'seat',
  },
  {
    title: 'an allocation takes no seat away that is held',
    given: [
      establishes(),
      seats('AAA', '2026-01-01', { seats: 'elected' }),
      seats('BBB', '2026-01-01', { seats: 'elected' }),
    ],
    when: allocates({ number: 1 }),
    refusedBy: 'seat',
  },
];

const deciding: readonly BodyScenario[] = [
  {
    title: 'rules are adopted with those that they turn to',
    given: [establishes()],
    when: adopts([rule('consensus', { fallback: 'vote' }), rule('vote')]),
    refusedBy: null,
  },
  {
    title: 'a rule that turns to one that there is not is refused when it is written',
    given: [establishes()],
    when: adopts([rule('consensus', { fallback: 'vote' })]),
    refusedBy: 'rule-is-sound',
  },
  {
    title: 'a rule to which another turns does not end alone',
    given: [establishes(), adopts([rule('consensus', { fallback: 'vote' }), rule('vote')])],
    when: adopts([], { from: '2027-01-01', ended: ['vote'] }),
    refusedBy: 'rule-is-sound',
  },
  {
    title: 'rules that turn to one another in a circle are refused',
    given: [establishes()],
    when: adopts([
      rule('one', { fallback: 'other' }),
      rule('other', { preliminary: 'third' }),
      rule('third', { fallback: 'one' }),
    ]),
    refusedBy: 'rule-is-sound',
  },
  {
    title: 'a rule is put down once in an act',
    given: [establishes()],
    when: adopts([rule('vote'), rule('vote')]),
    refusedBy: 'rule-holds-together',
  },
  {
    title: 'a rule that there is not does not end',
    given: [establishes()],
    when: adopts([], { ended: ['vote'] }),
    refusedBy: 'rule-holds-together',
  },
  {
    title: 'weights cover every member',
    given: council,
    when: weighs({ AAA: '2/3' }),
    refusedBy: 'weights-set',
  },
  {
    title: 'weights may say who has none',
    given: council,
    when: weighs({ AAA: '2/3' }, { uncovered: ['BBB'] }),
    refusedBy: null,
  },
  {
    title: 'nobody has two weights',
    given: council,
    when: weighs({ AAA: '2/3', BBB: '1/3' }, { uncovered: ['BBB'] }),
    refusedBy: 'weights-set',
  },
  {
    title: 'no weight is below zero',
    given: council,
    when: weighs({ AAA: '2/3', BBB: '-1/3' }),
    refusedBy: 'weights-set',
  },
  {
    title: 'weights that are all zero are none',
    given: council,
    when: weighs({ AAA: '0', BBB: '0' }),
    refusedBy: 'weights-set',
  },
  {
    title: 'a weight is of an actor that exists',
    given: council,
    when: weighs({ AAA: '1', BBB: '1', XXX: '1' }),
    refusedBy: 'known-actor',
  },
];

const standing: readonly BodyScenario[] = [
  {
    title: 'a chair is elected',
    given: council,
    when: elects('AAA', '2026-01-01'),
    refusedBy: null,
  },
  {
    title: 'there is one chair at a time',
    given: [...council, elects('AAA', '2026-01-01')],
    when: elects('BBB', '2026-06-01'),
    refusedBy: 'one-holder',
  },
  {
    title: 'there are several vice-chairs at a time',
    given: [...council, elects('AAA', '2026-01-01', { office: 'vice-chair' })],
    when: elects('BBB', '2026-01-01', { office: 'vice-chair' }),
    refusedBy: null,
  },
  {
    title: 'an office is nobody’s where nobody is named',
    given: council,
    when: does('elect-officer', { office: 'chair', from: '2026-01-01' }),
    refusedBy: 'one-holder',
  },
  {
    title: 'an office that is not held does not end',
    given: council,
    when: does('end-office', { office: 'chair', holder: 'AAA', until: '2026-06-30' }),
    refusedBy: 'ends-what-is-held',
  },
  {
    title: 'an observer is admitted',
    given: council,
    when: admits('green-league', '2026-01-01'),
    refusedBy: null,
  },
  {
    title: 'a member is no observer',
    given: council,
    when: admits('AAA', '2026-01-01'),
    refusedBy: 'observer',
  },
  {
    title: 'an admission that there is not does not end',
    given: council,
    when: does('end-observation', { observer: 'green-league', until: '2026-06-30' }),
    refusedBy: 'ends-what-is-held',
  },
  {
    title: 'a member in arrears has no vote',
    given: council,
    when: suspends('AAA', '2026-01-01'),
    refusedBy: null,
  },
  {
    title: 'rights are not taken from one that is no member',
    given: council,
    when: suspends('CCC', '2026-01-01'),
    refusedBy: 'rights',
  },
  {
    title: 'rights are not taken twice for one reason',
    given: [...council, suspends('AAA', '2026-01-01')],
    when: suspends('AAA', '2026-06-01'),
    refusedBy: 'rights',
  },
  {
    title: 'a member in arrears may be suspended, too',
    given: [...council, suspends('AAA', '2026-01-01')],
    when: suspends('AAA', '2026-06-01', { for: 'suspension', what: 'all' }),
    refusedBy: null,
  },
  {
    title: 'rights that were not taken are not given back',
    given: council,
    when: restores('AAA', '2026-01-01'),
    refusedBy: 'rights',
  },
  {
    title: 'nobody owes to a body of which it is no member',
    given: council,
    when: does('state-arrears', {
      on: '2026-01-15',
      citation: 'Letter of the secretariat',
      unit: 'USD',
      owed: [{ actor: 'CCC', amount: '10' }],
    }),
    refusedBy: 'owed',
  },
  {
    title: 'a permission to vote is for what hinders it',
    given: [...council, suspends('AAA', '2026-01-01')],
    when: restores('AAA', '2026-02-01', { how: 'permitted', for: 'suspension' }),
    refusedBy: 'rights',
  },
];

export const bodyScenarios: readonly BodyScenario[] = [
  ...keeping,
  ...seating,
  ...deciding,
  ...standing,
];
