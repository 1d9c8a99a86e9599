/** Who speaks, in which order, and for how long. */
import {
  type Scenario,
  type Step,
  asks,
  delegation,
  gives,
  opens,
  proposes,
  secretariat,
} from './scenario.ts';

const point = asks('BBB', { kind: 'point-of-order' }, 'point');
const rules = secretariat('rule-on-point', {
  request: '@point',
  as: 'upheld',
  reason: 'The draft was circulated too late.',
});
const reply = (as: string): Step => asks('AAA', { kind: 'right-of-reply' }, as);
const ends = secretariat('end-speech');

const list: readonly Scenario[] = [
  { title: 'a delegation asks for the floor', given: [], when: asks('AAA'), refusedBy: null },
  {
    title: 'one that does not take part does not ask for the floor',
    given: [],
    when: asks('XXX'),
    refusedBy: 'participant',
  },
  {
    title: 'a delegation stands on a list once',
    given: [asks('AAA')],
    when: asks('AAA'),
    refusedBy: 'speakers',
  },
  {
    title: 'nobody is added to a list that was closed',
    given: [secretariat('close-list')],
    when: asks('AAA'),
    refusedBy: 'list-closed',
  },
  {
    title: 'the list of one item may be closed while that of another is open',
    given: [proposes('water'), proposes('air'), secretariat('close-list', { item: 'water' })],
    when: asks('AAA', { item: 'air' }),
    refusedBy: null,
  },
  {
    title: 'a list is closed once',
    given: [secretariat('close-list')],
    when: secretariat('close-list'),
    refusedBy: 'list-closed',
  },
  {
    title: 'a reply is asked for after the list was closed',
    given: [secretariat('close-list')],
    when: reply('first'),
    refusedBy: null,
  },
  {
    title: 'a delegation replies twice on an item, and no third time',
    given: [opens, reply('first'), gives('@first'), ends, reply('second'), gives('@second'), ends],
    when: reply('third'),
    refusedBy: 'replies',
  },
  {
    title: 'a member of a group speaks on its behalf',
    given: [],
    when: asks('AAA', { onBehalfOf: ['league'] }),
    refusedBy: null,
  },
  {
    title: 'one that is no member of a group does not speak on its behalf',
    given: [],
    when: secretariat('deliver-statement', { words: 'We agree.', onBehalfOf: ['league'] }),
    refusedBy: 'on-behalf',
  },
  {
    title: 'a delegation withdraws its own request',
    given: [asks('AAA')],
    when: delegation('AAA', 'withdraw-request', { request: '@request' }),
    refusedBy: null,
  },
  {
    title: 'a delegation does not withdraw the request of another',
    given: [asks('AAA')],
    when: delegation('BBB', 'withdraw-request', { request: '@request' }),
    refusedBy: 'speakers',
  },
];

const floor: readonly Scenario[] = [
  {
    title: 'the first on the list is called first',
    given: [opens, asks('AAA'), asks('BBB', {}, 'second')],
    when: gives(),
    refusedBy: null,
  },
  {
    title: 'the second on the list is not called before the first without a reason',
    given: [opens, asks('AAA'), asks('BBB', {}, 'second')],
    when: gives('@second'),
    refusedBy: 'speakers',
  },
  {
    title: 'whoever presides may say why another is called before',
    given: [opens, asks('AAA'), asks('BBB', {}, 'second')],
    when: gives('@second', { reason: 'A head of State speaks before others.' }),
    refusedBy: null,
  },
  {
    title: 'a statement comes before a reply that was asked for earlier',
    given: [opens, reply('first'), asks('BBB', {}, 'second')],
    when: gives('@second'),
    refusedBy: null,
  },
  {
    title: 'the floor is given while a sitting is open',
    given: [asks('AAA')],
    when: gives(),
    refusedBy: 'in-sitting',
  },
  {
    title: 'a delegation does not give itself the floor',
    given: [opens, asks('AAA')],
    when: { ...gives(), actor: 'AAA' },
    refusedBy: 'presides',
  },
  {
    title: 'whoever spoke asks again before speaking again',
    given: [opens, asks('AAA'), gives(), ends],
    when: gives(),
    refusedBy: 'speakers',
  },
  {
    title: 'a speech ends once',
    given: [opens, asks('AAA'), gives(), ends],
    when: ends,
    refusedBy: 'speakers',
  },
  {
    title: 'a point of order is heard before anybody else, whatever the reason',
    given: [opens, asks('AAA'), point],
    when: gives('@request', { reason: 'A head of State.' }),
    refusedBy: 'point-of-order',
  },
  {
    title: 'a point of order that was heard is ruled on before anybody else speaks',
    given: [opens, asks('AAA'), point, gives('@point')],
    when: gives(),
    refusedBy: 'point-of-order',
  },
  {
    title: 'after the ruling the list goes on',
    given: [opens, asks('AAA'), point, gives('@point'), rules],
    when: gives(),
    refusedBy: null,
  },
  {
    title: 'a point of order is ruled on once',
    given: [opens, point, rules],
    when: rules,
    refusedBy: 'point-of-order',
  },
];

export const floorScenarios: readonly Scenario[] = [...list, ...floor];
