/** Agreements of two: notifications, definitive signatures, notes. VCLT Arts. 12, 13, 24. */
import { type Scenario, type ScenarioAct, clause, deposit } from './scenario.ts';

const named = (delay: object, more: object = {}) =>
  clause({ when: { named: ['AAA', 'BBB'] }, delay, ...more });

const notified = (actor: string, on: string): ScenarioAct => deposit(actor, on, 'notification');
const note = (actor: string, on: string): ScenarioAct => deposit(actor, on, 'note');
const signed = (actor: string, on: string, form?: 'definitive'): ScenarioAct => {
  return { kind: 'sign', actor, on, ...(form === undefined ? {} : { form }) };
};

export const BILATERAL: readonly Scenario[] = [
  {
    title: 'both notify: sixty days after the later notification, that day not counted',
    adoptedOn: '2001-01-10',
    clause: named({ days: 60 }),
    acts: [
      signed('AAA', '2001-01-10'),
      signed('BBB', '2001-01-10'),
      notified('BBB', '2001-03-01'),
      notified('AAA', '2001-05-02'),
    ],
    entersOn: '2001-07-01',
    standings: [
      ['BBB', '2001-04-01', 'contracting', '2001-03-01'],
      ['AAA', '2001-04-01', 'signatory', '2001-01-10'],
      ['AAA', '2001-07-01', 'party', '2001-07-01'],
    ],
  },
  {
    title: 'both notify: one notification alone brings nothing about, however long ago',
    adoptedOn: '2001-01-10',
    clause: named({ days: 60 }),
    acts: [notified('BBB', '2001-03-01')],
    entersOn: null,
  },
  {
    title: 'both notify: the first day of the second month after the later notification',
    adoptedOn: '2001-01-10',
    clause: named({ firstOfNthMonth: 2 }),
    acts: [notified('AAA', '2001-11-30'), notified('BBB', '2001-12-31')],
    entersOn: '2002-02-01',
  },
  {
    title: 'both notify: what a third deposits counts for nothing',
    adoptedOn: '2001-01-10',
    clause: named({ days: 0 }),
    acts: [notified('AAA', '2001-03-01'), deposit('CCC', '2001-03-02', 'accession')],
    entersOn: null,
  },
  {
    title: 'definitive signature of both binds on the day of the second',
    adoptedOn: '2001-01-10',
    clause: named({ days: 0 }, { definitiveSignature: true }),
    acts: [signed('AAA', '2001-01-10', 'definitive'), signed('BBB', '2001-01-12', 'definitive')],
    entersOn: '2001-01-12',
    standings: [
      ['AAA', '2001-01-11', 'contracting', '2001-01-10'],
      ['BBB', '2001-01-12', 'party', '2001-01-12'],
    ],
  },
  {
    title: 'a simple signature beside a definitive one does not bind until it is followed up',
    adoptedOn: '2001-01-10',
    clause: named({ days: 0 }, { definitiveSignature: true }),
    acts: [
      signed('AAA', '2001-01-10', 'definitive'),
      signed('BBB', '2001-01-10'),
      deposit('BBB', '2001-09-01'),
    ],
    entersOn: '2001-09-01',
    standings: [['BBB', '2001-06-01', 'signatory', '2001-01-10']],
  },
  {
    title: 'a definitive signature does not bind where the text asks for ratification',
    adoptedOn: '2001-01-10',
    clause: named({ days: 0 }),
    acts: [signed('AAA', '2001-01-10', 'definitive'), signed('BBB', '2001-01-10', 'definitive')],
    entersOn: null,
  },
  {
    title: 'exchange of notes: in force on the day of the reply',
    adoptedOn: '2001-04-03',
    clause: named({ days: 0 }),
    acts: [note('AAA', '2001-04-03'), note('BBB', '2001-04-19')],
    entersOn: '2001-04-19',
    standings: [
      ['AAA', '2001-04-18', 'contracting', '2001-04-03'],
      ['AAA', '2001-04-19', 'party', '2001-04-19'],
    ],
  },
  {
    title: 'exchange of notes: in force on the day that the notes name, the reply having come',
    adoptedOn: '2001-04-03',
    clause: named({ days: 0 }, { definiteDate: '2001-07-01' }),
    acts: [note('AAA', '2001-04-03'), note('BBB', '2001-04-19')],
    entersOn: '2001-07-01',
  },
  {
    title: 'exchange of notes: a reply after the day that the notes name brings it into force',
    adoptedOn: '2001-04-03',
    clause: named({ days: 0 }, { definiteDate: '2001-07-01' }),
    acts: [note('AAA', '2001-04-03'), note('BBB', '2001-08-02')],
    entersOn: '2001-08-02',
  },
  {
    title: 'exchange of notes: a reply that asks for approval waits for the notice of it',
    adoptedOn: '2001-04-03',
    clause: clause({
      when: { all: [{ named: ['AAA', 'BBB'] }, { event: 'notice-of-approval' }] },
      delay: { days: 0 },
    }),
    acts: [
      note('AAA', '2001-04-03'),
      note('BBB', '2001-04-19'),
      { kind: 'record-event', actor: 'BBB', on: '2001-10-01', event: 'notice-of-approval' },
    ],
    entersOn: '2001-10-01',
  },
];
