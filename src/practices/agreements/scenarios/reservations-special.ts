/** Reservations that wait, that take all or an organ, that come late, or pass to a successor. */
import {
  type ReservationScenario,
  about,
  objects,
  ratifies,
  reserves,
  reserving,
} from './reservation-scenario.ts';

const pair = ['AAA', 'BBB'] as const;
const prohibited = { reservations: { policy: 'prohibited', citation: 'Article 30' } } as const;

/** Where more than silence or an objection decides. */
export const SPECIAL_RESERVATIONS: readonly ReservationScenario[] = [
  {
    title: 'limited membership: its maker is no party on those terms until all have accepted',
    clauses: {
      reservations: { policy: 'permitted', acceptance: 'all', citation: 'Article 30' },
    },
    when: [
      ...reserving,
      about('accept-reservation', 'BBB', '2010-03-01'),
      about('accept-reservation', 'CCC', '2010-04-01'),
    ],
    answers: [
      {
        between: pair,
        on: '2010-03-31',
        outcome: 'no-party',
        terms: { reservation: 'awaiting-all' },
      },
      { between: pair, on: '2010-04-01', outcome: 'modified', terms: { reservation: 'accepted' } },
    ],
  },
  {
    title: 'limited membership: one objection is enough',
    clauses: {
      reservations: { policy: 'permitted', acceptance: 'all', citation: 'Article 30' },
    },
    when: [...reserving, objects('CCC', '2010-03-01')],
    answers: [
      { between: pair, on: '2012-01-01', outcome: 'no-party', terms: { reservation: 'refused' } },
    ],
  },
  {
    title: 'constituent instrument: its organ accepts, whatever single members say',
    given: { actors: { assembly: { kind: 'organisation' } } },
    kind: 'constituent',
    clauses: {
      reservations: { policy: 'permitted', acceptance: 'organ', citation: 'Article 30' },
    },
    when: [
      ...reserving,
      objects('BBB', '2010-03-01', { definite: true }),
      about('accept-reservation', 'CCC', '2010-04-01'),
      about('accept-reservation', 'assembly', '2010-09-01'),
    ],
    answers: [
      {
        between: pair,
        on: '2010-08-31',
        outcome: 'no-party',
        terms: { reservation: 'awaiting-organ' },
      },
      { between: pair, on: '2010-09-01', outcome: 'modified', terms: { reservation: 'accepted' } },
    ],
  },
  {
    title: 'what the text expressly authorizes needs no acceptance',
    clauses: {
      reservations: { policy: 'only', provisions: ['art_22'], citation: 'Article 22(2)' },
    },
    when: [...reserving, objects('BBB', '2010-03-01')],
    answers: [
      {
        between: pair,
        on: '2010-03-01',
        outcome: 'modified',
        terms: { reservation: 'authorized' },
      },
    ],
  },
  {
    title: 'a prohibited reservation waits; its maker says that it only interprets',
    clauses: prohibited,
    when: [
      ...reserving,
      about('ask-clarification', 'AAA', '2010-02-01', { reasons: 'Article 30.' }),
      about('clarify', 'AAA', '2010-05-01', { meant: 'interpretative-declaration' }),
    ],
    answers: [
      {
        between: pair,
        on: '2010-04-30',
        outcome: 'pending',
        terms: { reservation: 'awaiting-clarification' },
        provisions: {},
      },
      {
        between: pair,
        on: '2010-05-01',
        outcome: 'in-force',
        terms: { reservation: 'interpretative' },
      },
    ],
  },
  {
    title:
      'a prohibited reservation that is maintained is circulated, and nobody decides on it here',
    clauses: { reservations: { policy: 'except', provisions: ['art_22'], citation: 'Article 30' } },
    when: [...reserving, about('clarify', 'AAA', '2010-05-01', { meant: 'reservation' })],
    answers: [
      { between: pair, on: '2015-01-01', outcome: 'pending', terms: { reservation: 'disputed' } },
    ],
  },
  {
    title: 'a late reservation takes effect if nobody opposes it within twelve months',
    when: [
      ...reserving.slice(0, 3),
      reserves('AAA', '2012-01-10', { moment: 'later' }),
      about('clarify', 'AAA', '2012-02-10', { meant: 'reservation' }),
    ],
    answers: [
      {
        between: pair,
        on: '2012-02-09',
        outcome: 'pending',
        terms: { reservation: 'awaiting-clarification' },
      },
      {
        between: pair,
        on: '2013-02-10',
        outcome: 'open',
        terms: { reservation: 'not-settled' },
        deadline: '2013-02-10',
      },
      {
        between: pair,
        on: '2013-02-11',
        outcome: 'modified',
        terms: { reservation: 'accepted-by-silence' },
      },
    ],
  },
  {
    title: 'a late reservation that one opposes does not take effect towards anyone',
    when: [
      ...reserving.slice(0, 3),
      reserves('AAA', '2012-01-10'),
      about('clarify', 'AAA', '2012-02-10', { meant: 'reservation' }),
      objects('CCC', '2012-06-01'),
    ],
    answers: [
      { between: pair, on: '2014-01-01', outcome: 'in-force', terms: { reservation: 'opposed' } },
    ],
  },
  {
    title: 'made at signature it has no effect unless it is confirmed with the consent',
    when: [
      ratifies('BBB', '2009-06-01'),
      ratifies('CCC', '2009-06-01'),
      reserves('AAA', '2008-01-10', { moment: 'signature' }),
      reserves('AAA', '2008-01-10', { moment: 'signature', provisions: ['art_9'] }, 'second'),
      ratifies('AAA', '2010-01-10'),
      about('confirm-reservation', 'AAA', '2010-01-10', {}, 'second'),
    ],
    answers: [
      {
        between: pair,
        on: '2011-01-10',
        outcome: 'open',
        terms: { reservation: 'not-confirmed', second: 'not-settled' },
        provisions: { art_9: 'open' },
      },
      {
        between: pair,
        on: '2011-01-11',
        outcome: 'modified',
        terms: { reservation: 'not-confirmed', second: 'accepted-by-silence' },
      },
    ],
  },
  {
    title: 'a consent withdrawn and given anew starts afresh',
    when: [
      ...reserving,
      objects('BBB', '2010-06-01'),
      { type: 'withdraw', actor: 'AAA', on: '2011-01-01' },
      ratifies('AAA', '2013-01-01'),
      { type: 'withdraw', actor: 'BBB', on: '2013-06-01' },
    ],
    answers: [
      { between: pair, on: '2011-12-31', outcome: 'excluded' },
      { between: pair, on: '2012-01-01', outcome: 'not-parties' },
      { between: pair, on: '2013-01-01', outcome: 'in-force', terms: {} },
    ],
  },
  {
    title:
      'a successor keeps its predecessor’s reservation and its objections, until it says otherwise',
    given: {
      actors: { OLD: { kind: 'historical-state', to: '2012-12-31' }, NEW: { from: '2013-01-01' } },
      predecessors: { NEW: { OLD: '2013-01-01' } },
    },
    when: [
      ratifies('BBB', '2009-06-01'),
      ratifies('CCC', '2009-06-01'),
      ratifies('OLD', '2010-01-10'),
      reserves('OLD', '2010-01-10'),
      reserves('OLD', '2010-01-10', { provisions: ['art_9'] }, 'other'),
      reserves('CCC', '2009-06-01', { provisions: ['art_5'] }, 'of CCC'),
      about('object', 'BBB', '2010-06-01', { text: [{ language: 'en', text: 'No.' }] }),
      about('object', 'OLD', '2010-03-01', { text: [{ language: 'en', text: 'No.' }] }, 'of CCC'),
      {
        type: 'deposit',
        actor: 'NEW',
        on: '2014-02-01',
        payload: { instrument: 'succession' },
      },
      reserves(
        'NEW',
        '2014-02-01',
        { moment: 'succession', provisions: ['art_9'], effect: 'modifies' },
        'own',
      ),
      about('withdraw-reservation', 'NEW', '2016-01-01'),
    ],
    answers: [
      {
        between: ['NEW', 'BBB'],
        on: '2015-06-01',
        outcome: 'excluded',
        terms: { reservation: 'objected', own: 'accepted-by-silence' },
        provisions: { art_22: 'does-not-apply', art_9: 'modified' },
      },
      {
        between: ['CCC', 'NEW'],
        on: '2013-06-01',
        outcome: 'excluded',
        terms: { 'of CCC': 'objected', reservation: 'accepted-by-silence' },
      },
      {
        between: ['NEW', 'BBB'],
        on: '2016-01-01',
        outcome: 'modified',
        terms: { own: 'accepted-by-silence' },
      },
    ],
  },
];
