/** What the registry takes and refuses, as given, when, then: tests and documentation in one. */
import type { Told } from './paper-registry.ts';

/** An act by the end of its type, and what it says. */
type Line = readonly [verb: string, payload: Record<string, unknown>];

export interface Scenario {
  readonly title: string;
  readonly given: readonly Line[];
  readonly when: Line;
  /** The id of the rule that refuses it, or null where it is accepted. */
  readonly refusedBy: string | null;
}

/** The act that a line stands for, recorded from a named source. */
export function told([verb, payload]: Line): Told {
  return { type: `actors.${verb}`, payload };
}

const of =
  (kind: string, treatyCapacity: boolean) =>
  (id: string, more: object = {}): Line => [
    'enter',
    { id, kind, names: { en: id }, treatyCapacity, regionalIntegration: false, ...more },
  ];
const state = of('state', true);
const historical = of('historical-state', true);
const organisation = of('organisation', true);

const join = (member: string, from: string | null, status = 'member'): Line => [
  'join',
  { group: 'league', member, from, status },
];
const leave = (member: string, on: string, status = 'member'): Line => [
  'leave',
  { group: 'league', member, on, status },
];
const measure = (from: string | null, more: object = {}): Line => [
  'measure',
  { actor: 'AAA', attribute: 'tonnage', value: '12.5', unit: 'tons', from, to: null, ...more },
];
const office = (more: object = {}): Line => [
  'hold-office',
  {
    id: 'foreign-minister',
    actor: 'AAA',
    title: 'Minister for Foreign Affairs',
    role: 'minister-for-foreign-affairs',
    exemptFromFullPowers: true,
    ...more,
  },
];

const succeed = (predecessor: string, successor: string, on: string): Line => [
  'succeed',
  { predecessor, successor, on, kind: 'dissolution' },
];

const world: readonly Line[] = [
  state('AAA'),
  state('BBB', { from: '1960-07-01' }),
  historical('OLD', { from: '1918-10-28', to: '1993-01-01' }),
  organisation('league', { from: '1945-10-24' }),
];

export const scenarios: readonly Scenario[] = [
  { title: 'an actor enters the registry', given: [], when: state('AAA'), refusedBy: null },
  {
    title: 'an actor enters again with other content',
    given: [state('AAA')],
    when: state('AAA', { region: 'Europe' }),
    refusedBy: 'actors.entered-once',
  },
  {
    title: 'the same fact comes again from the same source',
    given: [state('AAA')],
    when: state('AAA'),
    refusedBy: 'actors.once',
  },
  {
    title: 'an actor would end on the day it begins',
    given: [],
    when: historical('OLD', { from: '1990-01-01', to: '1990-01-01' }),
    refusedBy: 'actors.dates',
  },
  {
    title: 'an actor that exists for a single day enters',
    given: [],
    when: historical('OLD', { from: '1990-01-01', to: '1990-01-02' }),
    refusedBy: null,
  },
  {
    title: 'a name holds text that reorders its line',
    given: [],
    when: state('AAA', { names: { en: 'A\u202eB' } }),
    refusedBy: 'actors.content',
  },
  {
    title: 'a day is none of the calendar',
    given: world,
    when: join('AAA', '1999-02-31'),
    refusedBy: 'actors.content',
  },
  { title: 'a State joins', given: world, when: join('AAA', '1950-01-01'), refusedBy: null },
  {
    title: 'a State joins on the day the organisation is founded',
    given: world,
    when: join('AAA', '1945-10-24'),
    refusedBy: null,
  },
  {
    title: 'a State joins the day before the organisation is founded',
    given: world,
    when: join('AAA', '1945-10-23'),
    refusedBy: 'actors.existence',
  },
  {
    title: 'a territory joins before it becomes a State',
    given: world,
    when: join('BBB', '1960-06-30'),
    refusedBy: null,
  },
  {
    title: 'a State joins on the day it is no more',
    given: world,
    when: join('OLD', '1993-01-01'),
    refusedBy: 'actors.existence',
  },
  {
    title: 'a State joins on its last day',
    given: world,
    when: join('OLD', '1992-12-31'),
    refusedBy: null,
  },
  {
    title: 'one joins a State',
    given: world,
    when: ['join', { group: 'AAA', member: 'BBB', from: null, status: 'member' }],
    refusedBy: 'actors.group',
  },
  {
    title: 'an organisation joins itself',
    given: world,
    when: join('league', '1950-01-01'),
    refusedBy: 'actors.group',
  },
  {
    title: 'an unknown actor joins',
    given: world,
    when: join('ZZZ', '1950-01-01'),
    refusedBy: 'actors.known',
  },
  {
    title: 'a member joins again while it is a member',
    given: [...world, join('AAA', '1950-01-01')],
    when: join('AAA', '1960-01-01'),
    refusedBy: 'actors.join-once',
  },
  {
    title: 'an observer becomes a member',
    given: [...world, join('AAA', '1950-01-01', 'observer')],
    when: join('AAA', '1960-01-01'),
    refusedBy: null,
  },
  {
    title: 'a State that left joins again on the day of its leaving',
    given: [...world, join('AAA', '1950-01-01'), leave('AAA', '1960-01-01')],
    when: join('AAA', '1960-01-01'),
    refusedBy: null,
  },
  {
    title: 'an earlier membership is recorded after a later one',
    given: [...world, join('AAA', '1970-01-01')],
    when: join('AAA', '1950-01-01'),
    refusedBy: null,
  },
  {
    title: 'a State leaves without being a member',
    given: world,
    when: leave('AAA', '1960-01-01'),
    refusedBy: 'actors.leave-standing',
  },
  {
    title: 'a member leaves on the day it joined',
    given: [...world, join('AAA', '1950-01-01')],
    when: leave('AAA', '1950-01-01'),
    refusedBy: 'actors.leave-standing',
  },
  {
    title: 'a member leaves on the day after it joined',
    given: [...world, join('AAA', '1950-01-01')],
    when: leave('AAA', '1950-01-02'),
    refusedBy: null,
  },
  {
    title: 'a member leaves a second time',
    given: [...world, join('AAA', '1950-01-01'), leave('AAA', '1960-01-01')],
    when: leave('AAA', '1955-01-01'),
    refusedBy: 'actors.leave-standing',
  },
  {
    title: 'an observer leaves as a member',
    given: [...world, join('AAA', '1950-01-01', 'observer')],
    when: leave('AAA', '1960-01-01'),
    refusedBy: 'actors.leave-standing',
  },
  {
    title: 'a member leaves after its end',
    given: [...world, join('OLD', '1950-01-01')],
    when: leave('OLD', '1993-01-02'),
    refusedBy: 'actors.existence',
  },
  {
    title: 'one actor succeeds another on the day that one ends',
    given: world,
    when: succeed('OLD', 'BBB', '1993-01-01'),
    refusedBy: null,
  },
  {
    title: 'a successor does not yet exist',
    given: world,
    when: succeed('OLD', 'BBB', '1950-01-01'),
    refusedBy: 'actors.existence',
  },
  {
    title: 'an actor succeeds itself',
    given: world,
    when: succeed('AAA', 'AAA', '1950-01-01'),
    refusedBy: 'actors.succession',
  },
  { title: 'a figure is recorded', given: world, when: measure('2000-01-01'), refusedBy: null },
  {
    title: 'a figure is no decimal',
    given: world,
    when: measure('2000-01-01', { value: '1e6' }),
    refusedBy: 'actors.content',
  },
  {
    title: 'a figure is recorded twice for one beginning',
    given: [...world, measure('2000-01-01')],
    when: measure('2000-01-01', { value: '13' }),
    refusedBy: 'actors.measure-once',
  },
  {
    title: 'a later figure follows',
    given: [...world, measure('2000-01-01')],
    when: measure('2000-01-02', { value: '13' }),
    refusedBy: null,
  },
  {
    title: 'a figure comes in another unit',
    given: [...world, measure('2000-01-01')],
    when: measure('2001-01-01', { actor: 'BBB', unit: 'kilotons' }),
    refusedBy: 'actors.one-unit',
  },
  {
    title: 'a figure ends before it begins',
    given: world,
    when: measure('2000-01-01', { to: '1999-12-31' }),
    refusedBy: 'actors.dates',
  },
  { title: 'an office of a State is recorded', given: world, when: office(), refusedBy: null },
  {
    title: 'an office of every State is recorded',
    given: world,
    when: office({ actor: '*' }),
    refusedBy: null,
  },
  {
    title: 'an office is recorded twice',
    given: [...world, office()],
    when: office({ title: 'Secretary of State' }),
    refusedBy: 'actors.office',
  },
  {
    title: 'an office has the id of an organisation',
    given: world,
    when: office({ id: 'league' }),
    refusedBy: 'actors.office',
  },
  {
    title: 'a former name is recorded',
    given: world,
    when: ['name', { id: 'AAA', name: 'Aland', to: '1972-05-22' }],
    refusedBy: null,
  },
  {
    title: 'a name of nobody is recorded',
    given: world,
    when: ['name', { id: 'ZZZ', name: 'Zedland' }],
    refusedBy: 'actors.known',
  },
  {
    title: 'an act is corrected that nobody made',
    given: world,
    when: ['correct', { act: 'f'.repeat(64), void: true, reason: 'A misreading.' }],
    refusedBy: 'actors.correction',
  },
];
