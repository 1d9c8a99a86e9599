/** Reservations pair by pair: accepted, silent, objected to. VCLT Arts. 19-23. */
import {
  type ReservationScenario,
  about,
  objects,
  ratifies,
  reserves,
  reserving,
} from './reservation-scenario.ts';

const pair = ['AAA', 'BBB'] as const;

/** One for each row of what a depositary knows of reservations. */
export const RESERVATIONS: readonly ReservationScenario[] = [
  {
    title: 'nobody reserved anything: in force without more',
    when: reserving.slice(0, 3),
    answers: [
      { between: pair, on: '2010-02-01', outcome: 'in-force', terms: {} },
      { between: pair, on: '2009-12-31', outcome: 'not-parties' },
    ],
  },
  {
    title: 'silence for twelve months accepts, and what is reserved falls away both ways',
    when: reserving,
    answers: [
      {
        between: pair,
        on: '2011-01-10',
        outcome: 'open',
        terms: { reservation: 'not-settled' },
        deadline: '2011-01-10',
        provisions: { art_22: 'open' },
      },
      {
        between: ['BBB', 'AAA'],
        on: '2011-01-11',
        outcome: 'modified',
        terms: { reservation: 'accepted-by-silence' },
        provisions: { art_22: 'does-not-apply' },
      },
      { between: ['BBB', 'CCC'], on: '2011-01-11', outcome: 'in-force' },
    ],
  },
  {
    title: 'the period runs from the notification that circulates it',
    when: [
      ...reserving,
      { type: 'notify', on: '2010-03-31', acts: ['reservation'] },
      objects('BBB', '2011-03-31'),
      objects('CCC', '2011-04-01'),
    ],
    answers: [
      { between: pair, on: '2011-03-31', outcome: 'excluded', deadline: '' },
      {
        between: ['AAA', 'CCC'],
        on: '2011-04-01',
        outcome: 'modified',
        terms: { reservation: 'accepted-by-silence' },
      },
    ],
  },
  {
    title:
      'one that consents after the period is over accepts with its consent, whichever is later',
    when: [...reserving, ratifies('DDD', '2012-05-05')],
    answers: [
      {
        between: ['AAA', 'DDD'],
        on: '2012-05-05',
        outcome: 'open',
        terms: { reservation: 'not-settled' },
        deadline: '2012-05-05',
      },
      { between: ['AAA', 'DDD'], on: '2012-05-06', outcome: 'modified' },
    ],
  },
  {
    title: 'the text gives a period of its own',
    clauses: {
      reservations: { policy: 'permitted', silence: { days: 90 }, citation: 'Article 30(2)' },
    },
    when: reserving,
    answers: [
      { between: pair, on: '2010-04-10', outcome: 'open', deadline: '2010-04-10' },
      { between: pair, on: '2010-04-11', outcome: 'modified' },
    ],
  },
  {
    title: 'an express acceptance settles it at once',
    when: [
      ...reserving.slice(0, 3),
      reserves('AAA', '2010-01-10', { effect: 'modifies', provisions: ['art_9__para_2'] }),
      about('accept-reservation', 'BBB', '2010-04-01'),
    ],
    answers: [
      { between: pair, on: '2010-03-31', outcome: 'open' },
      {
        between: pair,
        on: '2010-04-01',
        outcome: 'modified',
        terms: { reservation: 'accepted' },
        provisions: { art_9__para_2: 'modified' },
      },
      { between: ['AAA', 'CCC'], on: '2010-04-01', outcome: 'open' },
    ],
  },
  {
    title: 'a simple objection: what is reserved does not apply between the two, the rest does',
    when: [
      ...reserving.slice(0, 3),
      reserves('AAA', '2010-01-10', { effect: 'modifies', provisions: ['art_9', 'art_22'] }),
      objects('BBB', '2010-06-01'),
    ],
    answers: [
      {
        between: pair,
        on: '2010-06-01',
        outcome: 'excluded',
        terms: { reservation: 'objected' },
        provisions: { art_9: 'to-that-extent', art_22: 'to-that-extent' },
      },
      { between: ['AAA', 'CCC'], on: '2011-06-01', outcome: 'modified' },
    ],
  },
  {
    title: 'an objection with the definite intention keeps it from being in force between the two',
    when: [...reserving, objects('BBB', '2010-06-01', { definite: true })],
    answers: [
      {
        between: pair,
        on: '2010-06-01',
        outcome: 'precluded',
        terms: { reservation: 'precluded' },
        provisions: {},
      },
      { between: ['AAA', 'CCC'], on: '2010-06-01', outcome: 'open' },
    ],
  },
  {
    title: 'an objection that is withdrawn counts as an acceptance from when notice was received',
    when: [
      ...reserving,
      objects('BBB', '2010-06-01', { definite: true }),
      {
        ...about('withdraw-objection', 'BBB', '2013-02-01', {}, 'objection of BBB'),
        as: 'withdrawal',
      },
      { type: 'notify', on: '2013-02-20', acts: ['withdrawal'] },
    ],
    answers: [
      { between: pair, on: '2013-02-19', outcome: 'precluded' },
      { between: pair, on: '2013-02-20', outcome: 'modified', terms: { reservation: 'accepted' } },
    ],
  },
  {
    title: 'an objection that comes after the period has no effect',
    when: [...reserving, objects('BBB', '2011-02-01')],
    answers: [
      {
        between: pair,
        on: '2011-02-01',
        outcome: 'modified',
        terms: { reservation: 'accepted-by-silence' },
      },
    ],
  },
  {
    title: 'an objection by one that has not consented has no effect until it consents',
    when: [...reserving, objects('DDD', '2010-06-01'), ratifies('DDD', '2014-01-01')],
    answers: [
      { between: ['AAA', 'DDD'], on: '2013-01-01', outcome: 'not-parties' },
      { between: ['AAA', 'DDD'], on: '2014-01-01', outcome: 'excluded' },
    ],
  },
  {
    title: 'a withdrawal operates when notice of it was received, in part or as a whole',
    when: [
      ...reserving.slice(0, 3),
      reserves('AAA', '2010-01-10', { provisions: ['art_9', 'art_22'] }),
      {
        ...about('withdraw-reservation', 'AAA', '2012-01-01', { provisions: ['art_9'] }),
        as: 'part',
      },
      { type: 'notify', on: '2012-01-15', acts: ['part'] },
      about('withdraw-reservation', 'AAA', '2013-01-01'),
    ],
    answers: [
      {
        between: pair,
        on: '2012-01-14',
        outcome: 'modified',
        provisions: { art_9: 'does-not-apply', art_22: 'does-not-apply' },
      },
      {
        between: pair,
        on: '2012-01-15',
        outcome: 'modified',
        provisions: { art_22: 'does-not-apply' },
      },
      { between: pair, on: '2013-01-01', outcome: 'in-force', terms: {} },
    ],
  },
  {
    title: 'a reservation is narrowed by its maker; what reaches further is refused',
    when: [
      ...reserving,
      {
        ...about('modify-reservation', 'AAA', '2012-01-01', {
          provisions: ['art_9'],
          effect: 'excludes',
          text: [{ language: 'en', text: 'Nor by article 9.' }],
        }),
        refused: 'reservation-narrowed',
      },
      about('modify-reservation', 'AAA', '2012-01-01', {
        provisions: ['art_22__para_1'],
        effect: 'modifies',
        text: [{ language: 'en', text: 'By paragraph 1 as far as its law allows.' }],
      }),
    ],
    answers: [
      {
        between: pair,
        on: '2012-01-01',
        outcome: 'modified',
        provisions: { art_22__para_1: 'modified' },
      },
    ],
  },
];
