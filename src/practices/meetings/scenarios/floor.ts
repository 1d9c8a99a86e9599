/** Who speaks, in which order, and for how long. */
import {
  type Scenario,
  asks,
  delegation,
  gives,
  observes,
  opens,
  proposes,
  secretariat,
} from './scenario.ts';

const point = asks('BBB', { kind: 'point-of-order' });
const rules = secretariat('rule-on-point', {
  raisedBy: 'BBB',
  as: 'upheld',
  reason: 'The draft was circulated too late.',
});
const reply = asks('AAA', { kind: 'right-of-reply' });
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
    title: 'an observer speaks where it has the right',
    given: [observes('red-cross', 'speak')],
    when: asks('red-cross'),
    refusedBy: null,
  },
  {
    title: 'an observer that may speak raises no point of order',
    given: [observes('red-cross', 'speak')],
    when: asks('red-cross', { kind: 'point-of-order' }),
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
    when: reply,
    refusedBy: null,
  },
  {
    title: 'a delegation replies twice on an item, and no third time',
    given: [opens, reply, gives('AAA'), ends, reply, gives('AAA'), ends],
    when: reply,
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
    when: delegation('AAA', 'withdraw-request'),
    refusedBy: null,
  },
  {
    title: 'a delegation does not withdraw the request of another',
    given: [asks('AAA')],
    when: delegation('BBB', 'withdraw-request', { of: 'AAA' }),
    refusedBy: 'speakers',
  },
];

const floor: readonly Scenario[] = [
  {
    title: 'the first on the list is called first',
    given: [opens, asks('AAA'), asks('BBB')],
    when: gives('AAA'),
    refusedBy: null,
  },
  {
    title: 'the second on the list is not called before the first without a reason',
    given: [opens, asks('AAA'), asks('BBB')],
    when: gives('BBB'),
    refusedBy: 'speakers',
  },
  {
    title: 'whoever presides may say why another is called before',
    given: [opens, asks('AAA'), asks('BBB')],
    when: gives('BBB', { reason: 'A head of State speaks before others.' }),
    refusedBy: null,
  },
  {
    title: 'a statement comes before a reply that was asked for earlier',
    given: [opens, reply, asks('BBB')],
    when: gives('BBB'),
    refusedBy: null,
  },
  {
    title: 'the floor is given while a sitting is open',
    given: [asks('AAA')],
    when: gives('AAA'),
    refusedBy: 'in-sitting',
  },
  {
    title: 'a delegation does not give itself the floor',
    given: [opens, asks('AAA')],
    when: { ...gives('AAA'), actor: 'AAA' },
    refusedBy: 'presides',
  },
  {
    title: 'whoever spoke asks again before speaking again',
    given: [opens, asks('AAA'), gives('AAA'), ends],
    when: gives('AAA'),
    refusedBy: 'speakers',
  },
  {
    title: 'a speech ends once',
    given: [opens, asks('AAA'), gives('AAA'), ends],
    when: ends,
    refusedBy: 'speakers',
  },
  {
    title: 'a point of order is heard before anybody else, whatever the reason',
    given: [opens, asks('AAA'), point],
    when: gives('AAA', { reason: 'A head of State.' }),
    refusedBy: 'point-of-order',
  },
  {
    title: 'a point of order that was heard is ruled on before anybody else speaks',
    given: [opens, asks('AAA'), point, gives('BBB')],
    when: gives('AAA'),
    refusedBy: 'point-of-order',
  },
  {
    title: 'after the ruling the list goes on',
    given: [opens, asks('AAA'), point, gives('BBB'), rules],
    when: gives('AAA'),
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
