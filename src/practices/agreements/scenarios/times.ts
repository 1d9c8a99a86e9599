/** How standing changes over time: withdrawal and return, succession, later joiners. */
import { type Scenario, counted, deposit, two } from './scenario.ts';

export const TIMES: readonly Scenario[] = [
  {
    title: 'a State withdraws, comes back, and withdraws again: each spell is kept',
    adoptedOn: '2015-12-12',
    clause: counted(1, { days: 30 }),
    acts: [
      deposit('AAA', '2016-09-03', 'acceptance'),
      {
        kind: 'withdraw',
        actor: 'AAA',
        on: '2019-11-04',
        effectiveOn: '2020-11-04',
      },
      deposit('AAA', '2021-01-20', 'acceptance'),
      {
        kind: 'withdraw',
        actor: 'AAA',
        on: '2025-01-27',
        effectiveOn: '2026-01-27',
      },
    ],
    entersOn: '2016-10-03',
    standings: [
      ['AAA', '2020-11-03', 'party', '2016-10-03'],
      ['AAA', '2020-11-04', 'withdrawn', '2020-11-04'],
      ['AAA', '2021-02-18', 'contracting', '2021-01-20'],
      ['AAA', '2021-02-19', 'party', '2021-02-19'],
      ['AAA', '2026-01-27', 'withdrawn', '2026-01-27'],
    ],
  },
  {
    title: 'falling below the number does not end the agreement (VCLT Art. 55)',
    adoptedOn: '2000-01-01',
    clause: counted(2, { days: 0 }),
    acts: [...two, { kind: 'withdraw', actor: 'AAA', on: '2002-01-01' }],
    entersOn: '2001-05-01',
    standings: [
      ['AAA', '2002-12-31', 'party', '2001-05-01'],
      ['AAA', '2003-01-01', 'withdrawn', '2003-01-01'],
      ['BBB', '2010-01-01', 'party', '2001-05-01'],
    ],
  },
  {
    title: 'one that withdrew before the number was reached does not count',
    adoptedOn: '2000-01-01',
    clause: counted(2, { days: 0 }),
    acts: [
      deposit('AAA', '2001-03-01'),
      {
        kind: 'withdraw',
        actor: 'AAA',
        on: '2001-04-01',
        effectiveOn: '2002-04-01',
      },
      deposit('BBB', '2003-05-01'),
    ],
    entersOn: null,
    excluded: ['AAA'],
  },
  {
    title: 'a State that dissolved counted while it was; its successor follows without a gap',
    adoptedOn: '1980-01-01',
    facts: {
      actors: {
        OLD: { kind: 'historical-state', to: '1992-12-31' },
        NEW: { from: '1993-01-01' },
      },
      successors: ['NEW'],
    },
    clause: counted(2, { days: 30 }),
    acts: [
      deposit('OLD', '1985-01-01'),
      deposit('AAA', '1986-01-01'),
      deposit('NEW', '1993-02-22', 'succession'),
    ],
    entersOn: '1986-01-31',
    standings: [
      ['OLD', '1992-12-31', 'party', '1986-01-31'],
      ['OLD', '1993-01-01', 'ended', '1993-01-01'],
      ['NEW', '1993-01-01', 'party', '1993-01-01'],
    ],
  },
  {
    title: 'the instrument of a State that is no more stays deposited',
    facts: { actors: { OLD: { kind: 'historical-state', to: '1992-04-26' } } },
    adoptedOn: '1982-12-10',
    clause: counted(3, { months: 12 }),
    acts: [
      deposit('OLD', '1986-05-05'),
      deposit('AAA', '1990-01-01'),
      deposit('BBB', '1993-11-16'),
    ],
    entersOn: '1994-11-16',
    standings: [['OLD', '1994-11-16', 'ended', '1992-04-27']],
  },
  {
    title: 'nobody is bound before the agreement is in force, whatever a record states',
    adoptedOn: '2000-01-01',
    clause: counted(3, { days: 0 }),
    acts: [
      {
        kind: 'deposit',
        actor: 'AAA',
        on: '2001-03-01',
        instrument: 'ratification',
        effectiveOn: '2001-04-01',
      },
      deposit('BBB', '2001-05-01'),
    ],
    entersOn: null,
    standings: [['AAA', '2002-01-01', 'contracting', '2001-03-01']],
  },
  {
    title: 'a State that continues another is the same person, and counts once',
    adoptedOn: '1980-01-01',
    facts: {
      actors: {
        OLD: { kind: 'historical-state', to: '1991-12-24' },
        NEW: { from: '1991-12-24' },
      },
      continues: { OLD: 'NEW' },
      successors: ['NEW'],
    },
    clause: counted(2, { days: 0 }),
    acts: [
      deposit('OLD', '1985-01-01'),
      deposit('NEW', '1985-01-01'),
      deposit('AAA', '1995-01-01', 'accession'),
    ],
    entersOn: '1995-01-01',
    excluded: ['NEW'],
    standings: [
      ['NEW', '2000-01-01', 'party', '1995-01-01'],
      ['OLD', '2000-01-01', 'ended', '1991-12-25'],
    ],
  },
  {
    title: 'those that join together are bound from the last of their instruments on',
    adoptedOn: '2000-01-01',
    clause: counted(
      1,
      { months: 3 },
      {
        jointly: [
          ['CCC', 'DDD', 'organ'],
          ['EEE', 'FFF'],
        ],
      },
    ),
    facts: { actors: { organ: { kind: 'organisation' } } },
    acts: [
      deposit('AAA', '2001-01-10'),
      deposit('CCC', '2002-01-10'),
      deposit('DDD', '2003-01-10'),
      deposit('organ', '2004-10-08', 'accession'),
      deposit('EEE', '2003-01-10'),
    ],
    entersOn: '2001-04-10',
    standings: [
      ['CCC', '2005-01-07', 'contracting', '2002-01-10'],
      ['CCC', '2005-01-08', 'party', '2005-01-08'],
      ['DDD', '2005-01-08', 'party', '2005-01-08'],
      ['organ', '2005-01-08', 'party', '2005-01-08'],
      ['EEE', '2005-01-08', 'contracting', '2003-01-10'],
    ],
  },
  {
    title: 'between the number and entry into force: its own period, or with the agreement',
    adoptedOn: '1993-01-13',
    clause: counted(
      1,
      { days: 180 },
      { laterJoiners: { days: 30 }, laterThan: 'entry-into-force' },
    ),
    acts: [
      deposit('AAA', '1996-10-31'),
      deposit('BBB', '1997-04-25'),
      deposit('CCC', '1997-05-30'),
    ],
    entersOn: '1997-04-29',
    standings: [
      ['BBB', '1997-04-29', 'party', '1997-04-29'],
      ['CCC', '1997-06-29', 'party', '1997-06-29'],
    ],
  },
  {
    title: 'a date of effect that the record states stands, and the clause is shown beside it',
    adoptedOn: '1996-12-20',
    clause: counted(1, { months: 3 }),
    acts: [
      deposit('AAA', '2001-12-06'),
      {
        kind: 'deposit',
        actor: 'BBB',
        on: '2008-03-31',
        instrument: 'ratification',
        effectiveOn: '2008-07-01',
      },
    ],
    entersOn: '2002-03-06',
    standings: [
      ['BBB', '2008-06-30', 'contracting', '2008-03-31'],
      ['BBB', '2008-07-01', 'party', '2008-07-01'],
    ],
  },
  {
    title: 'signature alone binds where it is definitive, and only there',
    adoptedOn: '2000-01-01',
    clause: counted(2, { days: 0 }, { definitiveSignature: true }),
    acts: [
      { kind: 'sign', actor: 'AAA', on: '2000-02-01', form: 'definitive' },
      { kind: 'sign', actor: 'CCC', on: '2000-02-01' },
      deposit('BBB', '2001-05-01'),
    ],
    entersOn: '2001-05-01',
    standings: [['CCC', '2002-01-01', 'signatory', '2000-02-01']],
  },
  {
    title: 'provisional application before entry into force (VCLT Art. 25)',
    adoptedOn: '2000-01-01',
    clause: counted(5, { days: 0 }),
    acts: [...two, { kind: 'apply-provisionally', actor: 'CCC', on: '2001-06-01' }],
    entersOn: null,
    standings: [
      ['CCC', '2001-06-01', 'provisional', '2001-06-01'],
      ['CCC', '2001-05-31', 'none', null],
    ],
  },
];
